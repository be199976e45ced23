import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { answersEqual, compareAnswers } from "../../src/exercises/compare";

describe("compareAnswers", () => {
  it("takes sums in another order for the same, and another formula for another", () => {
    assert.equal(compareAnswers(0.6, 0.1 + 0.2 + 0.3), undefined); // 0.6000000000000001
    assert.equal(compareAnswers(1e6, 1e6 + 0.5), undefined); // 0.5e-6 of it
    assert.equal(compareAnswers(1, 1.00001)?.kind, "value"); // 1e-5 of it
    assert.equal(compareAnswers(0, 1e-8)?.kind, "value");
  });

  it("takes 32-bit numbers, typed arrays and maps for the same answer", () => {
    assert.equal(compareAnswers([0.1, 1 / 3], new Float32Array([0.1, 1 / 3])), undefined);
    assert.equal(compareAnswers({ cat: 2 }, new Map([["cat", 2]])), undefined);
  });

  it("names the first place that differs", () => {
    const inArray = compareAnswers([1, [2, 3]], [1, [2, 4]]);
    assert.deepEqual([inArray?.at, inArray?.kind], ["[1][1]", "value"]);
    const inRecord = compareAnswers({ a: { b: 1 } }, { a: { b: 2 } });
    assert.equal(inRecord?.at, ".a.b");
    assert.match(inRecord!.words, /^the answer at \.a\.b should be 1, got 2$/);
  });

  it("tells the kinds of difference apart", () => {
    const kinds: [unknown, unknown, string][] = [
      [1, undefined, "nothing"],
      [1, null, "nothing"],
      [1, "1", "kind"],
      [1, [1], "kind"],
      [[1], { 0: 1 }, "kind"],
      [1, NaN, "not-finite"],
      [[1], [Infinity], "not-finite"],
      [[1, 2], [1], "length"],
      [{ a: 1 }, {}, "keys"],
      [{ a: 1 }, { a: 1, b: 2 }, "keys"],
      ["a", "b", "value"],
      [true, false, "value"],
    ];
    for (const [expected, got, kind] of kinds) {
      assert.equal(compareAnswers(expected, got)?.kind, kind, JSON.stringify([expected, got]));
    }
  });

  it("does not take an inherited key for one that is there", () => {
    assert.equal(compareAnswers({ constructor: 1 }, {})?.kind, "keys");
  });
});

describe("answersEqual", () => {
  it("finds NaN equal to NaN, so that two wrong turns can be the same", () => {
    assert.equal(answersEqual([NaN], [NaN]), true);
    assert.equal(answersEqual(NaN, 0), false);
    assert.equal(answersEqual(Infinity, -Infinity), false);
    assert.equal(answersEqual(Infinity, 1), false);
  });
});
