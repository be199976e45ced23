/**
 * How often masked words can be guessed without a network. A model that isn't above these has
 * learned nothing that counting wouldn't give.
 *
 *   most frequent     argmax P(w)                      the same word everywhere
 *   left neighbour    argmax P(w | l)                  a bigram model
 *   both neighbours   argmax P(w | l)·P(r | w)         two bigrams that meet in the word
 *
 * Jurafsky & Martin, "Speech and language processing", chapter 3 (n-gram models). Counts are
 * smoothed with one count of the word's own share; a hidden neighbour tells nothing.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import type { TokenizedDocument } from "./next-sentence-pairs";
import type { PretrainingBatch } from "./pretraining-data";

/** Shares of right guesses, from 0 to 1. */
export interface MaskedWordBaselines {
  mostFrequent: number;
  leftNeighbour: number;
  bothNeighbours: number;
  /** Masked words that were guessed. */
  count: number;
}

export interface MaskedWordBaselineOptions {
  vocabSize: number;
  /** As in MaskingOptions: neighbours that tell nothing. */
  specialTokenIds: readonly number[];
}

/**
 * @param training documents that are counted
 * @param heldOut  batches whose masked words are guessed
 */
export function maskedWordBaselines(
  training: readonly TokenizedDocument[],
  heldOut: readonly PretrainingBatch[],
  { vocabSize, specialTokenIds }: MaskedWordBaselineOptions,
): MaskedWordBaselines {
  const counts = countBigrams(training, vocabSize);
  const special = new Set(specialTokenIds);
  const right = { mostFrequent: 0, leftNeighbour: 0, bothNeighbours: 0, count: 0 };
  const mostFrequent = argMax(vocabSize, (w) => counts.words[w]!);
  const byLeft = new Map<number, number>();
  for (const { inputIds, maskedPositions, words } of heldOut) {
    maskedPositions.data.forEach((place, i) => {
      const known = (id: number | undefined) => (id === undefined || special.has(id) ? -1 : id);
      const left = known(inputIds.data[place - 1]);
      const after = known(inputIds.data[place + 1]);
      const guess = left < 0 ? mostFrequent : (byLeft.get(left) ?? guessFrom(counts, left, -1));
      if (left >= 0) byLeft.set(left, guess);
      const word = words.data[i];
      right.count++;
      if (word === mostFrequent) right.mostFrequent++;
      if (word === guess) right.leftNeighbour++;
      if (word === guessFrom(counts, left, after)) right.bothNeighbours++;
    });
  }
  const share = (hits: number) => (right.count === 0 ? 0 : hits / right.count);
  return {
    mostFrequent: share(right.mostFrequent),
    leftNeighbour: share(right.leftNeighbour),
    bothNeighbours: share(right.bothNeighbours),
    count: right.count,
  };
}

interface Bigrams {
  /** How often each word occurs, and their sum. */
  words: Float64Array;
  total: number;
  /** by first word, then by second */
  after: Map<number, number>[];
}

function countBigrams(documents: readonly TokenizedDocument[], vocabSize: number): Bigrams {
  const words = new Float64Array(vocabSize);
  const after = Array.from({ length: vocabSize }, () => new Map<number, number>());
  let total = 0;
  for (const document of documents) {
    const ids = document.flat();
    ids.forEach((id, i) => {
      words[id]!++;
      total++;
      const next = ids[i + 1];
      if (next !== undefined) after[id]!.set(next, (after[id]!.get(next) ?? 0) + 1);
    });
  }
  return { words, total, after };
}

/** The likeliest word between two others; -1 stands for one that isn't known. */
function guessFrom({ words, total, after }: Bigrams, left: number, right: number): number {
  const share = (w: number) => words[w]! / total;
  const following = left < 0 ? undefined : after[left]!;
  return argMax(words.length, (w) => {
    if (words[w] === 0) return 0;
    const afterLeft = following ? (following.get(w) ?? 0) + share(w) : share(w);
    if (right < 0) return afterLeft;
    return (afterLeft * ((after[w]!.get(right) ?? 0) + share(right))) / (words[w]! + 1);
  });
}

function argMax(size: number, score: (index: number) => number): number {
  let best = 0;
  let highest = -Infinity;
  for (let i = 0; i < size; i++) {
    const value = score(i);
    if (value <= highest) continue;
    highest = value;
    best = i;
  }
  return best;
}
