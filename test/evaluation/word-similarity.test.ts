import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { evaluateWordSimilarity } from "../../src/evaluation/word-similarity";

const cosines: Record<string, number> = { "cat dog": 0.9, "cat car": 0.2, "dog paris": 0.3 };
const model = {
  has: (word: string) => ["cat", "dog", "car", "paris"].includes(word),
  similarity: (a: string, b: string) => cosines[`${a} ${b}`]!,
};
const pair = (word1: string, word2: string, score: number) => ({ word1, word2, score });
const pairs = [
  pair("cat", "dog", 8),
  pair("cat", "car", 1),
  pair("dog", "Paris", 0),
  pair("cat", "unicorn", 5),
];

describe("evaluateWordSimilarity", () => {
  it("correlates cosines with judgements, and leaves out unknown words", () => {
    const result = evaluateWordSimilarity(model, pairs);
    // Ranks of the cosines 3 1 2, of the scores 3 2 1: 1 − 6 · 2 / 24 = 0.5
    assert.ok(Math.abs(result.spearman - 0.5) < 1e-12);
    // Deviations 13/30 −8/30 −5/30 and 5 −2 −3: (96/30) / √(258/900 · 38) = 0.9696
    assert.ok(Math.abs(result.pearson - 96 / 30 / Math.sqrt((258 / 900) * 38)) < 1e-12);
    assert.equal(result.skipped, 1);
    assert.deepEqual(result.pairs[2], { ...pairs[2], cosine: 0.3 }); // Paris found as paris
    assert.equal(result.interval, undefined);
  });
  it("draws an interval around Spearman's correlation", () => {
    const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
    const rng = createRng(5);
    const noisy = {
      has: () => true,
      similarity: (a: string) => Number(a.slice(1)) + 20 * rng.normal(),
    };
    const { interval, spearman } = evaluateWordSimilarity(
      noisy,
      words.map((word, i) => pair(word, word, i / 4)),
      { rng: createRng(1) },
    );
    assert.equal(interval!.estimate, spearman);
    assert.ok(interval!.low < spearman && spearman < interval!.high && interval!.high < 1);
  });
  it("says how many pairs were known when they are too few", () => {
    assert.throws(() => evaluateWordSimilarity(model, pairs.slice(2)), {
      name: "RangeError",
      message: "evaluateWordSimilarity: at least 2 pairs must be known to the model, got 1 of 2",
    });
  });
});
