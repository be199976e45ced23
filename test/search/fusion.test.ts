import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { reciprocalRankFusion } from "../../src/search/fusion";
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
