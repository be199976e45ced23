/**
 * Exercise 12.best-threshold: when to say "not in the corpus"?
 *
 *   balanced accuracy = (share of answerable ≥ t + share of unanswerable < t) / 2
 *
 * Youden 1950, "Index for rating diagnostic tests": its J is twice this, less 1.
 */
import type { Exercise } from "../exercise";

type Input = [answerable: number[], unanswerable: number[]];

export const bestThreshold: Exercise<Input, number> = {
  id: "12.best-threshold",
  title: "The best that a threshold can do",
  functionName: "bestBalance",
  statement:
    "Questions that the corpus answers have the scores `answerable`, others `unanswerable`. With " +
    "a threshold t, a question is answered if its score is at least t. Write " +
    "`bestBalance(answerable, unanswerable)`: the highest that (share of the answerable that are " +
    "answered + share of the unanswerable that are not) / 2 can become, over all thresholds. (It " +
    "is enough to try each score, and one threshold above all of them.)",
  stub: `function bestBalance(answerable: number[], unanswerable: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [0.9, 0.8, 0.6],
      [0.7, 0.2],
    ],
    [[0.5, 0.5], [0.5]],
  ],
  hiddenCases(rng) {
    const scores = (size: number, above: number) =>
      Array.from({ length: size }, () => (rng.integer(8) + above) / 10);
    return Array.from({ length: 8 }, (): Input => [
      scores(4 + rng.integer(6), 3),
      scores(2 + rng.integer(3), 0),
    ]);
  },
  reference: (answerable, unanswerable) =>
    most(answerable, unanswerable, (t) => balance(answerable, unanswerable, t)),
  misconceptions: [
    {
      name: "counts all questions alike",
      hint:
        "you took the share of all questions that are treated right. There are more of one kind, " +
        "and always answering looks good then: take each kind's own share, and their mean.",
      probes: [[[0.9, 0.8, 0.7, 0.3], [0.6]]],
      wrong: (answerable, unanswerable) =>
        most(answerable, unanswerable, (t) => {
          const right = countFrom(answerable, t) + unanswerable.length - countFrom(unanswerable, t);
          return right / (answerable.length + unanswerable.length);
        }),
    },
    {
      name: "answers above the threshold only",
      hint: "a score equal to the threshold is answered: at least, not above.",
      probes: [[[0.4, 0.3], [0.3]]],
      wrong: (answerable, unanswerable) => {
        const above = (t: number) => {
          const share = (scores: number[]) => scores.filter((s) => s > t).length / scores.length;
          return (share(answerable) + 1 - share(unanswerable)) / 2;
        };
        return Math.max(...answerable.map(above));
      },
    },
    {
      name: "puts the threshold halfway between the means",
      hint: "you tried one threshold, halfway between the two means. Try each score.",
      wrong: (answerable, unanswerable) =>
        balance(answerable, unanswerable, (mean(answerable) + mean(unanswerable)) / 2),
    },
    {
      name: "adds without halving",
      hint: "you returned the sum of both shares; their mean is half of it.",
      wrong: (answerable, unanswerable) =>
        2 * most(answerable, unanswerable, (t) => balance(answerable, unanswerable, t)),
    },
  ],
};

function most(a: readonly number[], b: readonly number[], worth: (t: number) => number): number {
  return Math.max(...[...a, ...b, Infinity].map(worth));
}

function balance(answerable: readonly number[], unanswerable: readonly number[], t: number) {
  const refused = 1 - countFrom(unanswerable, t) / unanswerable.length;
  return (countFrom(answerable, t) / answerable.length + refused) / 2;
}

function countFrom(scores: readonly number[], threshold: number): number {
  return scores.filter((score) => score >= threshold).length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
