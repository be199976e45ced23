/**
 * Runs a learner's function on the cases of an exercise and says what it got right, and which
 * wrong turn explains the rest. Nothing is shown or stored here; src/exercises/check.ts does that.
 *
 * The cases are the visible examples, then hidden ones drawn from the seed, then the probes of the
 * wrong turns. Every call gets its own copy of the input, so one call can't spoil the next.
 *
 * A promise that never settles is given up after a time limit. A loop that never ends and never
 * waits can't be stopped from inside the same process: interrupt the cell (■ in Jupyter); the
 * notebook runner has its own time limit.
 */
import { createRng } from "../core/rng";
import { answersEqual, compareAnswers } from "./compare";
import type { Difference } from "./compare";
import type { Exercise, Misconception } from "./exercise";

export interface JudgeOptions {
  /** Fixes the hidden cases. Default 1. */
  seed?: number;
  /** How long one call may wait for its promise, in milliseconds. Default 10,000. */
  timeLimit?: number;
}

/** What came of one call. */
export type Outcome =
  | { kind: "right" }
  | { kind: "wrong"; got: unknown; difference: Difference }
  | { kind: "threw"; thrown: unknown }
  | { kind: "changed-input" }
  | { kind: "late"; seconds: number };

export interface CaseResult {
  input: unknown[];
  expected: unknown;
  outcome: Outcome;
}

export interface Verdict {
  passed: boolean;
  /** Nothing was written yet: the stub's own `yourTurn()` ran. */
  untouched: boolean;
  right: number;
  total: number;
  /** The share of right cases times the exercise's points, to one decimal, rounded down. */
  points: number;
  /** The failing case to look at: the smallest that the misconception explains, else of all. */
  failure?: CaseResult;
  misconception?: Misconception;
}

/** Thrown by the stub; see `yourTurn` in src/exercises/check.ts. */
export class NotSolvedYet extends Error {
  override readonly name = "NotSolvedYet";
}

/** Judges a function, which may be async. Never throws for what the function does. */
export async function judge(
  exercise: Exercise,
  solution: (...input: never[]) => unknown,
  { seed = 1, timeLimit = 10_000 }: JudgeOptions = {},
): Promise<Verdict> {
  const inputs = casesOf(exercise, seed);
  const results: CaseResult[] = [];
  for (const input of inputs) {
    const expected = exercise.reference(...structuredClone(input));
    const outcome = await tryOne(solution, input, expected, timeLimit);
    results.push({ input, expected, outcome });
    // Neither gets better with the next input, and waiting for each would take minutes.
    if (outcome.kind === "late" || isUntouched(outcome)) break;
  }

  const failures = results.filter(({ outcome }) => outcome.kind !== "right");
  const right = results.length - failures.length;
  const total = inputs.length;
  const verdict: Verdict = {
    passed: right === total,
    untouched: results.some(({ outcome }) => isUntouched(outcome)),
    right,
    total,
    points: Math.floor((exercise.points * right * 10) / total) / 10,
  };
  if (verdict.passed) return verdict;
  const explained = explain(exercise, results);
  verdict.misconception = explained?.misconception;
  verdict.failure = smallest(explained?.failures ?? failures);
  return verdict;
}

/** Every input on which a solution is tried, in order. */
export function casesOf(exercise: Exercise, seed: number): unknown[][] {
  const hidden = exercise.hiddenCases(createRng(seed).fork(exercise.id));
  const probes = exercise.misconceptions.flatMap(({ probes = [] }) => probes);
  return [...exercise.examples, ...hidden, ...probes];
}

async function tryOne(
  solution: (...input: never[]) => unknown,
  input: unknown[],
  expected: unknown,
  timeLimit: number,
): Promise<Outcome> {
  const given = structuredClone(input);
  let got: unknown;
  try {
    got = await withTimeLimit(solution(...(given as never[])), timeLimit);
  } catch (thrown) {
    if (thrown === LATE) return { kind: "late", seconds: timeLimit / 1000 };
    return { kind: "threw", thrown };
  }
  const difference = compareAnswers(expected, got);
  if (difference) return { kind: "wrong", got, difference };
  return answersEqual(input, given) ? { kind: "right" } : { kind: "changed-input" };
}

const LATE = Symbol("late");

async function withTimeLimit(value: unknown, timeLimit: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(LATE), timeLimit);
  });
  try {
    return await Promise.race([value, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The wrong turn that gives the learner's wrong answers on most failing cases; between equals, the
 * one that agrees on most cases altogether, then the one listed first.
 */
function explain(
  exercise: Exercise,
  results: CaseResult[],
): { misconception: Misconception; failures: CaseResult[] } | undefined {
  let best: { misconception: Misconception; failures: CaseResult[]; agreed: number } | undefined;
  for (const misconception of exercise.misconceptions) {
    const agreeing = results.filter(({ input, expected, outcome }) => {
      if (outcome.kind !== "right" && outcome.kind !== "wrong") return false;
      const got = outcome.kind === "wrong" ? outcome.got : expected;
      return answersEqual(answerOf(misconception, input), got);
    });
    const failures = agreeing.filter(({ outcome }) => outcome.kind === "wrong");
    if (failures.length === 0) continue;
    const agreed = agreeing.length;
    const isBetter =
      !best ||
      failures.length > best.failures.length ||
      (failures.length === best.failures.length && agreed > best.agreed);
    if (isBetter) best = { misconception, failures, agreed };
  }
  return best;
}

/** A wrong turn may crash where the learner's own code didn't: then they differ. */
function answerOf(misconception: Misconception, input: unknown[]): unknown {
  try {
    return misconception.wrong(...structuredClone(input));
  } catch {
    return NO_ANSWER;
  }
}

const NO_ANSWER = Symbol("no answer");

function smallest(failures: CaseResult[]): CaseResult {
  const size = ({ input }: CaseResult) => JSON.stringify(input).length;
  return failures.reduce((best, failure) => (size(failure) < size(best) ? failure : best));
}

function isUntouched(outcome: Outcome): boolean {
  // By name, not by class: after an edit in src/, a cell run earlier holds the class as it was.
  if (outcome.kind !== "threw" || !(outcome.thrown instanceof Error)) return false;
  return outcome.thrown.name === "NotSolvedYet";
}
