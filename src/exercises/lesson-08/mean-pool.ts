/**
 * Exercise 08.mean-pool: the mean over the tokens, and over nothing else.
 *
 *   Σ_t m_t h_t / Σ_t m_t
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3.
 */
import type { Exercise } from "../exercise";

type Input = [tokens: number[][], mask: number[]];

export const meanPool: Exercise<Input, number[]> = {
  id: "08.mean-pool",
  title: "Mean pooling",
  functionName: "meanPool",
  statement:
    "Write `meanPool(tokens, mask)`. `tokens` has a vector for each place; `mask` has a 1 for a " +
    "token ([CLS] and [SEP] included) and a 0 for padding. Return the mean of the tokens' " +
    "vectors. Padding must not count, neither in the sum nor in what you divide by. (There is " +
    "one token at least.)",
  stub: `function meanPool(tokens: number[][], mask: number[]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        [1, 4],
        [3, 0],
      ],
      [1, 1],
    ],
    [
      [
        [1, 4],
        [3, 0],
        [7, 7],
      ],
      [1, 1, 0],
    ],
  ],
  hiddenCases: (rng) => sentences(rng),
  reference: (tokens, mask) => sumOf(kept(tokens, mask)).map((x) => x / kept(tokens, mask).length),
  misconceptions: [
    {
      name: "averages over padding, too",
      hint:
        "you averaged over [PAD] too. Its vectors are no part of the sentence: with other " +
        "neighbours in the batch there would be more or fewer of them.",
      wrong: (tokens) => sumOf(tokens).map((x) => x / tokens.length),
    },
    {
      name: "divides by the length with padding",
      hint:
        "padding is out of your sum, but you divided by all places. Divide by the number of " +
        "tokens.",
      wrong: (tokens, mask) => sumOf(kept(tokens, mask)).map((x) => x / tokens.length),
    },
    {
      name: "doesn't divide",
      hint: "that is the sum of the tokens' vectors: divide by how many they are.",
      wrong: (tokens, mask) => sumOf(kept(tokens, mask)),
    },
    {
      name: "divides by the root of the length",
      hint: "you divided by √n (a way of pooling, too, but another one). The mean divides by n.",
      wrong: (tokens, mask) =>
        sumOf(kept(tokens, mask)).map((x) => x / Math.sqrt(kept(tokens, mask).length)),
    },
    {
      name: "leaves out [CLS]",
      hint: "you left out the first token. [CLS] has a vector like the others, and counts.",
      probes: [
        [
          [[1], [2], [9]],
          [1, 1, 0],
        ],
      ],
      wrong(tokens, mask) {
        const rest = kept(tokens, mask).slice(1);
        return sumOf(rest, tokens[0]!.length).map((x) => x / rest.length);
      },
    },
  ],
};

/** Vectors and masks; padding is never zeros, so that counting it shows. */
export function sentences(rng: {
  integer(below: number): number;
}): [tokens: number[][], mask: number[]][] {
  return Array.from({ length: 8 }, (_, i) => {
    const numTokens = 2 + rng.integer(4);
    const numPads = i % 4 === 0 ? 0 : 1 + rng.integer(3);
    const width = 2 + rng.integer(3);
    const tokens = Array.from({ length: numTokens + numPads }, () =>
      Array.from({ length: width }, () => (1 + rng.integer(40)) / 4 - 5.125),
    );
    return [tokens, tokens.map((_, t) => (t < numTokens ? 1 : 0))];
  });
}

export function kept(tokens: readonly number[][], mask: readonly number[]): number[][] {
  return tokens.filter((_, t) => mask[t] === 1);
}

function sumOf(rows: readonly number[][], width = rows[0]!.length): number[] {
  return Array.from({ length: width }, (_, d) => rows.reduce((sum, row) => sum + row[d]!, 0));
}
