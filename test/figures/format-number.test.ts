import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { formatNumber, roundTo } from "../../src/figures/format-number";

describe("formatNumber", () => {
  it("keeps whole numbers whole, with separators", () => {
    assert.equal(formatNumber(1234567), "1,234,567");
    assert.equal(formatNumber(-1000), "-1,000");
    assert.equal(formatNumber(0), "0");
    assert.equal(formatNumber(-0), "0");
  });

  it("rounds fractions to significant digits, not to decimals", () => {
    assert.equal(formatNumber(1 / 3), "0.3333");
    assert.equal(formatNumber(0.00123456), "0.001235");
    assert.equal(formatNumber(12345.678), "12,346");
    assert.equal(formatNumber(2.5, 3), "2.5");
    assert.equal(formatNumber(99.996, 3), "100");
  });

  it("writes the very small and the very large as powers of ten", () => {
    assert.equal(formatNumber(1.234e-7), "1.23e-7");
    assert.equal(formatNumber(6.02214076e23), "6.02e+23");
  });

  it("names what is no number", () => {
    assert.deepEqual(
      [NaN, Infinity, -Infinity].map((v) => formatNumber(v)),
      ["NaN", "∞", "−∞"],
    );
  });
});

describe("roundTo", () => {
  it("keeps so many digits of a fraction, all of a count, and leaves NaN alone", () => {
    assert.equal(roundTo(0.1 + 0.2), 0.3);
    assert.equal(roundTo(123456.7), 123460);
    assert.equal(roundTo(123456), 123456);
    assert.ok(Number.isNaN(roundTo(NaN)));
  });
});
