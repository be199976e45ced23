import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { maskedWordBaselines } from "../../src/bert/masked-word-baselines";
import type { PretrainingBatch } from "../../src/bert/pretraining-data";

const [MASK, A, B, C, D] = [1, 5, 6, 7, 8];
const OPTIONS = { vocabSize: 9, specialTokenIds: [0, MASK, 2] };
// A 5 times, B 4, C 3, D 2; A is followed by B three times and by C twice.
const TRAINING = [
  [[A, B, A, B, A, B]],
  [
    [A, C, D],
    [A, C, D],
  ],
  [[C, B]],
];

describe("maskedWordBaselines", () => {
  it("guesses the commonest word, the commonest after the left one, and what fits both", () => {
    const heldOut = [
      batch([2, MASK, 2], { 1: A }), // no neighbour: A, right for all three
      batch([A, MASK, 2], { 1: B }), // after A: B, right for both neighbours' models
      batch([A, MASK, D], { 1: C }), // after A: B; before D: C, right for the last one alone
      batch([A, MASK, MASK], { 1: C, 2: D }), // the right one is hidden, so B; then A twice
    ];
    const found = maskedWordBaselines(TRAINING, heldOut, OPTIONS);
    assert.deepEqual(found, {
      ...{ mostFrequent: 1 / 5, leftNeighbour: 2 / 5, bothNeighbours: 3 / 5, count: 5 },
    });
  });

  it("is 0 without masked words", () => {
    const found = maskedWordBaselines(TRAINING, [batch([A, B], {})], OPTIONS);
    assert.deepEqual(found, { mostFrequent: 0, leftNeighbour: 0, bothNeighbours: 0, count: 0 });
  });
});

function batch(ids: number[], words: Record<number, number>): PretrainingBatch {
  const array = (values: number[]) => ({ shape: [values.length], data: Int32Array.from(values) });
  const none = array([]);
  return {
    ...{ inputIds: array(ids), tokenTypeIds: none, attentionMask: none, nextSentence: none },
    maskedPositions: array(Object.keys(words).map(Number)),
    words: array(Object.values(words)),
  };
}
