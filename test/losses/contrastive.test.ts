import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { contrastiveLoss } from "../../src/losses/contrastive";
import { onlineContrastiveLoss } from "../../src/losses/online-contrastive";
import { pairwiseEuclideanDistance } from "../../src/similarity/distance";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

const distance = pairwiseEuclideanDistance;
const zeros = () => tf.zeros<tf.Rank.R2>([4, 1]);
const far = () => tf.tensor2d([[1], [4], [2], [5]]); // distances
const labels = (...values: number[]) => tf.tensor1d(values, "int32");

describe("contrastiveLoss", () => {
  it("equals the value worked out by hand", () => {
    // positives 1, 4: 1 and 16; negatives 2, 5 at margin 3: (3 − 2)² and 0; half of it, mean of 4
    const loss = contrastiveLoss(zeros(), far(), labels(1, 1, 0, 0), { margin: 3, distance });
    equals(loss, (1 + 16 + 1) / 2 / 4);
  });
  it("is the sum where no mean is wanted", () => {
    const options = { margin: 3, distance, average: false };
    equals(contrastiveLoss(zeros(), far(), labels(1, 1, 0, 0), options), 9);
  });
  it("refuses labels other than 0 and 1, and a margin of 0", () => {
    const act = (given: tf.Tensor1D, margin: number) => () =>
      contrastiveLoss(zeros(), far(), given, { margin });
    assert.throws(act(labels(1, 0, 2, 0), 1), /whole numbers from 0 to 1, got 2 in row 2/);
    const half = tf.tensor1d([1, 0, 0.5, 0]);
    assert.throws(act(half, 1), /whole numbers from 0 to 1, got 0.5 in row 2/);
    assert.throws(act(labels(1, 0, 1, 0), 0), /margin must be above 0, got 0/);
  });
});

describe("onlineContrastiveLoss", () => {
  it("counts the pairs that are on the wrong side only", () => {
    // positives 1, 4; negatives 2, 5: 4 lies beyond 2, and 2 before 4. 4² + (3 − 2)²
    const loss = onlineContrastiveLoss(zeros(), far(), labels(1, 1, 0, 0), { margin: 3, distance });
    equals(loss, 17);
  });
  it("is 0 once every positive is nearer than every negative", () => {
    const options = { margin: 9, distance };
    equals(onlineContrastiveLoss(zeros(), far(), labels(1, 0, 1, 0), options), 0);
  });
  it("compares with the mean of their own kind where there is one pair of the other", () => {
    // The only positive is 2. Negatives 1, 2.5, 7 have mean 3.5: 1 and 2.5 count (2 and ½ from 3).
    // The positive lies beyond the nearest negative, 1: 2².
    const row = tf.tensor2d([[1], [2], [2.5], [7]]);
    const loss = onlineContrastiveLoss(zeros(), row, labels(0, 1, 0, 0), { margin: 3, distance });
    equals(loss, 4 + 4 + 0.25);
  });
  it("is 0 where all pairs are of one kind and equally far", () => {
    const same = tf.ones<tf.Rank.R2>([4, 1]);
    equals(onlineContrastiveLoss(zeros(), same, labels(1, 1, 1, 1), { distance }), 0);
  });
});
