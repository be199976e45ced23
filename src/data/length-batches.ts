/**
 * Batches of rows of about equal length: less padding, so less work.
 *
 * A batch is as long as its longest row. Rows are shuffled, cut into pools of many batches, sorted
 * by length within each pool, and the batches come in random order: nearly no padding, and still
 * other neighbours in each epoch (Vaswani et al. 2017, "Attention is all you need", section 5.1,
 * batch "by approximate sequence length").
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import { batches } from "./batches";
import { epochStream, type BatchStream } from "./batch-stream";

export interface LengthBatchOptions<Row> {
  /** Rows per batch; with maxTokens the most there may be. */
  batchSize: number;
  /** The length of a row, in tokens. */
  lengthOf: (row: Row) => number;
  /** Fixes the order of every epoch. */
  rng: Rng;
  /** Rows × longest row that a batch may have, padding counted. Default: no limit. */
  maxTokens?: number;
  /** Batches that are sorted together: more means less padding and less chance. Default 50. */
  poolSize?: number;
}

/** @throws RangeError for a row that is longer than maxTokens */
export function lengthBatches<Row>(
  rows: readonly Row[],
  { batchSize, lengthOf, rng, maxTokens = Infinity, poolSize = 50 }: LengthBatchOptions<Row>,
): BatchStream<Row[]> {
  assertInteger("lengthBatches", { batchSize, poolSize }, { min: 1 });
  const lengths = rows.map(lengthOf);
  lengths.forEach((length, row) => {
    assertInteger("lengthBatches", { [`length of row ${row}`]: length }, { min: 0 });
    if (length <= maxTokens) return;
    throw new RangeError(
      `lengthBatches: row ${row} has ${length} tokens, more than maxTokens, got ${maxTokens}`,
    );
  });
  const numbers = rows.map((_, number) => number);
  const plan = (epochRng: Rng) => {
    const pools = batches(numbers, { batchSize: batchSize * poolSize, rng: epochRng });
    const cut = pools.flatMap((pool) => {
      pool.sort((a, b) => lengths[a]! - lengths[b]!);
      return cutSorted(pool, lengths, { batchSize, maxTokens });
    });
    return epochRng.shuffle(cut).map((batch) => batch.map((number) => rows[number]!));
  };
  const name = `lengthBatches ${JSON.stringify({ batchSize, maxTokens, poolSize })}`;
  return epochStream(plan, { rng, rows, name });
}

/** @param pool row numbers, shortest row first */
function cutSorted(
  pool: readonly number[],
  lengths: readonly number[],
  { batchSize, maxTokens }: { batchSize: number; maxTokens: number },
): number[][] {
  const cut: number[][] = [];
  let batch: number[] = [];
  for (const number of pool) {
    const isFull = batch.length === batchSize || (batch.length + 1) * lengths[number]! > maxTokens;
    if (isFull && batch.length > 0) {
      cut.push(batch);
      batch = [];
    }
    batch.push(number);
  }
  if (batch.length > 0) cut.push(batch);
  return cut;
}
