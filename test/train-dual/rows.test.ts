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

  it("asks every training question twice, each about its own passage", () => {
    const { asked } = rowsOf(1);
    const questions = asked.flatMap(({ question }) => question);
    for (const { question, passageId } of town.train) {
      const rows = asked.filter((row) => row.question.includes(question));
      assert.ok(rows.length >= 2 && rows.some((row) => row.passageId === passageId), question);
    }
    assert.equal(questions.length, 5 * asked.length);
  });

  it("has as many other rows of each passage, held-out ones included, without their questions", () => {
    const { made } = rowsOf(1);
    const carried = carriedQuestions(town);
    const held = new Set([...town.dev, ...town.test].map(({ question }) => question));
    for (const passage of town.passages) {
      const rows = made.filter(({ passageId }) => passageId === passage.id);
      assert.equal(rows.length, 8);
      for (const { question, answer } of rows) {
        assert.equal(answer, textOf(passage));
        assert.equal(question.length, 5);
        const known = carried.get(passage.id)!;
        for (const text of question.slice(0, Math.min(2, known.length))) {
          assert.ok(known.includes(text), text);
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
