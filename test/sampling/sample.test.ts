import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { sample, SampleOptions } from "../../src/sampling/sample";
import { softmax } from "../../src/sampling/softmax";
import { warpLogits } from "../../src/sampling/warp-logits";

const DRAWS = 2000;
/** Probabilities from 0.43 to 0.003. */
const logits = [2, 1, 0.5, 0, -0.5, -1, -3];

/** Σ (drawn − expected)² / expected, over what can be drawn. */
function chiSquare(seed: number, settings: Partial<SampleOptions>, skew = 1): number {
  const rng = createRng(seed);
  const probabilities = softmax(warpLogits(logits, settings));
  const counts = logits.map(() => 0);
  const skewed = logits.map((logit, i) => (i === 1 ? logit + Math.log(skew) : logit));
  for (let i = 0; i < DRAWS; i++) counts[sample(skewed, { ...settings, rng })]! += 1;
  return probabilities.reduce((sum, p, i) => {
    if (p === 0) return counts[i] === 0 ? sum : Infinity;
    return sum + (counts[i]! - DRAWS * p) ** 2 / (DRAWS * p);
  }, 0);
}

describe("sample", () => {
  const cases: [settings: Partial<SampleOptions>, limit: number][] = [
    // The value that χ² exceeds one time in a hundred, for as many degrees of freedom as tokens
    // can be drawn, less one: 6, 6, 2, 2, 4.
    [{}, 16.81],
    [{ temperature: 2 }, 16.81],
    [{ topK: 3 }, 9.21],
    [{ temperature: 0.7, topP: 0.85 }, 9.21],
    [{ temperature: 1.5, minP: 0.15 }, 13.28],
  ];
  for (const [settings, limit] of cases) {
    it(`draws each token as often as its probability says: ${JSON.stringify(settings)}`, () => {
      const seeds = Array.from({ length: 40 }, (_, seed) => seed);
      const values = seeds.map((seed) => chiSquare(seed, settings));
      // 0.4 of 40 expected; 4 or more have a chance of one in a thousand
      assert.ok(values.filter((value) => value > limit).length < 4, `${values}`);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const kept = softmax(warpLogits(logits, settings)).filter((p) => p > 0).length;
      // The mean of χ² is its degrees of freedom, with standard deviation √(2 df / 40).
      const spread = Math.sqrt((2 * (kept - 1)) / 40);
      assert.ok(Math.abs(mean - (kept - 1)) < 4 * spread, `${mean} for ${kept - 1}`);
    });
  }
  it("would be found out if one token came a fifth too often", () => {
    const values = Array.from({ length: 40 }, (_, seed) => chiSquare(seed, {}, 1.2));
    assert.ok(values.filter((value) => value > 16.81).length > 8, `${values}`);
  });
  it("never draws what has no probability, at either end of the draw", () => {
    const at = (uniform: number) => ({ rng: { ...createRng(1), uniform: () => uniform } });
    const z = [-Infinity, 0, 0, -Infinity];
    assert.equal(sample(z, at(0)), 1);
    assert.equal(sample(z, at(0.5)), 2);
    assert.equal(sample(z, at(1 - 2 ** -53)), 2);
    // Ten tenths sum to a little under 1.
    assert.equal(sample(Array<number>(10).fill(0).concat(-Infinity), at(1 - 2 ** -53)), 9);
  });
  it("is the same for the same seed", () => {
    const draw = (seed: number) => {
      const rng = createRng(seed);
      return Array.from({ length: 50 }, () => sample(logits, { rng }));
    };
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
  });
  it("says what it got when the input is wrong", () => {
    const rng = createRng(1);
    assert.throws(() => sample([], { rng }), /there must be logits, got an array of 0/);
    assert.throws(() => sample([1], { rng, temperature: 0 }), /temperature .* got 0/);
    assert.throws(() => sample([1], { rng, topK: 2 }), /k must be .* from 1 to 1, got 2/);
  });
});
