/**
 * The options of the vectorizers, named as in scikit-learn's CountVectorizer and checked once.
 */
import { assertInteger, assertStrings, inWords } from "../core/check";
import type { AnalyzeOptions } from "../text/analyze";
import { sortByCodePoint } from "../text/code-point-order";

/** What a fixed vocabulary may be: terms in order, a set of terms, or term → column. */
export type VocabularyOption =
  | readonly string[]
  | ReadonlySet<string>
  | ReadonlyMap<string, number>
  | Readonly<Record<string, number>>;

export interface BagOfWordsOptions extends AnalyzeOptions {
  /**
   * Leave out terms that fewer documents hold: a whole number counts documents, a fraction below 1
   * is a share of them. Default 1.
   */
  minDf?: number;
  /**
   * Leave out terms that more documents hold; read like `minDf`, so 1 means one document and 0.5
   * half of them. Default: no limit.
   */
  maxDf?: number;
  /** Keep only this many terms, those that occur most; ties as in scikit-learn (introsort.ts). */
  maxFeatures?: number | null;
  /** Count a term once however often it occurs in a document. Default false. */
  binary?: boolean;
  /** Count exactly these terms, in this order; minDf, maxDf and maxFeatures then have no effect. */
  vocabulary?: VocabularyOption | null;
}

/** The same, complete, checked, and with nothing of the caller's inside. */
export interface CheckedOptions extends AnalyzeOptions {
  readonly ngramRange: readonly [min: number, max: number];
  readonly stopWords: readonly string[];
  readonly minDf: number;
  readonly maxDf: number;
  readonly maxFeatures: number;
  readonly binary: boolean;
  readonly vocabulary: readonly string[] | null;
}

const NAMES = [
  ...["lowercase", "stripAccents", "tokenPattern", "analyzer", "ngramRange", "stopWords"],
  ...["minDf", "maxDf", "maxFeatures", "binary", "vocabulary"],
];

/** @param more names of the caller's own options, which it checks itself */
export function checkOptions(
  caller: string,
  options: BagOfWordsOptions,
  more: readonly string[] = [],
): CheckedOptions {
  assertNames(caller, options, [...NAMES, ...more]);
  const { lowercase = true, stripAccents = null, tokenPattern, analyzer = "word" } = options;
  const { ngramRange = [1, 1], minDf = 1, maxDf = Infinity, binary = false } = options;
  const maxFeatures = options.maxFeatures ?? Infinity;

  assertSwitches(caller, { lowercase, binary });
  assertOneOf(caller, "stripAccents", stripAccents, [null, "unicode", "ascii"]);
  if (typeof analyzer !== "function") {
    assertOneOf(caller, "analyzer", analyzer, ["word", "char", "char_wb"]);
  }
  if (!["undefined", "string"].includes(typeof tokenPattern) && !(tokenPattern instanceof RegExp)) {
    throw new TypeError(
      `${caller}: tokenPattern must be a string or a RegExp, got ${inWords(tokenPattern)}`,
    );
  }
  assertNgramRange(caller, ngramRange);
  assertFrequency(caller, "minDf", minDf);
  assertFrequency(caller, "maxDf", maxDf);
  if (maxFeatures !== Infinity) assertInteger(caller, { maxFeatures }, { min: 1 });

  return {
    ...{ lowercase, stripAccents, tokenPattern, analyzer, minDf, maxDf, maxFeatures, binary },
    ngramRange: [ngramRange[0], ngramRange[1]],
    stopWords: checkStopWords(caller, options.stopWords),
    vocabulary: checkVocabulary(caller, options.vocabulary ?? null),
  };
}

/** A misspelt option would otherwise be ignored without a word. */
function assertNames(caller: string, options: object, names: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(`${caller}: there is no option "${unknown}"; there are ${names.join(", ")}`);
}

export function assertString(caller: string, name: string, value: unknown): void {
  if (typeof value === "string") return;
  throw new TypeError(`${caller}: ${name} must be a string, got ${inWords(value)}`);
}

export function assertSwitches(caller: string, switches: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(switches)) {
    if (typeof value === "boolean") continue;
    throw new TypeError(`${caller}: ${name} must be true or false, got ${inWords(value)}`);
  }
}

export function assertOneOf(
  caller: string,
  name: string,
  value: unknown,
  allowed: readonly unknown[],
): void {
  if (allowed.includes(value)) return;
  const words = allowed.map(inWords).join(", ");
  throw new RangeError(`${caller}: ${name} must be one of ${words}, got ${inWords(value)}`);
}

function assertNgramRange(caller: string, range: unknown): void {
  if (!Array.isArray(range) || range.length !== 2) {
    throw new TypeError(
      `${caller}: ngramRange must be [shortest, longest], for example [1, 2], ` +
        `got ${inWords(range)}`,
    );
  }
  const [min, max] = range as [number, number];
  assertInteger(caller, { "ngramRange[0]": min, "ngramRange[1]": max }, { min: 1 });
  if (min <= max) return;
  throw new RangeError(
    `${caller}: ngramRange must be [shortest, longest], got [${min}, ${max}]; ` +
      `turn it round: [${max}, ${min}]`,
  );
}

function assertFrequency(caller: string, name: string, value: number): void {
  const isShare = value >= 0 && value < 1;
  const isCount = Number.isInteger(value) || (name === "maxDf" && value === Infinity);
  if (typeof value === "number" && (isShare || (isCount && value >= 1))) return;
  throw new RangeError(
    `${caller}: ${name} must be a number of documents (whole, at least 1) or a share of them ` +
      `(from 0 to below 1), got ${inWords(value)}`,
  );
}

function checkStopWords(caller: string, stopWords: unknown): string[] {
  if (stopWords === undefined || stopWords === null) return [];
  const isIterable = typeof stopWords === "object" && Symbol.iterator in stopWords;
  if (!isIterable) {
    throw new TypeError(
      `${caller}: stopWords must be a list of words, got ${inWords(stopWords)}; ` +
        "for English, pass ENGLISH_STOP_WORDS from src/text/stop-words",
    );
  }
  const words = [...(stopWords as Iterable<unknown>)];
  assertStrings(caller, "stopWords", words);
  return words as string[];
}

function checkVocabulary(caller: string, vocabulary: VocabularyOption | null): string[] | null {
  if (vocabulary === null) return null;
  const terms = vocabularyTerms(caller, vocabulary);
  assertStrings(caller, "vocabulary", terms);
  if (terms.length === 0) {
    throw new RangeError(
      `${caller}: vocabulary is empty; name at least one term, or leave the option out`,
    );
  }
  const seen = new Set<string>();
  for (const term of terms) {
    if (seen.has(term)) {
      throw new RangeError(`${caller}: each term of vocabulary must stand once, got two "${term}"`);
    }
    seen.add(term);
  }
  return terms;
}

function vocabularyTerms(caller: string, vocabulary: VocabularyOption): string[] {
  if (typeof vocabulary !== "object") {
    throw new TypeError(
      `${caller}: vocabulary must be an array of terms or a Map from term to column, ` +
        `got ${inWords(vocabulary)}`,
    );
  }
  if (Array.isArray(vocabulary)) return [...(vocabulary as string[])];
  if (vocabulary instanceof Set) return sortByCodePoint([...(vocabulary as Set<string>)]);
  const pairs: [string, number][] =
    vocabulary instanceof Map
      ? [...(vocabulary as Map<string, number>)]
      : Object.entries(vocabulary as Record<string, number>);

  const terms = new Array<string>(pairs.length);
  for (const [term, column] of pairs) {
    const isFree = Number.isInteger(column) && column >= 0 && !(column in terms);
    if (!isFree || column >= pairs.length) {
      throw new RangeError(
        `${caller}: vocabulary must use each column from 0 to ${pairs.length - 1} once, ` +
          `got ${inWords(column)} for "${term}"`,
      );
    }
    terms[column] = term;
  }
  return terms;
}
