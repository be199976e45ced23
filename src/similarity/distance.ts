/**
 * Distances between embeddings: 0 for equal ones, larger the farther apart.
 *
 *   euclidean  √(Σ_i (a_i − b_i)²)       manhattan  Σ_i |a_i − b_i|       cosine  1 − cos(a, b)
 *
 * `pairwise…` compares row by row, the others all pairs. Where two rows are equal, the Euclidean
 * distance has no slope; the gradient there is 0, as in torch.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertRank, assertSameShape } from "../core/check";
import * as tf from "../core/tf";
import { cosineSimilarity, pairwiseCosineSimilarity } from "./cosine";

/** Row by row: [B, D] × [B, D] → [B]. Smaller means closer. */
export type PairwiseDistance = (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor1D;

/** All pairs: [N, D] × [M, D] → [N, M]. Smaller means closer. */
export type Distance = (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor2D;

/** Below it a distance counts as 0, and sends back no gradient. */
const SMALLEST_DISTANCE = 1e-12;

/** @param a [B, D] @param b [B, D] @returns [B] */
export function pairwiseEuclideanDistance(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor1D {
  assertRank("pairwiseEuclideanDistance", "a", a, 2);
  assertSameShape("pairwiseEuclideanDistance", { a, b });
  return tf.tidy(() => lengthOf(tf.sub(a, b)) as tf.Tensor1D);
}

/** @param a [B, D] @param b [B, D] @returns [B] */
export function pairwiseManhattanDistance(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor1D {
  assertRank("pairwiseManhattanDistance", "a", a, 2);
  assertSameShape("pairwiseManhattanDistance", { a, b });
  return tf.tidy(() => tf.sum(tf.abs(tf.sub(a, b)), -1) as tf.Tensor1D);
}

/** @param a [B, D] @param b [B, D] @returns [B], from 0 to 2 */
export function pairwiseCosineDistance(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => tf.sub<tf.Tensor1D>(1, pairwiseCosineSimilarity(a, b)));
}

/**
 * From the differences themselves, [N, M, D] of them, since |a|² + |b|² − 2 a·b has lost its digits
 * where a and b are close. For batches; nearest-neighbours.ts is for thousands of rows.
 *
 * @param a [N, D] @param b [M, D] @returns [N, M]
 */
export function euclideanDistance(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => lengthOf(differences("euclideanDistance", a, b)) as tf.Tensor2D);
}

/** As large in between as euclideanDistance. @param a [N, D] @param b [M, D] @returns [N, M] */
export function manhattanDistance(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.sum(tf.abs(differences("manhattanDistance", a, b)), -1) as tf.Tensor2D);
}

/** @param a [N, D] @param b [M, D] @returns [N, M], from 0 to 2 */
export function cosineDistance(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.sub<tf.Tensor2D>(1, cosineSimilarity(a, b)));
}

/** Along the last axis. */
function lengthOf(x: tf.Tensor): tf.Tensor {
  // The limit stands under the root, whose slope at 0 is infinite.
  return tf.sqrt(tf.maximum(tf.sum(tf.square(x), -1), SMALLEST_DISTANCE ** 2));
}

/** [N, M, D] */
function differences(caller: string, a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor {
  assertRank(caller, "a", a, 2);
  assertRank(caller, "b", b, 2);
  if (a.shape[1] !== b.shape[1]) {
    throw new RangeError(
      `${caller}: rows must have the same size, got [${a.shape}] and [${b.shape}]`,
    );
  }
  return tf.sub(tf.expandDims(a, 1), tf.expandDims(b, 0));
}
