import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { batchAllTripletLoss } from "../../src/losses/batch-all-triplet";
import { batchHardTripletLoss } from "../../src/losses/batch-hard-triplet";
import { semiHardTripletLoss } from "../../src/losses/semi-hard-triplet";
import { manhattanDistance } from "../../src/similarity/distance";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

// Places on a line: label 0 at 0 and 4, label 1 at 1 and 10.
const places = () => tf.tensor2d([[0], [4], [1], [10]]);
const labels = () => tf.tensor1d([0, 0, 1, 1], "int32");
// Each positive pair, its distance, and the distances from its anchor to the two negatives:
//   0→4: 4; 1, 10        4→0: 4; 3, 6        1→10: 9; 1, 3        10→1: 9; 10, 6

describe("batchAllTripletLoss", () => {
  it("is the mean over the triplets that violate the margin", () => {
    // margin 1: 4−1+1 = 4, (4−10+1 < 0); 4−3+1 = 2, (4−6+1 < 0); 9−1+1 = 9, 9−3+1 = 7;
    //           (9−10+1 = 0), 9−6+1 = 4   →   (4 + 2 + 9 + 7 + 4) / 5
    equals(batchAllTripletLoss(places(), labels()), 26 / 5);
  });
  it("is 0 where all triplets are easy", () => {
    const apart = tf.tensor2d([[0], [1], [100], [101]]);
    equals(batchAllTripletLoss(apart, labels()), 0);
  });
});

describe("batchHardTripletLoss", () => {
  it("takes each row's farthest positive and nearest negative", () => {
    // 4−1+1, 4−3+1, 9−1+1, 9−6+1
    equals(batchHardTripletLoss(places(), labels()), (4 + 2 + 9 + 4) / 4);
  });
  it("leaves out rows that have no positive", () => {
    // Without the partner at 1, the row at 10 has none: 4−10+7 = 1 and 4−6+7 = 5 remain.
    const three = tf.tensor2d([[0], [4], [10]]);
    const kinds = tf.tensor1d([0, 0, 1], "int32");
    equals(batchHardTripletLoss(three, kinds, { margin: 7 }), 3);
  });
  it("measures with the distance it is given", () => {
    // |Δ| summed over two columns is twice the distance above: 8−2+1, 8−6+1, 18−2+1, 18−12+1
    const twice = tf.tile(places(), [1, 2]) as tf.Tensor2D;
    const loss = batchHardTripletLoss(twice, labels(), { distance: manhattanDistance });
    equals(loss, (7 + 3 + 17 + 7) / 4);
  });
});

describe("semiHardTripletLoss", () => {
  it("takes the nearest negative beyond the positive, or else the farthest one", () => {
    // margin 5: 4→10: 4−10+5 < 0; 4→6: 4−6+5 = 3; beyond 9 none, the farthest is 3: 9−3+5 = 11;
    //           9→10: 9−10+5 = 4   →   (0 + 3 + 11 + 4) / 4
    equals(semiHardTripletLoss(places(), labels(), { margin: 5 }), 18 / 4);
  });
});

describe("losses over labels", () => {
  it("refuse batches in which there is no triplet, and labels that are none", () => {
    const same = tf.tensor1d([3, 3, 3, 3], "int32");
    const other = tf.tensor1d([0, 1, 2, 3], "int32");
    const broken = tf.tensor1d([0, 0, 1, -1], "int32");
    for (const loss of [batchAllTripletLoss, batchHardTripletLoss, semiHardTripletLoss]) {
      assert.throws(() => loss(places(), same), /must not, got one label for all of 4 rows/);
      assert.throws(() => loss(places(), other), /got another label in each of 4 rows/);
      assert.throws(() => loss(places(), broken), /labels must be whole .* got -1 in row 3/);
      assert.throws(() => loss(places(), tf.tensor1d([1, 2], "int32")), /each of the 4 rows/);
    }
  });
});
