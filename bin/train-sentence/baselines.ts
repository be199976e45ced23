/**
 * What nobody trained for sentences. All have learned from the same text, the corpus: which words
 * are rare (TF-IDF), which stand near which (word vectors), which are missing (BERT).
 *
 * TF-IDF isn't fitted on the training rows of sts: held-out rows share no content word with those,
 * so it would throw nearly every word away, and be judged for that.
 */
import { createRng } from "../../src/core/rng";
import { inverseFrequencyWeight } from "../../src/sentence-encoder/static-encoder";
import { wordTokenize } from "../../src/text/word-tokenize";
import type { SparseMatrix } from "../../src/vectorizers/sparse-matrix";
import { TfIdf } from "../../src/vectorizers/tf-idf";
import { Word2Vec } from "../../src/word-vectors/word2vec";
import type { WordVectors } from "../../src/word-vectors/word-vectors";
import type { SentenceData } from "./data";
import type { PairScorer } from "./evaluate";

/** The cosine of counts, weighted by how rare each word is. */
export function byTfIdf({ corpus }: SentenceData): PairScorer {
  const vectorizer = new TfIdf().fit(corpus.sentences);
  return async (pairs) => {
    const first = vectorizer.transform(pairs.map(([a]) => a));
    const second = vectorizer.transform(pairs.map(([, b]) => b));
    return pairs.map((_, i) => {
      const weights = rowOf(second, i);
      let sum = 0;
      for (const [column, value] of rowOf(first, i)) sum += value * (weights.get(column) ?? 0);
      return sum; // rows have length 1
    });
  };
}

/** The corpus's word vectors; a sentence is then the mean of its words'. */
export function wordVectors(
  { corpus }: SentenceData,
  { seed }: { seed: number },
): Promise<WordVectors> {
  const sentences = corpus.sentences.map((text) => wordTokenize(text.toLowerCase()));
  return new Word2Vec({ rng: createRng(seed) }).train(sentences);
}

/** Weights by which rare words count more than "the". */
export function rarity({ corpus }: SentenceData): (word: string) => number {
  return inverseFrequencyWeight(
    corpus.sentences.flatMap((text) => wordTokenize(text.toLowerCase())),
  );
}

/** Its numbers that aren't 0, by column. */
function rowOf({ rowOffsets, columns, values }: SparseMatrix, row: number): Map<number, number> {
  const weights = new Map<number, number>();
  for (let i = rowOffsets[row]!; i < rowOffsets[row + 1]!; i++)
    weights.set(columns[i]!, values[i]!);
  return weights;
}
