/**
 * Exercise 13.rescore: candidates by bits, their order by the query's own digits.
 *
 *   score(q, d) = Σ_j q_j · sign_j(d)
 *
 * Yamada, Asai & Hajishirzi 2021, "Efficient Passage Retrieval with Hashing for Open-domain
 * Question Answering", section 2.2.
 */
import type { Exercise } from "../exercise";

type Input = [query: number[], signs: number[][], numCandidates: number];

export const rescore: Exercise<Input, number[]> = {
  id: "13.rescore",
  title: "A second look",
  functionName: "rescored",
  statement:
    "Documents are rows of signs, 1 and −1. Write `rescored(query, signs, numCandidates)`: take " +
    "the `numCandidates` documents in which the fewest signs differ from the query's (of equal " +
    "ones the first), then order those, best first, by Σ query_j · sign_j, with the query's own " +
    "digits. Return their row numbers. (The query holds no 0, and no two scores are equal.)",
  stub: `function rescored(query: number[], signs: number[][], numCandidates: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [5, 0.5, -0.25],
      [
        [1, 1, 1],
        [-1, 1, -1],
        [1, -1, 1],
      ],
      2,
    ],
    [
      [0.25, 4, 2],
      [
        [1, -1, 1],
        [-1, 1, 1],
      ],
      2,
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const powers = rng.shuffle([1, 2, 4, 8, 16]); // so that no two scores are equal
      const query = powers.map((x) => (rng.integer(2) ? x : -x));
      const rows = rng.shuffle([...Array(32).keys()]).slice(0, 6);
      const signs = rows.map((row) => powers.map((_, j) => ((row >> j) & 1 ? 1 : -1)));
      return [query, signs, 3];
    });
  },
  reference: (query, signs, numCandidates) =>
    byScore(query, signs, byAgreement(query, signs).slice(0, numCandidates)),
  misconceptions: [
    {
      name: "leaves the order of the bits",
      hint:
        "you have the right candidates in the order of their bits. Now order them by the query's " +
        "digits.",
      wrong: (query, signs, numCandidates) => byAgreement(query, signs).slice(0, numCandidates),
    },
    {
      name: "scores all documents",
      hint:
        "you scored every document with the query's digits and kept the best. That is more " +
        "exact, " +
        "and it is the work that counting bits was to save.",
      wrong: (query, signs, numCandidates) =>
        byScore(query, signs, [...signs.keys()]).slice(0, numCandidates),
    },
    {
      name: "returns the worst first",
      hint: "the score is a similarity: the largest comes first.",
      wrong: (query, signs, numCandidates) =>
        byScore(query, signs, byAgreement(query, signs).slice(0, numCandidates)).reverse(),
    },
  ],
};

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, j) => sum + x * b[j]!, 0);
}

/** All rows; those with the most signs in common first. */
function byAgreement(query: readonly number[], signs: readonly number[][]): number[] {
  return byScore(query.map(Math.sign), signs, [...signs.keys()]);
}

function byScore(
  query: readonly number[],
  signs: readonly number[][],
  rows: readonly number[],
): number[] {
  return [...rows].sort((i, j) => product(query, signs[j]!) - product(query, signs[i]!) || i - j);
}
