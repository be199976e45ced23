import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { check } from "../../src/exercises/check";
import { EXERCISES } from "../../src/exercises/catalog";
import { predict, reveal } from "../../src/exercises/predict";
import { progress, progressRows } from "../../src/exercises/progress";
import { startStandIn } from "./notebook-stand-in";
import type { StandIn } from "./notebook-stand-in";

let notebook: StandIn;
beforeEach(() => (notebook = startStandIn()));
afterEach(() => notebook.restore());

describe("progress", () => {
  it("shows every exercise as open before the first try", () => {
    progress();
    const open = notebook.text().match(/○ open/g)?.length;
    assert.equal(open, Object.keys(EXERCISES).length);
    assert.match(
      notebook.text(),
      /^Lesson 00, Start here: 0 of 3 exercises solved, 0 of 30 points/,
    );
    assert.match(notebook.text(), /^Predictions: no predictions yet$/m);
    assert.match(notebook.html(), /<table>.*<td[^>]*>01\.idf How telling is a word\?<\/td>/);
  });

  it("counts what was solved, tried and predicted", async () => {
    await check("00.vector-length", (v) => Math.hypot(...v));
    await assert.rejects(check("00.cosine", () => 0.5));
    predict("01.zeros", 96);
    reveal("01.zeros", 97);
    predict("01.synonyms", "high");
    reveal("01.synonyms", "zero");
    predict("01.lowest-idf", "the"); // not revealed yet: doesn't count
    progress();
    assert.match(notebook.text(), /Lesson 00.*: 1 of 3 exercises solved, 1\d(\.\d)? of 30 points/);
    assert.match(notebook.text(), /Predictions: 1 of 2 right/);
    assert.match(notebook.text(), /● solved +10 of 10 +00\.vector-length/);
    assert.match(notebook.text(), /◐ tried +\d.* of 10 +00\.cosine/);
  });

  it("says so when the file is damaged or can't be read, and shows the page", () => {
    fs.writeFileSync(notebook.progressFile, "{");
    progress();
    assert.match(notebook.text(), /could not be read as progress\. It is kept as .*damaged/);
    fs.mkdirSync(notebook.progressFile);
    progress();
    assert.match(notebook.text(), /Your progress could not be read: EISDIR/);
    assert.match(notebook.text(), /○ open/);
  });
});

describe("progressRows", () => {
  it("leaves out what is stored of exercises that are no more", () => {
    const gone = { state: "solved", points: 10, attempts: 1, at: "" } as const;
    const rows = progressRows({ exercises: { "01.gone": gone }, predictions: {} });
    assert.deepEqual(rows.map(({ id }) => id).sort(), Object.keys(EXERCISES).sort());
    assert.ok(rows.every(({ state }) => state === "open"));
  });
});
