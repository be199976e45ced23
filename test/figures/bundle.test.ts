import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { DataFrame, Series } from "danfojs-node";
import { bars } from "../../src/figures/bars";
import { bundleOf, figureBundle } from "../../src/figures/bundle";
import { sliderFigure } from "../../src/figures/slider";
import { html, markdown } from "../../src/figures/show";

const EVIL = "</script><img src=x onerror=alert(1)>";

describe("bundleOf", () => {
  it("gives a figure as HTML, as text, and as JSON for VS Code", () => {
    const figure = bars([3, 1], ["cat", EVIL], { title: EVIL, caption: "Look." });
    const bundle = bundleOf(figure);
    assert.deepEqual(Object.keys(bundle).sort(), [
      "application/vnd.plotly.v1+json",
      "text/html",
      "text/plain",
    ]);
    const json = bundle["application/vnd.plotly.v1+json"] as { layout: object };
    assert.deepEqual(json, JSON.parse(JSON.stringify(json)), "plain JSON");
    assert.match(String(bundle["text/plain"]), /^\[Bar chart.*\]\nLook\.\n.*value\ncat/);
  });

  it("lets no title out of its place in the HTML", () => {
    const page = String(bundleOf(bars([3], [EVIL], { title: EVIL, caption: EVIL }))["text/html"]);
    assert.ok(!page.includes("<img"));
    assert.equal(page.split("</script>").length, 3, "one end each for data and loader");
  });

  it("takes a learner's own Plotly JSON", () => {
    const page = String(
      bundleOf({ data: [{ y: [1, 2] }], layout: { title: { text: EVIL } } })["text/html"],
    );
    assert.match(page, /class="lab-figure"/);
    assert.ok(!page.includes("<img"));
  });

  it("keeps a figure's HTML small: no plotly.js, and less than 20 kB beside the data", () => {
    assert.ok(String(bundleOf(bars([3], ["cat"]))["text/html"]).length < 20_000);
  });

  it("gives a slider every position, and names them in the text", () => {
    const slider = sliderFigure({ label: "k1", values: [1, 2], frames: (k) => bars([k], ["a"]) });
    const bundle = bundleOf(slider);
    assert.match(String(bundle["text/html"]), /"control":\{"label":"k1","values":\["1","2"\]/);
    assert.match(String(bundle["text/plain"]), /slider "k1": 1, 2$/);
  });

  it("shows records as a table with its title", () => {
    const bundle = bundleOf([{ term: "cat", df: 2 }], { title: "Terms" });
    assert.match(String(bundle["text/html"]), /^<p>Terms<\/p>\n<div class="lab-table"/);
    assert.equal(bundle["text/plain"], "Terms\nterm  df\ncat    2");
  });

  it("shows a danfojs DataFrame and Series, escaped", () => {
    const frame = new DataFrame(
      [
        [1, EVIL],
        [2, "b"],
      ],
      { columns: ["n", "text"] },
    );
    const bundle = bundleOf(frame);
    assert.match(String(bundle["text/plain"]), /^DataFrame \[2, 2\]\n +n +text\n0 +1/);
    assert.ok(!String(bundle["text/html"]).includes("<img"));
    assert.match(
      String(bundleOf(new Series([1, 2]))["text/plain"]),
      /^Series \[2, 1\]\n   0\n0  1\n1  2$/,
    );
  });

  it("shows a sparse matrix as its stored values, row by row", () => {
    const matrix = {
      shape: [2, 1000] as const,
      rowOffsets: Uint32Array.of(0, 2, 2),
      columns: Uint32Array.of(3, 999),
      values: Float64Array.of(1, 0.25),
    };
    const text = String(bundleOf(matrix)["text/plain"]);
    // 2 of 2,000 cells: 0.1%
    assert.match(text, /^sparse matrix \[2, 1000\], 2 values stored, density 0\.1%/);
    assert.match(text, /  0 +2 {2}3: 1 {3}999: 0\.25\n +1 +0$/);
  });

  it("asks objects that can describe themselves, toHtml first", () => {
    const both = { toHtml: () => "<i>x</i>", describe: () => "x" };
    assert.deepEqual(bundleOf(both), { "text/html": "<i>x</i>", "text/plain": "x" });
    const described = bundleOf({ describe: () => EVIL });
    assert.equal(described["text/plain"], EVIL);
    assert.ok(!String(described["text/html"]).includes("<img"));
  });

  it("passes HTML and Markdown on as what they are", () => {
    assert.equal(bundleOf(html`<b>${"<"}</b>`)["text/html"], "<b>&lt;</b>");
    assert.deepEqual(bundleOf(markdown("*x*")), { "text/markdown": "*x*", "text/plain": "*x*" });
  });

  it("rounds lists of numbers, and prints the rest as Node does", () => {
    const text = (value: unknown) => bundleOf(value)["text/plain"];
    assert.equal(text([1 / 3, 2]), "[0.3333, 2]");
    assert.equal(text(new Float32Array(25)), `[${"0, ".repeat(20)}… (25 numbers)]`);
    assert.equal(text("words"), "words");
    assert.equal(text(undefined), "undefined");
    assert.equal(text(null), "null");
    assert.equal(text({ a: 1 }), "{ a: 1 }");
    assert.equal(text([]), "[]");
    assert.equal(text([new Date(0)]), "[ 1970-01-01T00:00:00.000Z ]");
    assert.match(String(text(new RangeError("no"))), /^RangeError: no/);
  });
});

describe("figureBundle", () => {
  it("marks figures that are drawn again and again", () => {
    const figure = bars([1], ["a"]);
    assert.match(String(figureBundle(figure, true)["text/html"]), /<figure [^>]*data-lab-live>/);
    assert.ok(!/<figure [^>]*data-lab-live>/.test(String(figureBundle(figure)["text/html"])));
  });
});
