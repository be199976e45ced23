/**
 * From counted terms to columns: too rare, too frequent and superfluous terms go, the rest is
 * sorted.
 *
 * A word in one document says nothing about others, a word in every document nothing about any;
 * scikit-learn's `min_df`, `max_df` and `max_features`.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import type { CountedDocuments, TermCounter } from "./term-counter";
import { transposed } from "./csr";
import { introsortIndices } from "./introsort";
import { SparseMatrix } from "./sparse-matrix";
import type { CheckedOptions } from "./vectorizer-options";

/** Which id stands in which column. */
export interface Columns {
  /** By id: its column, or −1. */
  readonly columnOf: Int32Array;
  readonly numColumns: number;
}

/** @param caller names the function in errors: RangeError when no term is left */
export function selectTerms(
  caller: string,
  counter: TermCounter,
  { rowOffsets, ids, counts }: CountedDocuments,
  { minDf, maxDf, maxFeatures, binary }: CheckedOptions,
): Columns {
  const numDocuments = rowOffsets.length - 1;
  const frequencies = new Int32Array(counter.numIds);
  for (let k = 0; k < ids.length; k++) frequencies[ids[k]!]!++;

  const most = toDocuments(maxDf, numDocuments);
  const least = toDocuments(minDf, numDocuments);
  if (ids.length === 0) {
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
  const kept = new Uint8Array(counter.numIds);
  let numKept = 0;
  for (let id = 0; id < kept.length; id++) {
    const frequency = frequencies[id]!;
    if (frequency === 0 || frequency < least || frequency > most) continue;
    kept[id] = 1;
    numKept++;
  }
  if (numKept === 0) {
    throw new RangeError(
      `${caller}: no terms are left after pruning, got minDf ${minDf} and maxDf ${maxDf} for ` +
        `${numDocuments} documents; lower minDf or raise maxDf`,
    );
  }
  if (numKept > maxFeatures) {
    const totals = binary ? frequencies : totalsOf(ids, counts, counter.numIds);
    keepMostFrequent(kept, totals, counter.alphabeticalColumns(kept), maxFeatures);
    numKept = maxFeatures;
  }
  return { columnOf: counter.alphabeticalColumns(kept), numColumns: numKept };
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

function totalsOf(ids: Int32Array, counts: Int32Array, numIds: number): Float64Array {
  const totals = new Float64Array(numIds);
  for (let k = 0; k < ids.length; k++) totals[ids[k]!]! += counts[k]!;
  return totals;
}

function keepMostFrequent(
  kept: Uint8Array,
  totals: ArrayLike<number>,
  columnOf: Int32Array,
  limit: number,
): void {
  const ids = Int32Array.from(kept.keys())
    .filter((id) => kept[id] === 1)
    .sort((a, b) => columnOf[a]! - columnOf[b]!);
  const order = introsortIndices(Array.from(ids, (id) => -totals[id]!));
  for (const position of order.subarray(limit)) kept[ids[position]!] = 0;
}
