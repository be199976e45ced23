/**
 * Exercise 11.negative-shares: which negative pushes hardest, at this temperature?
 *
 *   share_j = e^{s_j / T} / Σ_{k negative} e^{s_k / T}
 *
 * The gradient of the contrastive loss with respect to a negative's score is P_j / T; all have the
 * same sum below the line, so among themselves they share as a softmax of their own. Wang & Liu
 * 2021, "Understanding the Behaviour of Contrastive Loss", equations 3 to 5.
 */
import type { Exercise } from "../exercise";

type Input = [scores: number[], positive: number, temperature: number];

export const negativeShares: Exercise<Input, number[]> = {
  id: "11.negative-shares",
  title: "Who pushes hardest?",
  functionName: "negativeShares",
  statement:
    "A question has a score with each answer of a batch; `positive` is the index of the right " +
    "one. In the loss −ln P(positive), P = softmax(scores / T), each negative j has the gradient " +
    "P_j / T. Write `negativeShares(scores, positive, temperature)`: for each negative, in the " +
    "order of the list and without the positive, its share of the gradient of all negatives " +
    "together. The shares sum to 1.",
  stub: `function negativeShares(
  scores: number[], positive: number, temperature: number,
): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[0.9, 0.8, 0.1], 0, 1],
    [[0.9, 0.8, 0.1], 0, 0.1],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const size = 3 + rng.integer(3);
      const scores = Array.from({ length: size }, () => rng.integer(200) / 100 - 1);
      return [scores, rng.integer(size), rng.pick([0.05, 0.2, 2])];
    });
  },
  reference: (scores, positive, t) =>
    sharesOf(without(scores, positive).map((s) => Math.exp(s / t))),
  misconceptions: [
    {
      name: "returns the probabilities",
      hint:
        "these are the negatives' probabilities, with the positive's part missing from their " +
        "sum. Their shares *among the negatives* sum to 1.",
      wrong: (scores, positive, t) =>
        without(sharesOf(scores.map((s) => Math.exp(s / t))), positive),
    },
    {
      name: "keeps the positive",
      hint: "the positive is among them. Its gradient points the other way; leave it out.",
      wrong: (scores, _, t) => sharesOf(scores.map((s) => Math.exp(s / t))),
    },
    {
      name: "forgets the temperature",
      hint: "your shares are the same at every temperature.",
      wrong: (scores, positive) => sharesOf(without(scores, positive).map((s) => Math.exp(s))),
    },
    {
      name: "shares by the scores themselves",
      hint: "you divided scores by their sum; e is raised to them first (they may be negative).",
      wrong: (scores, positive) => sharesOf(without(scores, positive)),
    },
  ],
};

function without(values: readonly number[], index: number): number[] {
  return values.filter((_, i) => i !== index);
}

function sharesOf(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
