/**
 * fastText's word vectors: also for words that were never seen, put together from their pieces.
 *
 *   known word      (w + Σ_g z_g) / (1 + G)       w its own row, z_g the rows of its G n-grams
 *   unknown word          Σ_g z_g / G
 *
 * Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information", section 3.2, where the
 * pieces are summed; the authors' program takes the mean, and so do gensim and we. The program's
 * mark for the end of a line, `</s>`, has no pieces; gensim cuts it up like a word.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import { ngramBuckets } from "./fasttext-ngrams";
import type { BucketOptions } from "./fasttext-ngrams";
import { firstNotFinite } from "./row-products";
import { WordVectors } from "./word-vectors";
import type { WordVectorsOptions } from "./word-vectors";

/** How fastText's program spells the end of a line, which it trains like a word. */
const LINE_END = "</s>";

export interface FastTextVectorsOptions extends WordVectorsOptions {
  /** [buckets, D] row after row, all finite: the vectors of the n-grams. */
  ngramVectors: Float32Array;
  /** Letters in the shortest n-gram. Default 3. */
  minN?: number;
  /** Letters in the longest n-gram; below minN the pieces don't count. Default 6. */
  maxN?: number;
  /** Rows of `ngramVectors`. Default: as many as it has. */
  buckets?: number;
}

export class FastTextVectors extends WordVectors {
  /** [V, D]: what training learned for each word as a whole; `values` has the pieces mixed in. */
  readonly wordVectors: Float32Array;
  /** [buckets, D]: what training learned for the n-grams. Not to be changed. */
  readonly ngramVectors: Float32Array;
  readonly minN: number;
  readonly maxN: number;
  readonly buckets: number;

  /**
   * @param words       V different words
   * @param wordVectors [V, D] the vectors of the whole words, before their pieces are mixed in
   */
  constructor(
    words: readonly string[],
    wordVectors: Float32Array,
    options: FastTextVectorsOptions,
  ) {
    const { size, ngramVectors, minN = 3, maxN = 6, copy = true } = options;
    if (!(ngramVectors instanceof Float32Array)) {
      throw new TypeError(
        `FastTextVectors: ngramVectors must be a Float32Array, got ${inWords(ngramVectors)}`,
      );
    }
    const { buckets = ngramVectors.length / size } = options;
    assertInteger("FastTextVectors", { minN, maxN, buckets }, { min: 0 });
    if (ngramVectors.length !== buckets * size) {
      throw new RangeError(
        `FastTextVectors: ${buckets} buckets of size ${size} need ${buckets * size} numbers, ` +
          `got ${ngramVectors.length}`,
      );
    }
    const notFinite = firstNotFinite(ngramVectors);
    if (notFinite >= 0) {
      throw new RangeError(
        `FastTextVectors: n-gram vectors must be finite, got ${ngramVectors[notFinite]} in ` +
          `bucket ${Math.floor(notFinite / size)}`,
      );
    }
    const pieces = { rows: ngramVectors, minN, maxN, buckets };
    const own = copy && wordVectors instanceof Float32Array ? wordVectors.slice() : wordVectors;
    super(copy ? [...words] : words, compose(words, own, size, pieces), {
      ...options,
      copy: false,
    });
    this.wordVectors = own;
    this.ngramVectors = copy ? ngramVectors.slice() : ngramVectors;
    this.minN = minN;
    this.maxN = maxN;
    this.buckets = buckets;
  }

  /**
   * The word's vector [D], a copy. For an unknown word the mean of its n-grams' vectors: every
   * question but `has` and `indexOf` may be asked of it. Zeros for a word without any n-gram, as in
   * fastText.
   */
  override vector(word: string): Float32Array {
    return super.vector(word);
  }

  protected override lookUp(member: string, word: string): Float32Array {
    if (this.has(word) || typeof word !== "string") return super.lookUp(member, word);
    const { minN, maxN, buckets, size } = this;
    if (buckets === 0 || maxN < minN) throw this.unknownWord(member, word);
    const ngrams = bucketsOf(word, { minN, maxN, buckets });
    const sum = new Float64Array(size);
    for (const bucket of ngrams) addRow(sum, this.ngramVectors, bucket);
    return Float32Array.from(sum, (value) => value / Math.max(1, ngrams.length));
  }
}

interface Pieces {
  rows: Float32Array;
  minN: number;
  maxN: number;
  buckets: number;
}

/** [V, D]: each word's own vector and those of its n-grams, averaged. */
function compose(
  words: readonly string[],
  wordVectors: Float32Array,
  size: number,
  { rows, minN, maxN, buckets }: Pieces,
): Float32Array {
  if (buckets === 0 || maxN < minN || wordVectors?.length !== words.length * size) {
    return wordVectors; // the parent's constructor says what is wrong
  }
  const composed = new Float32Array(wordVectors.length);
  const sum = new Float64Array(size);
  words.forEach((word, row) => {
    const ngrams = bucketsOf(word, { minN, maxN, buckets });
    sum.fill(0);
    addRow(sum, wordVectors, row);
    for (const bucket of ngrams) addRow(sum, rows, bucket);
    for (let j = 0; j < size; j++) composed[row * size + j] = sum[j]! / (1 + ngrams.length);
  });
  return composed;
}

/** The mark at the end of each line has no letters, so it has no n-grams. */
function bucketsOf(word: string, options: Required<BucketOptions>): Uint32Array {
  return word === LINE_END ? new Uint32Array(0) : ngramBuckets(word, options);
}

function addRow(sum: Float64Array, rows: Float32Array, row: number): void {
  for (let j = 0, at = row * sum.length; j < sum.length; j++, at++) sum[j]! += rows[at]!;
}
