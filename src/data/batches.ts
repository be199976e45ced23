/**
 * Mini-batches: the rows in a new random order each epoch, cut into pieces of one size.
 *
 * Shuffling matters: rows that stand together in a file are often alike (one topic, one template),
 * and a step on alike rows moves the weights where the next step takes them back from (Bottou 2012,
 * "Stochastic gradient descent tricks", section 2).
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";

export interface BatchOptions {
  /** Rows per batch. */
  batchSize: number;
  /** Fixes the order. Without it the rows keep theirs, as evaluation wants. */
  rng?: Rng;
  /**
   * Leave out a last batch that is smaller than the others. Default false. True for losses whose
   * value depends on the batch size, such as those with in-batch negatives.
   */
  dropLast?: boolean;
}

/**
 * One epoch of batches. Each row comes exactly once (but for `dropLast`); the array given is left
 * as it is. Call it once per epoch with the same `rng`, and each epoch has its own order.
 *
 * @param rows N rows
 * @returns ceil(N / batchSize) batches, or floor(N / batchSize) with `dropLast`
 */
export function batches<Row>(
  rows: readonly Row[],
  { batchSize, rng, dropLast = false }: BatchOptions,
): Row[][] {
  assertInteger("batches", { batchSize }, { min: 1 });
  const ordered = rng ? rng.shuffle(rows) : rows;
  const end = dropLast ? rows.length - (rows.length % batchSize) : rows.length;
  const cut: Row[][] = [];
  for (let start = 0; start < end; start += batchSize) {
    cut.push(ordered.slice(start, start + batchSize));
  }
  return cut;
}
