/**
 * Do word vectors find alike what people find alike?
 *
 *   Spearman's correlation between the cosines of the pairs and the scores people gave them
 *
 * After WordSim-353 (Finkelstein et al. 2002, "Placing Search in Context") and SimLex-999 (Hill,
 * Reichart & Korhonen 2015). Only the order of the pairs counts. Chance is 0.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { inWords } from "../core/check";
import type { Rng } from "../core/rng";
import type { WordPair } from "../data/types";
import { bootstrap } from "./bootstrap";
import type { BootstrapInterval } from "./bootstrap";
import { findWord } from "./find-word";
import type { Vocabulary } from "./find-word";
import { pearsonCorrelation } from "./pearson";
import { spearmanCorrelation } from "./spearman";

/** What compares two words; WordVectors does. */
export interface WordComparer extends Vocabulary {
  similarity(a: string, b: string): number;
}

export interface EvaluateWordSimilarityOptions {
  /** Draws the bootstrap samples; without it there is no interval. */
  rng?: Rng;
}

export interface ComparedPair extends WordPair {
  /** The model's, from −1 to 1. */
  readonly cosine: number;
}

export interface WordSimilarityEvaluation {
  readonly spearman: number;
  readonly pearson: number;
  /** Spearman's 95 % bootstrap interval, where an rng was given. */
  readonly interval: BootstrapInterval | undefined;
  /** Pairs with an unknown word. */
  readonly skipped: number;
  /** The pairs that were compared. */
  readonly pairs: readonly ComparedPair[];
}

/**
 * A word that the vocabulary hasn't as written is looked up in lower case.
 *
 * @param pairs such as `await loadDataset("word-similarity")`; two of them must be known
 */
export function evaluateWordSimilarity(
  vectors: WordComparer,
  pairs: readonly WordPair[],
  { rng }: EvaluateWordSimilarityOptions = {},
): WordSimilarityEvaluation {
  if (!Array.isArray(pairs)) {
    throw new TypeError(`evaluateWordSimilarity: pairs must be an array, got ${inWords(pairs)}`);
  }
  const compared: ComparedPair[] = [];
  for (const pair of pairs as readonly WordPair[]) {
    const word1 = findWord(vectors, pair.word1);
    const word2 = findWord(vectors, pair.word2);
    if (word1 === undefined || word2 === undefined) continue;
    compared.push({ ...pair, cosine: vectors.similarity(word1, word2) });
  }
  if (compared.length < 2) {
    throw new RangeError(
      `evaluateWordSimilarity: at least 2 pairs must be known to the model, got ` +
        `${compared.length} of ${pairs.length}`,
    );
  }
  const correlate = (of: typeof spearmanCorrelation) => (sample: readonly ComparedPair[]) =>
    of(
      sample.map(({ cosine }) => cosine),
      sample.map(({ score }) => score),
    );
  const spearman = correlate(spearmanCorrelation);
  return {
    spearman: spearman(compared),
    pearson: correlate(pearsonCorrelation)(compared),
    interval: rng && bootstrap(compared, spearman, { rng }),
    skipped: pairs.length - compared.length,
    pairs: compared,
  };
}
