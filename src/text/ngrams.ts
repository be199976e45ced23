/**
 * n-grams: runs of n neighbouring words or characters, each counted like a word.
 *
 * Words alone can't tell "dog bites man" from "man bites dog"; pairs of words can. Characters
 * forgive typing errors and inflection: "walked" and "walking" share "walk".
 * Shannon 1948, "A Mathematical Theory of Communication", section 3; the order of the results and
 * the rule for word edges are scikit-learn's, so that counts agree.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { WHITE_SPACE } from "./python-pattern";

/** Shortest and longest n, both included: [1, 2] means single words and pairs. */
export type NgramRange = readonly [min: number, max: number];

/** ["a", "b", "c"] with [1, 2] → ["a", "b", "c", "a b", "b c"]. */
export function wordNgrams(tokens: readonly string[], [min, max]: NgramRange): string[] {
  const ngrams: string[] = [];
  for (let n = min; n <= Math.min(max, tokens.length); n++) {
    for (let start = 0; start + n <= tokens.length; start++) {
      ngrams.push(n === 1 ? tokens[start]! : tokens.slice(start, start + n).join(" "));
    }
  }
  return ngrams;
}

/** Runs of n characters (code points), spaces among them; a run of white space counts as one. */
export function characterNgrams(text: string, [min, max]: NgramRange): string[] {
  const ngrams: string[] = [];
  const { characters, offsets } = codePoints(collapseSpaces(text));
  const length = offsets.length - 1;
  for (let n = min; n <= Math.min(max, length); n++) {
    for (let start = 0; start + n <= length; start++) {
      ngrams.push(characters.slice(offsets[start]!, offsets[start + n]!));
    }
  }
  return ngrams;
}

/**
 * Runs of n characters that don't cross a word's edge. Each word gets one space on either side, so
 * that a prefix (" un") differs from the same letters inside ("un"). A word shorter than n counts
 * once, whole.
 */
export function characterNgramsInWords(text: string, [min, max]: NgramRange): string[] {
  const ngrams: string[] = [];
  for (const word of text.split(SPACES)) {
    if (word === "") continue;
    const { characters, offsets } = codePoints(` ${word} `);
    const length = offsets.length - 1;
    for (let n = min; n <= max; n++) {
      for (let start = 0; start + n <= length; start++) {
        ngrams.push(characters.slice(offsets[start]!, offsets[start + n]!));
      }
      if (length < n) ngrams.push(characters);
      if (length <= n) break;
    }
  }
  return ngrams;
}

const SPACES = new RegExp(`[${WHITE_SPACE}]+`);
const TWO_SPACES = new RegExp(`[${WHITE_SPACE}]{2,}`, "g");

/** As scikit-learn: only runs of two or more become one space, a single tab stays a tab. */
function collapseSpaces(text: string): string {
  return text.replace(TWO_SPACES, " ");
}

/** Where each character begins, in UTF-16 units, and the end: emoji take two units. */
function codePoints(characters: string): { characters: string; offsets: number[] } {
  const offsets: number[] = [];
  for (let i = 0; i < characters.length; i++) {
    offsets.push(i);
    if (characters.codePointAt(i)! > 0xffff) i++;
  }
  offsets.push(characters.length);
  return { characters, offsets };
}
