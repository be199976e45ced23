/**
 * Exercise 05.causal-mask: attention that must not look ahead, as in a decoder.
 *
 *   weight[i][j] = softmax over j ≤ i of score[i][j],   0 for j > i
 *
 * Vaswani et al. 2017, "Attention is all you need", section 3.2.3.
 */
import type { Exercise } from "../exercise";
import { softmax } from "./attention-weights";

type Input = [scores: number[][]];

export const causalMask: Exercise<Input, number[][]> = {
  id: "05.causal-mask",
  title: "Not looking ahead",
  functionName: "causalWeights",
  statement:
    "Write `causalWeights(scores)`. Row i holds the scores that token i gives to all tokens. " +
    "Return the weights of a decoder: token i may look at the tokens before it and at itself, " +
    "and each row is the softmax over these. All other weights are 0.",
  stub: `function causalWeights(scores: number[][]): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [
        [5, 1],
        [0, 0],
      ],
    ],
    [
      [
        [0, 0, 0],
        [1, 1, 9],
        [0, 0, 0],
      ],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 6 }, (_, i): Input => {
      const length = 2 + (i % 3);
      const row = () => Array.from({ length }, () => Math.round(40 * rng.uniform() - 16) / 10);
      return [Array.from({ length }, row)];
    });
  },
  reference: (scores) => restricted(scores, (i, j) => j <= i),
  misconceptions: [
    {
      name: "lets everyone see everyone",
      hint:
        "your tokens look ahead. That is how an encoder reads; a decoder's token i sees 0 to i " +
        "only.",
      wrong: (scores) => restricted(scores, () => true),
    },
    {
      name: "looks to the right only",
      hint: "your tokens see what comes after them. Turn it round: row i may use places 0 to i.",
      wrong: (scores) => restricted(scores, (i, j) => j >= i),
    },
    {
      name: "hides its own place",
      hint: "token i may look at itself, too: places 0 to i, with i.",
      wrong: (scores) => restricted(scores, (i, j) => j < i),
    },
    {
      name: "masks after the softmax",
      hint:
        "your rows sum to less than 1: you took the softmax over all and then set weights to 0. " +
        "Leave the hidden ones out of the softmax.",
      wrong: (scores) =>
        scores.map((row, i) => softmax(row).map((weight, j) => (j <= i ? weight : 0))),
    },
    {
      name: "sets the hidden scores to 0",
      hint: "you set hidden scores to 0, and e⁰ is 1: they still get weight. Use -Infinity.",
      wrong: (scores) => scores.map((row, i) => softmax(row.map((x, j) => (j <= i ? x : 0)))),
    },
    {
      name: "shares evenly",
      hint: "you gave all visible tokens the same weight. Their scores decide.",
      wrong: (scores) =>
        restricted(
          scores.map((row) => row.map(() => 0)),
          (i, j) => j <= i,
        ),
    },
  ],
};

/** Softmax of each row over the places that may be seen; a row that sees nothing is 0. */
function restricted(scores: number[][], maySee: (i: number, j: number) => boolean): number[][] {
  return scores.map((row, i) => {
    const visible = row.map((x, j) => (maySee(i, j) ? x : -Infinity));
    return visible.every((x) => x === -Infinity) ? row.map(() => 0) : softmax(visible);
  });
}
