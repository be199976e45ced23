/**
 * Batch-hard triplet loss: for each row its farthest positive and its nearest negative.
 *
 *   L = mean_a max(0, max_p d(a, p) − min_n d(a, n) + margin)
 *
 * Hermans, Beyer & Leibe 2017, "In Defense of the Triplet Loss for Person Re-Identification",
 * equation 5. Rows that have no positive or no negative in the batch don't count.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { exceptWhere, highestWhere } from "./excluded";
import { labelledBatch, meanOf, type LabelTripletOptions } from "./label-triplets";

/**
 * @param embeddings [B, D]
 * @param labels     [B] whole numbers from 0; rows with equal ones belong together
 * @returns scalar, 0 or above
 */
export function batchHardTripletLoss(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: LabelTripletOptions = {},
): tf.Scalar {
  return tf.tidy(() => {
    const batch = labelledBatch("batchHardTripletLoss", embeddings, labels, options);
    const { distances, isPositive, isNegative, margin } = batch;
    const farthest = tf.max(exceptWhere(tf.logicalNot(isPositive), distances), 1); // [B]
    const nearest = tf.min(highestWhere(tf.logicalNot(isNegative), distances), 1); // [B]
    const isAnchor = tf.logicalAnd(tf.any(isPositive, 1), tf.any(isNegative, 1));
    return meanOf(tf.relu(tf.add(tf.sub(farthest, nearest), margin)), isAnchor);
  });
}
