import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { tripletLoss } from "../../src/losses/triplet";
import { pairwiseCosineDistance } from "../../src/similarity/distance";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

describe("tripletLoss", () => {
  // 3-4-5 triangles, so that every distance is a whole number.
  const rows = () => ({
    anchor: tf.tensor2d([
      [0, 0],
      [0, 0],
    ]),
    positive: tf.tensor2d([
      [3, 4],
      [0, 1],
    ]), // d = 5, 1
    negative: tf.tensor2d([
      [0, 2],
      [6, 8],
    ]), // d = 2, 10
  });
  it("equals the value worked out by hand", () => {
    const { anchor, positive, negative } = rows();
    // row 0: 5 − 2 + 1 = 4;   row 1: 1 − 10 + 1 = −8 → 0;   mean = 2
    equals(tripletLoss(anchor, positive, negative), 2);
  });
  it("adds the margin to every row before the clamp", () => {
    const { anchor, positive, negative } = rows();
    equals(tripletLoss(anchor, positive, negative, { margin: 20 }), 17); // 23 and 11
    equals(tripletLoss(anchor, positive, negative, { margin: 0 }), 1.5); // 3 and 0
  });
  it("measures both sides with the distance it is given", () => {
    const anchor = tf.tensor2d([[1, 0]]);
    const [positive, negative] = [tf.tensor2d([[0, 9]]), tf.tensor2d([[-5, 0]])]; // 1 and 2
    const distance = pairwiseCosineDistance;
    equals(tripletLoss(anchor, positive, negative, { distance, margin: 1.5 }), 0.5);
  });
  it("moves the anchor towards the positive and away from the negative", () => {
    const [positive, negative] = [tf.tensor2d([[3, 0]]), tf.tensor2d([[-2, 0]])];
    const gradient = tf.grad((a) => tripletLoss(a as tf.Tensor2D, positive, negative));
    // Unit steps from either side: −(1, 0) towards the positive, −(1, 0) away from the negative.
    assert.deepEqual(Array.from(gradient(tf.tensor2d([[0, 0]])).dataSync()), [-2, 0]);
  });
  it("refuses a margin below 0", () => {
    const { anchor, positive, negative } = rows();
    assert.throws(
      () => tripletLoss(anchor, positive, negative, { margin: -1 }),
      /^RangeError: tripletLoss: margin must be between 0 and .*, got -1$/,
    );
  });
});
