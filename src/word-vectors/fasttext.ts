/**
 * fastText: word2vec whose words are made of pieces. What is learned about "walking" is learned
 * about "walk" and "ing" too, and a word never seen still has pieces that were.
 *
 *   h = (v_word + Σ_{g in its n-grams} z_g) / (1 + number of n-grams)
 *
 * Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information", section 3.2 (there the
 * sum; the authors' program takes the mean, and gives each piece the whole error, as here). gensim
 * divides by the number of n-grams alone in skip-gram, by all rows in CBOW.
 *
 * Rows are kept only for buckets that some word of the vocabulary uses. The others can't learn
 * anything: in the authors' program they keep their random start, here they are 0.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { assertInteger } from "../core/check";
import { ngramBuckets } from "./fasttext-ngrams";
import { FastTextVectors } from "./fasttext-vectors";
import { PredictiveModel, type InputRow } from "./predictive-model";
import { checkTrainingOptions, type TrainingOptions } from "./training-options";
import type { InputRows, TrainingPlan } from "./training-plan";
import type { Vocabulary } from "./vocabulary";

export interface FastTextOptions extends TrainingOptions {
  /** Letters in the shortest n-gram, brackets counted. Default 3. */
  minN?: number;
  /** Letters in the longest n-gram; below minN words have no pieces. Default 6. */
  maxN?: number;
  /** Rows that n-grams share by their hash; gensim's bucket. Default 2,000,000. */
  buckets?: number;
}

/** Some of the most that 4 GB can hold; keeps a slip of the keyboard from filling the memory. */
const MOST_BUCKETS = 20_000_000;

export class FastText extends PredictiveModel<FastTextVectors> {
  protected readonly initialLimit: number;
  private readonly pieces: { minN: number; maxN: number; buckets: number };

  constructor(options: FastTextOptions = {}) {
    super("FastText", checkTrainingOptions("FastText", options, ["minN", "maxN", "buckets"]));
    const { minN = 3, maxN = 6, buckets = 2_000_000 } = options;
    assertInteger("FastText", { minN, maxN }, { min: 0, max: 100 });
    assertInteger("FastText", { buckets }, { min: 1, max: MOST_BUCKETS });
    this.pieces = { minN, maxN, buckets };
    this.initialLimit = 1 / this.options.vectorSize;
  }

  protected inputRows({ words }: Vocabulary): InputRows {
    const rowOfBucket = this.rowsOfBuckets(words);
    const offsets = new Uint32Array(words.length + 1);
    const rows: number[] = [];
    words.forEach((word, number) => {
      rows.push(number);
      for (const bucket of ngramBuckets(word, this.pieces)) rows.push(rowOfBucket.get(bucket)!);
      offsets[number + 1] = rows.length;
    });
    const numRows = words.length + rowOfBucket.size;
    return { numRows, subwords: { offsets, rows: Uint32Array.from(rows) } };
  }

  protected toVectors({ text, vectorSize }: TrainingPlan, inputRow: InputRow): FastTextVectors {
    const { words, counts } = text.vocabulary;
    const wordVectors = new Float32Array(words.length * vectorSize);
    words.forEach((_, word) => wordVectors.set(inputRow(word), word * vectorSize));
    const ngramVectors = new Float32Array(this.pieces.buckets * vectorSize);
    for (const [bucket, row] of this.rowsOfBuckets(words)) {
      ngramVectors.set(inputRow(row), bucket * vectorSize);
    }
    const options = { size: vectorSize, counts, ngramVectors, ...this.pieces, copy: false };
    return new FastTextVectors(words, wordVectors, options);
  }

  /** Rows after the words' own, in the order in which buckets are met: frequent first. */
  private rowsOfBuckets(words: readonly string[]): Map<number, number> {
    const rowOfBucket = new Map<number, number>();
    for (const word of words) {
      for (const bucket of ngramBuckets(word, this.pieces)) {
        if (!rowOfBucket.has(bucket)) rowOfBucket.set(bucket, words.length + rowOfBucket.size);
      }
    }
    return rowOfBucket;
  }
}
