import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { bars } from "../../src/figures/bars";

describe("bars", () => {
  it("draws one lying bar per label, the first on top, each with its number", () => {
    const { data, layout } = bars(new Float32Array([3, 1.5]), ["cat", "dog"]);
    assert.equal(data.length, 1);
    assert.deepEqual(data[0]!.x, [3, 1.5]);
    assert.deepEqual(data[0]!.y, [0, 1]);
    assert.deepEqual(data[0]!.text, ["3", "1.5"]);
    const axis = layout.yaxis as { ticktext: string[]; autorange: string };
    assert.deepEqual([axis.ticktext, axis.autorange], [["cat", "dog"], "reversed"]);
  });

  it("keeps two bars of the same name apart", () => {
    assert.deepEqual(bars([1, 2], ["same", "same"]).data[0]!.y, [0, 1]);
  });

  it("always includes 0, so that lengths can be compared, and leaves room for the numbers", () => {
    const rangeOf = (values: number[]) =>
      (bars(values, values.map(String)).layout.xaxis as { range: number[] }).range;
    // 0.12 · (110 − 0) = 13.2 of room;   0.12 · (4 − (−6)) = 1.2 on both sides
    assert.deepEqual(rangeOf([100, 110]), [0, 110 + 13.2]);
    assert.deepEqual(rangeOf([-6, 4]), [-7.2, 5.2]);
    assert.deepEqual(rangeOf([0]), [0, 1]);
  });

  it("puts series side by side under their names, and gives the table a column each", () => {
    const figure = bars({ plain: [1, 2], smooth: [3, 4] }, ["a", "b"]);
    assert.deepEqual(
      figure.data.map(({ name }) => name),
      ["plain", "smooth"],
    );
    assert.deepEqual(figure.table, {
      columns: ["", "plain", "smooth"],
      rows: [
        ["a", 1, 3],
        ["b", 2, 4],
      ],
    });
  });

  it("says in its sentence which bar is longest and which shortest", () => {
    const { alt } = bars([2, 9, 4], ["x", "y", "z"], { title: "Hits", valueLabel: "documents" });
    assert.equal(alt, "Bar chart: Hits. 3 bars, documents, from x (2) to y (9).");
  });

  it("cuts long labels on the axis and keeps them whole under the mouse", () => {
    const long = "word ".repeat(30).trim();
    const { data, layout } = bars([1], [long]);
    const [tick] = (layout.yaxis as { ticktext: string[] }).ticktext;
    assert.equal(Array.from(tick!).length, 42);
    assert.deepEqual(data[0]!.customdata, [long]);
  });

  it("reads no place for a value in a value's name", () => {
    const { data } = bars([1], ["a"], { valueLabel: "%{x} <b>" });
    const template = "%{customdata}<br>%&#123;x} &lt;b&gt; %{x:,}<extra></extra>";
    assert.equal(data[0]!.hovertemplate, template);
  });

  it("refuses what cannot be drawn, saying what it got", () => {
    assert.throws(
      () => bars([], []),
      /^RangeError: bars: there must be a bar to draw, got 0 labels$/,
    );
    assert.throws(() => bars([1], ["a", "b"]), /got 2 labels and 1 values \(value\)$/);
    assert.throws(() => bars({}, ["a"]), /1 to 7 series.*got 0$/);
    assert.throws(() => bars(new Array(2001).fill(1), new Array(2001).fill("a")), /got 2001/);
  });
});
