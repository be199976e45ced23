/**
 * What a sentence teaches: which words stand near which.
 *
 *   "the quick brown fox", window 1
 *   skip-gram: (the, quick) (quick, the) (quick, brown) (brown, quick) (brown, fox) (fox, brown)
 *   CBOW:      quick → the;  the, brown → quick;  quick, fox → brown;  brown → fox
 *
 * Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space", section 3.
 * In training the window is dynamic: for each word it is drawn anew, from 1 to `window`, so that
 * near words count more. Pass a function to see that.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger, inWords } from "../core/check";

export interface WindowOptions {
  /**
   * Words taken on each side, or a function that says how many for the word at a position.
   * Default 5.
   */
  window?: number | ((position: number) => number);
}

/** A word and the words around it, in order. */
export interface ContextWindow<Word> {
  target: Word;
  context: Word[];
}

/** [centre, context word], for every word within the window of every word, in order. */
export function skipGramPairs<Word>(
  sentence: readonly Word[],
  options: WindowOptions = {},
): [centre: Word, context: Word][] {
  return windows("skipGramPairs", sentence, options).flatMap(({ target, context }) =>
    context.map((word): [Word, Word] => [target, word]),
  );
}

/** One window for each word that has a neighbour. */
export function cbowWindows<Word>(
  sentence: readonly Word[],
  options: WindowOptions = {},
): ContextWindow<Word>[] {
  return windows("cbowWindows", sentence, options);
}

function windows<Word>(
  caller: string,
  sentence: readonly Word[],
  { window = 5 }: WindowOptions,
): ContextWindow<Word>[] {
  if (!Array.isArray(sentence)) {
    throw new TypeError(`${caller}: sentence must be an array of words, got ${inWords(sentence)}`);
  }
  const found: ContextWindow<Word>[] = [];
  sentence.forEach((target: Word, i) => {
    const reach = typeof window === "function" ? window(i) : window;
    assertInteger(caller, { window: reach }, { min: 1 });
    const before = sentence.slice(Math.max(0, i - reach), i);
    const context = [...before, ...sentence.slice(i + 1, i + 1 + reach)];
    if (context.length > 0) found.push({ target, context });
  });
  return found;
}
