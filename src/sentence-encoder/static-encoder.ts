/**
 * The cheap baseline: a sentence is the mean of its words' vectors.
 *
 *   x = (1/n) Σ_i w(word_i) · v(word_i)        over the n words that have a vector; w = 1
 *
 * So "the" counts as much as "duke". `inverseFrequencyWeight` lets rare words count more:
 * w = a / (a + p), p a word's share of a text (Arora, Liang & Ma 2017, "A Simple but Tough-to-Beat
 * Baseline for Sentence Embeddings", section 3, without its second step, which takes off what all
 * sentences have in common).
 *
 * No order, no context, and no model to run: whatever takes longer has to be better. Mitchell &
 * Lapata 2010, "Composition in Distributional Models of Semantics", section 3 (additive model);
 * Reimers & Gurevych 2019, "Sentence-BERT", table 1, has averaged GloVe vectors in its first row,
 * above averaged BERT vectors.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { assertInteger, assertStrings } from "../core/check";
import * as tf from "../core/tf";
import { wordTokenize } from "../text/word-tokenize";
import { shortened } from "./shortened";

/** The part of word vectors that is needed; WordVectors and FastTextVectors have it. */
export interface WordLookup {
  /** D, numbers per word. */
  readonly size: number;
  has(word: string): boolean;
  /** [D] */
  vector(word: string): ArrayLike<number>;
}

export interface StaticEncoderOptions {
  /** A sentence's words. Default: small letters, then runs of two or more letters or digits. */
  tokenize?: (sentence: string) => readonly string[];
  /** How much a word counts; at least 0. Default: all alike. */
  weightOf?: (word: string) => number;
}

export interface StaticEncodeOptions {
  /** Make all vectors length 1. Default false. */
  normalize?: boolean;
  /** Only the first so many numbers, made length 1 again. Default: all. */
  truncateTo?: number;
}

export class StaticEncoder {
  /** A sentence's words. */
  readonly tokenize: (sentence: string) => readonly string[];
  private readonly weightOf: (word: string) => number;

  constructor(
    readonly words: WordLookup,
    {
      tokenize = (sentence) => wordTokenize(sentence.toLowerCase()),
      weightOf = () => 1,
    }: StaticEncoderOptions = {},
  ) {
    assertInteger("StaticEncoder", { size: words.size }, { min: 1 });
    this.tokenize = tokenize;
    this.weightOf = weightOf;
  }

  /** D, numbers per sentence. */
  get size(): number {
    return this.words.size;
  }

  /**
   * The same call as SentenceEncoder's. A sentence without a known word gives zeros.
   *
   * @returns [B, D]
   */
  async encode(
    sentences: readonly string[],
    { normalize = false, truncateTo }: StaticEncodeOptions = {},
  ): Promise<tf.Tensor2D> {
    const caller = "StaticEncoder.encode";
    assertStrings(caller, "sentences", sentences);
    const { size } = this;
    if (truncateTo !== undefined) assertInteger(caller, { truncateTo }, { min: 1, max: size });
    if (sentences.length === 0) return tf.zeros([0, truncateTo ?? size]);
    const values = new Float32Array(sentences.length * size);
    sentences.forEach((sentence, row) => {
      this.addMean(sentence, values.subarray(row * size, (row + 1) * size));
    });
    return shortened(tf.tensor2d(values, [sentences.length, size]), { normalize, truncateTo });
  }

  /** How many of the sentences' words have a vector, from 0 to 1. */
  coverage(sentences: readonly string[]): number {
    const words = sentences.flatMap((sentence) => this.tokenize(sentence));
    return words.filter((word) => this.words.has(word)).length / Math.max(1, words.length);
  }

  private addMean(sentence: string, target: Float32Array): void {
    const known = this.tokenize(sentence).filter((word) => this.words.has(word));
    for (const word of known) {
      const vector = this.words.vector(word);
      const weight = this.weightOf(word);
      if (!(weight >= 0 && weight < Infinity)) {
        throw new RangeError(
          `StaticEncoder.encode: weights must be at least 0, got ${weight} for "${word}"`,
        );
      }
      for (let i = 0; i < target.length; i++) target[i]! += (weight * vector[i]!) / known.length;
    }
  }
}

/**
 * Weights for `weightOf` from the words of a text: a / (a + p), p a word's share of all of them.
 *
 * @param a the share at which a word counts half; the paper takes 0.001 to 0.0001. Default 0.001
 */
export function inverseFrequencyWeight(
  words: Iterable<string>,
  { a = 1e-3 }: { a?: number } = {},
): (word: string) => number {
  if (!(a > 0)) throw new RangeError(`inverseFrequencyWeight: a must be above 0, got ${a}`);
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  return (word) => a / (a + (counts.get(word) ?? 0) / Math.max(1, total));
}
