import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { mineHardNegatives, type MiningOptions } from "../../src/training/hard-negatives";

/** On a circle, by the cosine with (1, 0). */
const at = (cosine: number) => [cosine, Math.sqrt(1 - cosine ** 2)];
// Document 0 answers query 0. 1 is nearer than the answer, 2 nearly as near; 3, 4, 5 are negatives.
const documents = [0.8, 0.9, 0.79, 0.7, 0.5, 0.2].map(at);
const given = (): MiningOptions => ({ queries: [[1, 0]], documents, positives: [[0]] });
const found = async (options: Partial<MiningOptions> = {}) => {
  const { negatives, suspects } = await mineHardNegatives({ ...given(), ...options });
  return {
    negatives: negatives[0]!.map(({ document, rank }) => [document, rank]),
    suspects: suspects.map(({ document, reason }) => [document, reason]),
  };
};

describe("mineHardNegatives", () => {
  it("takes the nearest that keep a margin, and lists those that don't as probable positives", async () => {
    // 5 % below 0.8 is 0.76: documents 1 (0.9) and 2 (0.79) lie above it
    assert.deepEqual(await found({ numNegatives: 2 }), {
      negatives: [
        [3, 3],
        [4, 4],
      ],
      suspects: [
        [1, "cosine"],
        [2, "cosine"],
      ],
    });
  });
  it("keeps the wider of two margins", async () => {
    const margins = { absoluteMargin: 0.2, relativeMargin: 0.1 }; // 0.6 and 0.72
    assert.deepEqual((await found(margins)).negatives, [
      [4, 4],
      [5, 5],
    ]);
    assert.deepEqual((await found({ relativeMargin: 0.5 })).negatives, [[5, 5]]); // 0.4
    assert.deepEqual((await found({ relativeMargin: 0 })).suspects, [[1, "cosine"]]);
  });
  it("looks at the ranks asked for, the query's own answers not counted", async () => {
    assert.deepEqual(await found({ ranks: [2, 3] }), {
      negatives: [[3, 3]],
      suspects: [[2, "cosine"]],
    });
    const both = await mineHardNegatives({ ...given(), positives: [[0, 1]], ranks: [1, 2] });
    // The best answer is now at 0.9: 0.855 is the limit.
    assert.deepEqual(
      both.negatives[0]!.map(({ document, rank }) => [document, rank]),
      [
        [2, 1],
        [3, 2],
      ],
    );
  });
  it("lets a judge rule out what it finds as good as the answer, asking once for all", async () => {
    const asked: (readonly [number, number])[][] = [];
    const judged = await found({
      judge: async (pairs) => {
        asked.push([...pairs]);
        // the answer 5, document 3 better, 4 nearly as good, 5 bad
        return pairs.map(([, document]) => [5, 0, 0, 6, 4.5, -3][document]!);
      },
      judgeMargin: 1,
    });
    assert.deepEqual(judged.negatives, [[5, 5]]);
    assert.deepEqual(judged.suspects, [
      [1, "cosine"],
      [2, "cosine"],
      [3, "judge"],
      [4, "judge"],
    ]);
    assert.deepEqual(asked, [
      [
        [0, 0],
        [0, 3],
        [0, 4],
        [0, 5],
      ],
    ]);
  });
  it("keeps each query's own limits, and lists the nearest suspects first", async () => {
    // Query 1 points the other way: its answer, document 5, lies at −0.2, and 3 at −0.7 is not as
    // near. 5 % below −0.2 is −0.21; document 4 (−0.5) passes, nothing lies above.
    const queries = [
      [1, 0],
      [-1, 0],
    ];
    const judge = async (pairs: readonly (readonly [number, number])[]) =>
      pairs.map(([query, document]) => (query === 0 ? 5 : 1) - (document === 4 ? 0 : 2));
    const { negatives, suspects } = await mineHardNegatives({
      ...{ queries, documents, positives: [[0], [5]], judge, judgeMargin: 1 },
      ranks: [1, 3],
    });
    // The judge gives 3 to query 0's answer and −1 to query 1's, and 2 more to document 4.
    assert.deepEqual(
      negatives.map((each) => each.map(({ document }) => document)),
      [[], []],
    );
    assert.deepEqual(
      suspects.map(({ query, document, reason }) => [query, document, reason]),
      [
        [0, 1, "cosine"],
        [0, 2, "cosine"],
        [0, 3, "judge"], // as good as the answer
        [1, 4, "judge"],
        [1, 3, "judge"],
        [1, 2, "judge"],
      ],
    );
    const swapped = await mineHardNegatives({
      ...{ queries: [...queries].reverse(), documents, positives: [[5], [0]] },
      absoluteMargin: 0.4,
    });
    assert.deepEqual(
      swapped.suspects.map(({ query, document }) => [query, document]),
      [
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 4],
        [0, 4],
      ],
    );
    const margins = { queries, documents, positives: [[0], [5]], relativeMargin: 0 };
    const near = await mineHardNegatives({ ...margins, absoluteMargin: 0.4 });
    assert.deepEqual(
      near.negatives[1]!.map(({ document }) => document),
      [3, 2, 0, 1], // −0.7 and below; 4 at −0.5 comes too near to −0.2
    );
    const kept = await mineHardNegatives({ ...margins, relativeMargin: 1 });
    assert.deepEqual(
      kept.negatives[1]!.map(({ document }) => document),
      [4, 3, 2, 0, 1], // all at −0.4 and below
    );
    const wider = await mineHardNegatives({ ...margins, relativeMargin: 1, positives: [[0], [4]] });
    assert.deepEqual(wider.negatives[1], []); // nothing at −1 and below
  });
  it("draws among those that pass when it has an rng", async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const { negatives } = await found({ numNegatives: 1, rng: createRng(seed) });
      seen.add(String(negatives[0]));
    }
    assert.deepEqual([...seen].sort(), ["3,3", "4,4", "5,5"]);
  });
  it("refuses wrong input", async () => {
    const refuses = (options: Partial<MiningOptions>, message: RegExp) =>
      assert.rejects(mineHardNegatives({ ...given(), ...options }), message);
    await refuses({ positives: [] }, /each of the 1 queries, got 0/);
    await refuses({ positives: [[]] }, /query 0 must have a positive, got none/);
    await refuses({ positives: [[6]] }, /positives\[0\] must be .* to 5, got 6/);
    await refuses({ ranks: [3, 2] }, /ranks must be from … to, got 3, 2/);
    await refuses({ ranks: [0, 2] }, /ranks\[0\] must be/);
    await refuses({ relativeMargin: 2 }, /relativeMargin must be between 0 and 1/);
    await refuses({ numNegatives: 0 }, /numNegatives must be/);
    await refuses({ queries: [[1, 0, 0]] }, /each row of queries must have 2 numbers/);
    await refuses({ judge: async () => [1] }, /must score all 4 pairs, got 1/);
  });
});
