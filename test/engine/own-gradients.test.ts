import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";

const rng = createRng(21);

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

function random(shape: number[], draw: () => number = () => rng.normal()): tf.Tensor {
  const length = tf.util.sizeFromShape(shape);
  return tf.tensor(Float32Array.from({ length }, draw), shape);
}

/** Compares each gradient with (f(x + h) - f(x - h)) / 2h, for f summed with uneven weights. */
function checkByDifferences(fn: (...x: tf.Tensor[]) => tf.Tensor, inputs: tf.Tensor[]): void {
  const tensorsBefore = tf.memory().numTensors;
  tf.tidy(() => {
    const weights = random(fn(...inputs).shape);
    const f = (...x: tf.Tensor[]) => tf.sum(tf.mul(fn(...x), weights));
    const gradients = tf.grads(f)(inputs);
    const h = 2 ** -7;
    inputs.forEach((input, which) => {
      assert.deepEqual(gradients[which]!.shape, input.shape);
      const values = input.dataSync();
      gradients[which]!.dataSync().forEach((gradient, i) => {
        const at = (value: number) =>
          tf.tidy(() => {
            const moved = Float32Array.from(values);
            moved[i] = value;
            const all = inputs.map((x, j) => (j === which ? tf.tensor(moved, x.shape) : x));
            return f(...all).dataSync()[0]!;
          });
        const measured = (at(values[i]! + h) - at(values[i]! - h)) / (2 * h);
        const off = Math.abs(measured - gradient) / Math.max(1, Math.abs(gradient));
        assert.ok(off < 5e-3, `input ${which} [${i}]: ${gradient}, by differences ${measured}`);
      });
    });
  });
  assert.equal(tf.memory().numTensors, tensorsBefore);
}

describe("gradients that TensorFlow.js lacks equal differences", () => {
  const binary = { maximum: tf.maximum, minimum: tf.minimum, difference: tf.squaredDifference };
  for (const [name, op] of Object.entries(binary)) {
    it(`of ${name}, either side repeated`, () => {
      const shapes = [
        [[3, 4], [4]],
        [
          [3, 1],
          [3, 4],
        ],
        [[], [2, 3]],
        [
          [2, 3],
          [2, 3],
        ],
      ];
      for (const [a, b] of shapes) {
        checkByDifferences((x, y) => op(x!, y!), [random(a!), random(b!)]);
      }
    });
  }

  it("of cumsum, along every axis and in both directions", () => {
    for (const axis of [0, 1, 2]) {
      for (const [exclusive, reverse] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ]) {
        checkByDifferences((x) => tf.cumsum(x!, axis, exclusive, reverse), [random([2, 3, 4])]);
      }
    }
  });

  it("of prod, with no, one and several zeros", () => {
    checkByDifferences((x) => tf.prod(x!, 0), [random([4, 3])]);
    checkByDifferences((x) => tf.prod(x!, [0, 2], true), [random([2, 3, 2])]);
    checkByDifferences((x) => tf.prod(x!), [random([5])]);
    const zeros = [1, 0, 2, 0, 3, 0, 4, -1, 2];
    checkByDifferences((x) => tf.prod(x!, 1), [tf.tensor(zeros, [3, 3])]);
  });

  it("of gather with batch dimensions, also where a place is looked up twice", () => {
    const ids = tf.tensor2d([0, 2, 2, 1, 1, 1], [2, 3], "int32");
    checkByDifferences((x) => tf.gather(x!, ids, 1, 1), [random([2, 3])]);
    checkByDifferences((x) => tf.gather(x!, ids, 2, 1), [random([2, 2, 3, 2])]);
    checkByDifferences((x) => tf.gather(x!, ids, 2, 2), [random([2, 3, 3, 2])]);
    checkByDifferences((x) => tf.gather(x!, ids, 0), [random([3, 2])]);
  });

  it("of prod by hand: of 2·3·4 by 3 it is 8, and by the zero of 2·0·4 too", () => {
    const grad = tf.grad((x) => tf.prod(x));
    assert.deepEqual([...grad(tf.tensor1d([2, 3, 4])).dataSync()], [12, 8, 6]);
    assert.deepEqual([...grad(tf.tensor1d([2, 0, 4])).dataSync()], [0, 8, 0]);
    assert.deepEqual([...grad(tf.tensor1d([0, 0, 4])).dataSync()], [0, 0, 0]);
  });
});
