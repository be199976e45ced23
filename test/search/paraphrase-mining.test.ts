import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { paraphraseMining } from "../../src/search/paraphrase-mining";
import { cosineOfVectors } from "../../src/similarity/cosine";

function randomRows(count: number, width: number): Float32Array[] {
  const rng = createRng(count);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: width }, () => rng.normal()),
  );
}

describe("paraphraseMining", () => {
  for (const [count, blockSize, k] of [
    [2, 8, 5],
    [30, 7, 12],
    [30, 10, 500],
    [65, 64, 3], // the last block has one row, whose strip is empty
    [40, 1, 4],
  ] as const) {
    it(`finds the ${k} best of all pairs of ${count} rows in blocks of ${blockSize}`, async () => {
      const rows = randomRows(count, 4);
      const all: { i: number; j: number; score: number }[] = [];
      for (let i = 0; i < count; i++) {
        for (let j = i + 1; j < count; j++) {
          all.push({ i, j, score: cosineOfVectors(rows[i]!, rows[j]!) });
        }
      }
      all.sort((a, b) => b.score - a.score);
      const found = await paraphraseMining(rows, { k, blockSize, threads: 1 });
      assert.equal(found.length, Math.min(k, all.length));
      found.forEach(({ i, j, score }, place) => {
        assert.ok(Math.abs(score - all[place]!.score) < 1e-6, `place ${place}`);
        assert.ok(Math.abs(score - cosineOfVectors(rows[i]!, rows[j]!)) < 1e-6);
        assert.ok(i < j);
      });
      assert.equal(new Set(found.map(({ i, j }) => `${i} ${j}`)).size, found.length);
    });
  }
  it("refuses a single row, and what isn't a number", async () => {
    await assert.rejects(paraphraseMining([[1, 2]]), /at least 2 rows, got 1/);
    await assert.rejects(
      paraphraseMining([
        [1, 2],
        [NaN, 2],
      ]),
      /must be finite, got NaN in row 1/,
    );
    await assert.rejects(paraphraseMining([[1], [2]], { k: 0 }), /k must be/);
  });
});
