import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { RandomKey } from "../../src/engine/random";
import { startLab } from "../../src/engine/lab";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { matryoshkaLoss, type BaseLoss } from "../../src/losses/matryoshka";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

const u = () => tf.tensor2d([[3, 4, 0]]);
const v = () => tf.tensor2d([[4, 3, 12]]); // cosines of the first 1, 2, 3: 1, 0.96, 24 / 65
const base: BaseLoss = (a, b) => cosineSimilarityLoss(a!, b!, tf.tensor1d([0])); // cos²

describe("matryoshkaLoss", () => {
  it("adds up the base loss of each size, times its weight", () => {
    const expected = 2 * 1 + 0.5 * 0.96 ** 2 + 1 * (24 / 65) ** 2;
    const options = { dims: [1, 2, 3], weights: [2, 0.5, 1] };
    equals(matryoshkaLoss([u(), v()], base, options), expected);
  });
  it("gives the base loss rows of length 1", () => {
    const norms: BaseLoss = (a) => tf.sum(tf.square(a!)) as tf.Scalar;
    equals(matryoshkaLoss([u()], norms, { dims: [2] }), 1);
  });
  it("counts as many sizes as asked for, each as often as the others", () => {
    const each: BaseLoss = (a) => tf.scalar(10 ** a!.shape[1]); // 10, 100, 1000
    const seen = new Map<number, number>();
    for (let step = 0; step < 600; step++) {
      const random = new RandomKey(tf.tensor1d([7, step], "int32"));
      const loss = matryoshkaLoss([u()], each, { dims: [1, 2, 3], dimsPerStep: 2, random });
      const sum = loss.dataSync()[0]!;
      seen.set(sum, (seen.get(sum) ?? 0) + 1);
    }
    assert.deepEqual(
      [...seen.keys()].sort((a, b) => a - b),
      [110, 1010, 1100],
    );
    for (const count of seen.values()) assert.ok(count > 150 && count < 250, `${count} of 600`);
  });
  it("refuses sizes beyond the embedding, weights too few, and a draw without chance", () => {
    const act = (options: Parameters<typeof matryoshkaLoss>[2]) => () =>
      matryoshkaLoss([u(), v()], base, options);
    assert.throws(act({ dims: [4] }), /dims must be a whole number from 1 to 3, got 4/);
    assert.throws(act({ dims: [] }), /embeddings and dims are needed, got 2 and 0/);
    assert.throws(act({ dims: [1, 2], weights: [1] }), /each of the 2 dims needs a weight, got 1/);
    assert.throws(act({ dims: [1], weights: [-1] }), /weights must be between 0/);
    assert.throws(act({ dims: [1, 2], dimsPerStep: 3 }), /dimsPerStep must be .* to 2, got 3/);
    assert.throws(act({ dims: [1, 2], dimsPerStep: 1 }), /dimsPerStep needs random/);
  });
});
