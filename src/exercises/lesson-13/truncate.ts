/**
 * Exercise 13.truncate: the first numbers of an embedding, as an embedding.
 *
 *   x → (x_1, …, x_k) / |(x_1, …, x_k)|
 *
 * Kusupati et al. 2022, "Matryoshka Representation Learning", section 3.
 */
import type { Exercise } from "../exercise";

type Input = [embedding: number[], size: number];

export const truncateExercise: Exercise<Input, number[]> = {
  id: "13.truncate",
  title: "Cut, and make it whole",
  functionName: "truncated",
  statement:
    "Write `truncated(embedding, size)`: the first `size` numbers of the embedding, divided by " +
    "*their* length (the root of the sum of their squares), so that the result has length 1 and " +
    "a product of two such embeddings is a cosine.",
  stub: `function truncated(embedding: number[], size: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[3, 4, 12], 2],
    [[3, 4, 12], 3],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const embedding = Array.from({ length: 4 + rng.integer(4) }, () => 1 + rng.integer(9));
      return [embedding.map((x) => (rng.integer(2) ? x : -x)), 2 + rng.integer(2)];
    });
  },
  reference: (embedding, size) => unit(embedding.slice(0, size)),
  misconceptions: [
    {
      name: "cuts and leaves the length",
      hint:
        "you cut, but the rest is shorter than 1 now, and differently so for each text. Divide " +
        "by the length of what is left.",
      wrong: (embedding, size) => embedding.slice(0, size),
    },
    {
      name: "makes the length 1 before the cut",
      hint:
        "you made the whole embedding length 1 and then cut it: the part has a length below 1. " +
        "First cut, then divide.",
      wrong: (embedding, size) => unit(embedding).slice(0, size),
    },
    {
      name: "divides by the sum",
      hint: "you divided by the sum of the numbers. The length is the root of their squares' sum.",
      wrong: (embedding, size) => {
        const first = embedding.slice(0, size);
        const sum = first.reduce((total, x) => total + x, 0);
        return first.map((x) => x / sum);
      },
    },
    {
      name: "keeps the last numbers",
      hint: "you kept the end of the embedding. Matryoshka trains its beginning.",
      wrong: (embedding, size) => unit(embedding.slice(-size)),
    },
  ],
};

function unit(row: readonly number[]): number[] {
  const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
  return row.map((x) => x / length);
}
