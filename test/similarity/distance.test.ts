import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import {
  cosineDistance,
  euclideanDistance,
  manhattanDistance,
  pairwiseCosineDistance,
  pairwiseEuclideanDistance,
  pairwiseManhattanDistance,
} from "../../src/similarity/distance";
import { dotProduct, pairwiseDotProduct } from "../../src/similarity/dot-product";
import { assertLeaves } from "../support/leaks";

before(() => startLab({ backend: "cpu", quiet: true }));

const a = () =>
  tf.tensor2d([
    [3, 4],
    [0, 0],
  ]);
const b = () =>
  tf.tensor2d([
    [0, 0],
    [-4, 3],
  ]);

// By hand: all pairs row by row, so that the row-by-row value is the diagonal (0 and 3).
const CASES = [
  { all: euclideanDistance, each: pairwiseEuclideanDistance, values: [5, Math.sqrt(50), 0, 5] },
  { all: manhattanDistance, each: pairwiseManhattanDistance, values: [7, 8, 0, 7] },
  { all: cosineDistance, each: pairwiseCosineDistance, values: [1, 1, 1, 1] },
  { all: dotProduct, each: pairwiseDotProduct, values: [0, 0, 0, 0] },
];

for (const { all, each, values } of CASES) {
  describe(`${all.name} and ${each.name}`, () => {
    it("equal the values worked out by hand", () => {
      close(all(a(), b()), values);
      close(each(a(), b()), [values[0]!, values[3]!]);
    });
    it("leave one tensor behind: the result", () => {
      const [x, y] = [a(), b()];
      assertLeaves(1, () => all(x, y));
      assertLeaves(1, () => each(x, y));
    });
    it("refuse rows of different sizes", () => {
      assert.throws(() => all(a(), tf.zeros([2, 3])), /rows must have the same size/);
      assert.throws(() => each(a(), tf.zeros([2, 3])), /shapes must be equal/);
    });
  });
}

describe("distances", () => {
  it("tell directions apart", () => {
    close(cosineDistance(tf.tensor2d([[3, 4]]), tf.tensor2d([[4, 3]])), [0.04]);
    close(pairwiseDotProduct(tf.tensor2d([[3, 4]]), tf.tensor2d([[4, 3]])), [24]);
    close(dotProduct(tf.tensor2d([[3, 4]]), b()), [0, 0]);
  });
  it("have a gradient of 0, not NaN, where two rows are equal", () => {
    const still = a();
    for (const distance of [euclideanDistance, pairwiseEuclideanDistance]) {
      const gradient = tf.grad((x) => tf.sum(distance(x as tf.Tensor2D, still)))(still);
      assert.ok(gradient.dataSync().every(Number.isFinite));
    }
  });
  it("keep their digits where two long rows are close", () => {
    const [x, y] = [tf.tensor2d([[1000, 1000]]), tf.tensor2d([[1000, 1000.25]])];
    close(euclideanDistance(x, y), [0.25]);
  });
});

function close(tensor: tf.Tensor, expected: number[]): void {
  const values = tensor.dataSync();
  assert.equal(values.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs(values[i]! - value) < 1e-5, `${values[i]}`));
}
