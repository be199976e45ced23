/**
 * Exercise 05.masked-attention: attention for a whole row of tokens, some of which are padding.
 *
 *   output_i = Σ_j softmax_j(q_i·k_j / √d) · v_j     over the j that are no padding
 *
 * Vaswani et al. 2017, "Attention is all you need", section 3.2.1.
 */
import type { Exercise } from "../exercise";
import { softmax } from "./attention-weights";

type Input = [queries: number[][], keys: number[][], values: number[][], mask: number[]];

export const maskedAttention: Exercise<Input, number[][]> = {
  id: "05.masked-attention",
  title: "Attention, with padding",
  functionName: "attend",
  statement:
    "Write `attend(queries, keys, values, mask)`. Each token has a row in `queries`, `keys` and " +
    "`values`; `mask` has a 1 for a token and a 0 for padding. For each query take the scores of " +
    "all keys (dot product, divided by the square root of the query's length), let padding get " +
    "weight 0 and the softmax be taken over the rest, and return the sum of the value rows, each " +
    "times its weight. Padding is not looked at, but it looks: its own row of the answer is " +
    "computed as all others. (At least one token is no padding.)",
  stub: `function attend(
  queries: number[][], keys: number[][], values: number[][], mask: number[],
): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 20,
  examples: [
    [
      [
        [1, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      [
        [2, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      [[1], [0]],
      [1, 1],
    ],
    [
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      [
        [1, 0],
        [0, 1],
        [5, 5],
      ],
      [
        [1, 0],
        [0, 1],
        [9, 9],
      ],
      [1, 1, 0],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i): Input => {
      const [length, width, valueWidth] = [3 + (i % 3), [2, 4, 6][i % 3]!, 1 + (i % 2)];
      const table = (columns: number) =>
        Array.from({ length }, () =>
          Array.from({ length: columns }, () => Math.round(20 * rng.uniform() - 8) / 10),
        );
      const real = i % 4 === 0 ? length : 1 + rng.integer(length - 1);
      const mask = Array.from({ length }, (_, t) => (t < real ? 1 : 0));
      return [table(width), table(width), table(valueWidth), mask];
    });
  },
  reference: (queries, keys, values, mask) => {
    const weights = masked(scoresOf(queries, keys), mask, -Infinity);
    return mix(weights.map(softmax), values);
  },
  misconceptions: [
    {
      name: "ignores the mask",
      hint: "padding has a part in your answer. Where the mask is 0, the weight must be 0.",
      wrong: (queries, keys, values) => mix(scoresOf(queries, keys).map(softmax), values),
    },
    {
      name: "masks after the softmax",
      hint:
        "you took padding's weight away after the softmax, so the rest sums to less than 1. Take " +
        "padding out of the scores, before the softmax.",
      wrong: (queries, keys, values, mask) =>
        mix(masked(scoresOf(queries, keys).map(softmax), mask, 0), values),
    },
    {
      name: "sets the scores of padding to 0",
      hint:
        "you set padding's scores to 0, and e⁰ is 1: it still gets weight. A weight of 0 comes " +
        "from a score of -Infinity.",
      wrong: (queries, keys, values, mask) =>
        mix(masked(scoresOf(queries, keys), mask, 0).map(softmax), values),
    },
    {
      name: "lets padding not look",
      hint:
        "the rows of padding are 0 in your answer. The mask says who is not looked at; padding's " +
        "own row is computed as all others (and nobody reads it).",
      wrong(queries, keys, values, mask) {
        const weights = masked(scoresOf(queries, keys), mask, -Infinity).map(softmax);
        return mix(weights, values).map((row, i) => row.map((x) => x * mask[i]!));
      },
    },
    {
      name: "takes the softmax down the columns",
      hint:
        "your weights sum to 1 for each token that is looked at. They must sum to 1 for each " +
        "token that looks: one softmax a query, over all keys.",
      wrong(queries, keys, values, mask) {
        const scores = masked(scoresOf(queries, keys), mask, -1e9);
        const columns = keys.map((_, j) => softmax(scores.map((row) => row[j]!)));
        return mix(
          queries.map((_, i) => columns.map((column) => column[i]!)),
          values,
        );
      },
    },
    {
      name: "does not scale",
      hint: "divide the scores by the square root of how many numbers a query has.",
      wrong(queries, keys, values, mask) {
        const scores = scoresOf(queries, keys).map((row) =>
          row.map((score) => score * Math.sqrt(queries[0]!.length)),
        );
        return mix(masked(scores, mask, -Infinity).map(softmax), values);
      },
    },
    {
      name: "mixes the keys",
      hint: "you summed the keys, each times its weight. What is passed on are the values.",
      wrong(queries, keys, _values, mask) {
        return mix(masked(scoresOf(queries, keys), mask, -Infinity).map(softmax), keys);
      },
    },
    {
      name: "swaps queries and keys",
      hint:
        "your queries and keys have changed roles. A row of weights belongs to a query: it is " +
        "who looks.",
      wrong(queries, keys, values, mask) {
        return mix(masked(scoresOf(keys, queries), mask, -Infinity).map(softmax), values);
      },
    },
  ],
};

function scoresOf(queries: number[][], keys: number[][]): number[][] {
  const root = Math.sqrt(queries[0]!.length);
  return queries.map((query) =>
    keys.map((key) => key.reduce((sum, x, d) => sum + x * query[d]!, 0) / root),
  );
}

function masked(rows: number[][], mask: number[], value: number): number[][] {
  return rows.map((row) => row.map((x, j) => (mask[j] === 0 ? value : x)));
}

function mix(weights: number[][], values: number[][]): number[][] {
  return weights.map((row) =>
    values[0]!.map((_, d) => row.reduce((sum, weight, j) => sum + weight * values[j]![d]!, 0)),
  );
}
