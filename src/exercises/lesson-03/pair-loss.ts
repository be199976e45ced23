/**
 * Exercise 03.pair-loss: what GloVe pays for one pair of words.
 *
 *   f(x) · (w · c + b − ln x)²,   f(x) = min(1, (x / 100)^0.75)
 *
 * Pennington, Socher & Manning 2014, "GloVe: Global Vectors for Word Representation", equations
 * 8 and 9. Here b is the sum of the two biases.
 */
import type { Exercise } from "../exercise";

type Input = [score: number, count: number];

const X_MAX = 100;
const ALPHA = 0.75;

export const pairLoss: Exercise<Input, number> = {
  id: "03.pair-loss",
  title: "What one pair costs",
  functionName: "pairLoss",
  statement:
    "Write `pairLoss(score, count)`. `score` is what the model says for two words (dot product " +
    "plus the two biases), `count` how often they met, always above 0. The model should say the " +
    "natural logarithm of `count`. The loss is the square of the difference, times the weight " +
    "`(count / 100) ** 0.75`, which never exceeds 1.",
  stub: `function pairLoss(score: number, count: number): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [0, 1],
    [4, 100],
    [5, 1000],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i) => [
      8 * rng.uniform() - 2,
      10 ** ((i % 4) * 0.9) * (0.5 + rng.uniform()),
    ]);
  },
  reference: (score, count) => weight(count) * (score - Math.log(count)) ** 2,
  misconceptions: [
    {
      name: "lets the weight exceed 1",
      hint: "your weight exceeds 1 for pairs that met more than 100 times. It ends at 1.",
      wrong: (score, count) => (count / X_MAX) ** ALPHA * (score - Math.log(count)) ** 2,
    },
    {
      name: "leaves out the weight",
      hint:
        "you left out the weight. A pair that met once by chance would then count as much as one " +
        "that met a hundred times.",
      wrong: (score, count) => (score - Math.log(count)) ** 2,
    },
    {
      name: "compares with the count",
      hint: "you compared the score with the count itself: it is the *logarithm* of the count.",
      wrong: (score, count) => weight(count) * (score - count) ** 2,
    },
    {
      name: "does not square",
      hint: "the square is missing: an error of 2 costs four times as much as one of 1.",
      wrong: (score, count) => weight(count) * Math.abs(score - Math.log(count)),
    },
    {
      name: "squares the weight too",
      hint: "you squared the weight, too. Square the difference only, then multiply.",
      wrong: (score, count) => (weight(count) * (score - Math.log(count))) ** 2,
    },
    {
      name: "weighs without the power",
      hint: "the power of 0.75 is missing in the weight.",
      wrong: (score, count) => Math.min(1, count / X_MAX) * (score - Math.log(count)) ** 2,
    },
    {
      name: "takes another logarithm",
      hint: "use the natural logarithm, Math.log; you took the one to the base 10.",
      wrong: (score, count) => weight(count) * (score - Math.log10(count)) ** 2,
    },
  ],
};

function weight(count: number): number {
  return Math.min(1, (count / X_MAX) ** ALPHA);
}
