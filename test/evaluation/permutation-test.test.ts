import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { meanOf } from "../../src/evaluation/bootstrap";
import { permutationTest } from "../../src/evaluation/permutation-test";
import { close } from "./golden-metrics";

describe("permutationTest", () => {
  it("nears the share counted by hand over all swaps", () => {
    // Differences 1 1 1 1 1: only all kept and all swapped are as far apart, 2 of 2⁵ = 0.0625.
    const rng = createRng(1);
    const [a, b] = [[1, 1, 1, 1, 1], [0, 0, 0, 0, 0]]; // prettier-ignore
    const { difference, pValue } = permutationTest(a, b, meanOf, { rng, permutations: 20000 });
    assert.equal(difference, 1);
    assert.ok(Math.abs(pValue - 2 / 32) < 0.006, `${pValue}`);
  });
  it("is 1 for a system beside itself, and never 0", () => {
    const options = { rng: createRng(1), permutations: 100 };
    assert.equal(permutationTest([1, 0, 1], [1, 0, 1], meanOf, options).pValue, 1);
    const [a, b] = [Array<number>(60).fill(1), Array<number>(60).fill(0)];
    close(permutationTest(a, b, meanOf, options).pValue, 1 / 101);
  });
  it("calls equal systems different in one of twenty data sets, at 0.05", () => {
    let called = 0;
    for (let seed = 0; seed < 200; seed++) {
      const rng = createRng(seed);
      const draw = () => Array.from({ length: 30 }, () => rng.normal());
      const { pValue } = permutationTest(draw(), draw(), meanOf, { rng, permutations: 200 });
      if (pValue <= 0.05) called++;
    }
    // 10 expected, standard deviation 3.1
    assert.ok(called >= 3 && called <= 19, `${called} of 200`);
  });
  it("doesn't care which system is named first, nor how the sums round", () => {
    const [a, b] = [[0.1, 0.2, 0.3, 0.7], [0.3, 0.1, 0.2, 0.6]]; // prettier-ignore
    const of = (x: number[], y: number[]) => permutationTest(x, y, meanOf, { rng: createRng(3) });
    assert.equal(of(a, b).pValue, of(b, a).pValue);
    close(of(a, b).difference, -of(b, a).difference);
    // Differences 0.3, 0, −0.3, −0.3: each of the 16 assignments is 0.075 apart or more, but half of
    // them by a last digit less.
    assert.equal(of([0.7, 0.5, 0.6, 0], [0.4, 0.5, 0.9, 0.3]).pValue, 1);
  });
  it("says what it got when the input is wrong", () => {
    const options = { rng: createRng(1) };
    assert.throws(() => permutationTest([1], [1, 2], meanOf, options), /got 1 and 2/);
    assert.throws(
      () => permutationTest([1], [2], meanOf, { ...options, permutations: 0 }),
      /permutations must be a whole number of at least 1, got 0/,
    );
  });
});
