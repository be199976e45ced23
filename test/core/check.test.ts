import { describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  assertBetween,
  assertInteger,
  assertPositive,
  assertRank,
  assertSameShape,
  assertStrings,
  inWords,
} from "../../src/core/check";

const message = (name: string, text: string) => ({ name, message: text });

describe("assertInteger", () => {
  it("lets whole numbers within the range pass, its ends included", () => {
    assertInteger("f", { a: 0, b: -3, c: 2 ** 40 });
    assertInteger("f", { a: 1, b: 5 }, { min: 1, max: 5 });
  });
  it("names the caller, the value at fault, the range and what came", () => {
    const refused = (value: number, range: object, text: string) =>
      assert.throws(
        () => assertInteger("f", { ok: 3, k: value }, range),
        message("RangeError", text),
      );
    refused(2.5, {}, "f: k must be a whole number, got 2.5");
    refused(0, { min: 1 }, "f: k must be a whole number of at least 1, got 0");
    refused(9, { max: 8 }, "f: k must be a whole number of at most 8, got 9");
    refused(9, { min: 1, max: 8 }, "f: k must be a whole number from 1 to 8, got 9");
    refused(Infinity, {}, "f: k must be a whole number, got Infinity");
    refused("3" as never, {}, 'f: k must be a whole number, got "3"');
    refused(undefined as never, {}, "f: k must be a whole number, got undefined");
  });
});

describe("assertPositive", () => {
  it("refuses zero, and what isn't finite", () => {
    assertPositive("f", { margin: 1e-9 });
    for (const value of [0, -1, NaN, Infinity]) {
      const text = `f: margin must be above 0, got ${value}`;
      assert.throws(() => assertPositive("f", { margin: value }), message("RangeError", text));
    }
  });
});

describe("assertBetween", () => {
  it("takes both ends and refuses beyond them", () => {
    assertBetween("f", { low: 0, high: 1 }, 0, 1);
    for (const value of [-0.001, 1.001, NaN]) {
      const text = `f: p must be between 0 and 1, got ${value}`;
      assert.throws(() => assertBetween("f", { p: value }, 0, 1), message("RangeError", text));
    }
    assert.throws(() => assertBetween("f", { p: "0.5" as never }, 0, 1), /got "0\.5"/);
  });
});

describe("assertStrings", () => {
  it("lets lists of strings pass, the empty one too", () => {
    assertStrings("f", "documents", []);
    assertStrings("f", "documents", ["", "a"]);
  });
  it("refuses one string where a list belongs", () => {
    const text = 'f: documents must be an array of strings, got "a cat"';
    assert.throws(() => assertStrings("f", "documents", "a cat"), message("TypeError", text));
  });
  it("says which item is not a string", () => {
    const text = "f: documents[1] must be a string, got null";
    assert.throws(() => assertStrings("f", "documents", ["a", null]), message("TypeError", text));
  });
});

describe("assertSameShape", () => {
  it("compares every axis", () => {
    assertSameShape("f", { a: { shape: [2, 3] }, b: { shape: [2, 3] } });
    assert.throws(
      () => assertSameShape("f", { a: { shape: [2, 3] }, b: { shape: [3, 2] }, c: { shape: [] } }),
      message("RangeError", "f: shapes must be equal, got a [2,3], b [3,2], c []"),
    );
  });
});

describe("assertRank", () => {
  it("counts axes, and speaks of one axis in the singular", () => {
    assertRank("f", "x", { shape: [2, 3] }, 2);
    assert.throws(
      () => assertRank("f", "x", { shape: [2, 3] }, 1),
      message("RangeError", "f: x must have 1 axis, got shape [2,3]"),
    );
    assert.throws(() => assertRank("f", "x", { shape: [] }, 3), /must have 3 axes, got shape \[\]/);
  });
});

describe("inWords", () => {
  it("tells a string from a number, and shortens a long one", () => {
    assert.equal(inWords("2"), '"2"');
    assert.equal(inWords(2), "2");
    assert.equal(inWords("x".repeat(99)), `"${"x".repeat(60)}…"`);
  });
  it("names containers by kind and size, not by their contents", () => {
    assert.equal(inWords([1, 2, 3]), "an array of 3");
    assert.equal(inWords(new Float32Array(2)), "an object of type Float32Array");
    assert.equal(inWords(Object.create(null)), "an object of type Object");
    assert.equal(
      inWords(() => 1),
      "a function",
    );
    assert.equal(inWords(null), "null");
    assert.equal(inWords(undefined), "undefined");
    assert.equal(inWords(-0), "0");
  });
});
