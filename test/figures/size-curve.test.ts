import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { sizeCurve } from "../../src/figures/size-curve";

describe("sizeCurve", () => {
  const points = [
    { size: 8, value: 0.25, low: 0.125, high: 0.5 },
    { size: 16, value: 0.75 },
  ];
  it("draws values and the way to both ends of their intervals, over a logarithmic axis", () => {
    const { data, layout } = sizeCurve({ one: points });
    const [trace] = data as { x: number[]; y: number[]; error_y: Record<string, unknown> }[];
    assert.deepEqual(
      [trace!.x, trace!.y],
      [
        [8, 16],
        [0.25, 0.75],
      ],
    );
    assert.deepEqual(trace!.error_y["array"], [0.25, 0]);
    assert.deepEqual(trace!.error_y["arrayminus"], [0.125, 0]);
    const axis = layout["xaxis"] as Record<string, unknown>;
    assert.deepEqual([axis["type"], axis["tickvals"]], ["log", [8, 16]]);
  });
  it("sets series side by side, so that intervals don't hide each other", () => {
    const { data } = sizeCurve({ one: points, two: points });
    const [left, right] = data.map((trace) => (trace["x"] as number[])[0]!);
    assert.ok(left! < 8 && 8 < right!);
  });
  it("says in words and in a table what it shows, and lets no markup through", () => {
    const figure = sizeCurve({ "<b>x": points }, { title: "How many?", yLabel: "share" });
    assert.match(figure.alt!, /^How many\?\. share over numbers per embedding: .*0\.25 at 8/);
    assert.deepEqual(figure.table!.rows[1]!.slice(1), [16, 0.75, 0.75, 0.75]);
    assert.ok(!String(figure.data[0]!["name"]).includes("<b>"));
  });
  it("refuses nothing, a size of 0, and a value that is no number", () => {
    assert.throws(() => sizeCurve({}), /1 to 7 series, got 0/);
    assert.throws(() => sizeCurve({ a: [] }), /"a" needs points.*got none/);
    assert.throws(() => sizeCurve({ a: [{ size: 0, value: 1 }] }), /got size 0, value 1/);
    assert.throws(() => sizeCurve({ a: [{ size: 1, value: NaN }] }), /value NaN/);
  });
});
