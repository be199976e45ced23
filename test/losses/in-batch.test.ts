import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { gistLoss } from "../../src/losses/gist";
import { infoNceLoss } from "../../src/losses/info-nce";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { ntXentLoss } from "../../src/losses/nt-xent";
import { dotProduct } from "../../src/similarity/dot-product";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

const logSumExp = (...x: number[]) => Math.log(x.reduce((sum, each) => sum + Math.exp(each), 0));
const axes = () =>
  tf.tensor2d([
    [1, 0],
    [0, 1],
  ]);
const slanted = () =>
  tf.tensor2d([
    [3, 4],
    [0, 2],
  ]); // cosines with the axes: 0.6, 0 / 0.8, 1

describe("multipleNegativesRankingLoss", () => {
  it("equals the value worked out by hand", () => {
    // scores 2 · [[0.6, 0], [0.8, 1]]
    const expected = (logSumExp(1.2, 0) - 1.2 + (logSumExp(1.6, 2) - 2)) / 2;
    equals(multipleNegativesRankingLoss(axes(), slanted(), { scale: 2 }), expected);
  });
  it("has a scale of 20 and a temperature of 0.07 where nothing else is said", () => {
    const [ranking, nce] = [
      multipleNegativesRankingLoss(axes(), slanted()),
      infoNceLoss(axes(), slanted()),
    ];
    equals(ranking, (logSumExp(12, 0) - 12 + (logSumExp(16, 20) - 20)) / 2);
    const [a, b, c] = [0.6 / 0.07, 0.8 / 0.07, 1 / 0.07];
    equals(nce, (logSumExp(a, 0) - a + (logSumExp(b, c) - c)) / 2);
  });
  it("also ranks anchors for each positive when it is symmetric", () => {
    const forward = (logSumExp(1.2, 0) - 1.2 + (logSumExp(1.6, 2) - 2)) / 2;
    const backward = (logSumExp(1.2, 1.6) - 1.2 + (logSumExp(0, 2) - 2)) / 2;
    const options = { scale: 2, symmetric: true };
    equals(multipleNegativesRankingLoss(axes(), slanted(), options), (forward + backward) / 2);
  });
  it("sets each hard negative beside all positives, for every anchor", () => {
    const one = () => tf.tensor2d([[1, 0]]); // a single anchor with its negative is a batch
    const hardNegatives = [tf.tensor2d([[0, 5]]), tf.tensor2d([[-2, 0]])]; // 0 and −1
    const loss = multipleNegativesRankingLoss(one(), one(), { scale: 3, hardNegatives });
    equals(loss, logSumExp(3, 0, -3) - 3);
  });
  it("begins at ln of the number of candidates where all rows are alike", () => {
    const same = tf.ones<tf.Rank.R2>([8, 3]);
    equals(multipleNegativesRankingLoss(same, same, { hardNegatives: [same] }), Math.log(16));
  });
  it("refuses hard negatives for other rows, and a scale of 0", () => {
    const hardNegatives = [tf.ones<tf.Rank.R2>([3, 2])];
    assert.throws(
      () => multipleNegativesRankingLoss(axes(), slanted(), { hardNegatives }),
      /shapes must be equal, got anchor \[2,2\], hardNegatives\[0\] \[3,2\]/,
    );
    assert.throws(() => multipleNegativesRankingLoss(axes(), slanted(), { scale: 0 }), /got 0/);
  });
});

describe("infoNceLoss", () => {
  it("is the ranking loss with scale 1 / T", () => {
    const ranking = multipleNegativesRankingLoss(axes(), slanted(), { scale: 4 });
    equals(infoNceLoss(axes(), slanted(), { temperature: 0.25 }), ranking.dataSync()[0]!);
  });
  it("lets T be learned: smaller where the nearest candidate is the right one", () => {
    const gradient = tf.grad((t) => infoNceLoss(axes(), axes(), { temperature: t as tf.Scalar }));
    // L = ln(1 + e^(−1/T)); dL/dT = e^(−1/T) / (1 + e^(−1/T)) / T² = σ(−2) · 4 at T = ½
    equals(gradient(tf.scalar(0.5)), 4 / (1 + Math.exp(2)));
  });
  it("pushes each negative with its share of the softmax", () => {
    const gradient = tf.grad((p) =>
      infoNceLoss(axes(), p as tf.Tensor2D, { temperature: 1, similarity: dotProduct }),
    );
    // scores are the positives' own numbers: ∂L/∂S = (softmax − [i = j]) / 2, row j of p gets
    // Σ_i ∂L/∂S_ij · a_i, so its number i is ∂L/∂S_ij
    const found = gradient(
      tf.tensor2d([
        [Math.log(3), 0],
        [0, 0],
      ]),
    ).dataSync(); // anchor 0 sees e^S = 3 and 1, anchor 1 sees 1 and 1
    const expected = [(0.75 - 1) / 2, 0.5 / 2, 0.25 / 2, (0.5 - 1) / 2];
    expected.forEach((value, i) => assert.ok(Math.abs(found[i]! - value) < 1e-6));
  });
  it("refuses negatives of another width or without a number, and a T of 0", () => {
    const wide = { negatives: [tf.zeros<tf.Rank.R2>([4, 3])] };
    const broken = { negatives: [tf.tensor2d([[0, NaN]])] };
    assert.throws(() => infoNceLoss(axes(), slanted(), wide), /negatives\[0\] must be 2 wide/);
    assert.throws(() => infoNceLoss(axes(), slanted(), broken), /negatives\[0\] must be finite/);
    assert.throws(() => infoNceLoss(axes(), slanted(), { temperature: 0 }), /above 0, got 0/);
  });
});

describe("ntXentLoss", () => {
  it("equals the value worked out by hand", () => {
    // All four views at T = 1: 0 and 2 on one axis, 1 and 3 on the other; a view sees its twin at
    // cosine 1 and two strangers at 0, and never itself.
    equals(ntXentLoss(axes(), axes(), { temperature: 1 }), logSumExp(1, 0, 0) - 1);
  });
});

describe("gistLoss", () => {
  it("has all other texts as negatives where the guide objects to none", () => {
    const guide = { anchor: axes(), positive: axes() };
    // anchor 0 sees: positives 1, 0; the other anchor 0; the other positive 0
    const loss = gistLoss(axes(), axes(), { guide, temperature: 1 });
    equals(loss, logSumExp(1, 0, 0, 0) - 1);
  });
  it("leaves out what the guide finds nearer than the pair itself", () => {
    // To the guide both anchors and positive 1 are one text, and positive 0 is a little off: for
    // anchor 0 positive 1 and anchor 1 are excluded, only positives 0 and 1 remain to compare.
    const guide = {
      anchor: tf.tensor2d([
        [1, 0],
        [1, 0],
      ]),
      positive: tf.tensor2d([
        [0.9, 0.5],
        [1, 0],
      ]),
    };
    const found = gistLoss(axes(), axes(), { guide, temperature: 1 });
    const first = logSumExp(1, 0) - 1; // its positive (1) and positive 1 seen from positive 0 (0)
    const second = logSumExp(1, 0, 0, 0) - 1; // for anchor 1 nothing is nearer than 1
    equals(found, (first + second) / 2);
  });
  it("refuses a guide for another batch", () => {
    const guide = { anchor: tf.ones<tf.Rank.R2>([3, 2]), positive: tf.ones<tf.Rank.R2>([3, 2]) };
    assert.throws(() => gistLoss(axes(), axes(), { guide }), /the same 2 rows, got 3/);
  });
});
