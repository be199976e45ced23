import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { histogram } from "../../src/figures/histogram";

describe("histogram", () => {
  it("counts into equal bins, as shares of each series' own values", () => {
    // bins 0–1, 1–2, 2–3, 3–4; a value at a border belongs above, the end to the last bin
    const { data } = histogram({ a: [0, 0.5, 1, 4], b: [2.5, 3] }, { numBins: 4 });
    assert.deepEqual(data[0]!.x, [0.5, 1.5, 2.5, 3.5]);
    assert.deepEqual(data[0]!.y, [0.5, 0.25, 0, 0.25]);
    assert.deepEqual(data[1]!.y, [0, 0, 0.5, 0.5]);
  });

  it("keeps to a range that is given, so that two figures can be compared", () => {
    const { data, layout } = histogram({ a: [0.5] }, { range: [-1, 1], numBins: 2 });
    assert.deepEqual(data[0]!.y, [0, 1]);
    assert.deepEqual((layout.xaxis as { range: number[] }).range, [-1, 1]);
  });

  it("tells the ends and the middle in words and in its table", () => {
    const figure = histogram({ "<b>": [3, 1, 2] }, { title: "T", valueLabel: "cosine" });
    assert.equal(figure.alt, "Histogram: T. cosine: <b> from 1 to 3, half below 2.");
    assert.deepEqual(figure.table!.rows, [["<b>", 3, 1, 2, 3]]);
    assert.equal(figure.data[0]!.name, "&lt;b&gt;");
  });

  it("draws values that are all the same", () => {
    const { data } = histogram({ a: [2, 2] }, { numBins: 2 });
    assert.deepEqual(data[0]!.y, [1, 0]);
  });

  it("refuses what can't be counted", () => {
    assert.throws(() => histogram({}), /histogram: there must be 1 to 7 series, got 0/);
    assert.throws(() => histogram({ a: [] }), /histogram: "a" has no values/);
    assert.throws(() => histogram({ a: [NaN] }), /values must be finite, got NaN in "a"/);
    assert.throws(() => histogram({ a: [1] }, { numBins: 0 }), /numBins must be .*, got 0/);
    assert.throws(() => histogram({ a: [2] }, { range: [0, 1] }), /range must hold all values/);
    assert.throws(() => histogram({ a: [-2] }, { range: [0, 1] }), /range must hold all values/);
  });
});
