/**
 * Batches in which no text stands twice.
 *
 * With in-batch negatives, row j's positive is a negative for row i. If both are the same sentence,
 * the loss pushes a sentence away from itself (Henderson et al. 2017, "Efficient natural language
 * response suggestion", section 4.4, for the loss). A row that shares a text with the batch waits
 * for a later one.
 *
 * Lesson: notebooks/10-dual-encoders.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";
import { epochStream, type BatchStream } from "./batch-stream";

export interface DistinctBatchOptions<Row> {
  /** Rows per batch. Smaller last batches are left out: the loss depends on the size. */
  batchSize: number;
  /** The texts of a row that no other row of its batch may have: anchor, positive, negatives. */
  textsOf: (row: Row) => readonly string[];
  /** Fixes the order of every epoch. */
  rng: Rng;
}

/**
 * Each row comes at most once an epoch. Those left over at its end are rows whose texts are too
 * common; they have their chance again in the next epoch.
 *
 * @throws RangeError where not even one batch can be filled
 */
export function distinctBatches<Row>(
  rows: readonly Row[],
  { batchSize, textsOf, rng }: DistinctBatchOptions<Row>,
): BatchStream<Row[]> {
  assertInteger("distinctBatches", { batchSize }, { min: 1 });
  // Numbers instead of texts: compared millions of times.
  const numberOf = new Map<string, number>();
  const keys = rows.map((row, index) => {
    const texts = textsOf(row);
    if (!Array.isArray(texts) || texts.length === 0) {
      const got = inWords(texts);
      throw new RangeError(`distinctBatches: row ${index} must have texts, got ${got}`);
    }
    return (texts as readonly string[]).map((text) => {
      const known = numberOf.get(text) ?? numberOf.size;
      numberOf.set(text, known);
      return known;
    });
  });
  const numbers = rows.map((_, number) => number);
  const plan = (epochRng: Rng) =>
    fillBatches(epochRng.shuffle(numbers), keys, batchSize).map((batch) =>
      batch.map((number) => rows[number]!),
    );
  const name = `distinctBatches ${JSON.stringify({ batchSize })}`;
  return epochStream(plan, { rng, rows, name });
}

/** Goes through the rows in order; what doesn't fit the open batch is the first for the next. */
function fillBatches(
  ordered: readonly number[],
  keys: readonly (readonly number[])[],
  batchSize: number,
): number[][] {
  const filled: number[][] = [];
  let waiting: number[] = [];
  let next = 0;
  for (;;) {
    const batch: number[] = [];
    const taken = new Set<number>();
    const put = (row: number) => {
      if (keys[row]!.some((key) => taken.has(key))) return false;
      for (const key of keys[row]!) taken.add(key);
      batch.push(row);
      return true;
    };
    const still: number[] = [];
    for (const row of waiting) if (batch.length === batchSize || !put(row)) still.push(row);
    while (batch.length < batchSize && next < ordered.length) {
      const row = ordered[next++]!;
      if (!put(row)) still.push(row);
    }
    if (batch.length < batchSize) return filled;
    filled.push(batch);
    waiting = still;
  }
}
