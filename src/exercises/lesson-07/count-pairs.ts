/**
 * Exercise 07.count-pairs: how often must a cross-encoder run?
 *
 *   n (n − 1) / 2
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 1.
 */
import type { Exercise } from "../exercise";

type Input = [n: number];

export const countPairs: Exercise<Input, number> = {
  id: "07.count-pairs",
  title: "How many pairs?",
  functionName: "countPairs",
  statement:
    "Write `countPairs(n)`: how many different pairs n sentences make. A pair is two different " +
    "sentences, and (A, B) is the same pair as (B, A).",
  stub: `function countPairs(n: number): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[2], [4], [100000]],
  hiddenCases(rng) {
    return [[1], [3], ...Array.from({ length: 6 }, (): Input => [3 + rng.integer(50000)])];
  },
  reference: (n) => (n * (n - 1)) / 2,
  misconceptions: [
    {
      name: "counts both orders",
      hint: "you counted (A, B) and (B, A) as two. Each pair is in your number twice.",
      wrong: (n) => n * (n - 1),
    },
    {
      name: "pairs each with itself, too",
      hint: "a sentence with itself is no pair: of 2 sentences there is one pair, not three.",
      wrong: (n) => (n * (n + 1)) / 2,
    },
    {
      name: "squares n",
      hint: "n² is the whole table: both orders, and each sentence with itself.",
      wrong: (n) => n * n,
    },
    {
      name: "takes half the square",
      hint: "half of n² still holds half of the diagonal: take it off before you halve.",
      wrong: (n) => (n * n) / 2,
    },
    {
      name: "counts sentences",
      hint: "that is how many sentences there are, and how often a *bi*-encoder has to run.",
      wrong: (n) => n,
    },
  ],
};
