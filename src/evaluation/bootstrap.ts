/**
 * Bootstrap: how far would a score move if the test set had come out a little differently?
 *
 * Draw as many items as there are, with repetition; compute the score of the drawn ones; do it a
 * thousand times. The middle 95 % of those scores are the percentile interval. For two systems,
 * draw the same items for both and look at the difference: what makes an item hard for both cancels
 * out.
 *
 * Efron & Tibshirani 1993, "An Introduction to the Bootstrap", section 13.3; for comparing systems
 * Koehn 2004, "Statistical Significance Tests for Machine Translation Evaluation". The interval
 * knows only of the items drawn: that other training seeds give other scores it cannot see.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertBetween, assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";

export interface BootstrapOptions {
  /** Draws the items: `createRng(seed)`. */
  rng: Rng;
  /** How often to draw. Default 1000; the limits then vary by a few hundredths of their width. */
  resamples?: number;
  /** The share of scores inside the interval, between 0 and 1. Default 0.95. */
  confidence?: number;
}

export interface BootstrapInterval {
  /** The score of all items as they are. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

/**
 * @param items     what is drawn: one result per question
 * @param statistic the score of a list of items; draws for which it is NaN are left out
 */
export function bootstrap<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  options: BootstrapOptions,
): BootstrapInterval {
  return intervalOf("bootstrap", items, statistic, options);
}

/**
 * The interval of statistic(a) − statistic(b). If it lies on one side of 0, the difference is more
 * than the choice of items explains.
 *
 * @param itemsOfA results of one system
 * @param itemsOfB results of the other on the same questions in the same order
 */
export function pairedBootstrap<Item>(
  itemsOfA: readonly Item[],
  itemsOfB: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  options: BootstrapOptions,
): BootstrapInterval {
  if (itemsOfA.length !== itemsOfB.length) {
    throw new RangeError(
      `pairedBootstrap: both systems must have a result for each item, got ${itemsOfA.length} ` +
        `and ${itemsOfB.length}`,
    );
  }
  const pairs = itemsOfA.map((a, i) => ({ a, b: itemsOfB[i]! }));
  const difference = (sample: readonly { a: Item; b: Item }[]) =>
    statistic(sample.map(({ a }) => a)) - statistic(sample.map(({ b }) => b));
  return intervalOf("pairedBootstrap", pairs, difference, options);
}

/** The share of items that are true, or the mean of numbers: the statistic of an accuracy. */
export function meanOf(items: readonly (number | boolean)[]): number {
  let sum = 0;
  for (const item of items) sum += Number(item);
  return sum / items.length;
}

function intervalOf<Item>(
  caller: string,
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  { rng, resamples = 1000, confidence = 0.95 }: BootstrapOptions,
): BootstrapInterval {
  if (items.length === 0) throw new RangeError(`${caller}: there must be items, got 0`);
  assertInteger(caller, { resamples }, { min: 1 });
  assertBetween(caller, { confidence }, 0, 1);
  const scores: number[] = [];
  for (let draw = 0; draw < resamples; draw++) {
    const score = statistic(items.map(() => items[rng.integer(items.length)]!));
    if (!Number.isNaN(score)) scores.push(score);
  }
  const estimate = statistic(items);
  if (scores.length === 0) {
    throw new RangeError(`${caller}: statistic must give a number, got ${inWords(estimate)}`);
  }
  scores.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  return { estimate, low: quantile(scores, tail), high: quantile(scores, 1 - tail), confidence };
}

/** Between the two nearest values in proportion, as numpy and R take it by default. */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}
