/**
 * A table of vectors, one row per word: the only thing that word2vec learns, twice.
 *
 * The network's input layer is such a table (its rows become the word vectors), and so is its
 * output layer (its rows score the words to predict). Multiplying a one-hot vector by a matrix
 * picks one row of it, so nobody multiplies: a row is looked up.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";

/** What is learned lives in a Float32Array, what is checked against a reference in float64. */
export type FloatArray = Float32Array | Float64Array;

export class EmbeddingTable {
  /** Rows, V. */
  readonly numRows: number;

  /**
   * @param values [V, D] row after row; not copied: training changes them in place
   * @param size   numbers per row, D
   */
  constructor(
    readonly values: FloatArray,
    readonly size: number,
  ) {
    assertInteger("EmbeddingTable", { size }, { min: 1 });
    if (!(values instanceof Float32Array) && !(values instanceof Float64Array)) {
      throw new TypeError(`EmbeddingTable: values must be a Float32Array, got ${inWords(values)}`);
    }
    if (values.length % size !== 0) {
      throw new RangeError(
        `EmbeddingTable: values must fill whole rows of ${size}, got ${values.length} numbers`,
      );
    }
    this.numRows = values.length / size;
  }

  /** All zeros, as word2vec's output layer begins. */
  static zeros(numRows: number, size: number): EmbeddingTable {
    return new EmbeddingTable(new Float32Array(numRows * size), size);
  }

  /** Equally likely numbers from -limit to limit. */
  static random(numRows: number, size: number, limit: number, rng: Rng): EmbeddingTable {
    const table = EmbeddingTable.zeros(numRows, size);
    for (let i = 0; i < table.values.length; i++) table.values[i] = randomWeight(rng, limit);
    return table;
  }

  /** [D], the row itself and no copy: writing to it changes the table. */
  row(index: number): FloatArray {
    if (!Number.isInteger(index) || index < 0 || index >= this.numRows) {
      throw new RangeError(
        `EmbeddingTable.row: index must be a whole number from 0 to ${this.numRows - 1}, ` +
          `got ${inWords(index)}`,
      );
    }
    return this.values.subarray(index * this.size, (index + 1) * this.size);
  }
}

/** How every table of the lab draws one starting weight, whatever memory it lies in. */
export function randomWeight(rng: Rng, limit: number): number {
  return (2 * rng.uniform() - 1) * limit;
}

/** Σ_i a_i · b_i */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** target ← target + scale · source */
export function addScaled(target: FloatArray, scale: number, source: ArrayLike<number>): void {
  for (let i = 0; i < target.length; i++) target[i]! += scale * source[i]!;
}
