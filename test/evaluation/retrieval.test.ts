import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { averagePrecision } from "../../src/evaluation/average-precision";
import { permutationTest } from "../../src/evaluation/permutation-test";
import { meanOf } from "../../src/evaluation/bootstrap";
import { judgeRanking, Relevance } from "../../src/evaluation/judged-ranking";
import { dcgAt, exponentialGain, ndcgAt } from "../../src/evaluation/ndcg";
import { hitAt, precisionAt, recallAt, rPrecision } from "../../src/evaluation/ranking-hits";
import { reciprocalRank } from "../../src/evaluation/reciprocal-rank";
import { evaluateRetrieval } from "../../src/evaluation/retrieval";
import { close, GOLDEN } from "./golden-metrics";

const { queries, ks, mean_over_queries: means } = GOLDEN.ranking;
const golden = queries.map(({ ranking, relevance, ...rest }) => {
  return { ...rest, ranking, relevance: new Map(Object.entries(relevance)) };
});
/** Relevant: the second and fourth of four returned, and one that was not. */
const judged = judgeRanking(["a", "b", "c", "d"], new Set(["b", "d", "z"]));

describe("measures of one ranking", () => {
  it("equal the values worked out by hand", () => {
    assert.deepEqual([hitAt(judged, 1), hitAt(judged, 2)], [0, 1]);
    assert.deepEqual([precisionAt(judged, 2), precisionAt(judged, 10)], [1 / 2, 2 / 10]);
    assert.deepEqual([recallAt(judged, 2), recallAt(judged, 4)], [1 / 3, 2 / 3]);
    assert.deepEqual([reciprocalRank(judged), reciprocalRank(judged, 1)], [1 / 2, 0]);
    close(rPrecision(judged), 1 / 3); // one of the first three
    close(averagePrecision(judged), (1 / 2 + 2 / 4) / 3);
    close(averagePrecision(judged, 2), 1 / 2 / 2);
    // gains 0 1 0 1 against 1 1 1
    const best = 1 + 1 / Math.log2(3) + 1 / 2;
    close(ndcgAt(judged, 4), (1 / Math.log2(3) + 1 / Math.log2(5)) / best);
  });
  for (const { name, ranking, relevance, metrics } of golden) {
    it(`give the reference values: ${name}`, () => {
      const one = judgeRanking(ranking, relevance);
      const actual: Record<string, number> = {
        ap: averagePrecision(one),
        rr: reciprocalRank(one),
        r_precision: rPrecision(one),
      };
      for (const k of ks) {
        actual[`hit@${k}`] = hitAt(one, k);
        actual[`precision@${k}`] = precisionAt(one, k);
        actual[`recall@${k}`] = recallAt(one, k);
        actual[`mrr@${k}`] = reciprocalRank(one, k);
        actual[`ap@${k}`] = averagePrecision(one, k);
        actual[`ndcg@${k}`] = ndcgAt(one, k);
        actual[`dcg@${k}`] = dcgAt(one, k);
        actual[`ndcg_exp@${k}`] = ndcgAt(one, k, exponentialGain);
        actual[`dcg_exp@${k}`] = dcgAt(one, k, exponentialGain);
      }
      assert.deepEqual(Object.keys(actual).sort(), Object.keys(metrics).sort());
      for (const [name, value] of Object.entries(metrics)) close(actual[name], value, name);
    });
  }
  it("don't fall when a relevant document moves up", () => {
    const relevance = new Map([["x", 2], ["y", 1]]); // prettier-ignore
    const [down, up] = [["p", "q", "x", "y"], ["p", "x", "q", "y"]].map((ranking) =>
      judgeRanking(ranking, relevance),
    ); // prettier-ignore
    for (const measure of [averagePrecision, reciprocalRank])
      assert.ok(measure(up!) > measure(down!));
    assert.ok(ndcgAt(up!, 4) > ndcgAt(down!, 4));
    assert.equal(recallAt(up!, 4), recallAt(down!, 4));
  });
  it("say what they got when the input is wrong", () => {
    const grade = (value: number): Relevance<string> => new Map([["a", value]]);
    assert.throws(() => judgeRanking(["a", "a"], grade(1)), /may stand once, got "a" twice/);
    assert.throws(() => judgeRanking(["a"], grade(-1)), /0 or above, got -1/);
    assert.throws(() => judgeRanking(["b"], grade(NaN)), /0 or above, got NaN/);
    for (const measure of [hitAt, precisionAt, recallAt, ndcgAt, dcgAt, reciprocalRank]) {
      assert.throws(
        () => measure(judged, 0),
        new RegExp(`${measure.name}: k .* at least 1, got 0`),
      );
    }
    assert.throws(() => averagePrecision(judged, 1.5), /averagePrecision: k .* got 1.5/);
  });
});

describe("evaluateRetrieval", () => {
  it("gives the reference means over queries", () => {
    const { mean } = evaluateRetrieval(golden, { ks });
    const names: Record<string, string> = { ap: "map", r_precision: "r-precision" };
    for (const [name, value] of Object.entries(means)) {
      if (/ap@|dcg_exp|^dcg|^rr$/.test(name)) continue; // of single rankings, above
      close(mean[names[name] ?? name], value, name);
    }
  });
  it("keeps each query's value and draws intervals over queries", () => {
    const options = { ks: [1], bootstrap: { rng: createRng(1), resamples: 400 } };
    const { perQuery, mean, intervals } = evaluateRetrieval(golden, options);
    assert.deepEqual(perQuery["hit@1"], queries.map(({ metrics }) => metrics["hit@1"])); // prettier-ignore
    const { estimate, low, high } = intervals!["hit@1"]!;
    close(estimate, mean["hit@1"]);
    // 1.96 · √(5/11 · 6/11 / 11) = 0.294
    assert.ok(Math.abs(low - 0.16) < 0.06 && Math.abs(high - 0.75) < 0.06, `${low} to ${high}`);
  });
  it("lets two searches be compared query by query", () => {
    const [a, b] = [1, 2].map((place) =>
      Array.from({ length: 40 }, (_, i) => {
        const ranking = i % 4 === 0 || place === 1 ? ["hit", "miss"] : ["miss", "hit"];
        return { ranking, relevance: new Set(["hit"]) };
      }),
    );
    const [first, second] = [a!, b!].map((q) => evaluateRetrieval(q).perQuery["mrr@10"]!);
    const { difference, pValue } = permutationTest(first!, second!, meanOf, { rng: createRng(1) });
    close(difference, 0.75 * 0.5);
    assert.ok(pValue < 0.001, `${pValue}`);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => evaluateRetrieval([]), /there must be queries, got 0/);
    assert.throws(() => evaluateRetrieval(golden, { ks: [0] }), /evaluateRetrieval: k .* got 0/);
  });
});
