import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { reciprocalRankFusion, scoreFusion } from "../../src/search/fusion";
import type { Hit } from "../../src/search/hit";

const ranking = (...ids: string[]): Hit[] => ids.map((id, i) => ({ id, score: -i, rank: i + 1 }));

describe("reciprocalRankFusion", () => {
  it("equals the value worked out by hand", () => {
    // a: 1/61 + 1/63; b: 1/62; c: 1/63 + 1/61; d: 1/62. a and c are equal, a is met first.
    const fused = reciprocalRankFusion([ranking("a", "b", "c"), ranking("c", "d", "a")]);
    assert.deepEqual(fused, [
      { id: "a", score: 1 / 61 + 1 / 63, rank: 1 },
      { id: "c", score: 1 / 63 + 1 / 61, rank: 2 },
      { id: "b", score: 1 / 62, rank: 3 },
      { id: "d", score: 1 / 62, rank: 4 },
    ]);
  });
  it("counts each ranking as its weight says, and returns k", () => {
    const weighted = reciprocalRankFusion([ranking("a", "b"), ranking("b", "c")], {
      ...{ weights: [0, 2], rankConstant: 1, k: 2 },
    });
    assert.deepEqual(weighted, [
      { id: "b", score: 1, rank: 1 }, // 2 / (1 + 1)
      { id: "c", score: 2 / 3, rank: 2 },
    ]);
  });
  it("gives nothing for nothing", () => {
    assert.deepEqual(reciprocalRankFusion([]), []);
    assert.deepEqual(reciprocalRankFusion([[], []]), []);
  });
  it("refuses wrong input", () => {
    assert.throws(() => reciprocalRankFusion([ranking("a")], { weights: [] }), /a weight, got 0/);
    assert.throws(() => reciprocalRankFusion([ranking("a", "a")]), /ranking 0 holds a twice/);
    assert.throws(() => reciprocalRankFusion([ranking("a")], { k: 0 }), /k must be/);
    const unranked = [{ id: "a", score: 1, rank: 0 }];
    assert.throws(() => reciprocalRankFusion([unranked]), /rank must be a whole number/);
  });
});

describe("scoreFusion", () => {
  const hits = (...scores: [id: string, score: number][]): Hit[] =>
    scores.map(([id, score], i) => ({ id, score, rank: i + 1 }));
  const words = hits(["a", 8], ["b", 6], ["c", 2]);
  const vectors = hits(["c", 0.5], ["b", 0.4], ["d", -0.1]);

  it("adds shares of the highest score, by hand", () => {
    const found = scoreFusion([words, vectors], { weights: [1, 2] });
    assert.deepEqual(
      found.map(({ id, score, rank }) => [id, Number(score.toFixed(6)), rank]),
      [
        ["b", 2.35, 1], // 6/8 + 2 · 0.4/0.5
        ["c", 2.25, 2], // 2/8 + 2
        ["a", 1, 3],
        ["d", -0.4, 4],
      ],
    );
    assert.equal(scoreFusion([words, vectors], { k: 2 }).length, 2);
  });

  it("doesn't care in which unit a search counts", () => {
    const tenfold = words.map((hit) => ({ ...hit, score: 10 * hit.score }));
    assert.deepEqual(scoreFusion([tenfold, vectors]), scoreFusion([words, vectors]));
  });

  it("takes nothing from a ranking without a score above 0, and refuses wrong input", () => {
    const found = scoreFusion([words, hits(["x", 0], ["a", -1])]);
    assert.deepEqual(
      found.map(({ id }) => id),
      ["a", "b", "c", "x"],
    );
    assert.deepEqual(scoreFusion([[], []]), []);
    assert.throws(() => scoreFusion([words], { weights: [1, 2] }), /needs a weight, got 2/);
    assert.throws(() => scoreFusion([hits(["a", 1], ["a", 0])]), /holds a twice/);
    assert.throws(() => scoreFusion([hits(["a", NaN])]), /score/);
  });
});
