/**
 * Exercise 08.mean-cosine: how anisotropic is a set of vectors?
 *
 *   mean over i < j of cos(x_i, x_j)
 *
 * Ethayarajh 2019, "How Contextual are Contextualized Word Representations?", section 4.1.
 */
import { cosineOfVectors } from "../../similarity/cosine";
import type { Exercise } from "../exercise";

type Input = [vectors: number[][]];

export const meanCosineExercise: Exercise<Input, number> = {
  id: "08.mean-cosine",
  title: "How alike are strangers?",
  functionName: "meanCosine",
  statement:
    "Write `meanCosine(vectors)`: the mean of the cosines of all pairs of two different vectors. " +
    "(There are two vectors at least, and none is all zeros.)",
  stub: `function meanCosine(vectors: number[][]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        [1, 0],
        [0, 3],
        [2, 2],
      ],
    ],
    [
      [
        [1, 2],
        [-2, -4],
      ],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const width = 2 + rng.integer(3);
      const row = () => Array.from({ length: width }, () => (1 + rng.integer(60)) / 10 - 2.05);
      return [Array.from({ length: 3 + rng.integer(4) }, row)];
    });
  },
  reference: (vectors) => meanOver(vectors, (i, j) => i < j),
  misconceptions: [
    {
      name: "counts each vector with itself",
      hint:
        "you counted the cosine of each vector with itself, which is always 1. Only pairs of two " +
        "different vectors say something.",
      wrong: (vectors) => meanOver(vectors, () => true),
    },
    {
      name: "takes dot products",
      hint: "these are dot products: divide each by the lengths of both vectors.",
      wrong: (vectors) => meanOver(vectors, (i, j) => i < j, dot),
    },
    {
      name: "compares neighbours only",
      hint: "you compared each vector with the next one. Every pair counts.",
      wrong: (vectors) => meanOver(vectors, (i, j) => j === i + 1),
    },
    {
      name: "divides by the number of vectors",
      hint:
        "you divided the sum of the cosines by the number of vectors; n of them make n(n − 1)/2 " +
        "pairs.",
      wrong: (vectors) => (meanOver(vectors, (i, j) => i < j) * (vectors.length - 1)) / 2,
    },
    {
      name: "forgets that cosines may be negative",
      hint: "you took all cosines as positive. Opposite directions count as −1.",
      wrong: (vectors) =>
        meanOver(
          vectors,
          (i, j) => i < j,
          (a, b) => Math.abs(cosineOfVectors(a, b)),
        ),
    },
  ],
};

function meanOver(
  vectors: readonly number[][],
  counts: (i: number, j: number) => boolean,
  compare: (a: number[], b: number[]) => number = cosineOfVectors,
): number {
  const found = vectors.flatMap((a, i) =>
    vectors.filter((_, j) => counts(i, j)).map((b) => compare(a, b)),
  );
  return found.reduce((sum, value) => sum + value, 0) / found.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
