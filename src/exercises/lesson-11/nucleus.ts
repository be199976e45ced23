/**
 * Exercise 11.nucleus: the fewest tokens that together reach p.
 *
 *   smallest n with P_(1) + … + P_(n) ≥ p
 *
 * Holtzman et al. 2020, "The Curious Case of Neural Text Degeneration", section 3.1.
 */
import type { Exercise } from "../exercise";

type Input = [probabilities: number[], p: number];

export const nucleus: Exercise<Input, number[]> = {
  id: "11.nucleus",
  title: "The nucleus",
  functionName: "nucleus",
  statement:
    "Write `nucleus(probabilities, p)`: the tokens (their indices, the likeliest first) that " +
    "top-p keeps. Take tokens from the likeliest down until their probabilities together are at " +
    "least `p`; the one that reaches it is kept. (No two probabilities are equal here, and no " +
    "sum comes out at `p` exactly.)",
  stub: `function nucleus(probabilities: number[], p: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[0.13, 0.5, 0.37], 0.8],
    [[0.92, 0.05, 0.03], 0.9],
    [[0.24, 0.26, 0.27, 0.23], 0.9],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const weights = rng.shuffle([1, 2, 4, 7, 12, 20, 33].slice(0, 4 + rng.integer(4)));
      const sum = weights.reduce((a, b) => a + b, 0);
      return [weights.map((weight) => weight / sum), rng.pick([0.305, 0.605, 0.905])];
    });
  },
  reference: (probabilities, p) => {
    const order = byProbability(probabilities);
    return order.slice(0, countBelow(probabilities, order, p) + 1);
  },
  misconceptions: [
    {
      name: "leaves out the one that reaches p",
      hint: "you stopped before the token that reaches p: it belongs to the nucleus.",
      wrong: (probabilities, p) => {
        const order = byProbability(probabilities);
        return order.slice(0, countBelow(probabilities, order, p));
      },
    },
    {
      name: "keeps what is above p",
      hint: "you compared each probability with p. It is their sum, from the likeliest down.",
      wrong: (probabilities, p) =>
        byProbability(probabilities).filter((i) => probabilities[i]! >= p),
    },
    {
      name: "goes in the order of the list",
      hint: "you added the probabilities up as they stand. Sort them first, the likeliest first.",
      wrong: (probabilities, p) => {
        const order = probabilities.map((_, i) => i);
        return order.slice(0, countBelow(probabilities, order, p) + 1);
      },
    },
    {
      name: "begins with the least likely",
      hint: "you began with the least likely token: sort from the largest down.",
      wrong: (probabilities, p) => {
        const order = byProbability(probabilities).reverse();
        return order.slice(0, countBelow(probabilities, order, p) + 1);
      },
    },
    {
      name: "returns them in the order of the list",
      hint: "the tokens are right; the likeliest shall come first.",
      wrong: (probabilities, p) => {
        const order = byProbability(probabilities);
        const kept = order.slice(0, countBelow(probabilities, order, p) + 1);
        return kept.sort((i, j) => i - j);
      },
    },
  ],
};

function byProbability(probabilities: readonly number[]): number[] {
  return probabilities.map((_, i) => i).sort((i, j) => probabilities[j]! - probabilities[i]!);
}

/** How many in this order stay below p together. */
function countBelow(probabilities: readonly number[], order: readonly number[], p: number): number {
  let sum = 0;
  return order.filter((i) => (sum += probabilities[i]!) < p).length;
}
