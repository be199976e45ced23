/**
 * A matrix [N, V] of documents by terms that stores only what isn't zero (see csr.ts).
 *
 * What the vectorizers return. Ask for `toDense()` or `toTensor()` only when the matrix is small:
 * 20,000 documents by 20,000 words are 3.2 GB dense, and about 10 MB like this.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import * as tf from "../core/tf";
import { transposed } from "./csr";
import type { Csr, SparseValues } from "./csr";

/** One row: where it isn't zero, and what stands there. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: SparseValues;
}

const MOST_DENSE_CELLS = 2 ** 27;

export class SparseMatrix implements Csr {
  /** [number of rows, number of columns]. */
  readonly shape: readonly [numRows: number, numColumns: number];
  /** Length N + 1: row i begins at rowOffsets[i] and ends before rowOffsets[i + 1]. */
  readonly rowOffsets: Int32Array;
  /** The column of each stored number, ascending within a row. */
  readonly columns: Int32Array;
  /** The stored numbers: whole counts in an Int32Array, weights in a Float64Array. */
  readonly values: SparseValues;

  /** The arrays are used as they are, not copied. RangeError when they don't fit together. */
  constructor({ shape, rowOffsets, columns, values }: Csr) {
    assertInteger("SparseMatrix", { rows: shape[0], columns: shape[1] }, { min: 0 });
    assertFits({ shape, rowOffsets, columns, values });
    this.shape = shape;
    this.rowOffsets = rowOffsets;
    this.columns = columns;
    this.values = values;
  }

  /** From rows of equal length, for examples by hand. */
  static fromDense(rows: readonly (readonly number[])[]): SparseMatrix {
    const numColumns = rows[0]?.length ?? 0;
    const odd = rows.findIndex((row) => row.length !== numColumns);
    if (odd >= 0) {
      throw new RangeError(
        `SparseMatrix.fromDense: every row needs ${numColumns} numbers, ` +
          `got ${rows[odd]!.length} in row ${odd}`,
      );
    }
    const rowOffsets = new Int32Array(rows.length + 1);
    const columns: number[] = [];
    const values: number[] = [];
    rows.forEach((row, i) => {
      row.forEach((value, column) => {
        if (value === 0) return;
        columns.push(column);
        values.push(value);
      });
      rowOffsets[i + 1] = columns.length;
    });
    return new SparseMatrix({
      shape: [rows.length, numColumns],
      rowOffsets,
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
    });
  }

  /** How many numbers are stored. */
  get numNonZero(): number {
    return this.rowOffsets[this.shape[0]]!;
  }

  /** Share of the cells that aren't zero, from 0 to 1. */
  get density(): number {
    const cells = this.shape[0] * this.shape[1];
    return cells === 0 ? 0 : this.numNonZero / cells;
  }

  /** Memory of the three arrays, in bytes; a dense matrix takes 8 · N · V. */
  get byteSize(): number {
    return this.rowOffsets.byteLength + this.columns.byteLength + this.values.byteLength;
  }

  /** Row i without copying: don't write into it. */
  row(i: number): SparseRow {
    this.assertRow("SparseMatrix.row", i);
    const from = this.rowOffsets[i]!;
    const to = this.rowOffsets[i + 1]!;
    return { columns: this.columns.subarray(from, to), values: this.values.subarray(from, to) };
  }

  /** The pairs [column, value] of row i: `for (const [column, value] of matrix.entries(0))`. */
  *entries(i: number): IterableIterator<[column: number, value: number]> {
    this.assertRow("SparseMatrix.entries", i);
    for (let k = this.rowOffsets[i]!; k < this.rowOffsets[i + 1]!; k++) {
      yield [this.columns[k]!, this.values[k]!];
    }
  }

  /** The number in one cell, 0 where none is stored. */
  at(i: number, column: number): number {
    this.assertRow("SparseMatrix.at", i);
    assertInteger("SparseMatrix.at", { column }, { min: 0, max: this.shape[1] - 1 });
    let low = this.rowOffsets[i]!;
    let high = this.rowOffsets[i + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.columns[middle]! < column) low = middle + 1;
      else high = middle;
    }
    return low < this.rowOffsets[i + 1]! && this.columns[low] === column ? this.values[low]! : 0;
  }

  /** All cells as an array of N rows with V numbers each. RangeError above 2^27 cells (1 GB). */
  toDense(): number[][] {
    const [numRows, numColumns] = this.shape;
    this.assertSmall("toDense");
    return Array.from({ length: numRows }, (_, i) => {
      const row = new Array<number>(numColumns).fill(0);
      for (const [column, value] of this.entries(i)) row[column] = value;
      return row;
    });
  }

  /** All cells as a float32 tensor [N, V], which you dispose of. RangeError above 2^27 cells. */
  toTensor(): tf.Tensor2D {
    const [numRows, numColumns] = this.shape;
    this.assertSmall("toTensor");
    const cells = new Float32Array(numRows * numColumns);
    for (let i = 0; i < numRows; i++) {
      for (const [column, value] of this.entries(i)) cells[i * numColumns + column] = value;
    }
    return tf.tensor2d(cells, [numRows, numColumns]);
  }

  /** [V, N]: row t then lists the documents that hold term t, a search engine's postings. */
  transpose(): SparseMatrix {
    return new SparseMatrix(transposed(this));
  }

  /** In how many rows each column isn't zero, [V]: for counts, the document frequency. */
  documentFrequency(): Int32Array {
    const frequency = new Int32Array(this.shape[1]);
    for (const column of this.columns) frequency[column]!++;
    return frequency;
  }

  /** The sum of each row, [N]: for counts, the number of counted terms in the document. */
  rowSums(): Float64Array {
    return this.perRow((sum, value) => sum + value);
  }

  /** The Euclidean length of each row, [N]. */
  rowNorms(): Float64Array {
    return this.perRow((sum, value) => sum + value * value).map(Math.sqrt);
  }

  /** Dot products of all rows with all rows of `other`: [N, V] × [M, V] → [N, M]. */
  dot(other: SparseMatrix): number[][] {
    this.assertSameColumns("SparseMatrix.dot", other);
    const dense = new Float64Array(this.shape[1]);
    return Array.from({ length: this.shape[0] }, (_, i) => {
      const mine = this.row(i);
      for (let k = 0; k < mine.columns.length; k++) dense[mine.columns[k]!] = mine.values[k]!;
      const products = Array.from({ length: other.shape[0] }, (_, j) => {
        let sum = 0;
        for (let k = other.rowOffsets[j]!; k < other.rowOffsets[j + 1]!; k++) {
          sum += dense[other.columns[k]!]! * other.values[k]!;
        }
        return sum;
      });
      for (const column of mine.columns) dense[column] = 0;
      return products;
    });
  }

  /**
   * Cosines of all rows with all rows of `other`: [N, V] × [M, V] → [N, M], from −1 to 1.
   * A row of zeros has no direction; its cosine is 0 here. Default for `other`: this matrix.
   */
  cosineSimilarity(other: SparseMatrix = this): number[][] {
    this.assertSameColumns("SparseMatrix.cosineSimilarity", other);
    const norms = this.rowNorms();
    const otherNorms = other.rowNorms();
    return this.dot(other).map((products, i) =>
      products.map((product, j) => {
        const length = norms[i]! * otherNorms[j]!;
        return length === 0 ? 0 : product / length;
      }),
    );
  }

  private perRow(add: (sum: number, value: number) => number): Float64Array {
    const sums = new Float64Array(this.shape[0]);
    for (let i = 0; i < sums.length; i++) {
      let sum = 0;
      for (let k = this.rowOffsets[i]!; k < this.rowOffsets[i + 1]!; k++) {
        sum = add(sum, this.values[k]!);
      }
      sums[i] = sum;
    }
    return sums;
  }

  private assertRow(caller: string, row: number): void {
    assertInteger(caller, { row }, { min: 0, max: this.shape[0] - 1 });
  }

  private assertSmall(method: string): void {
    const [numRows, numColumns] = this.shape;
    if (numRows * numColumns <= MOST_DENSE_CELLS) return;
    throw new RangeError(
      `SparseMatrix.${method}: ${numRows} × ${numColumns} cells are too many to write out; ` +
        "read single rows with row(i), or limit the terms with maxFeatures",
    );
  }

  private assertSameColumns(caller: string, other: SparseMatrix): void {
    if (!(other instanceof SparseMatrix)) {
      throw new TypeError(`${caller}: other must be a SparseMatrix, got ${inWords(other)}`);
    }
    if (other.shape[1] === this.shape[1]) return;
    throw new RangeError(
      `${caller}: both matrices need the same columns, got ${this.shape[1]} and ` +
        `${other.shape[1]}; use one fitted vectorizer for both`,
    );
  }
}

function assertFits({ shape, rowOffsets, columns, values }: Csr): void {
  const [numRows, numColumns] = shape;
  const end = rowOffsets[numRows];
  const fits =
    rowOffsets.length === numRows + 1 &&
    rowOffsets[0] === 0 &&
    columns.length === end &&
    values.length === end;
  if (!fits) {
    throw new RangeError(
      `SparseMatrix: rowOffsets must have ${numRows + 1} entries from 0 to the number of values, ` +
        `got ${rowOffsets.length} offsets, ${columns.length} columns, ${values.length} values`,
    );
  }
  for (let row = 0; row < numRows; row++) {
    let previous = -1;
    for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++) {
      const column = columns[k]!;
      if (column <= previous || column >= numColumns) {
        throw new RangeError(
          `SparseMatrix: columns must ascend within a row and be below ${numColumns}, ` +
            `got ${column} after ${previous} in row ${row}`,
        );
      }
      previous = column;
    }
    if (rowOffsets[row + 1]! < rowOffsets[row]!) {
      throw new RangeError(`SparseMatrix: rowOffsets must not fall, got a fall after row ${row}`);
    }
  }
}
