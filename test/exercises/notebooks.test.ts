/**
 * The lessons and this folder name each other: exercises, questions, headings. Here every name is
 * looked for on the other side.
 */
import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { EXERCISES, FLASH_CARDS, LESSON_TITLES, QUESTIONS } from "../../src/exercises/catalog";
import type { LessonId } from "../../src/exercises/catalog";
import { checkCalls } from "../../src/exercises/grade";
import type { NotebookCell } from "../../src/exercises/grade";

const FOLDER = path.resolve(__dirname, "../../notebooks");

for (const lesson of Object.keys(LESSON_TITLES).sort() as LessonId[]) {
  describe(`the notebook of lesson ${lesson}`, () => {
    const cells = cellsOf(lesson);
    const code = cells.filter(({ cell_type }) => cell_type === "code");
    const sources = code.map(({ source }) => source).join("\n");

    it("sets every exercise of the lesson, in order, and no other", () => {
      const ids = Object.keys(EXERCISES).filter((id) => id.startsWith(lesson));
      const called = checkCalls(cells).map(({ id }) => id);
      assert.deepEqual(called, ids);
    });

    it("starts each exercise with its stub", () => {
      for (const { id, stub } of Object.values(EXERCISES)) {
        if (id.startsWith(lesson)) assert.ok(sources.includes(stub), id);
      }
    });

    it("asks every question of the lesson unanswered, and reveals each after asking", () => {
      for (const id of Object.keys(QUESTIONS).filter((id) => id.startsWith(lesson))) {
        const asked = sources.indexOf(`predict("${id}", undefined)`);
        const revealed = sources.indexOf(`reveal("${id}",`);
        assert.ok(asked >= 0, `${id} is not asked, or comes answered`);
        assert.ok(revealed > asked, `${id} is not revealed after it is asked`);
      }
    });

    it("has the section that each flash card names", () => {
      const titles = headings(cells);
      for (const { question, provedBy } of FLASH_CARDS[lesson]) {
        assert.ok(titles.includes(provedBy), `"${question}" names the section "${provedBy}"`);
      }
    });
  });
}

function cellsOf(lesson: LessonId): NotebookCell[] {
  const name = fs.readdirSync(FOLDER).find((file) => file.startsWith(`${lesson}-`));
  assert.ok(name, `notebooks/${lesson}-….ipynb is missing`);
  const notebook = JSON.parse(fs.readFileSync(path.join(FOLDER, name), "utf8")) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  return notebook.cells.map(({ cell_type, source }) => ({
    cell_type,
    source: Array.isArray(source) ? source.join("") : source,
  }));
}

function headings(cells: NotebookCell[]): string[] {
  const text = cells.filter(({ cell_type }) => cell_type === "markdown").map((c) => c.source);
  return [...text.join("\n").matchAll(/^#+ (.*)$/gm)].map((match) => match[1]!.trim());
}
