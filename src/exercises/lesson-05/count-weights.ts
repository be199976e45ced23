/**
 * Exercise 05.count-weights: how many numbers does a BERT consist of?
 *
 *   tables   (V + P + 2)·D, and a layer norm of 2·D
 *   layer    4·(D² + D)  +  (D·F + F) + (F·D + D)  +  2·2·D
 *   pooler   D² + D
 *
 * Devlin et al. 2019, "BERT", section 3: 110M for BERT-base.
 */
import type { Exercise } from "../exercise";

export interface Sizes {
  vocabulary: number;
  positions: number;
  layers: number;
  width: number;
  heads: number;
  feedForward: number;
}

type Input = [sizes: Sizes];

const BERT_BASE: Sizes = {
  ...{ vocabulary: 30522, positions: 512, layers: 12, width: 768, heads: 12, feedForward: 3072 },
};

export const countWeights: Exercise<Input, number> = {
  id: "05.count-weights",
  title: "A hundred and ten million, counted",
  functionName: "countWeights",
  statement:
    "Write `countWeights(sizes)` for BERT's encoder. Call its `width` D. Input: tables of " +
    "`vocabulary`, `positions` and 2 segments, a row of D numbers for each entry, and a layer " +
    "norm. Each of the `layers`: four D × D matrices (for queries, keys, values and the " +
    "output), each with D biases; one matrix from D to `feedForward` and one back, each with a " +
    "bias for every number that comes out; two layer norms. At the end the pooler: one D × D " +
    "matrix with D biases. A layer norm has a gain and a bias for each of D numbers. (`heads` " +
    "is how many pieces the width is cut into.)",
  stub: `function countWeights(sizes: {
  vocabulary: number; positions: number; layers: number;
  width: number; heads: number; feedForward: number;
}): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 20,
  examples: [
    [{ vocabulary: 10, positions: 4, layers: 1, width: 2, heads: 1, feedForward: 3 }],
    [{ vocabulary: 100, positions: 16, layers: 2, width: 8, heads: 2, feedForward: 32 }],
  ],
  hiddenCases(rng) {
    const drawn = Array.from({ length: 5 }, (): Input => {
      const heads = 1 + rng.integer(4);
      const width = heads * 8 * (1 + rng.integer(4));
      const vocabulary = 100 + rng.integer(900);
      const [positions, layers] = [16 + rng.integer(100), 2 + rng.integer(6)];
      const feedForward = width * (2 + rng.integer(4)) + rng.integer(8);
      return [{ vocabulary, positions, layers, width, heads, feedForward }];
    });
    return [[BERT_BASE], ...drawn];
  },
  reference: (sizes) => count(sizes),
  misconceptions: [
    {
      name: "takes the width for the feed-forward width",
      hint:
        "your feed-forward part is as wide as the model. It is `feedForward` wide inside: for " +
        "BERT-base 3,072, not 768 (some texts mix the two up).",
      wrong: (sizes) => count({ ...sizes, feedForward: sizes.width }),
    },
    {
      name: "multiplies by the heads",
      hint:
        "you counted the attention matrices once for each head. The heads share the width: each " +
        "is D / heads wide, and together they are the D × D matrices.",
      wrong: (sizes) => count(sizes, { attention: 4 * sizes.heads }),
    },
    {
      name: "leaves out the biases",
      hint: "the biases are missing: every matrix adds one number for each that comes out of it.",
      wrong: (sizes) => count(sizes, { biases: 0 }),
    },
    {
      name: "leaves out the output matrix",
      hint:
        "your attention has three matrices. There is a fourth: what the heads found is mixed by " +
        "one more D × D matrix.",
      wrong: (sizes) => count(sizes, { attention: 3 }),
    },
    {
      name: "leaves out the layer norms",
      hint:
        "the layer norms are missing: 2·D numbers each, one at the input and two in each " +
        "layer.",
      wrong: (sizes) => count(sizes, { norms: 0 }),
    },
    {
      name: "counts a layer norm as one number a place",
      hint: "a layer norm has a gain and a bias: 2·D numbers, not D.",
      wrong: (sizes) => count(sizes, { norms: 1 }),
    },
    {
      name: "leaves out the pooler",
      hint: "the pooler is missing: one more D × D matrix with its biases, after the last layer.",
      wrong: (sizes) => count(sizes, { pooler: 0 }),
    },
    {
      name: "leaves out positions and segments",
      hint: "the position table and the two rows of the segment table are missing.",
      wrong: (sizes) => count(sizes) - (sizes.positions + 2) * sizes.width,
    },
    {
      name: "leaves out the segments",
      hint: "the segment table is missing: two rows of D numbers.",
      wrong: (sizes) => count(sizes) - 2 * sizes.width,
    },
    {
      name: "counts one layer",
      hint: "you counted one layer. Each layer has weights of its own.",
      wrong: (sizes) => count({ ...sizes, layers: 1 }),
    },
  ],
};

interface Variant {
  attention?: number;
  biases?: number;
  norms?: number;
  pooler?: number;
}

function count(
  { vocabulary, positions, layers, width: d, feedForward: f }: Sizes,
  { attention = 4, biases = 1, norms = 2, pooler = 1 }: Variant = {},
): number {
  const square = d * d + biases * d;
  const tables = (vocabulary + positions + 2) * d + norms * d;
  const layer = attention * square + (d * f + biases * f) + (f * d + biases * d) + 2 * norms * d;
  return tables + layers * layer + pooler * square;
}
