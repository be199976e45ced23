import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { ankiText, exportAnki } from "../../src/exercises/anki";
import { FLASH_CARDS } from "../../src/exercises/catalog";
import { flashCards } from "../../src/exercises/flash-cards";
import type { LessonId } from "../../src/exercises/flash-cards";
import { startStandIn } from "./notebook-stand-in";
import type { StandIn } from "./notebook-stand-in";

let notebook: StandIn;
beforeEach(() => (notebook = startStandIn()));
afterEach(() => notebook.restore());

describe("flashCards", () => {
  it("hides each answer in a <details> of its own, without a script", () => {
    flashCards("01");
    const html = notebook.html();
    assert.equal(html.match(/<details><summary>/g)?.length, FLASH_CARDS["01"].length);
    assert.doesNotMatch(html, /<script| on\w+=|<details open/);
    assert.match(html, /&quot;dog bites man&quot;/);
    assert.match(notebook.text(), /^15 flash cards for lesson 01, Bag of words\n\? What does/);
  });

  it("names the lessons that have cards when asked for another", () => {
    assert.throws(() => flashCards("77" as LessonId), {
      name: "RangeError",
      message: /^flashCards: there are no flash cards for lesson "77"; there are for 00, 01, /,
    });
  });
});

describe("exportAnki", () => {
  it("writes Anki's header, then two fields a card", () => {
    const { file, cards } = exportAnki("00", path.join(notebook.folder, "cards.txt"));
    const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n");
    assert.deepEqual(lines.slice(0, 2), ["#separator:tab", "#html:true"]);
    assert.ok(lines.includes("#tags:embedding-lab lesson-00"));
    const rows = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
    assert.equal(rows.length, cards);
    assert.equal(cards, FLASH_CARDS["00"].length);
    assert.ok(rows.every((fields) => fields.length === 2));
    assert.deepEqual(fs.readdirSync(notebook.folder), ["cards.txt"]); // nothing half-written
  });

  it("says which file it couldn't write, and leaves nothing behind", () => {
    const file = path.join(notebook.folder, "missing", "cards.txt");
    assert.throws(() => exportAnki("00", file), /^Error: exportAnki: can't write .*cards\.txt: /);
    assert.deepEqual(fs.readdirSync(notebook.folder), []);
    fs.mkdirSync(path.join(notebook.folder, "a-folder"));
    assert.throws(() => exportAnki("00", path.join(notebook.folder, "a-folder")), /can't write/);
    assert.deepEqual(fs.readdirSync(notebook.folder), ["a-folder"]);
  });
});

describe("ankiText", () => {
  it("keeps a card on one line, and its tags as text", () => {
    const card = { question: "a\tb\r\nc", answer: "<b> & more", provedBy: "Here" };
    const last = ankiText("07", [card]).trimEnd().split("\n").at(-1);
    assert.equal(last, "a b<br>c\t&lt;b&gt; &amp; more<br><small>Lesson 07: Here</small>");
  });
});
