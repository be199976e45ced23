import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { htmlTable, tableFromRecords, textTable } from "../../src/figures/html-table";

const EVIL = "</td><script>alert(1)</script>";

describe("tableFromRecords", () => {
  it("has every key as a column, in order of appearance, and gaps where a record has none", () => {
    const table = tableFromRecords([
      { a: 1 },
      { b: [1, 2], a: null },
      { c: new Float32Array([0.5]) },
    ]);
    assert.deepEqual(table, {
      columns: ["a", "b", "c"],
      rows: [
        [1, "", ""],
        ["", "1, 2", ""],
        ["", "", "0.5"],
      ],
    });
  });
});

describe("htmlTable", () => {
  it("aligns columns of numbers right, others left", () => {
    const html = htmlTable(
      tableFromRecords([
        { n: 1000, mixed: 1 },
        { n: 0.5, mixed: "x" },
      ]),
    );
    assert.match(html, /<th scope="col" style="text-align:right">n<\/th>/);
    assert.match(html, /<td style="text-align:right">1,000<\/td>/);
    assert.match(html, /<td style="text-align:left">x<\/td>/);
    assert.match(html, /<th scope="col" style="text-align:left">mixed<\/th>/);
  });

  it("escapes cells and column names", () => {
    const html = htmlTable(tableFromRecords([{ [EVIL]: EVIL }]));
    assert.ok(!html.includes("<script"));
    assert.equal(html.split("&lt;script&gt;").length, 3);
  });

  it("says how many rows it leaves out", () => {
    const records = Array.from({ length: 2000 }, (_, n) => ({ n }));
    const html = htmlTable(tableFromRecords(records, { maxRows: 3 }));
    assert.equal(html.split("<td").length - 1, 3);
    assert.match(html, /3 of 2,000 rows/);
  });
});

describe("textTable", () => {
  it("lines columns up", () => {
    const table = tableFromRecords([
      { term: "cat", df: 12 },
      { term: "elephant", df: 3 },
    ]);
    assert.equal(textTable(table), "term      df\ncat       12\nelephant   3");
  });
});
