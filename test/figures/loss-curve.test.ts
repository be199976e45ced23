import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { lossCurve, smoothed } from "../../src/figures/loss-curve";

describe("smoothed", () => {
  it("equals the corrected moving average worked out by hand", () => {
    // s1 = 0.5·4 = 2, / (1 − 0.5) = 4;   s2 = 0.5·2 + 0.5·2 = 2, / (1 − 0.25) = 2.667
    const [first, second] = smoothed([4, 2], 0.5);
    assert.equal(first, 4);
    assert.ok(Math.abs(second! - 8 / 3) < 1e-12);
  });

  it("leaves a constant constant, from the first value on", () => {
    for (const value of smoothed(new Array(50).fill(3), 0.9)) assert.ok(Math.abs(value - 3) < 1e-9);
  });

  it("passes over values that are no numbers", () => {
    const [, gap, after] = smoothed([1, NaN, 1], 0.9);
    assert.ok(Number.isNaN(gap));
    assert.ok(Math.abs(after! - 1) < 1e-9);
  });
});

describe("lossCurve", () => {
  it("counts steps from 0 where none are given, and uses those that are", () => {
    const { data } = lossCurve({ a: [3, 2, 1], b: { steps: [10, 20], values: [1, 2] } });
    assert.deepEqual(
      data.map(({ x }) => x),
      [
        [0, 1, 2],
        [10, 20],
      ],
    );
    assert.notEqual(
      (data[0]!.line as { dash: string }).dash,
      (data[1]!.line as { dash: string }).dash,
      "curves differ in more than colour",
    );
  });

  it("draws a smoothed line over the pale raw one, but not for a few points", () => {
    const values = Array.from({ length: 40 }, (_, i) => i % 2);
    const { data } = lossCurve({ long: values, short: [1, 0, 1] }, { smoothing: 0.9 });
    assert.deepEqual(
      data.map(({ name }) => name),
      ["long", "long", "short"],
    );
    assert.deepEqual((data[0]!.y as number[]).slice(0, 3), [0, 1, 0]);
    assert.ok((data[1]!.y as number[])[39]! > 0.4 && (data[1]!.y as number[])[39]! < 0.6);
    assert.deepEqual(data[2]!.y, [1, 0, 1]);
  });

  it("draws at most 1,000 points of a long curve, first and last among them", () => {
    const { data } = lossCurve({ loss: Float32Array.from({ length: 50_000 }, (_, i) => i) });
    const steps = data[0]!.x as number[];
    assert.deepEqual([steps.length, steps[0], steps[999]], [1000, 0, 49_999]);
  });

  it("says where each curve starts and ends", () => {
    const { alt } = lossCurve({ loss: [2.5, 1, 0.25] }, { title: "Training" });
    assert.equal(alt, "Curves: Training. loss goes from 2.5 to 0.25 at step 2.");
  });

  it("refuses curves without values, steps that do not fit, and a smoothing of 1", () => {
    assert.throws(() => lossCurve({}), /1 to 7 curves, got 0/);
    assert.throws(() => lossCurve({ a: [] }), /"a" needs values.*got 0 values/);
    assert.throws(
      () => lossCurve({ a: { steps: [1], values: [1, 2] } }),
      /got 2 values and 1 steps/,
    );
    assert.throws(() => lossCurve({ a: [1] }, { smoothing: 1 }), /below 1, got 1/);
  });
});
