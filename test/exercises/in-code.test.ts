import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { callInCode, valueInCode } from "../../src/exercises/in-code";

describe("callInCode", () => {
  it("writes the call as one would type it", () => {
    const call = callInCode("tf", ["cat", ["the", "cat"], { k: 2 }]);
    assert.equal(call, 'tf("cat", ["the", "cat"], {k: 2})');
  });
});

describe("valueInCode", () => {
  it("shows six digits, and tells a text from a number", () => {
    assert.equal(valueInCode(2 / 3), "0.666667");
    assert.equal(valueInCode("0.5"), '"0.5"');
    assert.equal(valueInCode(NaN), "NaN");
    assert.equal(valueInCode(-0), "0");
  });

  it("cuts what is long, and says how much", () => {
    const list = valueInCode(Array.from({ length: 15 }, (_, i) => i));
    assert.equal(list, "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … 3 more]");
    assert.ok(valueInCode("x".repeat(500)).length < 90);
  });

  it("ends on a value that contains itself", () => {
    const ring: unknown[] = [];
    ring.push(ring);
    assert.equal(valueInCode(ring), "[[[[[…]]]]]");
  });

  it("shows maps, sets and typed arrays by what they hold", () => {
    assert.equal(valueInCode(new Map([["a", 1]])), "Map {a: 1}");
    assert.equal(valueInCode(new Set(["a"])), 'Set ["a"]');
    assert.equal(valueInCode(new Float32Array([1, 2])), "[1, 2]");
  });
});
