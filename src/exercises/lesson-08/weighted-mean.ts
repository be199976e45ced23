/**
 * Exercise 08.weighted-mean: later tokens count more.
 *
 *   Σ_t n_t h_t / Σ_t n_t       n_t = 1, 2, 3, … over the tokens
 *
 * Muennighoff 2022, "SGPT", section 3.2.1.
 */
import type { Exercise } from "../exercise";
import { kept, sentences } from "./mean-pool";

type Input = [tokens: number[][], mask: number[]];

export const weightedMean: Exercise<Input, number[]> = {
  id: "08.weighted-mean",
  title: "Later tokens count more",
  functionName: "weightedMean",
  statement:
    "In a model that reads from left to right, late tokens have seen more of the sentence. Write " +
    "`weightedMean(tokens, mask)`: the first token has weight 1, the second 2, and so on; return " +
    "the weighted mean (the weights divided by their sum add up to 1). `mask` is 1 for a token " +
    "and 0 for padding, which stands at the end and has no weight.",
  stub: `function weightedMean(tokens: number[][], mask: number[]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        [3, 0],
        [0, 3],
      ],
      [1, 1],
    ],
    [
      [[6], [0], [3], [9]],
      [1, 1, 1, 0],
    ],
  ],
  hiddenCases: (rng) => sentences(rng),
  reference: (tokens, mask) => weighted(kept(tokens, mask), (t) => t + 1),
  misconceptions: [
    {
      name: "counts padding, too",
      hint: "padding has the largest weights of all in your answer. It must have none.",
      wrong: (tokens) => weighted(tokens, (t) => t + 1),
    },
    {
      name: "counts from 0",
      hint: "your first token has weight 0, so [CLS] is left out. Weights begin with 1.",
      probes: [
        [
          [[6], [0], [3], [9]],
          [1, 1, 1, 0],
        ],
      ],
      wrong: (tokens, mask) => weighted(kept(tokens, mask), (t) => t),
    },
    {
      name: "weighs all the same",
      hint: "that is the plain mean: all your weights are equal.",
      wrong: (tokens, mask) => weighted(kept(tokens, mask), () => 1),
    },
    {
      name: "divides by the number of tokens",
      hint: "you divided by how many tokens there are. Divide by the sum of the weights.",
      wrong: (tokens, mask) => {
        const rows = kept(tokens, mask);
        return weighted(rows, (t) => t + 1).map((x) => (x * (rows.length + 1)) / 2);
      },
    },
    {
      name: "counts from the end",
      hint: "your first token has the largest weight. It should grow with the place.",
      wrong: (tokens, mask) => {
        const rows = kept(tokens, mask);
        return weighted(rows, (t) => rows.length - t);
      },
    },
  ],
};

function weighted(rows: readonly number[][], weight: (t: number) => number): number[] {
  const total = rows.reduce((sum, _, t) => sum + weight(t), 0);
  return rows[0]!.map((_, d) => rows.reduce((sum, row, t) => sum + weight(t) * row[d]!, 0) / total);
}
