/**
 * Dot product: like the cosine, but long vectors score higher.
 *
 *   a · b = Σ_i a_i · b_i
 *
 * Of rows of length 1 it is the cosine.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { assertRank, assertSameShape } from "../core/check";
import * as tf from "../core/tf";

/**
 * All pairs.
 *
 * @param a [N, D]
 * @param b [M, D]
 * @returns [N, M]
 */
export function dotProduct(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  assertRank("dotProduct", "a", a, 2);
  assertRank("dotProduct", "b", b, 2);
  if (a.shape[1] !== b.shape[1]) {
    throw new RangeError(
      `dotProduct: rows must have the same size, got [${a.shape}] and [${b.shape}]`,
    );
  }
  return tf.matMul(a, b, false, true);
}

/**
 * Row by row.
 *
 * @param a [B, D]
 * @param b [B, D]
 * @returns [B]
 */
export function pairwiseDotProduct(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor1D {
  assertRank("pairwiseDotProduct", "a", a, 2);
  assertSameShape("pairwiseDotProduct", { a, b });
  return tf.tidy(() => tf.sum(tf.mul(a, b), 1) as tf.Tensor1D);
}
