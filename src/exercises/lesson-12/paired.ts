/**
 * Exercise 12.paired: is A better than B, or was it luck? The sign test.
 *
 *   n = wins + losses,   p = P(at least max(wins, losses) heads or tails of n fair coins)
 *
 * Arbuthnot 1710 used it first; for search, Hull 1993, "Using Statistical Testing in the Evaluation
 * of Retrieval Experiments", section 4.
 */
import type { Exercise } from "../exercise";

type Input = [a: boolean[], b: boolean[]];

export const paired: Exercise<Input, number> = {
  id: "12.paired",
  title: "Better, or lucky?",
  functionName: "signTest",
  statement:
    "Two searches were asked the same questions; `a[i]` and `b[i]` say whether each found the " +
    "right passage. Questions on which both did the same tell nothing, so leave them out; of the " +
    "other n, count on how many A alone was right, and on how many B alone. If both were equally " +
    "good, each would be the toss of a coin. Write `signTest(a, b)`: the probability that n fair " +
    "coins come out at least as uneven, in either direction: twice the chance of `m` heads or " +
    "more, where `m` is the larger count, but at most 1 (and 1 for n = 0).",
  stub: `function signTest(a: boolean[], b: boolean[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [true, true, true, false],
      [false, false, false, false],
    ],
    [
      [true, true, false],
      [true, false, true],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const count = 6 + rng.integer(8);
      const answers = (p: number) => Array.from({ length: count }, () => rng.uniform() < p);
      return [answers(0.75), answers(0.3)];
    });
  },
  reference: (a, b) => {
    const { n, m } = counts(a, b);
    return Math.min(1, 2 * tail(n, m));
  },
  misconceptions: [
    {
      name: "looks one way only",
      hint:
        "you counted one direction. Had B won as clearly, you would have wondered as much: " +
        "twice.",
      wrong: (a, b) => {
        const { n, m } = counts(a, b);
        return Math.min(1, tail(n, m));
      },
    },
    {
      name: "counts the ties as coins",
      hint: "n is the number of questions on which the two differ; you took all of them.",
      wrong: (a, b) => Math.min(1, 2 * tail(a.length, counts(a, b).m)),
    },
    {
      name: "takes exactly m heads",
      hint: "you took the chance of exactly m heads. At least as uneven means m or more.",
      wrong: (a, b) => {
        const { n, m } = counts(a, b);
        return Math.min(1, 2 * exactly(n, m));
      },
    },
    {
      name: "lets it exceed 1",
      hint: "a probability is at most 1: where both counts are equal, twice the tail is more.",
      probes: [
        [
          [true, false],
          [false, true],
        ],
      ],
      wrong: (a, b) => {
        const { n, m } = counts(a, b);
        return 2 * tail(n, m);
      },
    },
  ],
};

function counts(a: readonly boolean[], b: readonly boolean[]): { n: number; m: number } {
  const wins = a.filter((right, i) => right && !b[i]).length;
  const losses = b.filter((right, i) => right && !a[i]).length;
  return { n: wins + losses, m: Math.max(wins, losses) };
}

/** P(m heads or more of n) */
function tail(n: number, m: number): number {
  let sum = 0;
  for (let heads = m; heads <= n; heads++) sum += exactly(n, heads);
  return sum;
}

function exactly(n: number, heads: number): number {
  let ways = 1;
  for (let i = 1; i <= heads; i++) ways = (ways * (n - heads + i)) / i;
  return ways / 2 ** n;
}
