import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { heatmap } from "../../src/figures/heatmap";
import { DIVERGING, SEQUENTIAL } from "../../src/figures/style";

const labels = { rows: ["a", "b"], columns: ["x", "y", "z"] };

describe("heatmap", () => {
  it("keeps rows as rows, the first on top", () => {
    const { data, layout, table } = heatmap([[1, 2, 3], new Float32Array([4, 5, 6])], labels);
    assert.deepEqual(data[0]!.z, [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.equal((layout.yaxis as { autorange: string }).autorange, "reversed");
    assert.deepEqual(table!.rows[1], ["b", 4, 5, 6]);
  });

  it("starts the colours of positive values at 0, of mixed ones equally far on both sides", () => {
    const range = (values: number[][], options = {}) => {
      const { zmin, zmax, colorscale } = heatmap(values, labels, options).data[0]!;
      return [zmin, zmax, colorscale];
    };
    assert.deepEqual(
      range([
        [2, 3, 4],
        [5, 6, 7],
      ]),
      [0, 7, SEQUENTIAL.light],
    );
    assert.deepEqual(
      range([
        [-1, 0, 4],
        [0, 1, 2],
      ]),
      [-4, 4, DIVERGING.light],
    );
    assert.deepEqual(
      range([
        [0, 0, 0],
        [0, 0, 0],
      ]),
      [0, 1, SEQUENTIAL.light],
    );
    assert.deepEqual(
      range(
        [
          [0.5, 0, 0],
          [0, 0, 0],
        ],
        { min: -1, max: 1 },
      ),
      [-1, 1, DIVERGING.light],
    );
  });

  it("writes all numbers of a table with equally many decimals", () => {
    const text = (values: number[][]) => heatmap(values, labels).data[0]!.text;
    assert.deepEqual(
      text([
        [1, 0.5, 0.004],
        [0, -1, -0.25],
      ]),
      [
        ["1.00", "0.50", "0.00"],
        ["0", "-1.00", "-0.25"],
      ],
    );
    assert.deepEqual(
      text([
        [1, 2, 3],
        [0, 1000, 5],
      ]),
      [
        ["1", "2", "3"],
        ["0", "1,000", "5"],
      ],
    );
  });

  it("leaves the numbers out of cells too narrow for them", () => {
    const names = Array.from({ length: 17 }, (_, i) => `n${i}`);
    assert.equal(
      heatmap(
        names.map(() => names.map(() => 1)),
        names,
      ).data[0]!.text,
      undefined,
    );
  });

  it("names at most 60 rows, and keeps every name for the mouse", () => {
    const names = Array.from({ length: 100 }, (_, i) => `n${i}`);
    const { layout } = heatmap(
      names.map(() => names.map(() => 1)),
      names,
    );
    assert.equal((layout.yaxis as { tickvals: number[] }).tickvals.length, 50);
    assert.equal((layout.meta as { rows: string[] }).rows.length, 100);
  });

  it("lists the largest cells of a large table, and whole counts exactly", () => {
    const names = Array.from({ length: 30 }, (_, i) => `n${i}`);
    const values = names.map((_, r) => names.map((_, c) => (r === c ? 1e9 : 1234567 + r * 30 + c)));
    const { table } = heatmap(values, names, { valueLabel: "count" });
    assert.deepEqual(table!.columns, ["row", "column", "count"]);
    // The last row's last cell is on the diagonal: 1234567 + 29·30 + 28 is the largest beside it.
    assert.deepEqual(table!.rows[0], ["n29", "n28", 1235465]);
    assert.deepEqual([table!.rows.length, table!.total], [60, 900]);
  });

  it("looks past the diagonal for the largest value of its sentence", () => {
    const { alt } = heatmap(
      [
        [1, 0.3],
        [0.3, 1],
      ],
      ["cat", "dog"],
      { valueLabel: "cosine" },
    );
    assert.equal(alt, "Heat map. cosine of 2 rows and 2 columns, largest at cat and dog (0.3).");
  });

  it("refuses labels that do not fit and ranges turned round", () => {
    assert.throws(
      () => heatmap([[1, 2]], labels),
      /2 row and 3 column labels.*got \[1, 2\] in row 0$/,
    );
    assert.throws(
      () =>
        heatmap(
          [
            [1, 2, 3],
            [1, 2],
          ],
          labels,
        ),
      /got \[2, 2\] in row 1$/,
    );
    assert.throws(() => heatmap([], { rows: [], columns: [] }), /1 to 250000 cells, got 0 × 0/);
    const values = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    assert.throws(
      () => heatmap(values, labels, { min: 2, max: 1 }),
      /min must be below max, got 2 and 1/,
    );
  });
});
