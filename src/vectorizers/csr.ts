/**
 * Compressed sparse rows (CSR), the storage of a matrix that is nearly all zeros.
 *
 *   row i holds  columns[rowOffsets[i] … rowOffsets[i+1] − 1],  and values likewise
 *
 * A document uses perhaps 50 of 20,000 words: 50 pairs of (column, value) instead of 20,000
 * numbers. Saad 2003, "Iterative Methods for Sparse Linear Systems", section 3.4.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */

/** Counts are whole numbers, weights are not. */
export type SparseValues = Int32Array | Float64Array;

/** The bare arrays; SparseMatrix (sparse-matrix.ts) is what callers get. */
export interface Csr {
  readonly shape: readonly [numRows: number, numColumns: number];
  readonly rowOffsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: SparseValues;
}

/**
 * Rows become columns: [N, V] → [V, N], by a counting sort in O(non-zeros).
 *
 * The result's columns are ascending in every row whatever the order was before, so doing it
 * twice sorts a matrix.
 */
export function transposed({ shape, rowOffsets, columns, values }: Csr): Csr {
  const [numRows, numColumns] = shape;
  const numNonZero = rowOffsets[numRows]!;
  const offsets = new Int32Array(numColumns + 1);
  for (let k = 0; k < numNonZero; k++) offsets[columns[k]! + 1]!++;
  for (let column = 0; column < numColumns; column++) offsets[column + 1]! += offsets[column]!;

  const next = offsets.slice(0, numColumns);
  const rows = new Int32Array(numNonZero);
  const moved = emptyLike(values, numNonZero);
  for (let row = 0; row < numRows; row++) {
    for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++) {
      const to = next[columns[k]!]!++;
      rows[to] = row;
      moved[to] = values[k]!;
    }
  }
  return { shape: [numColumns, numRows], rowOffsets: offsets, columns: rows, values: moved };
}

function emptyLike(values: SparseValues, length: number): SparseValues {
  return values instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
}
