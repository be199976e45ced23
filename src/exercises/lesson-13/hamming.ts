/**
 * Exercise 13.hamming: how many signs differ?
 *
 * Charikar 2002, "Similarity Estimation Techniques from Rounding Algorithms", section 3: for
 * vectors in random directions, the share of signs that differ is their angle / 180°.
 */
import type { Exercise } from "../exercise";

type Input = [a: number[], b: number[]];

export const hamming: Exercise<Input, number> = {
  id: "13.hamming",
  title: "Signs that differ",
  functionName: "hamming",
  statement:
    "A bit says whether a number is above 0. Write `hamming(a, b)`: in how many places do the " +
    "bits of two embeddings of equal length differ? (A 0 is not above 0, so its bit is that of a " +
    "negative number.)",
  stub: `function hamming(a: number[], b: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [0.5, -2, 3, -1],
      [0.1, 2, 3, 4],
    ],
    [
      [0, 1],
      [-5, 1],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const length = 8 + rng.integer(5);
      const numbers = () => Array.from({ length }, () => rng.integer(7) - 3);
      return [numbers(), numbers()];
    });
  },
  reference: (a, b) => a.filter((x, j) => x > 0 !== b[j]! > 0).length,
  misconceptions: [
    {
      name: "counts the bits that agree",
      hint: "you counted the places where the bits agree. A distance grows with what differs.",
      wrong: (a, b) => a.filter((x, j) => x > 0 === b[j]! > 0).length,
    },
    {
      name: "counts numbers that differ",
      hint: "you compared the numbers. Only their signs are left: 0.5 and 0.1 have the same bit.",
      wrong: (a, b) => a.filter((x, j) => x !== b[j]).length,
    },
    {
      name: "takes 0 for positive",
      hint: "a 0 isn't above 0. You gave it the bit 1.",
      wrong: (a, b) => a.filter((x, j) => x >= 0 !== b[j]! >= 0).length,
    },
    {
      name: "looks for products below 0",
      hint:
        "you looked for products below 0. A 0 makes the product 0, though its bit may differ " +
        "from " +
        "its neighbour's.",
      wrong: (a, b) => a.filter((x, j) => x * b[j]! < 0).length,
    },
    {
      name: "returns the share",
      hint: "you returned the share of the places. Return how many there are.",
      wrong: (a, b) => a.filter((x, j) => x > 0 !== b[j]! > 0).length / a.length,
    },
  ],
};
