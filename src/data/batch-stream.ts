/**
 * Batches without end, each a pure function of its number: epoch after epoch, every epoch with an
 * order of its own.
 *
 *   at(i) = rows of batch i - (batches of the epochs before),  order of epoch e = f(seed, e)
 *
 * A training that is cut off at batch 5,000 goes on at batch 5,000: there is no position inside a
 * generator to save, only a number. That is what makes resuming exact.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { createHash } from "node:crypto";
import { assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";
import { batches, type BatchOptions } from "./batches";

export interface BatchStream<Batch> {
  /** Batch number `index`, from 0; the same number always gives the same batch. */
  at(index: number): Batch;
  /** Tells data, order and options from others: what a checkpoint must match. */
  fingerprint(): string;
}

export interface EpochStreamOptions {
  /** Fixes the order of every epoch. */
  rng: Rng;
  /** What kind of batches and with which options, for the fingerprint. */
  name: string;
  /** What the epochs are made of, for the fingerprint. */
  rows: readonly unknown[];
}

/** @param rows N rows; N at least 1. Kept, not copied: leave them as they are while training */
export function shuffledBatches<Row>(
  rows: readonly Row[],
  { rng, ...options }: BatchOptions & { rng: Rng },
): BatchStream<Row[]> {
  assertInteger("shuffledBatches", { batchSize: options.batchSize }, { min: 1 });
  const plan = (epochRng: Rng) => batches(rows, { ...options, rng: epochRng });
  return epochStream(plan, { rng, rows, name: `shuffledBatches ${JSON.stringify(options)}` });
}

/**
 * A stream of epochs that are planned one by one. Plans may differ in length; to find a batch, the
 * epochs before it are planned too, once.
 *
 * @param plan the batches of one epoch, drawn from the epoch's own generator
 * @throws RangeError where an epoch has no batch: fewer rows than one batch needs
 */
export function epochStream<Batch>(
  plan: (rng: Rng) => Batch[],
  { rng, name, rows }: EpochStreamOptions,
): BatchStream<Batch> {
  /** starts[e] is the number of epoch e's first batch. */
  const starts = [0];
  let planned: { epoch: number; batches: Batch[] } | undefined;
  let hash: string | undefined;

  const planEpoch = (epoch: number): Batch[] => {
    if (planned?.epoch === epoch) return planned.batches;
    planned = { epoch, batches: plan(rng.fork(`epoch ${epoch}`)) };
    const { length } = planned.batches;
    if (length === 0) {
      throw new RangeError(
        `${name}: ${rows.length} rows don't make one whole batch; use a smaller batchSize`,
      );
    }
    starts[epoch + 1] = starts[epoch]! + length;
    return planned.batches;
  };
  return {
    at(index) {
      assertInteger(`${name}: at`, { index }, { min: 0 });
      while (starts[starts.length - 1]! <= index) planEpoch(starts.length - 1);
      const epoch = lastAtMost(starts, index);
      return planEpoch(epoch)[index - starts[epoch]!]!;
    },
    fingerprint: () => (hash ??= fingerprintOf(rows, `${name} ${identityOf(rng)}`)),
  };
}

/**
 * The same batches, turned into something else: rows into padded ids, ids into masked ids.
 *
 * @param convert gets the batch and a generator of its own, fixed by the batch's number
 * @param name    says which conversion with which options, for the fingerprint
 */
export function mapBatches<From, To>(
  stream: BatchStream<From>,
  convert: (batch: From, rng: Rng) => To,
  { rng, name }: Omit<EpochStreamOptions, "rows">,
): BatchStream<To> {
  return {
    at: (index) => convert(stream.at(index), rng.fork(`batch ${index}`)),
    fingerprint: () => sha256(`${name} ${identityOf(rng)} ${stream.fingerprint()}`),
  };
}

/** A short text that tells one list of rows and one description from another. */
export function fingerprintOf(rows: readonly unknown[], description: string): string {
  const hash = createHash("sha256").update(description);
  for (const row of rows) hash.update(`${textOf(row)}\n`);
  return hash.digest("hex").slice(0, 32);
}

/** Which stream of numbers a generator has, without moving it. */
export function identityOf(rng: Rng): number {
  return rng.fork("identity").integer(4294967296);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function textOf(row: unknown): string {
  const text = JSON.stringify(row, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
  );
  if (text === undefined) throw new TypeError(`fingerprint: can't write ${inWords(row)} as text`);
  return text;
}

/** The place of the largest number that is at most `value`, in an ascending list. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
