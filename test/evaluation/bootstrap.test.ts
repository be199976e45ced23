import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { bootstrap, meanOf, pairedBootstrap } from "../../src/evaluation/bootstrap";

const answers = Array.from({ length: 200 }, (_, i) => i % 4 !== 0); // 0.75 are right

describe("bootstrap", () => {
  it("gives an accuracy the interval of its standard error", () => {
    const interval = bootstrap(answers, meanOf, { rng: createRng(1), resamples: 4000 });
    assert.equal(interval.estimate, 0.75);
    // √(0.75 · 0.25 / 200) = 0.0306; 1.96 of them are 0.060
    assert.ok(Math.abs(interval.low - 0.69) < 0.011, `${interval.low}`);
    assert.ok(Math.abs(interval.high - 0.81) < 0.011, `${interval.high}`);
  });
  it("is the same for the same seed, and another for another", () => {
    const of = (seed: number) => bootstrap(answers, meanOf, { rng: createRng(seed) });
    assert.deepEqual(of(1), of(1));
    assert.notDeepEqual(of(1), of(2));
  });
  it("widens with confidence", () => {
    const width = (confidence: number) => {
      const { low, high } = bootstrap(answers, meanOf, { rng: createRng(1), confidence });
      return high - low;
    };
    assert.ok(width(0.5) < width(0.95) && width(0.95) < width(0.99));
  });
  it("takes quantiles between draws in proportion", () => {
    // One draw: every quantile is its score.
    const one = bootstrap([5], meanOf, { rng: createRng(1), resamples: 1 });
    assert.deepEqual([one.low, one.high], [5, 5]);
    let draws = 0;
    const scores = [0, 10];
    const two = bootstrap([1], () => scores[draws++] ?? 4, { rng: createRng(1), resamples: 2 });
    close(two.low, 0.25); // 0.025 of the way from 0 to 10
    close(two.high, 9.75);
    assert.equal(two.estimate, 4);
  });
  it("draws as many items as there are, with repetition", () => {
    const sizes = new Set<number>();
    let repeated = false;
    bootstrap(
      [1, 2, 3, 4, 5],
      (sample) => {
        sizes.add(sample.length);
        repeated ||= new Set(sample).size < sample.length;
        return 0;
      },
      { rng: createRng(1), resamples: 20 },
    );
    assert.deepEqual([[...sizes], repeated], [[5], true]);
  });
  it("leaves out draws without a score, and refuses if all are", () => {
    const sometimes = (sample: readonly number[]) => (sample[0] === 1 ? NaN : 7);
    assert.equal(bootstrap([1, 2], sometimes, { rng: createRng(1) }).high, 7);
    assert.throws(() => bootstrap([1], () => NaN, { rng: createRng(1) }), /must give a number/);
  });
  it("says what it got when the input is wrong", () => {
    const rng = createRng(1);
    assert.throws(() => bootstrap([], meanOf, { rng }), /bootstrap: there must be items, got 0/);
    assert.throws(() => bootstrap([1], meanOf, { rng, resamples: 0 }), /resamples .* got 0/);
    assert.throws(() => bootstrap([1], meanOf, { rng, confidence: 95 }), /confidence .* got 95/);
  });
});

describe("pairedBootstrap", () => {
  it("sees a small difference on the same items that two intervals can't tell apart", () => {
    const better = answers.map((right, i) => right || i % 20 === 0); // 10 more of 200
    const rng = createRng(1);
    const apart = [answers, better].map((items) => bootstrap(items, meanOf, { rng }));
    assert.ok(apart[0]!.high > apart[1]!.low); // the intervals overlap
    const paired = pairedBootstrap(better, answers, meanOf, { rng });
    close(paired.estimate, 0.05);
    assert.ok(paired.low > 0, `${paired.low}`);
  });
  it("is 0 for a system beside itself", () => {
    const { low, high } = pairedBootstrap(answers, answers, meanOf, { rng: createRng(1) });
    assert.deepEqual([low, high], [0, 0]);
  });
  it("refuses lists of different lengths", () => {
    const options = { rng: createRng(1) };
    assert.throws(() => pairedBootstrap([1], [1, 2], meanOf, options), /got 1 and 2/);
  });
});

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, not ${expected}`);
}
