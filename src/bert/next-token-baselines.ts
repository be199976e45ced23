/**
 * How well the next token can be foreseen without a network: by counting words, and pairs of words.
 *
 *   unigram  P(w) = (c(w) + 1) / (N + V)
 *   bigram   P(w | l) = (c(l w) + t(l) · P(w)) / (c(l) + t(l)),  t(l) = kinds of words after l
 *
 * A model whose perplexity isn't below the bigrams' has learned nothing that counting wouldn't
 * give. Add-one and Witten–Bell smoothing: Jurafsky & Martin, "Speech and Language Processing",
 * chapter 3; Witten & Bell 1991, "The zero-frequency problem", method C.
 * Nothing is fitted on held-out text.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import type { CausalBatch } from "./causal-data";

export interface NextTokenBaselines {
  /** Perplexities of the held-out text. */
  readonly unigram: number;
  readonly bigram: number;
}

/** Probabilities of the next token: all words alike, by frequency, and after the last one. */
export interface CountedLanguage {
  /** P(w) */
  unigram(word: number): number;
  /** P(w | l) */
  bigram(word: number, left: number): number;
}

/** @param text running text as token ids, below vocabSize */
export function countLanguage(text: ArrayLike<number>, vocabSize: number): CountedLanguage {
  const counts = new Float64Array(vocabSize);
  const after = Array.from({ length: vocabSize }, () => new Map<number, number>());
  for (let t = 0; t < text.length; t++) {
    counts[text[t]!]! += 1;
    if (t === 0) continue;
    const followers = after[text[t - 1]!]!;
    followers.set(text[t]!, (followers.get(text[t]!) ?? 0) + 1);
  }
  // How often something followed: all but once as often as the word itself.
  const followed = after.map((followers) => [...followers.values()].reduce((a, b) => a + b, 0));
  const unigram = (word: number) => (counts[word]! + 1) / (text.length + vocabSize);
  const bigram = (word: number, left: number) => {
    const kinds = after[left]!.size;
    if (kinds === 0) return unigram(word);
    const seen = after[left]!.get(word) ?? 0;
    return (seen + kinds * unigram(word)) / (followed[left]! + kinds);
  };
  return { unigram, bigram };
}

/**
 * @param training text that is counted
 * @param heldOut  batches whose next tokens are foreseen, the same that a model is judged by
 */
export function nextTokenBaselines(
  training: ArrayLike<number>,
  heldOut: readonly CausalBatch[],
  vocabSize: number,
): NextTokenBaselines {
  const { unigram, bigram } = countLanguage(training, vocabSize);
  let [byUnigram, byBigram, places] = [0, 0, 0];
  for (const { inputIds, next } of heldOut) {
    next.data.forEach((word, place) => {
      byUnigram -= Math.log(unigram(word));
      byBigram -= Math.log(bigram(word, inputIds.data[place]!));
    });
    places += next.data.length;
  }
  return { unigram: Math.exp(byUnigram / places), bigram: Math.exp(byBigram / places) };
}
