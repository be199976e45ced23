/**
 * Exercise 05.attention-weights: how much one token looks at each of the others.
 *
 *   weight_j = softmax_j(q·k_j / √d)
 *
 * Vaswani et al. 2017, "Attention is all you need", section 3.2.1.
 */
import type { Exercise } from "../exercise";

type Input = [query: number[], keys: number[][]];

export const attentionWeightsExercise: Exercise<Input, number[]> = {
  id: "05.attention-weights",
  title: "Who looks at whom",
  functionName: "attentionWeights",
  statement:
    "Write `attentionWeights(query, keys)`. The score of each key is its dot product with the " +
    "query, divided by the square root of the query's length (how many numbers it has). Return " +
    "the softmax of the scores: e to the power of each, divided by the sum of all of these.",
  stub: `function attentionWeights(query: number[], keys: number[][]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [1, 0, 0, 0],
      [
        [2, 0, 0, 0],
        [0, 5, 0, 0],
      ],
    ],
    [
      [2, 1],
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    ],
  ],
  hiddenCases(rng) {
    const vector = (length: number) =>
      Array.from({ length }, () => Math.round(20 * rng.uniform() - 8) / 10);
    return Array.from({ length: 8 }, (_, i): Input => {
      const width = [2, 3, 5, 6][i % 4]!;
      const keys = Array.from({ length: [4, 2, 3][i % 3]! }, () => vector(width));
      return [vector(width), keys];
    });
  },
  reference: (query, keys) => softmax(scores(query, keys, Math.sqrt(query.length))),
  misconceptions: [
    {
      name: "does not scale",
      hint: "the scores are too large: divide each by the root of how many numbers the query has.",
      wrong: (query, keys) => softmax(scores(query, keys, 1)),
    },
    {
      name: "divides by the length itself",
      hint: "you divided by how many numbers the query has. Divide by the square root of that.",
      wrong: (query, keys) => softmax(scores(query, keys, query.length)),
    },
    {
      name: "takes the root of the number of keys",
      hint:
        "you divided by the root of how many keys there are. It is the width of the vectors that " +
        "makes dot products large: take the root of the query's length.",
      wrong: (query, keys) => softmax(scores(query, keys, Math.sqrt(keys.length))),
    },
    {
      name: "multiplies by the root",
      hint: "you multiplied the scores by the root. Divide by it.",
      wrong: (query, keys) => softmax(scores(query, keys, 1 / Math.sqrt(query.length))),
    },
    {
      name: "takes the cosine",
      hint:
        "you divided by the lengths of the vectors as arrows, as for a cosine. Attention lets a " +
        "long key count more: take the plain dot product.",
      wrong(query, keys) {
        const dots = scores(query, keys, 1);
        return softmax(
          dots.map((dot, j) => dot / (Math.hypot(...query) * Math.hypot(...keys[j]!) || 1)),
        );
      },
    },
    {
      name: "leaves out the exponential",
      hint: "you divided the scores by their sum. The softmax takes e to the power of each first.",
      wrong(query, keys) {
        const dots = scores(query, keys, Math.sqrt(query.length));
        const sum = dots.reduce((a, b) => a + b, 0);
        return dots.map((dot) => dot / sum);
      },
    },
    {
      name: "returns the scores",
      hint: "you returned the scores. Weights sum to 1: take the softmax of the scores.",
      wrong: (query, keys) => scores(query, keys, Math.sqrt(query.length)),
    },
  ],
};

function scores(query: number[], keys: number[][], divisor: number): number[] {
  return keys.map((key) => key.reduce((sum, x, d) => sum + x * query[d]!, 0) / divisor);
}

export function softmax(values: number[]): number[] {
  const largest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
