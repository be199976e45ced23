import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import {
  cosineOfVectors,
  cosineSimilarity,
  pairwiseCosineSimilarity,
} from "../../src/similarity/cosine";
import { assertLeaves } from "../support/leaks";

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

// 3-4-5 triangles: lengths 5, 5, 10.
const a = [
  [3, 4],
  [4, 3],
];
const b = [
  [4, 3],
  [-6, -8],
];

describe("cosineSimilarity", () => {
  it("compares every row with every row", () => {
    // (12 + 12) / 25 = 0.96; (−18 − 32) / 50 = −1; (16 + 9) / 25 = 1; (−24 − 24) / 50 = −0.96
    const cosines = cosineSimilarity(tf.tensor2d(a), tf.tensor2d(b));
    assert.deepEqual(cosines.shape, [2, 2]);
    close(cosines.dataSync(), [0.96, -1, 1, -0.96]);
  });
  it("doesn't change when a row is made longer", () => {
    const longer = cosineSimilarity(tf.tensor2d([[300, 400]]), tf.tensor2d(b));
    close(longer.dataSync(), [0.96, -1]);
  });
  it("is 0 for a row of zeros, with a gradient of 0", () => {
    const zero = tf.tensor2d([[0, 0]]);
    close(cosineSimilarity(zero, tf.tensor2d(b)).dataSync(), [0, 0]);
    const gradient = tf.grad((x) => tf.sum(cosineSimilarity(x as tf.Tensor2D, tf.tensor2d(b))));
    assert.ok(gradient(zero).dataSync().every(Number.isFinite));
  });
  it("leaves one tensor behind: its result", () => {
    const [x, y] = [tf.tensor2d(a), tf.tensor2d(b)];
    assertLeaves(1, () => cosineSimilarity(x, y));
  });
  it("names the shapes when rows have different sizes", () => {
    assert.throws(() => cosineSimilarity(tf.tensor2d(a), tf.tensor2d([[1, 2, 3]])), {
      name: "RangeError",
      message: "cosineSimilarity: rows must have the same size, got [2,2] and [1,3]",
    });
  });
});

describe("pairwiseCosineSimilarity", () => {
  it("compares row i with row i only", () => {
    const cosines = pairwiseCosineSimilarity(tf.tensor2d(a), tf.tensor2d(b));
    assert.deepEqual(cosines.shape, [2]);
    close(cosines.dataSync(), [0.96, -0.96]); // the diagonal of the matrix above
  });
  it("leaves one tensor behind: its result", () => {
    const [x, y] = [tf.tensor2d(a), tf.tensor2d(b)];
    assertLeaves(1, () => pairwiseCosineSimilarity(x, y));
  });
  it("refuses different numbers of rows", () => {
    assert.throws(
      () => pairwiseCosineSimilarity(tf.tensor2d(a), tf.tensor2d([[1, 2]])),
      /pairwiseCosineSimilarity: shapes must be equal, got a \[2,2\], b \[1,2\]/,
    );
  });
});

describe("cosineOfVectors", () => {
  it("agrees with the value worked out by hand", () => {
    assert.equal(cosineOfVectors([3, 4], [4, 3]), 24 / 25);
    assert.equal(cosineOfVectors(new Float32Array([3, 4]), [-6, -8]), -1);
  });
  it("is 0 when one of them is all zeros", () => {
    assert.equal(cosineOfVectors([0, 0], [1, 2]), 0);
  });
  it("refuses vectors of different lengths", () => {
    assert.throws(() => cosineOfVectors([1], [1, 2]), /same length, got 1 and 2/);
  });
});

function close(actual: ArrayLike<number>, expected: number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs(actual[i]! - value) < 1e-6, `${actual[i]}`));
}
