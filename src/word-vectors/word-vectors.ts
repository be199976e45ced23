/**
 * Word vectors and the questions asked of them: what is near, what fits an analogy, what is odd.
 *
 *   nearest      argmax_x cos(x, q)
 *   3CosAdd      argmax_x cos(x, b) − cos(x, a) + cos(x, c)             a is to b as c is to x
 *   3CosMul      argmax_x cos'(x, b) · cos'(x, c) / (cos'(x, a) + 0.001)     cos' = (cos + 1) / 2
 *
 * 3CosAdd: Mikolov, Yih & Zweig 2013, "Linguistic Regularities in Continuous Space Word
 * Representations", section 4; 3CosMul: Levy & Goldberg 2014, "Linguistic Regularities in Sparse
 * and Explicit Word Representations", section 6. Both leave a, b and c out of the answers, and
 * without that the answer is mostly b or c itself: `excludeInputs: false` shows it.
 *
 * Lessons: notebooks/02-word2vec.ipynb, 03-glove-and-fasttext.ipynb
 */
import { assertInteger, assertStrings, inWords } from "../core/check";
import * as tf from "../core/tf";
import { cosineOfVectors } from "../similarity/cosine";
import { nearestName } from "../text/nearest-name";
import { bestRows, firstNotFinite, rowLengths, rowProducts } from "./row-products";

export interface WordVectorsOptions {
  /** Numbers per word, D. */
  size: number;
  /** How often each word stands in the training text, in their order. Default: unknown. */
  counts?: ArrayLike<number>;
  /**
   * Whether to copy the vectors. Default true; false saves the memory of a second copy, and then
   * nobody may change them afterwards.
   */
  copy?: boolean;
}

/** One word found. */
export interface NearestWord {
  readonly word: string;
  /** Larger is nearer; a cosine, or what the analogy's method computes. */
  readonly score: number;
  /** 1 for the best. */
  readonly rank: number;
}

export interface NearestOptions {
  /** How many words to return at most. Default 10. */
  k?: number;
  /** Words to leave out, besides the one asked about; those unknown change nothing. */
  exclude?: readonly string[];
}

export type AnalogyMethod = "3CosAdd" | "3CosMul";

/** "a is to b as c is to …": { a: "man", b: "king", c: "woman" }. */
export interface AnalogyQuery {
  a: string;
  b: string;
  c: string;
  /** How many words to return at most. Default 10. */
  k?: number;
  /** Whether a, b and c are left out of the answers. Default true. */
  excludeInputs?: boolean;
  /** Default "3CosAdd". */
  method?: AnalogyMethod;
}

/** Keeps 3CosMul from dividing by 0; the value of Levy & Goldberg. */
const SMALLEST_DIVISOR = 0.001;

export class WordVectors {
  /** Frequent words first, where the vectors come from training. */
  readonly words: readonly string[];
  /** [V, D], row after row in the order of `words`. Not to be changed. */
  readonly values: Float32Array;
  /** Numbers per word, D. */
  readonly size: number;
  /** [V], or undefined where they are not known. */
  readonly counts: Float64Array | undefined;
  private readonly indices = new Map<string, number>();
  private knownLengths: Float64Array | undefined;

  /**
   * @param words V different words
   * @param vectors [V, D] row after row, all finite
   */
  constructor(words: readonly string[], vectors: Float32Array, options: WordVectorsOptions) {
    const { size, counts, copy = true } = options;
    assertStrings("WordVectors", "words", words);
    assertInteger("WordVectors", { size }, { min: 1 });
    if (!(vectors instanceof Float32Array)) {
      throw new TypeError(`WordVectors: vectors must be a Float32Array, got ${inWords(vectors)}`);
    }
    if (words.length === 0) throw new RangeError("WordVectors: words must not be empty, got 0");
    if (vectors.length !== words.length * size) {
      throw new RangeError(
        `WordVectors: ${words.length} words of size ${size} need ${words.length * size} numbers, ` +
          `got ${vectors.length}`,
      );
    }
    if (counts && counts.length !== words.length) {
      throw new RangeError(
        `WordVectors: there must be one count per word, got ${counts.length} for ${words.length}`,
      );
    }
    const notFinite = firstNotFinite(vectors);
    if (notFinite >= 0) {
      const word = words[Math.floor(notFinite / size)];
      throw new RangeError(
        `WordVectors: vectors must be finite, got ${vectors[notFinite]} for ${inWords(word)}`,
      );
    }
    words.forEach((word, index) => {
      if (this.indices.has(word)) {
        throw new RangeError(`WordVectors: words must differ, got ${inWords(word)} twice`);
      }
      this.indices.set(word, index);
    });
    this.words = copy ? [...words] : words;
    this.values = copy ? vectors.slice() : vectors;
    this.size = size;
    this.counts = counts && Float64Array.from(counts);
  }

  /** In words, for show(). */
  describe(): string {
    const { words, size } = this;
    const some = words.slice(0, 12).join(", ");
    const more = words.length > 12 ? ", …" : "";
    return `${words.length.toLocaleString("en")} words, ${size} numbers each: ${some}${more}`;
  }

  /** Whether the word is one of `words`. */
  has(word: string): boolean {
    return this.indices.has(word);
  }

  /** The word's place in `words`; −1 for an unknown word. */
  indexOf(word: string): number {
    return this.indices.get(word) ?? -1;
  }

  /** The word's vector [D], a copy. */
  vector(word: string): Float32Array {
    return this.lookUp("vector", word);
  }

  /**
   * The words whose vectors point most nearly the same way, by cosine, best first. A word asked
   * about is not its own neighbour; for a vector nothing is left out.
   *
   * @param wordOrVector a word, or numbers [D]
   */
  nearest(
    wordOrVector: string | ArrayLike<number>,
    { k = 10, exclude = [] }: NearestOptions = {},
  ): NearestWord[] {
    assertInteger("WordVectors.nearest", { k }, { min: 1 });
    assertStrings("WordVectors.nearest", "exclude", exclude);
    const isWord = typeof wordOrVector === "string";
    const vector = isWord ? this.lookUp("nearest", wordOrVector) : wordOrVector;
    this.checkVector("nearest", vector);
    const skip = isWord ? [...exclude, wordOrVector] : exclude;
    return this.best(this.cosines(vector), k, skip);
  }

  /** "a is to b as c is to …", the best answer first. */
  analogy({
    a,
    b,
    c,
    k = 10,
    excludeInputs = true,
    method = "3CosAdd",
  }: AnalogyQuery): NearestWord[] {
    assertInteger("WordVectors.analogy", { k }, { min: 1 });
    if (method !== "3CosAdd" && method !== "3CosMul") {
      throw new RangeError(
        `WordVectors.analogy: method must be "3CosAdd" or "3CosMul", got ${inWords(method)}`,
      );
    }
    const units = [a, b, c].map((word) => toUnit(this.lookUp("analogy", word)));
    const [unitA, unitB, unitC] = units as [Float64Array, Float64Array, Float64Array];
    let scores: Float64Array;
    if (method === "3CosAdd") {
      // cos(x, b) − cos(x, a) + cos(x, c) is one product, for x is the same in all three.
      const sum = unitB.map((value, j) => value - unitA[j]! + unitC[j]!);
      scores = this.perLength(rowProducts(this.values, sum));
    } else {
      const [toA, toB, toC] = [unitA, unitB, unitC].map((unit) => this.cosines(unit));
      scores = toA!.map((cosine, i) => {
        const product = ((toB![i]! + 1) / 2) * ((toC![i]! + 1) / 2);
        return product / ((cosine + 1) / 2 + SMALLEST_DIVISOR);
      });
    }
    return this.best(scores, k, excludeInputs ? [a, b, c] : []);
  }

  /** The cosine of two words' vectors, from −1 to 1. */
  similarity(a: string, b: string): number {
    return cosineOfVectors(this.lookUp("similarity", a), this.lookUp("similarity", b));
  }

  /** The word that fits least: the farthest, by cosine, from the mean of all their directions. */
  oddOneOut(words: readonly string[]): string {
    assertStrings("WordVectors.oddOneOut", "words", words);
    if (words.length < 3) {
      throw new RangeError(
        `WordVectors.oddOneOut: there must be 3 words or more, got ${words.length}`,
      );
    }
    const units = words.map((word) => toUnit(this.lookUp("oddOneOut", word)));
    const sum = new Float64Array(this.size); // points where the mean does
    for (const unit of units) unit.forEach((value, j) => (sum[j]! += value));
    const cosines = units.map((unit) => cosineOfVectors(unit, sum));
    return words[cosines.indexOf(Math.min(...cosines))]!;
  }

  /** [V, D] on the lab's device; the caller disposes of it. */
  toTensor(): tf.Tensor2D {
    return tf.tensor2d(this.values, [this.words.length, this.size]);
  }

  /** The same words with vectors of length 1; a vector of zeros stays as it is. */
  normalized(): WordVectors {
    const lengths = this.lengths();
    const values = this.values.slice();
    lengths.forEach((length, row) => {
      const end = (row + 1) * this.size;
      for (let i = row * this.size; i < end; i++) values[i]! /= length || 1;
    });
    const { size, counts } = this;
    return new WordVectors(this.words, values, { size, copy: false, ...(counts && { counts }) });
  }

  /** @param member the method that asks, for the message about an unknown word */
  protected lookUp(member: string, word: string): Float32Array {
    const index = this.indices.get(word);
    if (index === undefined) throw this.unknownWord(member, word);
    return this.values.slice(index * this.size, (index + 1) * this.size);
  }

  protected unknownWord(member: string, word: string): Error {
    const caller = `WordVectors.${member}`;
    if (typeof word !== "string") {
      return new TypeError(`${caller}: a word must be a string, got ${inWords(word)}`);
    }
    const nearest = nearestName(word, this.words);
    return new RangeError(
      `${caller}: ${inWords(word)} is not among the ${this.words.length.toLocaleString("en")} ` +
        `words${nearest === undefined ? "" : `; the nearest spelling is ${inWords(nearest)}`}`,
    );
  }

  /** [V] the cosine of each word with the vector; 0 where either is all zeros. */
  private cosines(vector: ArrayLike<number>): Float64Array {
    return this.perLength(rowProducts(this.values, toUnit(vector)));
  }

  /** Divides each row's product by the row's length, in place. */
  private perLength(products: Float64Array): Float64Array {
    const lengths = this.lengths();
    for (let i = 0; i < products.length; i++) products[i]! /= lengths[i]! || 1;
    return products;
  }

  private lengths(): Float64Array {
    return (this.knownLengths ??= rowLengths(this.values, this.size));
  }

  private best(scores: Float64Array, k: number, exclude: readonly string[]): NearestWord[] {
    const rows = bestRows(scores, k, new Set(exclude.map((word) => this.indexOf(word))));
    return rows.map((row, i) => ({ word: this.words[row]!, score: scores[row]!, rank: i + 1 }));
  }

  private checkVector(member: string, vector: ArrayLike<number>): void {
    const caller = `WordVectors.${member}`;
    if (!Array.isArray(vector) && !ArrayBuffer.isView(vector)) {
      throw new TypeError(`${caller}: expected a word or an array, got ${inWords(vector)}`);
    }
    if (vector.length !== this.size) {
      throw new RangeError(`${caller}: a vector has ${this.size} numbers, got ${vector.length}`);
    }
    const wrong = firstNotFinite(vector);
    if (wrong >= 0) {
      throw new RangeError(`${caller}: numbers must be finite, got ${inWords(vector[wrong])}`);
    }
  }
}

/** The same direction with length 1; zeros stay zeros. */
function toUnit(vector: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(vector);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return values.map((value) => value / length);
}
