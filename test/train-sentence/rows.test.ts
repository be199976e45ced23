import { describe, it } from "node:test";
import assert from "node:assert/strict";
import type { SentenceData } from "../../bin/train-sentence/data";
import {
  inferenceRows,
  questionRows,
  scoredRows,
  tripletPairs,
  tripletRows,
} from "../../bin/train-sentence/rows";
import { createRng } from "../../src/core/rng";

/** A data set with these training rows. */
function dataWith(train: object): SentenceData {
  const all = Object.entries(train).map(([name, rows]) => [name, { train: rows as unknown }]);
  return Object.fromEntries(all) as SentenceData;
}

describe("the rows of train:sentence", () => {
  it("number the relations as the label map does", () => {
    const row = { premise: "A.", hypothesis: "B." };
    const labels = ["contradiction", "entailment", "neutral"];
    const rows = inferenceRows(dataWith({ nli: labels.map((label) => ({ ...row, label })) }));
    assert.deepEqual(rows, [
      { texts: ["A.", "B."], label: 2 },
      { texts: ["A.", "B."], label: 0 },
      { texts: ["A.", "B."], label: 1 },
    ]);
  });

  it("put scores on the cosine's scale", () => {
    const sts = [5, 2.5, 0].map((score) => ({ sentence1: "A.", sentence2: "B.", score }));
    assert.deepEqual(
      scoredRows(dataWith({ sts })).map(({ label }) => label),
      [1, 0.5, 0],
    );
  });

  it("make two pairs of a triplet, the right one and the wrong one", () => {
    const data = dataWith({ triplets: [{ anchor: "a", positive: "p", negative: "n" }] });
    assert.deepEqual(tripletRows(data)[0]!.texts, ["a", "p", "n"]);
    assert.deepEqual(tripletPairs(data), [
      { texts: ["a", "p"], label: 1 },
      { texts: ["a", "n"], label: 0 },
    ]);
  });

  it("give a question its near miss, and another question where there is none", () => {
    const pair = (question1: string, question2: string, isDuplicate: boolean) => {
      return { question1, question2, isDuplicate };
    };
    const pairs = [
      pair("a?", "near a?", false),
      pair("a?", "also a?", true),
      pair("b?", "also b?", true),
      pair("c?", "near c?", false),
    ];
    for (let seed = 0; seed < 20; seed++) {
      const rows = questionRows(dataWith({ pairs }), createRng(seed));
      assert.deepEqual(rows[0]!.texts, ["a?", "also a?", "near a?"]);
      assert.deepEqual(rows[1]!.texts, ["b?", "also b?", "a?"]);
      assert.equal(rows.length, 2);
    }
  });
});
