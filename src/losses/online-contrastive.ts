/**
 * Online contrastive loss: the contrastive loss of the pairs that are still on the wrong side.
 *
 *   P = positives farther than the nearest negative
 *   N = negatives nearer than the farthest positive
 *   L = Σ_P d_i² + Σ_N max(0, margin − d_i)²
 *
 * As sentence-transformers' OnlineContrastiveLoss, after the hard pairs of Schroff, Kalenichenko &
 * Philbin 2015, "FaceNet", section 3.2: a sum without the ½, and where the batch has only one pair
 * of the other kind, a pair is compared with the mean of its own kind.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { pairwiseCosineDistance } from "../similarity/distance";
import { assertBatch, assertLabels } from "./check-batch";
import { chosen } from "./chosen";
import type { ContrastiveOptions } from "./contrastive";
import { exceptWhere } from "./excluded";

/**
 * @param u      [B, D]
 * @param v      [B, D]
 * @param labels [B] 1 where row i of both belongs together, else 0
 * @returns scalar, never negative; 0 once every positive is nearer than every negative
 */
export function onlineContrastiveLoss(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  labels: tf.Tensor1D,
  { margin = 0.5, distance = pairwiseCosineDistance }: Omit<ContrastiveOptions, "average"> = {},
): tf.Scalar {
  const caller = "onlineContrastiveLoss";
  assertBatch(caller, { u, v });
  assertLabels(caller, "labels", labels, u.shape[0], { min: 0, max: 1, isWhole: true });
  assertPositive(caller, { margin });
  return tf.tidy(() => {
    const apart = distance(u, v); // [B]
    const isPositive = tf.greater(labels, 0);
    const isNegative = tf.logicalNot(isPositive);
    const isHard = chosen((distances) => {
      const toMin = farthest(tf.neg(distances), { of: isNegative, orMeanOf: isPositive });
      const toMax = farthest(distances, { of: isPositive, orMeanOf: isNegative });
      // Not tf.where: on wasm TensorFlow.js 4.22 writes past the end where it chooses truth values.
      return tf.logicalOr(
        tf.logicalAnd(isPositive, tf.greater(distances, tf.neg(toMin))),
        tf.logicalAnd(isNegative, tf.less(distances, toMax)),
      );
    }, apart);
    const pull = tf.square(apart);
    const push = tf.square(tf.relu(tf.sub(margin, apart)));
    const each = tf.where(isPositive, pull, push);
    return tf.sum(tf.mul(each, tf.cast(isHard, "float32"))) as tf.Scalar;
  });
}

/** The largest of some, where they are two or more; else the mean of the others. */
function farthest(
  values: tf.Tensor1D,
  { of, orMeanOf }: { of: tf.Tensor; orMeanOf: tf.Tensor },
): tf.Tensor {
  const others = tf.cast(orMeanOf, "float32");
  const count = tf.maximum(tf.sum(others), 1);
  const mean = tf.div(tf.sum(tf.mul(values, others)), count);
  const largest = tf.max(exceptWhere(tf.logicalNot(of), values));
  return tf.where(tf.greater(tf.sum(tf.cast(of, "float32")), 1), largest, mean);
}
