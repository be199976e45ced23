import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { linearFit, powerLawExponent } from "../../src/evaluation/linear-fit";

describe("linearFit", () => {
  it("finds the line worked out by hand", () => {
    // means 2 and 3;  Σ (x − 2)(y − 3) = (−1)(−1) + 0·(−1) + 1·2 = 3;  Σ (x − 2)² = 2
    assert.deepEqual(linearFit([1, 2, 3], [2, 2, 5]), { slope: 1.5, intercept: 0 });
  });

  it("goes through points that lie on a line", () => {
    const { slope, intercept } = linearFit([-1, 4, 10], [9, -1, -13]);
    assert.ok(Math.abs(slope + 2) < 1e-12 && Math.abs(intercept - 7) < 1e-12);
  });

  it("leaves deviations that sum to 0, alone and times x", () => {
    const [x, y] = [
      [0, 1, 2, 7],
      [3, 1, 4, 1.5],
    ];
    const { slope, intercept } = linearFit(x, y);
    const left = x.map((value, i) => y[i]! - intercept - slope * value);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum(left)) < 1e-12);
    assert.ok(Math.abs(sum(left.map((value, i) => value * x[i]!))) < 1e-12);
  });

  it("refuses what no line can be drawn through", () => {
    assert.throws(
      () => linearFit([2, 2], [1, 3]),
      /linearFit: x must differ, got 2 at every point/,
    );
    assert.throws(() => linearFit([1], [1]), /linearFit: there must be 2 pairs or more, got 1/);
    assert.throws(() => linearFit([1, 2], [1]), /linearFit: both lists must have the same length/);
  });
});

describe("powerLawExponent", () => {
  it("is 2 for squares, 1 for what grows in step, whatever the factor", () => {
    const n = [50, 100, 200, 400];
    const close = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 1e-12);
    close(
      powerLawExponent(
        n,
        n.map((value) => 0.003 * value ** 2),
      ),
      2,
    );
    close(
      powerLawExponent(
        n,
        n.map((value) => 7 * value),
      ),
      1,
    );
  });

  it("refuses what has no logarithm", () => {
    assert.throws(() => powerLawExponent([1, 2], [0, 3]), /values must be above 0, got 0/);
    assert.throws(() => powerLawExponent([-1, 2], [1, 3]), /values must be above 0, got -1/);
  });
});
