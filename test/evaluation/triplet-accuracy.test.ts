import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { tripletAccuracy } from "../../src/evaluation/triplet-accuracy";
import { close } from "./golden-metrics";

const anchor = [[1, 0], [1, 0], [1, 0]]; // prettier-ignore
const positive = [[5, 0], [0, 1], [1, 0]]; // prettier-ignore
const negative = [[1, 0.1], [-1, 0], [1, 0]]; // prettier-ignore

describe("tripletAccuracy", () => {
  it("equals the values worked out by hand, a tie counting as wrong", () => {
    const { accuracy, correct } = tripletAccuracy(anchor, positive, negative);
    // cosines 1 > 0.995, 0 > −1, 1 = 1
    assert.deepEqual(correct.cosine, [true, true, false]);
    // distances 4 and 0.1, √2 and 2, 0 and 0
    assert.deepEqual(correct.euclidean, [false, true, false]);
    assert.deepEqual(correct.dot, [true, true, false]); // 5 > 1, 0 > −1
    assert.deepEqual(correct.manhattan, [false, false, false]); // 2 and 2 in the second
    close([accuracy.cosine, accuracy.euclidean, accuracy.manhattan], [2 / 3, 1 / 3, 0]);
  });
  it("turns every verdict but a tie when positive and negative change places", () => {
    const { correct } = tripletAccuracy(anchor, negative, positive);
    assert.deepEqual(correct.cosine, [false, false, false]);
    assert.deepEqual(correct.euclidean, [true, false, false]);
  });
  it("draws intervals over triplets", () => {
    const times = <Row>(rows: Row[]) => Array.from({ length: 100 }, () => rows).flat();
    const [anchors, positives, negatives] = [anchor, positive, negative].map(times);
    const options = { bootstrap: { rng: createRng(1), resamples: 500 } };
    const { intervals } = tripletAccuracy(anchors!, positives!, negatives!, options);
    const { estimate, low, high } = intervals!.cosine;
    // 1.96 · √(2/3 · 1/3 / 300) = 0.053
    close(estimate, 2 / 3);
    assert.ok(Math.abs(high - low - 0.107) < 0.015, `${low} to ${high}`);
    assert.deepEqual([intervals!.manhattan.low, intervals!.manhattan.high], [0, 0]);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => tripletAccuracy([], [], []), /there must be triplets, got 0/);
    assert.throws(() => tripletAccuracy(anchor, positive, [[1, 0]]), /shapes must be equal/);
  });
});
