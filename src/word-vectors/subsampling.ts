/**
 * Subsampling of frequent words: "the" is next to everything and says little, so most of its
 * occurrences are skipped, and the window reaches further over the gap.
 *
 *   f = count / total,  t = the threshold `sample`
 *   word2vec's C program and gensim:  P(keep) = min(1, (√(f/t) + 1) · t/f)
 *   the paper:                        P(keep) = min(1, √(t/f))
 *
 * Mikolov et al. 2013, "Distributed Representations of Words and Phrases", section 2.3. The
 * authors' program, which everyone's vectors come from, keeps a little more than their paper says.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger, inWords } from "../core/check";

export interface KeepProbabilityOptions {
  /** t: words more frequent than this are thinned out. 0 keeps all. Default 0.001, as gensim's. */
  sample?: number;
  /** Default "word2vec": the C program's. */
  formula?: "word2vec" | "paper";
}

/**
 * @param count how often the word stands in the text
 * @param total how many words the text has
 * @returns from 0 to 1
 */
export function keepProbability(
  count: number,
  total: number,
  { sample = 1e-3, formula = "word2vec" }: KeepProbabilityOptions = {},
): number {
  assertInteger("keepProbability", { count }, { min: 1 });
  assertInteger("keepProbability", { total }, { min: count });
  if (!(sample >= 0 && sample < Infinity)) {
    throw new RangeError(`keepProbability: sample must be 0 or more, got ${inWords(sample)}`);
  }
  if (formula !== "word2vec" && formula !== "paper") {
    throw new RangeError(
      `keepProbability: formula must be "word2vec" or "paper", got ${inWords(formula)}`,
    );
  }
  if (sample === 0) return 1;
  const ratio = sample / (count / total); // t/f
  if (formula === "paper") return Math.min(1, Math.sqrt(ratio));
  return Math.min(1, (Math.sqrt(1 / ratio) + 1) * ratio);
}
