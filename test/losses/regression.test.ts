import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { binaryCrossEntropyLoss } from "../../src/losses/binary-cross-entropy";
import { cosentLoss } from "../../src/losses/cosent";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { distillKlLoss } from "../../src/losses/distill-kl";
import { embeddingMseLoss } from "../../src/losses/embedding-mse";
import { marginMseLoss } from "../../src/losses/margin-mse";
import { pairwiseDotProduct } from "../../src/similarity/dot-product";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

const u = () =>
  tf.tensor2d([
    [3, 4],
    [1, 0],
  ]);
const v = () =>
  tf.tensor2d([
    [4, 3],
    [0, 2],
  ]); // cosines 0.96 and 0, dot products 24 and 0

describe("cosineSimilarityLoss", () => {
  it("equals the value worked out by hand", () => {
    equals(cosineSimilarityLoss(u(), v(), tf.tensor1d([0.46, 1])), (0.25 + 1) / 2);
  });
  it("compares with the similarity it is given", () => {
    const options = { similarity: pairwiseDotProduct };
    equals(cosineSimilarityLoss(u(), v(), tf.tensor1d([0, 1]), options), (576 + 1) / 2);
  });
  it("refuses gold scores on another scale", () => {
    const message = "cosineSimilarityLoss: gold must be numbers from -1 to 1, got 5 in row 1";
    assert.throws(() => cosineSimilarityLoss(u(), v(), tf.tensor1d([0, 5])), { message });
    assert.throws(() => cosineSimilarityLoss(u(), v(), tf.tensor1d([0, NaN])), /got NaN in row 1/);
  });
});

describe("cosentLoss", () => {
  it("equals the value worked out by hand", () => {
    // gold says row 0 is lower: one pair, e^(1 · (0.96 − 0))
    const gold = tf.tensor1d([1, 2]);
    equals(cosentLoss(u(), v(), gold, { scale: 1 }), Math.log(1 + Math.exp(0.96)));
  });
  it("is 0 where the gold scores have no order, and looks at their order only", () => {
    equals(cosentLoss(u(), v(), tf.tensor1d([1, 1])), 0);
    equals(cosentLoss(u(), v(), tf.tensor1d([1, 100]), { scale: 1 }), Math.log(1 + Math.exp(0.96)));
  });
  it("stays finite where e^x would not", () => {
    equals(cosentLoss(u(), v(), tf.tensor1d([0, 1]), { scale: 1000 }), 960);
  });
});

describe("marginMseLoss", () => {
  it("equals the value worked out by hand", () => {
    // dot products: 24 − 25 = −1 and 0 − 1 = −1; teacher 1 and −3: (−2)² and 2²
    equals(marginMseLoss(u(), v(), u(), tf.tensor1d([1, -3])), 4);
  });
  it("refuses a margin that isn't a number", () => {
    const teacher = tf.tensor1d([1, NaN]);
    assert.throws(() => marginMseLoss(u(), v(), u(), teacher), /teacherMargin .*got NaN in row 1/);
  });
});

describe("embeddingMseLoss", () => {
  it("is the mean over all numbers", () => {
    equals(embeddingMseLoss(u(), v()), (1 + 1 + 1 + 4) / 4);
  });
});

describe("distillKlLoss", () => {
  const teacher = () =>
    tf.tensor2d([
      [Math.log(3), 0],
      [0, 0],
    ]); // ¾, ¼ and ½, ½
  it("equals the value worked out by hand", () => {
    // The student has equal scores: row 0: ¾ ln 1.5 + ¼ ln 0.5, row 1: 0
    const expected = (0.75 * Math.log(1.5) + 0.25 * Math.log(0.5)) / 2;
    equals(distillKlLoss(u(), [v(), v()], teacher()), expected);
  });
  it("is 0 where the student prefers as the teacher does, at any temperature", () => {
    const query = tf.tensor2d([[1, 0]]);
    const passages = [tf.tensor2d([[2, 9]]), tf.tensor2d([[-1, 9]])];
    const same = tf.tensor2d([[12, 9]]); // 2 and −1, plus 10
    equals(distillKlLoss(query, passages, same, { temperature: 3 }), 0);
  });
  it("refuses too few passages, and scores of another shape", () => {
    assert.throws(() => distillKlLoss(u(), [v()], tf.zeros([2, 1])), /at least 2 passages, got 1/);
    assert.throws(() => distillKlLoss(u(), [v(), v()], tf.zeros([2, 3])), /shapes must be equal/);
  });
});

describe("binaryCrossEntropyLoss", () => {
  it("equals the value worked out by hand", () => {
    // −ln σ(ln 3) = −ln ¾; −ln (1 − σ(ln 3)) = −ln ¼
    const logits = tf.tensor1d([Math.log(3), Math.log(3)]);
    const expected = -(Math.log(0.75) + Math.log(0.25)) / 2;
    equals(binaryCrossEntropyLoss(logits, tf.tensor1d([1, 0])), expected);
    equals(binaryCrossEntropyLoss(tf.tensor1d([0]), tf.tensor1d([0.3])), Math.log(2));
  });
  it("stays finite, with a gradient, where the sigmoid is 1 in single precision", () => {
    const labels = tf.tensor1d([0]);
    const { value, grad } = tf.valueAndGrad((x) =>
      binaryCrossEntropyLoss(x as tf.Tensor1D, labels),
    )(tf.tensor1d([200]));
    equals(value, 200);
    equals(grad, 1);
  });
  it("refuses labels that are no probabilities, and logits that are no numbers", () => {
    const logits = tf.tensor1d([1, 2]);
    assert.throws(() => binaryCrossEntropyLoss(logits, tf.tensor1d([1, 2])), /got 2 in row 1/);
    assert.throws(() => binaryCrossEntropyLoss(logits, tf.tensor1d([1])), /each of the 2 rows/);
    const broken = tf.tensor1d([Infinity, 0]);
    assert.throws(() => binaryCrossEntropyLoss(broken, tf.tensor1d([1, 0])), /Infinity in row 0/);
    assert.throws(() => binaryCrossEntropyLoss(tf.zeros([0]), tf.zeros([0])), /got none/);
  });
});
