import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { layerCurve } from "../../src/figures/layer-curve";

interface Axis {
  range: number[];
  ticktext: string[];
  tickvals: number[];
}

describe("layerCurve", () => {
  const figure = layerCurve({ same: [1, 0.75, 0.5], other: [1, 0.5, 0.25] }, { title: "duck" });

  it("names the input and counts layers from 1", () => {
    const { ticktext, tickvals } = figure.layout.xaxis as Axis;
    assert.deepEqual(ticktext, ["input", "layer 1", "layer 2"]);
    assert.deepEqual(tickvals, [0, 1, 2]);
    assert.deepEqual(figure.table!.rows[2], ["layer 2", 0.5, 0.25]);
  });

  it("shows cosines from 0 to 1, and lower where there are lower ones", () => {
    const of = (range: number[]) => range.map((value) => Math.round(10 * value) / 10);
    assert.deepEqual(of((figure.layout.yaxis as Axis).range), [-0, 1]);
    const low = layerCurve({ a: [1, -1] }).layout.yaxis as Axis;
    assert.deepEqual(of(low.range), [-1.1, 1.1]);
    const own = layerCurve({ a: [0.5, 0.6] }, { range: [0.4, 0.6] }).layout.yaxis as Axis;
    assert.deepEqual(of(own.range), [0.4, 0.6]);
  });

  it("takes other names for what comes before the first layer", () => {
    const { ticktext } = layerCurve({ a: [1, 1, 0.5] }, { before: ["token", "sum"] }).layout
      .xaxis as Axis;
    assert.deepEqual(ticktext, ["token", "sum", "layer 1"]);
  });

  it("marks each layer, and says in words where the curves go", () => {
    assert.ok(figure.data.every(({ mode }) => mode === "lines+markers"));
    assert.equal(
      figure.alt,
      "Curves by layer: duck. same goes from 1 (input) to 0.5 (layer 2); " +
        "other goes from 1 (input) to 0.25 (layer 2).",
    );
  });

  it("refuses curves over different layers", () => {
    assert.throws(
      () => layerCurve({ a: [1, 2], b: [1] }),
      /RangeError: layerCurve: curves must have equally many layers, got 2 and 1/,
    );
    assert.throws(() => layerCurve({}), /there must be 1 to 7 curves/);
  });
});
