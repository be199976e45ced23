import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { lstmCell, lstmLayer, type LstmWeights } from "../../src/recurrent/lstm";
import { lstmWeights, randomLstm } from "../../src/recurrent/weights";
import { assertLeaves } from "../support/leaks";
import { near, reversed, rows3 } from "./arrays";

before(() => startLab({ backend: "cpu", quiet: true }));

/** One number in, one number of memory; the four gates' rows are what the test gives. */
const tiny = (input: number[], hidden: number[], bias: number[]): LstmWeights => ({
  inputWeights: tf.tensor2d(input, [4, 1]),
  hiddenWeights: tf.tensor2d(hidden, [4, 1]),
  bias: tf.tensor1d(bias),
});
const state = (hidden: number, cell: number) => ({
  hidden: tf.tensor2d([[hidden]]),
  cell: tf.tensor2d([[cell]]),
});

describe("lstmCell", () => {
  it("equals the value worked out by hand", () => {
    // x = 2, h = 0.5, c = 3. Sums: i 1·2 + 2·0.5 − 1 = 2, f 0.5·2 − 1·0.5 + 0 = 0.5,
    // g −1·2 + 1·0.5 + 1 = −0.5, o 0.25·2 + 3·0.5 − 2 = 0.
    // c' = σ(0.5)·3 + σ(2)·tanh(−0.5) = 0.622459·3 − 0.880797·0.462117 = 1.460347
    // h' = σ(0)·tanh(1.460347) = 0.5·0.897720 = 0.448860
    const weights = tiny([1, 0.5, -1, 0.25], [2, -1, 1, 3], [-1, 0, 1, -2]);
    const { hidden, cell } = lstmCell(tf.tensor2d([[2]]), state(0.5, 3), weights);
    near(cell.dataSync(), [1.460347], 1e-5);
    near(hidden.dataSync(), [0.44886], 1e-5);
  });

  it("keeps its memory with an open forget gate and a closed input gate", () => {
    const weights = tiny([0, 0, 5, 0], [0, 0, 0, 0], [-50, 50, 0, 0]);
    const { cell } = lstmCell(tf.tensor2d([[7]]), state(0, 1.25), weights);
    near(cell.dataSync(), [1.25], 1e-6);
  });

  it("forgets all with a closed forget gate, and then writes at most 1", () => {
    const weights = tiny([0, 0, 50, 0], [0, 0, 0, 0], [50, -50, 0, 0]);
    const { cell } = lstmCell(tf.tensor2d([[7]]), state(0, 9), weights);
    near(cell.dataSync(), [1], 1e-6);
  });

  it("says what doesn't fit, and leaves nothing but the two results", () => {
    const weights = tiny([1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0]);
    assert.throws(
      () => lstmCell(tf.zeros([1, 3]), state(0, 0), weights),
      /lstmCell: x must be 1 wide, as the weights are, got 3/,
    );
    const [x, from] = [tf.tensor2d([[2]]), state(0, 0)];
    assertLeaves(2, () => lstmCell(x, from, weights));
  });
});

describe("lstmLayer", () => {
  const size = { inputSize: 3, hiddenSize: 2, rng: createRng(5) };
  let named: Record<string, tf.Tensor>;
  let weights: LstmWeights;
  let x: tf.Tensor3D;
  before(() => {
    named = randomLstm("a", size);
    weights = lstmWeights(named, "a");
    const rng = createRng(7);
    const values = Array.from({ length: 2 * 4 * 3 }, () => rng.normal());
    x = tf.tensor3d(values, [2, 4, 3]);
  });

  it("is the cell, word after word", () => {
    let at = { hidden: tf.zeros<tf.Rank.R2>([2, 2]), cell: tf.zeros<tf.Rank.R2>([2, 2]) };
    const told = tf.unstack(x, 1).map((word) => {
      at = lstmCell(word as tf.Tensor2D, at, weights);
      return at.hidden;
    });
    near(lstmLayer(x, weights).dataSync(), tf.stack(told, 1).dataSync(), 1e-6);
  });

  it("read from the right, gives the mirrored states of the mirrored sentence", () => {
    const backward = rows3(lstmLayer(x, weights, { reverse: true }));
    const mirrored = rows3(lstmLayer(tf.tensor3d(reversed(rows3(x))), weights));
    near(backward.flat(2), reversed(mirrored).flat(2), 1e-6);
  });

  it("doesn't let words to the right reach the states before them", () => {
    const changed = rows3(x);
    changed[0]![3] = [9, 9, 9];
    const [before, after] = [
      rows3(lstmLayer(x, weights)),
      rows3(lstmLayer(tf.tensor3d(changed), weights)),
    ];
    assert.deepEqual(after[0]!.slice(0, 3), before[0]!.slice(0, 3));
    assert.notDeepEqual(after[0]![3], before[0]![3]);
    assert.deepEqual(after[1], before[1]);
  });

  it("passes padding over, on either side of the sentence", () => {
    // Row 0 has two words and two places of padding; alone, the two words give the same states.
    const mask = tf.tensor2d([
      [1, 1, 0, 0],
      [1, 1, 1, 1],
    ]);
    const alone = tf.slice(x, [0, 0, 0], [1, 2, 3]) as tf.Tensor3D;
    for (const reverse of [false, true]) {
      const padded = rows3(lstmLayer(x, weights, { mask, reverse }));
      const expected = rows3(lstmLayer(alone, weights, { reverse }));
      near(padded[0]!.slice(0, 2).flat(), expected[0]!.flat(), 1e-6);
    }
  });

  it("has the gradients that small changes of the weights show", async () => {
    const names = ["a.inputWeights", "a.hiddenWeights", "a.bias"];
    const lossOf = (...given: tf.Tensor[]) =>
      tf.tidy(() => {
        const changed = Object.fromEntries(names.map((name, i) => [name, given[i]!]));
        const out = lstmLayer(x, lstmWeights(changed, "a"), { reverse: true });
        return tf.sum(tf.square(tf.sub(out, 0.3))) as tf.Scalar;
      });
    const given = names.map((name) => named[name]!);
    const slopes = tf.grads(lossOf)(given);
    for (const [i, tensor] of given.entries()) {
      const values = tensor.dataSync();
      const slope = slopes[i]!.dataSync();
      for (const place of [0, Math.floor(values.length / 2), values.length - 1]) {
        const at = (delta: number) => {
          const moved = Float32Array.from(values, (v, j) => (j === place ? v + delta : v));
          const others = given.map((t, j) => (j === i ? tf.tensor(moved, t.shape) : t));
          return lossOf(...others).dataSync()[0]!;
        };
        near([slope[place]!], [(at(0.01) - at(-0.01)) / 0.02], 2e-3);
      }
    }
  });

  it("says what doesn't fit, and leaves nothing but its result", () => {
    const mask = tf.ones<tf.Rank.R2>([2, 3]);
    assert.throws(
      () => lstmLayer(x, weights, { mask }),
      /mask must have shape \[2,4\], got \[2,3\]/,
    );
    assert.throws(
      () => lstmLayer(tf.zeros([2, 3]) as unknown as tf.Tensor3D, weights),
      /lstmLayer: x must have 3 axes, got shape \[2,3\]/,
    );
    assert.throws(() => lstmWeights(named, "b"), /there is no weight b\.inputWeights/);
    const whole = tf.ones<tf.Rank.R2>([2, 4]);
    assertLeaves(1, () => lstmLayer(x, weights, { mask: whole, reverse: true }));
  });
});
