import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kendallTau } from "../../src/evaluation/kendall";
import { close, GOLDEN } from "./golden-metrics";

describe("kendallTau", () => {
  it("equals the value worked out by hand", () => {
    // (1, 3), (2, 1), (3, 2): one pair alike, two opposite, of three
    close(kendallTau([1, 2, 3], [3, 1, 2]), -1 / 3);
    // A tie in x: one pair counts in y alone, (2 − 0) / √(2 · 3)
    close(kendallTau([1, 1, 2], [1, 2, 3]), 2 / Math.sqrt(6));
  });
  for (const { name, x, y, kendall_tau_b } of GOLDEN.correlation) {
    it(`gives SciPy's value: ${name}`, () => close(kendallTau(x, y), kendall_tau_b));
  }
  it("changes its sign when one order is turned round", () => {
    const { x, y } = GOLDEN.correlation[4]!;
    const turned = y.map((v) => -v);
    close(kendallTau(x, turned), -kendallTau(x, y));
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => kendallTau([1], [2]), /kendallTau: .* or more, got 1/);
  });
});
