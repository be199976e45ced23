import { describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  chooseSizes,
  evaluateFormula,
  NUM_TRACES,
  solveSizes,
  type AxisSizes,
} from "../../src/engine/symbolic-axes";

const SIZES = chooseSizes({ B: Infinity, T: Infinity, N: Infinity });

describe("chooseSizes", () => {
  it("takes distinct primes, so that no two axes or traces are alike", () => {
    const all = SIZES.flatMap((sizes) => Object.values(sizes));
    assert.equal(SIZES.length, NUM_TRACES);
    assert.equal(new Set(all).size, 3 * NUM_TRACES);
    for (const size of all) for (let d = 2; d < size; d++) assert.notEqual(size % d, 0);
  });

  it("stays below an axis' largest size", () => {
    const sizes = chooseSizes({ B: Infinity, T: 8 });
    assert.deepEqual(sizes.map((at) => at["T"]).sort(), [2, 3, 5, 7]);
  });

  it("refuses an axis without room for four sizes", () => {
    assert.throws(() => chooseSizes({ T: 4 }), {
      name: "RangeError",
      message: /axis T with at most 4 leaves too few/,
    });
  });
});

describe("solveSizes", () => {
  const cases: [string, (at: Record<"B" | "T" | "N", number>) => number, boolean][] = [
    ["a fixed number", () => 17, true],
    ["an axis", ({ T }) => T, true],
    ["a product of axes", ({ B, T }) => B * T, true],
    ["a multiple", ({ B, T, N }) => 768 * B * T * N, true],
    ["a square", ({ T }) => T * T, true],
    ["what an axis leaves of 512", ({ T }) => 512 - T, true],
    ["two axes end to end", ({ B, N }) => B + N, true],
    ["two lengths end to end and one more", ({ B, T, N }) => B * T + 2 * N + 1, true],
    ["the factor of a mean", ({ B, T }) => Math.fround(1 / (B * T)), false],
    ["an attention scale", ({ T }) => Math.fround(0.5 / Math.sqrt(T)), false],
    ["a real offset", ({ T }) => Math.fround(T - 0.5), false],
  ];
  const unseen: AxisSizes = { B: 6, T: 100, N: 9 };
  for (const [name, at, isWhole] of cases) {
    it(`finds ${name}, right at sizes it has not seen`, () => {
      const values = SIZES.map((sizes) => at(sizes as never));
      const formula = solveSizes(values, SIZES, isWhole);
      assert.ok(formula);
      const expected = at(unseen as never);
      assert.ok(Math.abs(evaluateFormula(formula, unseen) - expected) <= 1e-6 * Math.abs(expected));
    });
  }

  it("finds nothing for chance, a counter, or a size that is rounded", () => {
    assert.equal(solveSizes([0.31, 0.87, 0.11, 0.52], SIZES, false), undefined);
    assert.equal(solveSizes([1, 2, 3, 4], SIZES, true), undefined);
    assert.equal(solveSizes([1, 2, 3, 4], SIZES, false), undefined);
    const halves = SIZES.map(({ T }) => Math.floor(T! / 2));
    // (T - 1) / 2 for every prime: a half is no whole factor, and even sizes would be wrong.
    assert.equal(solveSizes(halves, SIZES, true), undefined);
  });
});
