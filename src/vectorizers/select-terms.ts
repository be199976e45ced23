/**
 * From counted terms to columns: too rare, too frequent and superfluous terms go, the rest is
 * sorted.
 *
 * A word in one document says nothing about others, a word in every document nothing about any;
 * scikit-learn's `min_df`, `max_df` and `max_features`.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { transposed } from "./csr";
import type { Csr } from "./csr";
import { introsortIndices } from "./introsort";
import { SparseMatrix } from "./sparse-matrix";
import type { CountedDocuments } from "./term-counter";
import type { CheckedOptions } from "./vectorizer-options";

/** Which id stands in which column. */
export interface Columns {
  /** By id: its column, or −1. */
  readonly columnOf: Int32Array;
  readonly numColumns: number;
}

/**
 * @param caller names the function in errors: RangeError when no term is left
 * @param postings [V, N] counts of all terms, in alphabetical order
 */
export function selectTerms(
  caller: string,
  { shape, rowOffsets, values }: Csr,
  { minDf, maxDf, maxFeatures, binary }: CheckedOptions,
): Columns {
  const [numTerms, numDocuments] = shape;
  const most = toDocuments(maxDf, numDocuments);
  const least = toDocuments(minDf, numDocuments);
  if (numTerms === 0) {
    throw new RangeError(
      `${caller}: no terms were found, got ${numDocuments} documents that are empty or hold only ` +
        "stop words; check stopWords and tokenPattern",
    );
  }
  if (most < least) {
    throw new RangeError(
      `${caller}: maxDf must allow as many documents as minDf asks for, ` +
        `got at most ${most} and at least ${least} of ${numDocuments}`,
    );
  }
  const ids = new Int32Array(numTerms).map((_, id) => id);
  let kept = ids.filter((id) => {
    const frequency = rowOffsets[id + 1]! - rowOffsets[id]!;
    return frequency >= least && frequency <= most;
  });
  if (kept.length === 0) {
    throw new RangeError(
      `${caller}: no terms are left after pruning, got minDf ${minDf} and maxDf ${maxDf} for ` +
        `${numDocuments} documents; lower minDf or raise maxDf`,
    );
  }
  if (kept.length > maxFeatures) {
    const totals = Array.from(kept, (id) => {
      let total = 0;
      for (let k = rowOffsets[id]!; k < rowOffsets[id + 1]!; k++) total += binary ? 1 : values[k]!;
      return total;
    });
    const order = introsortIndices(totals.map((total) => -total)).subarray(0, maxFeatures);
    kept = order.map((position) => kept[position]!).sort();
  }
  const columnOf = new Int32Array(numTerms).fill(-1);
  for (let column = 0; column < kept.length; column++) columnOf[kept[column]!] = column;
  return { columnOf, numColumns: kept.length };
}

/** The counts of the kept terms as a matrix [N, V]. The arrays of `postings` are used up. */
export function learnedMatrix(
  postings: Csr,
  { columnOf, numColumns }: Columns,
  binary: boolean,
): SparseMatrix {
  const { rowOffsets, columns, values, shape } = postings;
  const offsets = new Int32Array(numColumns + 1);
  let end = 0;
  for (let id = 0; id < columnOf.length; id++) {
    if (columnOf[id]! < 0) continue;
    const stop = rowOffsets[id + 1]!;
    for (let k = rowOffsets[id]!; k < stop; k++) {
      columns[end] = columns[k]!;
      values[end++] = binary ? 1 : values[k]!;
    }
    offsets[columnOf[id]! + 1] = end;
  }
  return new SparseMatrix(
    transposed({ shape: [numColumns, shape[1]], rowOffsets: offsets, columns, values }),
  );
}

/**
 * Counts as a matrix [N, V] with ascending columns; ids without a column are left out.
 * The arrays of `counted` are used up.
 */
export function countMatrix(
  { rowOffsets, ids, counts }: CountedDocuments,
  { columnOf, numColumns }: Columns,
  binary: boolean,
): SparseMatrix {
  const numDocuments = rowOffsets.length - 1;
  let end = 0;
  let start = 0;
  for (let row = 0; row < numDocuments; row++) {
    const stop = rowOffsets[row + 1]!;
    for (let k = start; k < stop; k++) {
      const column = columnOf[ids[k]!]!;
      if (column < 0) continue;
      ids[end] = column;
      counts[end++] = binary ? 1 : counts[k]!;
    }
    start = stop;
    rowOffsets[row + 1] = end;
  }
  const shape = [numDocuments, numColumns] as const;
  return new SparseMatrix(
    transposed(transposed({ shape, rowOffsets, columns: ids, values: counts })),
  );
}

/** A share becomes a number of documents, which need not be whole. */
function toDocuments(frequency: number, numDocuments: number): number {
  return frequency < 1 ? frequency * numDocuments : frequency;
}
