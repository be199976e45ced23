/**
 * Is an answer the right one? And if not, where does it differ first, in words?
 *
 * Numbers are equal when they differ by at most 1e-6 of the larger (and 1e-9 near zero): room for
 * adding in another order or in 32 bits, none for another formula.
 */
import { inWords } from "../core/check";

/** Where an answer differs: `at` is "" for the whole answer, "[2]" or ".cat" for a part. */
export interface Difference {
  at: string;
  kind: "nothing" | "kind" | "not-finite" | "length" | "keys" | "value";
  /** The sentence for the learner. */
  words: string;
}

/** The first difference, or undefined when the answer is right. Typed arrays count as arrays. */
export function compareAnswers(expected: unknown, got: unknown, at = ""): Difference | undefined {
  const wanted = plain(expected);
  const given = plain(got);
  const place = at === "" ? "the answer" : `the answer at ${at}`;

  if (isSame(wanted, given)) return undefined;
  if (given === undefined || given === null) {
    return { at, kind: "nothing", words: `${place} is ${given}` };
  }
  if (kindOf(wanted) !== kindOf(given)) {
    const words = `${place} should be ${kindOf(wanted)}, got ${inWords(given)}`;
    return { at, kind: "kind", words };
  }
  if (Array.isArray(wanted) && Array.isArray(given)) return compareArrays(wanted, given, at, place);
  if (isRecord(wanted) && isRecord(given)) return compareRecords(wanted, given, at, place);
  if (typeof wanted === "number" && typeof given === "number") {
    if (!Number.isFinite(given)) return { at, kind: "not-finite", words: `${place} is ${given}` };
  }
  const words = `${place} should be ${inWords(wanted)}, got ${inWords(given)}`;
  return { at, kind: "value", words };
}

/** Equal in everything, NaN to NaN included: how two functions are found to do the same thing. */
export function answersEqual(a: unknown, b: unknown): boolean {
  return compareAnswers(a, b) === undefined;
}

function compareArrays(
  wanted: unknown[],
  given: unknown[],
  at: string,
  place: string,
): Difference | undefined {
  if (wanted.length !== given.length) {
    const words = `${place} should have length ${wanted.length}, got length ${given.length}`;
    return { at, kind: "length", words };
  }
  for (let i = 0; i < wanted.length; i++) {
    const difference = compareAnswers(wanted[i], given[i], `${at}[${i}]`);
    if (difference) return difference;
  }
  return undefined;
}

function compareRecords(
  wanted: Record<string, unknown>,
  given: Record<string, unknown>,
  at: string,
  place: string,
): Difference | undefined {
  const missing = Object.keys(wanted).find((key) => !Object.hasOwn(given, key));
  if (missing !== undefined) {
    return { at, kind: "keys", words: `${place} has no ${JSON.stringify(missing)}` };
  }
  const extra = Object.keys(given).find((key) => !Object.hasOwn(wanted, key));
  if (extra !== undefined) {
    return { at, kind: "keys", words: `${place} has ${JSON.stringify(extra)}, which is too much` };
  }
  for (const key of Object.keys(wanted)) {
    const difference = compareAnswers(wanted[key], given[key], `${at}.${key}`);
    if (difference) return difference;
  }
  return undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    // 0 and -0 are one number here; NaN equals NaN, for comparing wrong turns.
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
    if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
    return Math.abs(a - b) <= Math.max(1e-9, 1e-6 * Math.max(Math.abs(a), Math.abs(b)));
  }
  return Object.is(a, b);
}

/** Typed arrays as arrays, maps as records: another container for the same answer is no mistake. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<unknown>);
  }
  if (value instanceof Map) return Object.fromEntries(value);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (value === null) return "null";
  if (typeof value === "object") return "an object";
  if (typeof value === "boolean") return "true or false";
  return `a ${typeof value}`;
}
