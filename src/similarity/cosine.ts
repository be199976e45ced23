/**
 * Cosine similarity: do two vectors point the same way? Their lengths don't matter.
 *
 *   cos(a, b) = Σ_i a_i · b_i / (|a| · |b|)      1 same direction, 0 right angle, −1 opposite
 *
 * Salton, Wong & Yang 1975, "A Vector Space Model for Automatic Indexing"; the names tell all
 * pairs from row by row as sentence-transformers' do. A vector of zeros has no direction: its
 * cosine with anything is 0 here, and sends back no gradient.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { assertRank, assertSameShape } from "../core/check";
import * as tf from "../core/tf";
import { unitRows } from "./unit-rows";

/**
 * All pairs.
 *
 * @param a [N, D]
 * @param b [M, D]
 * @returns [N, M], from −1 to 1: how row i of `a` compares with row j of `b`
 */
export function cosineSimilarity(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  assertRank("cosineSimilarity", "a", a, 2);
  assertRank("cosineSimilarity", "b", b, 2);
  if (a.shape[1] !== b.shape[1]) {
    throw new RangeError(
      `cosineSimilarity: rows must have the same size, got [${a.shape}] and [${b.shape}]`,
    );
  }
  return tf.tidy(() => tf.matMul(unitRows(a), unitRows(b), false, true));
}

/**
 * Row by row.
 *
 * @param a [B, D]
 * @param b [B, D]
 * @returns [B], from −1 to 1: how row i of `a` compares with row i of `b`
 */
export function pairwiseCosineSimilarity(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor1D {
  assertRank("pairwiseCosineSimilarity", "a", a, 2);
  assertSameShape("pairwiseCosineSimilarity", { a, b });
  return tf.tidy(() => tf.sum(tf.mul(unitRows(a), unitRows(b)), 1) as tf.Tensor1D);
}

/** The same for two plain lists of numbers of one length. */
export function cosineOfVectors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(
      `cosineOfVectors: both must have the same length, got ${a.length} and ${b.length}`,
    );
  }
  let product = 0;
  let squaredA = 0;
  let squaredB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    squaredA += a[i]! * a[i]!;
    squaredB += b[i]! * b[i]!;
  }
  const lengths = Math.sqrt(squaredA) * Math.sqrt(squaredB);
  return lengths === 0 ? 0 : product / lengths;
}
