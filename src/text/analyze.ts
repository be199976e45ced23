/**
 * From a document to the terms that are counted: lower case, accents, words, stop words, n-grams.
 *
 * The steps and their order are scikit-learn's (`build_analyzer`): the text is lower-cased, then
 * loses its accents, then is cut into tokens, stop words are taken out, and n-grams are built
 * from what remains. So "cat on mat" without "on" gives the pair "cat mat", which nobody wrote.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { inWords } from "../core/check";
import { characterNgrams, characterNgramsInWords, wordNgrams } from "./ngrams";
import type { NgramRange } from "./ngrams";
import { stripAccents as withoutAccents } from "./strip-accents";
import type { StripAccents } from "./strip-accents";
import { wordTokenizer } from "./word-tokenize";

/** Cuts one document into terms. */
export type Analyze = (document: string) => string[];

export interface AnalyzeOptions {
  /** Lower-case first, by the rules of all of Unicode. Default true. */
  lowercase?: boolean;
  /** Take accents off: "unicode", "ascii", or null to leave them. Default null. */
  stripAccents?: StripAccents | null;
  /**
   * What counts as a token. A string has Python's meaning (`\w` is a letter of any script), a
   * RegExp JavaScript's; with one capturing group, the group is the token.
   * Default: runs of two or more letters, digits or `_`. Only for the analyzer "word".
   */
  tokenPattern?: string | RegExp;
  /** "word", "char" (runs of characters), "char_wb" (the same within words), or a function. */
  analyzer?: "word" | "char" | "char_wb" | Analyze;
  /** Shortest and longest n-gram. Default [1, 1]. */
  ngramRange?: NgramRange;
  /** Tokens to leave out, in the form they have after lower-casing. Only for "word". */
  stopWords?: Iterable<string> | null;
}

/** The function that does all steps, built once and used for every document. */
export function buildAnalyze(options: AnalyzeOptions = {}): Analyze {
  const { analyzer = "word", ngramRange = [1, 1] } = options;
  if (typeof analyzer === "function") return checked(analyzer);

  const preprocess = buildPreprocess(options);
  if (analyzer === "char") return (text) => characterNgrams(preprocess(text), ngramRange);
  if (analyzer === "char_wb") {
    return (text) => characterNgramsInWords(preprocess(text), ngramRange);
  }

  const tokenize = wordTokenizer(options.tokenPattern);
  const stopWords = new Set(options.stopWords ?? []);
  return (text) => {
    const tokens = tokenize(preprocess(text)).filter((token) => !stopWords.has(token));
    return wordNgrams(tokens, ngramRange);
  };
}

/** Lower case, then accents. */
export function buildPreprocess({
  lowercase = true,
  stripAccents = null,
}: AnalyzeOptions): (text: string) => string {
  return (text) => {
    const cased = lowercase ? text.toLowerCase() : text;
    return stripAccents === null ? cased : withoutAccents(cased, stripAccents);
  };
}

function checked(analyze: Analyze): Analyze {
  return (document) => {
    const terms: unknown = analyze(document);
    if (Array.isArray(terms) && terms.every((term) => typeof term === "string")) return terms;
    throw new TypeError(`analyzer: must return an array of strings, got ${inWords(terms)}`);
  };
}
