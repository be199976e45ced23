/**
 * Exercise 08.centre: take away what all vectors have in common.
 *
 *   x_i − x̄,      x̄ the mean of the background
 *
 * Mu & Viswanath 2018, "All-but-the-Top", section 2, first step.
 */
import type { Exercise } from "../exercise";

type Input = [vectors: number[][], background: number[][]];

export const centreExercise: Exercise<Input, number[][]> = {
  id: "08.centre",
  title: "Take away what all have in common",
  functionName: "centre",
  statement:
    "Write `centre(vectors, background)`: subtract from each of the `vectors` the mean of the " +
    "`background` (vectors of other sentences of the same model), and return them. Of the mean, " +
    "not of its length: number by number.",
  stub: `function centre(vectors: number[][], background: number[][]): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [[3, 1]],
      [
        [2, 0],
        [4, 2],
      ],
    ],
    [
      [
        [5, 5],
        [1, 0],
      ],
      [[1, 2]],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const width = 2 + rng.integer(2);
      const rows = (count: number) =>
        Array.from({ length: count }, () =>
          Array.from({ length: width }, () => (1 + rng.integer(40)) / 8),
        );
      return [rows(2 + rng.integer(2)), rows(2 + rng.integer(3))];
    });
  },
  reference: (vectors, background) => without(vectors, meanOf(background)),
  misconceptions: [
    {
      name: "takes the vectors' own mean",
      hint:
        "you subtracted the mean of the vectors themselves. Then a sentence's embedding depends " +
        "on which others you ask about; the background is there to prevent that.",
      wrong: (vectors) => without(vectors, meanOf(vectors)),
    },
    {
      name: "takes each vector's own mean",
      hint:
        "you subtracted from each vector the mean of its own numbers. The mean runs over the " +
        "background's sentences: it is a vector.",
      wrong: (vectors) =>
        vectors.map((row) => {
          const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
          return row.map((x) => x - mean);
        }),
    },
    {
      name: "subtracts the sum",
      hint: "you subtracted the sum of the background. Divide it by how many vectors it has.",
      wrong: (vectors, background) =>
        without(
          vectors,
          meanOf(background).map((x) => x * background.length),
        ),
    },
    {
      name: "adds the mean",
      hint: "you added the mean: what all have in common has doubled.",
      wrong: (vectors, background) =>
        without(
          vectors,
          meanOf(background).map((x) => -x),
        ),
    },
  ],
};

function meanOf(rows: readonly number[][]): number[] {
  return rows[0]!.map((_, d) => rows.reduce((sum, row) => sum + row[d]!, 0) / rows.length);
}

function without(rows: readonly number[][], vector: readonly number[]): number[][] {
  return rows.map((row) => row.map((x, d) => x - vector[d]!));
}
