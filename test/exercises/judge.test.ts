import { describe, it } from "node:test";
import assert from "node:assert/strict";
import type { Exercise } from "../../src/exercises/exercise";
import { hintFor } from "../../src/exercises/hint";
import { casesOf, judge, NotSolvedYet } from "../../src/exercises/judge";

/** The largest of a list; small enough to see every case: 2 visible, 3 hidden, 1 probe. */
const LARGEST: Exercise<[numbers: number[]], number> = {
  id: "99.largest",
  title: "The largest",
  functionName: "largest",
  statement: "The largest number of a list that is never empty.",
  stub: "",
  points: 10,
  examples: [[[3, 1, 2]], [[1, 2]]],
  hiddenCases: (rng) => [4, 5, 6].map((length) => [drawn(length, () => rng.integer(50) + 1)]),
  reference: (numbers) => Math.max(...numbers),
  misconceptions: [
    {
      name: "the first",
      hint: "you returned the first number",
      wrong: (numbers) => numbers[0]!,
    },
    {
      name: "starts at 0",
      hint: "you compared with 0 first",
      probes: [[[-1]]],
      wrong: (numbers) => Math.max(0, ...numbers),
    },
    {
      name: "crashes",
      hint: "never seen",
      wrong: () => {
        throw new Error("a wrong turn that ends in a wall");
      },
    },
  ],
};
const exercise = LARGEST as unknown as Exercise;

describe("judge", () => {
  it("runs the examples, then the hidden cases, then the probes", async () => {
    const seen: number[] = [];
    await judge(exercise, (numbers: number[]) => {
      seen.push(numbers.length);
      return Math.max(...numbers);
    });
    assert.deepEqual(seen, [3, 2, 4, 5, 6, 1]);
  });

  it("passes a right function, async or not, with all points", async () => {
    const right = (numbers: number[]) => numbers.reduce((a, b) => (a > b ? a : b));
    for (const solution of [right, async (numbers: number[]) => right(numbers)]) {
      const verdict = await judge(exercise, solution);
      assert.deepEqual([verdict.passed, verdict.right, verdict.points], [true, 6, 10]);
      assert.equal(verdict.failure, undefined);
    }
  });

  it("gives the share of right cases, rounded down to a tenth", async () => {
    // Wrong on [-1] alone: 5 of 6 cases, 10 × 5 / 6 = 8.33…
    const verdict = await judge(exercise, (numbers: number[]) => Math.max(0, ...numbers));
    assert.deepEqual([verdict.passed, verdict.right, verdict.total], [false, 5, 6]);
    assert.equal(verdict.points, 8.3);
    // Right on four of six: 6.66… must not become 6.7.
    const long = (numbers: number[]) => (numbers.length > 2 ? Math.max(...numbers) : -9);
    assert.equal((await judge(exercise, long)).points, 6.6);
  });

  it("names the wrong turn whose answers are the learner's, with its smallest case", async () => {
    const verdict = await judge(exercise, (numbers: number[]) => numbers[0]);
    assert.equal(verdict.misconception?.name, "the first");
    assert.deepEqual(verdict.failure?.input, [[1, 2]]);
    assert.equal(hintFor(exercise, verdict), "you returned the first number");
  });

  it("names the wrong turn that agrees on most cases, between equals the first listed", async () => {
    const zero = { name: "zero", hint: "", wrong: () => 0 };
    const startsAtZero = LARGEST.misconceptions[1]!;
    const twin = { ...startsAtZero, name: "twin" };
    // [-1] is the only failing case, and 0 explains it; only the second agrees on the others.
    const order = { ...exercise, misconceptions: [zero, startsAtZero, twin] } as Exercise;
    const solution = (numbers: number[]) => Math.max(0, ...numbers);
    assert.equal((await judge(order, solution)).misconception?.name, "starts at 0");
    // All zeros: the first explains every failing case, the second only one.
    const swapped = { ...exercise, misconceptions: [startsAtZero, zero] } as Exercise;
    assert.equal((await judge(swapped, () => 0)).misconception?.name, "zero");
  });

  it("names none when no wrong turn gives the learner's answers", async () => {
    const verdict = await judge(exercise, () => -77);
    assert.equal(verdict.misconception, undefined);
    assert.match(hintFor(exercise, verdict), /should be -1, got -77/);
  });

  it("draws the same hidden cases from the same seed, others from another", () => {
    assert.deepEqual(casesOf(exercise, 1), casesOf(exercise, 1));
    assert.notDeepEqual(casesOf(exercise, 1), casesOf(exercise, 2));
  });

  it("gives every call its own copy, and reports a changed input", async () => {
    const sorts = (numbers: number[]) => numbers.sort((a, b) => b - a)[0];
    const verdict = await judge(exercise, sorts);
    assert.equal(verdict.failure?.outcome.kind, "changed-input");
    assert.deepEqual(verdict.failure?.input, [[1, 2]]); // as it was before
    assert.match(hintFor(exercise, verdict), /changed the array .* Work on a copy/);
    assert.deepEqual(exercise.examples[0], [[3, 1, 2]]);
  });

  it("says so when the untouched stub runs, and stops there", async () => {
    let calls = 0;
    const verdict = await judge(exercise, () => {
      calls++;
      throw new NotSolvedYet("");
    });
    assert.deepEqual([verdict.untouched, verdict.points, calls], [true, 0, 1]);
  });

  it("gives up a promise that never settles, and does not wait for the next", async () => {
    let calls = 0;
    const never = () => {
      calls++;
      return new Promise(() => {});
    };
    const verdict = await judge(exercise, never, { timeLimit: 20 });
    assert.equal(verdict.failure?.outcome.kind, "late");
    assert.deepEqual([calls, verdict.right, verdict.total], [1, 0, 6]);
    assert.match(hintFor(exercise, verdict), /had not settled after 0\.02 s/);
  });

  it("turns what the function does wrong into words", async () => {
    const hints: [(numbers: number[]) => unknown, RegExp][] = [
      [() => undefined, /returned nothing: is there a `return`\?/],
      [() => () => 1, /returned a function, not its result/],
      [(numbers) => [Promise.resolve(numbers[0])], /is an `await` missing/],
      [(numbers) => Math.max(...numbers).toFixed(2), /a text, where a number is asked for/],
      [(numbers) => [Math.max(...numbers)], /in an array of its own/],
      [() => NaN, /the answer is NaN\. That comes from dividing by zero/],
      [() => ({}), /should be a number, got an object of type Object/],
      [() => assert.fail("no way"), /stopped with an error, AssertionError: no way/],
      [() => Promise.reject(new TypeError("later")), /stopped with an error, TypeError: later/],
      [
        () => {
          throw "a word";
        },
        /stopped with an error, a word/,
      ],
    ];
    for (const [solution, pattern] of hints) {
      assert.match(hintFor(exercise, await judge(exercise, solution)), pattern);
    }
  });

  it("recognises rounded numbers, and right items in another order", async () => {
    const halves: Exercise<[n: number], number[]> = {
      ...LARGEST,
      examples: [[7]],
      hiddenCases: () => [],
      reference: (n) => [n / 3, n / 9],
      misconceptions: [],
    };
    const task = halves as unknown as Exercise;
    const rounded = (n: number) => [n / 3, n / 9].map((x) => Number(x.toFixed(2)));
    assert.match(hintFor(task, await judge(task, rounded)), /your answer is rounded/);
    const reversed = (n: number) => [n / 9, n / 3];
    assert.match(hintFor(task, await judge(task, reversed)), /right items in another order/);
  });
});

function drawn(length: number, draw: () => number): number[] {
  return Array.from({ length }, draw);
}
