/**
 * Exercise 07.most-similar-pair: the largest number above the diagonal.
 *
 *   argmax over i < j of s_ij
 */
import type { Exercise } from "../exercise";

type Input = [scores: number[][]];

export const mostSimilarPair: Exercise<Input, number[]> = {
  id: "07.most-similar-pair",
  title: "The most similar pair",
  functionName: "mostSimilarPair",
  statement:
    "`scores[i][j]` is the cosine of sentences i and j; the table is symmetric, with 1 on its " +
    "diagonal. Write `mostSimilarPair(scores)`: the two numbers `[i, j]`, i < j, of the two " +
    "different sentences that are most alike. (No two pairs are equally alike. Cosines may be " +
    "negative, all of them.)",
  stub: `function mostSimilarPair(scores: number[][]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        [1, 0.2, 0.5],
        [0.2, 1, 0.9],
        [0.5, 0.9, 1],
      ],
    ],
    [
      [
        [1, -0.5, -0.1],
        [-0.5, 1, -0.7],
        [-0.1, -0.7, 1],
      ],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, round): Input => {
      const n = 3 + rng.integer(4);
      const scores = Array.from({ length: n }, () => new Array<number>(n).fill(1));
      // Steps of 0.01 in an order drawn by lot: no two are equal.
      const values = rng.shuffle(Array.from({ length: 99 }, (_, i) => (i + 1) / 100));
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < i; j++) {
          scores[i]![j] = scores[j]![i] = values.pop()! - (round % 3 === 2 ? 1 : 0);
        }
      }
      return [scores];
    });
  },
  reference: (scores) => best(scores, (i, j) => i < j, -Infinity),
  misconceptions: [
    {
      name: "finds a sentence and itself",
      hint: "your pair is a sentence with itself: the diagonal is 1 for every sentence.",
      wrong: (scores) => best(scores, () => true, -Infinity),
    },
    {
      name: "gives the pair in the other order",
      hint: "the right pair, but the smaller number goes first.",
      wrong: (scores) => best(scores, (i, j) => i > j, -Infinity),
    },
    {
      name: "finds the least similar pair",
      hint: "these two are least alike: you looked for the smallest cosine.",
      wrong: (scores) =>
        best(
          scores.map((row) => row.map((value) => -value)),
          (i, j) => i < j,
          -Infinity,
        ),
    },
    {
      name: "looks at the first sentence only",
      hint: "you compared the first sentence with all others. Every row may hold the best pair.",
      wrong: (scores) => best(scores, (i, j) => i === 0 && j > 0, -Infinity),
    },
    {
      name: "starts from 0",
      hint:
        "where all cosines are negative you find nothing: your search begins at 0, and nothing " +
        "is larger. Begin below every cosine.",
      wrong: (scores) => best(scores, (i, j) => i < j, 0),
    },
  ],
};

function best(
  scores: readonly number[][],
  isAllowed: (i: number, j: number) => boolean,
  from: number,
): number[] {
  let largest = from;
  let found = [0, 0];
  scores.forEach((row, i) =>
    row.forEach((score, j) => {
      if (!isAllowed(i, j) || score <= largest) return;
      largest = score;
      found = [i, j];
    }),
  );
  return found;
}
