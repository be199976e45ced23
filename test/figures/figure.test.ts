import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { figureTable, isFigure, plotlyText, shorten } from "../../src/figures/figure";

describe("plotlyText", () => {
  it("leaves nothing that Plotly would read as HTML, and keeps every letter", () => {
    const text = plotlyText(`<b>x</b> & <a href="https://example.org">y</a> &lt;`);
    assert.ok(!/[<>]/.test(text));
    const read = text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    assert.equal(read, `<b>x</b> & <a href="https://example.org">y</a> &lt;`);
  });
});

describe("shorten", () => {
  it("cuts to the length asked for, never through an emoji", () => {
    assert.equal(shorten("abcdef", 6), "abcdef");
    assert.equal(shorten("abcdefg", 6), "abcde…");
    assert.equal(shorten("🦆🦆🦆", 2), "🦆…");
  });
});

describe("figureTable", () => {
  it("keeps 60 rows and counts the rest", () => {
    const rows = Array.from({ length: 61 }, (_, i) => [i]);
    const table = figureTable(["n"], rows);
    assert.deepEqual([table.rows.length, table.total], [60, 61]);
    assert.equal(figureTable(["n"], rows.slice(1)).total, undefined);
  });
});

describe("isFigure", () => {
  it("knows Plotly JSON from other objects", () => {
    assert.ok(isFigure({ data: [{ y: [1] }], layout: {} }));
    for (const other of [null, undefined, "x", {}, { data: [1], layout: {} }, { data: [] }]) {
      assert.ok(!isFigure(other));
    }
  });
});
