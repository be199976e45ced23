/**
 * GloVe's loss over all pairs, and its gradient: what training brings down.
 *
 *   J = Σ_ij f(X_ij) · (w_i · w̃_j + b_i + b̃_j − ln X_ij)²
 *   ∂J/∂w_i = Σ_j 2 f difference · w̃_j          ∂J/∂b_i = Σ_j 2 f difference
 *
 * Pennington, Socher & Manning 2014, "GloVe: Global Vectors for Word Representation", equation 8.
 * Training never computes this: it learns from one pair at a time (glove-step.ts).
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { addScaled } from "./embedding-table";
import { gloveTerm } from "./glove-step";
import type { GloVeNetwork, GloVePair, GloVeSide, GloVeWeighting } from "./glove-step";

export interface GloVeGradient {
  /** [V, D] row after row */
  vectors: Float64Array;
  /** [V] */
  biases: Float64Array;
}

export interface GloVeLoss {
  /** J */
  loss: number;
  words: GloVeGradient;
  contexts: GloVeGradient;
}

/** @param pairs every pair with a count above 0 */
export function gloveLoss(
  network: GloVeNetwork,
  pairs: Iterable<GloVePair>,
  weighting: GloVeWeighting = {},
): GloVeLoss {
  const { words, contexts } = network;
  const total: GloVeLoss = { loss: 0, words: zerosLike(words), contexts: zerosLike(contexts) };
  const { size } = words.vectors;
  for (const pair of pairs) {
    const { loss, weight, difference } = gloveTerm(network, pair, weighting);
    const slope = 2 * weight * difference;
    const rowOf = (side: GloVeGradient, row: number) =>
      side.vectors.subarray(row * size, (row + 1) * size);
    total.loss += loss;
    addScaled(rowOf(total.words, pair.word), slope, contexts.vectors.row(pair.context));
    addScaled(rowOf(total.contexts, pair.context), slope, words.vectors.row(pair.word));
    total.words.biases[pair.word]! += slope;
    total.contexts.biases[pair.context]! += slope;
  }
  return total;
}

function zerosLike({ vectors, biases }: GloVeSide): GloVeGradient {
  return {
    vectors: new Float64Array(vectors.values.length),
    biases: new Float64Array(biases.length),
  };
}
