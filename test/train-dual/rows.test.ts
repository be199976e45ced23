import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { carriedQuestions } from "../../bin/train-dual/carried-questions";
import { textOf, townRows } from "../../bin/train-dual/rows";
import { createRng } from "../../src/core/rng";
import { loadDataset } from "../../src/data/datasets";
import type { Town } from "../../src/data/types";

describe("townRows", () => {
  let town: Town;
  before(async () => {
    town = await loadDataset("town");
  });
  const rowsOf = (seed: number) =>
    townRows(town, { numQuestions: 5, numAsked: 2, rng: createRng(seed) });

  it("asks every training question, and again with words left out, about its passage", () => {
    const { asked } = rowsOf(1);
    const byPassage = new Map<string, string[]>();
    for (const { passageId, question } of asked) {
      byPassage.set(passageId, [...(byPassage.get(passageId) ?? []), ...question]);
    }
    let [words, kept] = [0, 0];
    for (const { question, passageId } of town.train) {
      const own = byPassage.get(passageId)!;
      assert.ok(own.includes(question), question);
      const all = question.split(" ");
      const shorter = own.filter((text) => text !== question && isPartOf(text.split(" "), all));
      words += all.length * shorter.length;
      kept += shorter.reduce((sum, text) => sum + text.split(" ").length, 0);
    }
    assert.ok(kept / words > 0.7 && kept / words < 0.85, `${kept / words} of the words stay`);
    assert.ok(asked.every(({ question }) => question.length === 5));
  });

  it("has as many other rows of each passage, held-out ones included, without their questions", () => {
    const { made } = rowsOf(1);
    const carried = carriedQuestions(town);
    const held = new Set([...town.dev, ...town.test].map(({ question }) => question));
    for (const passage of town.passages) {
      const rows = made.filter(({ passageId }) => passageId === passage.id);
      assert.equal(rows.length, 40);
      for (const { question, answer } of rows) {
        assert.equal(answer, textOf(passage));
        assert.equal(question.length, 5);
        const known = carried.get(passage.id)!;
        for (const text of question.slice(0, Math.min(2, known.length))) {
          assert.ok(
            known.some((whole) => isPartOf(text.split(" "), whole.split(" "))),
            text,
          );
        }
        assert.ok(!question.some((text) => held.has(text)));
      }
    }
  });

  it("is the same for the same seed", () => {
    assert.deepEqual(rowsOf(3).made.slice(0, 40), rowsOf(3).made.slice(0, 40));
    assert.notDeepEqual(rowsOf(3).made.slice(0, 40), rowsOf(4).made.slice(0, 40));
  });
});

/** Are these words of the text, in its order? */
function isPartOf(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return words.every((word) => {
    at = all.indexOf(word, at) + 1;
    return at > 0;
  });
}
