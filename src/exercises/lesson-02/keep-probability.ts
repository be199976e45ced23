/**
 * Exercise 02.keep-probability: how often a frequent word is allowed to teach.
 *
 *   keep = min(1, (√(f / t) + 1) · t / f),   f = count / total
 *
 * This is what word2vec's program computes. Mikolov et al. 2013, "Distributed Representations of
 * Words and Phrases", section 2.3, prints √(t / f), which is a little less.
 */
import type { Exercise } from "../exercise";

export const keepProbability: Exercise<[count: number, total: number, threshold: number], number> =
  {
    id: "02.keep-probability",
    title: "Too frequent to teach",
    functionName: "keepProbability",
    statement:
      "Write `keepProbability(count, total, threshold)`: the chance with which one occurrence of " +
      "a word is kept for training. With the word's share of the text f = count / total and t = " +
      "threshold, it is `(√(f / t) + 1) · t / f`, but never more than 1.",
    stub: `function keepProbability(count: number, total: number, threshold: number): number {
  return yourTurn(); // replace this line by your own
}`,
    points: 10,
    examples: [
      [100_000, 1_000_000, 0.001],
      [1_000, 1_000_000, 0.001],
      [10, 1_000_000, 0.001],
    ],
    hiddenCases(rng) {
      return Array.from({ length: 8 }, (_, i) => {
        const total = 10_000 + rng.integer(1_000_000);
        const share = 10 ** -(1 + (i % 4)) * (0.5 + rng.uniform());
        return [Math.max(1, Math.round(share * total)), total, i % 2 === 0 ? 0.001 : 0.0001];
      });
    },
    reference: (count, total, threshold) => Math.min(1, kept(count / total, threshold)),
    misconceptions: [
      {
        name: "lets the chance exceed 1",
        hint: "your chance exceeds 1 for rare words. A chance ends at 1.",
        wrong: (count, total, threshold) => kept(count / total, threshold),
      },
      {
        name: "uses the formula of the paper",
        hint:
          "you returned √(t / f), the formula printed in the paper. The program that everybody " +
          "used adds t / f to it; that one is wanted here.",
        wrong: (count, total, threshold) => Math.min(1, Math.sqrt(threshold / (count / total))),
      },
      {
        name: "returns the chance of being dropped",
        hint: "you returned the chance to be *dropped*. Wanted is 1 minus that: to be kept.",
        wrong: (count, total, threshold) => 1 - Math.min(1, kept(count / total, threshold)),
      },
      {
        name: "takes the count for the share",
        hint:
          "you put the count itself into the formula. f is a share: the count divided by the " +
          "number of all words.",
        wrong: (count, _total, threshold) => Math.min(1, kept(count, threshold)),
      },
      {
        name: "forgets the square root",
        hint: "the square root is missing: it is √(f / t) + 1, not f / t + 1.",
        wrong: (count, total, threshold) => {
          const share = count / total;
          return Math.min(1, ((share / threshold + 1) * threshold) / share);
        },
      },
      {
        name: "adds the 1 under the root",
        hint: "you added the 1 under the root. It stands outside: √(f / t), then plus 1.",
        wrong: (count, total, threshold) => {
          const share = count / total;
          return Math.min(1, (Math.sqrt(share / threshold + 1) * threshold) / share);
        },
      },
    ],
  };

function kept(share: number, threshold: number): number {
  return ((Math.sqrt(share / threshold) + 1) * threshold) / share;
}
