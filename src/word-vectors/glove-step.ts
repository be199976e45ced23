/**
 * One step of GloVe, with every number in between.
 *
 *   J = Σ_ij f(X_ij) · (w_i · w̃_j + b_i + b̃_j − ln X_ij)²          f(x) = min(1, (x / xMax)^α)
 *
 *   difference = w · w̃ + b + b̃ − ln x
 *   step       = η · f(x) · difference · w̃     for w, and with w in its place for w̃
 *   w ← w − step / √s,  then  s ← s + step²     AdaGrad, number by number; s begins at 1
 *
 * Pennington, Socher & Manning 2014, "GloVe: Global Vectors for Word Representation", equations 8
 * and 9; Duchi, Hazan & Singer 2011 (AdaGrad). As in the authors' program the gradient is that of
 * J / 2, the learning rate stands inside the squares, and both vectors move at once. It also limits
 * each step to 100 η, which none comes near.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { assertPositive } from "../core/check";
import { dot, EmbeddingTable, type FloatArray } from "./embedding-table";

/** What is learned for one side, and AdaGrad's sums of squares beside it. */
export interface GloVeSide {
  /** [V, D] */
  vectors: EmbeddingTable;
  /** [V] */
  biases: FloatArray;
  /** [V, D], all 1 at first. */
  squares: EmbeddingTable;
  /** [V], all 1 at first. */
  biasSquares: FloatArray;
}

/** The words as they are looked at, and the words that stand around them. */
export interface GloVeNetwork {
  words: GloVeSide;
  contexts: GloVeSide;
}

/** Two words by their numbers and X, how often they stand near each other. */
export interface GloVePair {
  word: number;
  context: number;
  count: number;
}

export interface GloVeWeighting {
  /** Pairs met so often count fully; rarer ones less. Default 100. */
  xMax?: number;
  /** How fast the weight falls below xMax. Default 0.75. */
  alpha?: number;
}

export interface GloVeStepOptions extends GloVeWeighting {
  /** η. Default 0.05. */
  learningRate?: number;
}

/** What the model says of a pair before it learns from it. */
export interface GloVeTerm {
  /** w · w̃ + b + b̃ */
  score: number;
  /** ln X: what the score should be. */
  target: number;
  /** score − target */
  difference: number;
  /** f(X), from 0 to 1. */
  weight: number;
  /** weight · difference²: the pair's part of J. */
  loss: number;
}

export interface GloVeStep extends GloVeTerm {
  wordBefore: Float64Array;
  wordAfter: Float64Array;
  contextBefore: Float64Array;
  contextAfter: Float64Array;
}

/** f(x) = min(1, (x / xMax)^α), from 0 to 1. */
export function gloveWeight(count: number, { xMax = 100, alpha = 0.75 }: GloVeWeighting = {}) {
  return count < xMax ? (count / xMax) ** alpha : 1;
}

/** The pair's part of the loss, and nothing learned. */
export function gloveTerm(
  { words, contexts }: GloVeNetwork,
  { word, context, count }: GloVePair,
  weighting: GloVeWeighting = {},
): GloVeTerm {
  assertPositive("gloveTerm", { count });
  const product = dot(words.vectors.row(word), contexts.vectors.row(context));
  const score = product + words.biases[word]! + contexts.biases[context]!;
  const target = Math.log(count);
  const difference = score - target;
  const weight = gloveWeight(count, weighting);
  return { score, target, difference, weight, loss: weight * difference ** 2 };
}

/** Learns from one pair; changes both sides. */
export function gloveStep(
  network: GloVeNetwork,
  pair: GloVePair,
  { learningRate = 0.05, ...weighting }: GloVeStepOptions = {},
): GloVeStep {
  assertPositive("gloveStep", { learningRate });
  const term = gloveTerm(network, pair, weighting);
  const { words, contexts } = network;
  const wordRow = words.vectors.row(pair.word);
  const contextRow = contexts.vectors.row(pair.context);
  const wordBefore = Float64Array.from(wordRow);
  const contextBefore = Float64Array.from(contextRow);

  const pull = learningRate * term.weight * term.difference;
  descend(wordRow, words.squares.row(pair.word), (j) => pull * contextBefore[j]!);
  descend(contextRow, contexts.squares.row(pair.context), (j) => pull * wordBefore[j]!);
  for (const [side, row] of [[words, pair.word] as const, [contexts, pair.context] as const]) {
    const own = (values: FloatArray) => values.subarray(row, row + 1);
    descend(own(side.biases), own(side.biasSquares), () => pull); // ∂score/∂b is 1
  }
  return {
    ...term,
    wordBefore,
    wordAfter: Float64Array.from(wordRow),
    contextBefore,
    contextAfter: Float64Array.from(contextRow),
  };
}

/** AdaGrad: numbers that have moved much move less. */
function descend(values: FloatArray, squares: FloatArray, stepOf: (j: number) => number): void {
  for (let j = 0; j < values.length; j++) {
    const step = stepOf(j);
    values[j]! -= step / Math.sqrt(squares[j]!);
    squares[j]! += step ** 2;
  }
}
