/**
 * Contrastive loss: pairs that belong together are pulled together, others pushed apart, but only
 * as long as they are nearer than a margin.
 *
 *   L = mean_i ½ (y_i · d_i² + (1 − y_i) · max(0, margin − d_i)²)
 *
 * Hadsell, Chopra & LeCun 2006, "Dimensionality Reduction by Learning an Invariant Mapping",
 * equation 4, where y has the opposite sense.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { pairwiseCosineDistance, type PairwiseDistance } from "../similarity/distance";
import { assertBatch, assertLabels } from "./check-batch";

export interface ContrastiveOptions {
  /** The distance at which a stranger is far enough, in units of `distance`. Default 0.5. */
  margin?: number;
  /** Default: cosine distance, 0 to 2. */
  distance?: PairwiseDistance;
  /** The mean over the rows, or else their sum. Default true. */
  average?: boolean;
}

/**
 * @param u      [B, D]
 * @param v      [B, D]
 * @param labels [B] 1 where row i of both belongs together, else 0
 * @returns scalar, never negative
 */
export function contrastiveLoss(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  labels: tf.Tensor1D,
  { margin = 0.5, distance = pairwiseCosineDistance, average = true }: ContrastiveOptions = {},
): tf.Scalar {
  assertBatch("contrastiveLoss", { u, v });
  assertLabels("contrastiveLoss", "labels", labels, u.shape[0], { min: 0, max: 1, isWhole: true });
  assertPositive("contrastiveLoss", { margin });
  return tf.tidy(() => {
    const apart = distance(u, v); // [B]
    const isSimilar = tf.cast(labels, "float32");
    const pull = tf.mul(isSimilar, tf.square(apart));
    const push = tf.mul(tf.sub(1, isSimilar), tf.square(tf.relu(tf.sub(margin, apart))));
    const each = tf.mul(tf.add(pull, push), 0.5);
    return (average ? tf.mean(each) : tf.sum(each)) as tf.Scalar;
  });
}
