/**
 * A verdict in words: how many cases were right, what most likely went wrong, and the smallest
 * input that shows it.
 */
import { answersEqual } from "./compare";
import type { Exercise } from "./exercise";
import { callInCode, valueInCode } from "./in-code";
import type { CaseResult, Outcome, Verdict } from "./judge";

/** The whole message for a solution that didn't pass, several lines. */
export function failureMessage(exercise: Exercise, verdict: Verdict): string {
  if (verdict.untouched) return untouchedMessage(exercise);
  const { right, total, points, failure } = verdict;
  const lines = [
    `${exercise.id}: ${right} of ${total} cases right, ${points} of ${exercise.points} points.`,
    `Hint: ${hintFor(exercise, verdict)}`,
  ];
  if (failure) {
    lines.push(
      `  input     ${callInCode(exercise.functionName, failure.input)}`,
      `  expected  ${valueInCode(failure.expected)}`,
      `  got       ${outcomeInCode(failure)}`,
    );
  }
  return lines.join("\n");
}

/** The one sentence or two that should help: the misconception's hint, or what can be seen. */
export function hintFor(exercise: Exercise, verdict: Verdict): string {
  if (verdict.misconception) return verdict.misconception.hint;
  if (!verdict.failure) return "";
  return hintFromOutcome(exercise.functionName, verdict.failure);
}

/** The visible examples with their right answers, a line each. */
export function exampleLines(exercise: Exercise): string[] {
  return exercise.examples.map((input) => {
    const answer = exercise.reference(...structuredClone(input));
    return `${callInCode(exercise.functionName, input)} → ${valueInCode(answer)}`;
  });
}

function untouchedMessage(exercise: Exercise): string {
  return [
    `${exercise.id}: not solved yet.`,
    `Replace yourTurn() in ${exercise.functionName} by your own lines and run it again. ` +
      "What it should do:",
    ...exampleLines(exercise).map((line) => `  ${line}`),
  ].join("\n");
}

function hintFromOutcome(functionName: string, { expected, outcome }: CaseResult): string {
  switch (outcome.kind) {
    case "right":
      return "";
    case "threw":
      return `your function stopped with an error, ${inOneLine(outcome.thrown)}`;
    case "late":
      return (
        `the promise of your function had not settled after ${outcome.seconds} s. ` +
        "Does every path resolve it?"
      );
    case "changed-input":
      return (
        "the answer is right, but your function changed the array or object it was given, and " +
        "whoever called it still needs that. Work on a copy: [...items]."
      );
    case "wrong":
      return hintFromWrongAnswer(functionName, expected, outcome);
  }
}

function hintFromWrongAnswer(
  functionName: string,
  expected: unknown,
  { got, difference }: Extract<Outcome, { kind: "wrong" }>,
): string {
  if (got === undefined) return "your function returned nothing: is there a `return`?";
  if (typeof got === "function") {
    return `your function returned a function, not its result. Call it inside ${functionName}.`;
  }
  if (containsPromise(got)) {
    return "there is a promise in your answer that nobody waited for: is an `await` missing?";
  }
  if (typeof expected === "number" && typeof got === "string") {
    return (
      `${difference.words}: a text, where a number is asked for. toFixed() and template ` +
      "strings make text; return the number itself."
    );
  }
  if (Array.isArray(got) && got.length === 1 && answersEqual(expected, got[0])) {
    return "the answer is right, but stands in an array of its own; return it without the array.";
  }
  if (difference.kind === "not-finite") {
    return (
      `${difference.words}. That comes from dividing by zero, from the logarithm of zero, or ` +
      "from calculating with an undefined value (an index past the end, a missing key)."
    );
  }
  if (isRounded(expected, got)) {
    return "your answer is rounded. Return the number as it is; round only for showing it.";
  }
  if (isReordered(expected, got)) {
    return "these are the right items in another order; look at what the task says about order.";
  }
  return `${difference.words}.`;
}

function outcomeInCode({ outcome }: CaseResult): string {
  switch (outcome.kind) {
    case "right":
      return "the same";
    case "wrong":
      return valueInCode(outcome.got);
    case "threw":
      return inOneLine(outcome.thrown);
    case "changed-input":
      return "the same, but the input was changed";
    case "late":
      return `nothing in ${outcome.seconds} s`;
  }
}

function inOneLine(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `${String(thrown)}`;
  const line = text.split("\n")[0]!;
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function isRounded(expected: unknown, got: unknown): boolean {
  return [1, 2, 3, 4].some((digits) => answersEqual(roundAll(expected, digits), got));
}

function roundAll(value: unknown, digits: number): unknown {
  if (typeof value === "number") return Number(value.toFixed(digits));
  if (Array.isArray(value)) return value.map((item) => roundAll(item, digits));
  return value;
}

function isReordered(expected: unknown, got: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(got)) return false;
  const sorted = (items: unknown[]) => items.map((item) => JSON.stringify(item)).sort();
  return answersEqual(sorted(expected), sorted(got));
}

function containsPromise(value: unknown): boolean {
  if (value instanceof Promise) return true;
  return Array.isArray(value) && value.some((item) => item instanceof Promise);
}
