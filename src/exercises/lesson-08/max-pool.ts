/**
 * Exercise 08.max-pool: the largest of each number over the tokens.
 *
 *   max_t h_t[d]      over the tokens alone
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3.
 */
import type { Exercise } from "../exercise";
import { kept, sentences } from "./mean-pool";

type Input = [tokens: number[][], mask: number[]];

export const maxPool: Exercise<Input, number[]> = {
  id: "08.max-pool",
  title: "Max pooling",
  functionName: "maxPool",
  statement:
    "Write `maxPool(tokens, mask)`: for each number of the vectors, the largest over the " +
    "sentence's tokens. `mask` is 1 for a token and 0 for padding, and there is one token at " +
    "least. Numbers may all be negative.",
  stub: `function maxPool(tokens: number[][], mask: number[]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        [1, -4],
        [-3, -2],
      ],
      [1, 1],
    ],
    [
      [
        [1, -4],
        [-3, -2],
        [7, 7],
      ],
      [1, 1, 0],
    ],
  ],
  hiddenCases: (rng) => sentences(rng),
  reference: (tokens, mask) => columnMax(kept(tokens, mask)),
  misconceptions: [
    {
      name: "lets padding win",
      hint: "a number of padding is the largest in your answer. Where the mask is 0, don't look.",
      wrong: (tokens) => columnMax(tokens),
    },
    {
      name: "sets padding to 0",
      hint:
        "where all tokens have a negative number, your answer is 0: padding, set to 0, is larger " +
        "than they are. It must be lower than any number, −Infinity say.",
      wrong: (tokens, mask) => columnMax(tokens.map((row, t) => row.map((x) => x * mask[t]!))),
    },
    {
      name: "starts from 0",
      hint: "where all tokens have a negative number, your answer is 0: your search begins there.",
      wrong: (tokens, mask) => columnMax(kept(tokens, mask)).map((x) => Math.max(0, x)),
    },
    {
      name: "takes the longest vector",
      hint:
        "you returned the vector of one token. Each number of the answer may come from another " +
        "token.",
      wrong: (tokens, mask) =>
        [...kept(tokens, mask)].sort((a, b) => Math.hypot(...b) - Math.hypot(...a))[0]!,
    },
    {
      name: "takes the size, not the value",
      hint: "you took what is farthest from 0. −3 is farther than 1, and still smaller.",
      wrong: (tokens, mask) =>
        kept(tokens, mask)[0]!.map((_, d) =>
          kept(tokens, mask)
            .map((row) => row[d]!)
            .reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best)),
        ),
    },
  ],
};

function columnMax(rows: readonly number[][]): number[] {
  return rows[0]!.map((_, d) => Math.max(...rows.map((row) => row[d]!)));
}
