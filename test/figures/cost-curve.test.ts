import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { costCurve } from "../../src/figures/cost-curve";

const squares = { sizes: [10, 100], costs: [1, 100], law: (n: number) => (n / 10) ** 2 };

describe("costCurve", () => {
  it("draws what was measured as points, and the law as a dashed line as far as asked", () => {
    const { data } = costCurve({ squares }, { upTo: 1000 });
    assert.deepEqual([data[0]!.mode, data[0]!.x, data[0]!.y], ["markers", [10, 100], [1, 100]]);
    const { x, y, line } = data[1] as { x: number[]; y: number[]; line: { dash: string } };
    assert.deepEqual([line.dash, x[0], x.at(-1), y.at(-1)], ["dash", 10, 1000, 10_000]);
  });

  it("has two logarithmic axes, where a power law is a straight line", () => {
    const { data, layout } = costCurve({ squares });
    assert.deepEqual(
      [layout.xaxis, layout.yaxis].map((axis) => (axis as { type: string }).type),
      ["log", "log"],
    );
    const [x, y] = [data[1]!.x, data[1]!.y] as [number[], number[]];
    const slopes = x
      .slice(1)
      .map((_, i) => Math.log(y[i + 1]! / y[i]!) / Math.log(x[i + 1]! / x[i]!));
    assert.ok(slopes.every((slope) => Math.abs(slope - 2) < 1e-2));
  });

  it("tells measured, extrapolated and cited apart in its table", () => {
    const { table, alt } = costCurve({ squares }, { upTo: 1000, marks: { "one hour": 3600 } });
    assert.deepEqual(
      table!.rows.map((row) => row[1]),
      ["measured", "measured", "extrapolated", "cited"],
    );
    assert.deepEqual(table!.rows[2], ["squares", "extrapolated", 1000, 10_000]);
    assert.equal(alt, "Cost. seconds over n: squares 100 at 100, 10,000 extrapolated to 1000.");
  });

  it("draws points alone where there is no law, and names as letters", () => {
    const { data } = costCurve({ "<i>": { sizes: [1], costs: [2] } }, { marks: { "<b>": 3 } });
    assert.deepEqual(
      data.map(({ name }) => name),
      ["&lt;i&gt;, measured", "&lt;b&gt;"],
    );
  });

  it("refuses what logarithmic axes can't show", () => {
    assert.throws(() => costCurve({}), /costCurve: there must be 1 to 6 series, got 0/);
    assert.throws(() => costCurve({ a: { sizes: [1], costs: [] } }), /got 1 sizes and 0 costs/);
    assert.throws(
      () => costCurve({ a: { sizes: [1], costs: [0] } }),
      /must be above 0, got 0 in "a"/,
    );
  });
});
