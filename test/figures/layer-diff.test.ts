import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { layerDiff } from "../../src/figures/layer-diff";

/** Input and one layer, two tokens. */
const A = [
  [
    [1, 0],
    [0, 1],
  ],
  [
    [2, 0],
    [0, 2],
  ],
];
const B = [
  A[0]!,
  [
    [0, 5],
    [0, 2],
  ],
];
const cells = (figure: ReturnType<typeof layerDiff>) => (figure.data[0] as { z: number[][] }).z;

describe("layerDiff", () => {
  it("shows 0 where two models agree, and where they part how far they turn", () => {
    const figure = layerDiff(A, B, ["the", "duck"]);
    assert.deepEqual(cells(figure), [
      [0, 0],
      [1, 0],
    ]);
    assert.deepEqual(figure.table, {
      columns: ["", "the", "duck"],
      rows: [
        ["input", 0, 0],
        ["layer 1", 1, 0],
      ],
    });
    assert.match(figure.alt!, /1 − cosine of 2 rows.*largest at layer 1 and the \(1\)/);
  });

  it("measures what it is asked for", () => {
    assert.deepEqual(cells(layerDiff(A, B, ["a", "b"], { measure: "largest" }))[1], [5, 0]);
    assert.deepEqual(cells(layerDiff(A, B, ["a", "b"], { measure: "relations" }))[1], [1, 1]);
  });

  it("takes two sentences, and names both tokens where they differ", () => {
    const { table } = layerDiff(A, B, { a: ["the", "duck"], b: ["the", "dog"] });
    assert.deepEqual(table!.columns, ["", "the", "duck | dog"]);
    assert.throws(
      () => layerDiff(A, B, { a: ["the"], b: ["the", "dog"] }),
      /RangeError: layerDiff: both sentences must have equally many tokens, got 1 and 2/,
    );
  });

  it("compares models of different widths and depths", () => {
    const wide = [...A, A[1]!].map((rows) => rows.map((row) => [...row, 0]));
    const { table } = layerDiff(A, wide, ["a", "b"]);
    assert.deepEqual(
      table!.rows.map(([name]) => name),
      ["input", "layer 1", "layer 1 and layer 2"],
    );
    assert.throws(
      () => layerDiff(A, wide, ["a", "b"], { measure: "cosine" }),
      /RangeError: layerDiff: models of widths 2 and 3 share no axes, so there is no cosine/,
    );
  });

  it("counts from layer 1 where there is no input", () => {
    const { table } = layerDiff(A, B, ["a", "b"], { hasInput: false });
    assert.deepEqual(
      table!.rows.map(([name]) => name),
      ["layer 1", "layer 2"],
    );
  });

  it("refuses an unknown measure, and names that don't fit", () => {
    assert.throws(
      () => layerDiff(A, B, ["a", "b"], { measure: "toString" as never }),
      /measure must be cosine, largest, relations, got "toString"/,
    );
    assert.throws(() => layerDiff(A, B, ["a"]), /heatmap: 2 row and 1 column labels/);
  });
});
