import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { pairedBootstrap } from "../../src/evaluation/bootstrap";
import { evaluateSts, judgedScores, spearmanOfScores } from "../../src/evaluation/sts";
import { close, GOLDEN } from "./golden-metrics";

// Every second vector is (1, 0), so the first coordinate is the dot product.
const a = [[0.6, 0.8], [1, 0], [0, 1], [-3, 4]]; // prettier-ignore
const b = a.map(() => [1, 0]);
const gold = [3, 5, 2, 0];

describe("evaluateSts", () => {
  it("equals the values worked out by hand", () => {
    const { spearman, pearson, scores } = evaluateSts(a, b, gold);
    close(scores.cosine, [0.6, 1, 0, -0.6]); // orders as people do
    close(spearman.cosine, 1);
    // deviations 0.35 0.75 −0.25 −0.85 and 0.5 2.5 −0.5 −2.5: 4.3 / √(1.47 · 13)
    close(pearson.cosine, 4.3 / Math.sqrt(1.47 * 13));
    close(spearman.dot, 1); // 0.6 1 0 −3
    // distances √(0.16 + 0.64), 0, √2, √(16 + 16): the order of the judgements, reversed
    close(spearman.euclidean, 1);
    close(spearman.manhattan, 1); // 1.2 0 2 8
  });
  it("measures each correlation on its own measure's scores", () => {
    // (10, 0) and (1, 0) point the same way, but lie far apart and have a large product.
    const { spearman } = evaluateSts([[10, 0], [1, 0.1], [0.1, 1]], b.slice(1), [1, 2, 0]); // prettier-ignore
    close(spearman.cosine, 0.5); // cosines 1, 0.995, 0.1 for 1, 2, 0
    close(spearman.dot, 0.5); // 10, 1, 0.1
    close(spearman.euclidean, 0.5); // −9, −0.1, −1.345: ranks 1 3 2 beside 2 3 1
    const apart = evaluateSts([[10, 0], [1, 0.1]], [[1, 0], [1, 0]], [1, 0]); // prettier-ignore
    close([apart.spearman.cosine, apart.spearman.euclidean], [1, -1]);
  });
  it("draws intervals that hold the estimate, and narrows them with more pairs", () => {
    const width = (copies: number) => {
      const times = <Row>(rows: Row[]) => Array.from({ length: copies }, () => rows).flat();
      const noisy = times(gold).map((value, i) => value + 6 * Math.sin(i));
      const options = { bootstrap: { rng: createRng(1), resamples: 200 } };
      const { spearman, intervals } = evaluateSts(times(a), times(b), noisy, options);
      const { estimate, low, high } = intervals!.cosine;
      close(estimate, spearman.cosine);
      assert.ok(low < estimate && estimate < high);
      return high - low;
    };
    assert.ok(width(40) < 0.7 * width(10));
    assert.equal(evaluateSts(a, b, gold).intervals, undefined);
  });
  it("compares two models on the same pairs", () => {
    const { x, y } = GOLDEN.correlation[0]!;
    const [good, bad] = [judgedScores(x, x), judgedScores(y, x)];
    const difference = pairedBootstrap(good, bad, spearmanOfScores, { rng: createRng(1) });
    close(difference.estimate, 1 - 0.9256265453136692);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => evaluateSts(a, b, [1, 2, 3]), /same length, got 4 and 3/);
    assert.throws(() => evaluateSts(a, b, [1, 2, 3, NaN]), /finite numbers, got NaN at index 3/);
    assert.throws(() => evaluateSts([], [], []), /2 pairs or more, got 0/);
  });
});
