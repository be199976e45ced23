/**
 * Batch-all triplet loss: every triplet that the labels of a batch allow.
 *
 *   L = mean over triplets (a, p, n) that violate the margin of d(a, p) − d(a, n) + margin
 *
 * Hermans, Beyer & Leibe 2017, "In Defense of the Triplet Loss for Person Re-Identification",
 * section 2 (there "batch all, non-zero"): the mean over all would sink to nothing, since most
 * triplets are easy.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { chosen } from "./chosen";
import { labelledBatch, meanOf, type LabelTripletOptions } from "./label-triplets";

/**
 * @param embeddings [B, D]
 * @param labels     [B] whole numbers from 0; rows with equal ones belong together
 * @returns scalar, 0 or above; in between B³ numbers
 */
export function batchAllTripletLoss(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: LabelTripletOptions = {},
): tf.Scalar {
  return tf.tidy(() => {
    const batch = labelledBatch("batchAllTripletLoss", embeddings, labels, options);
    const { distances, isPositive, isNegative, margin } = batch;
    const gap = tf.sub(tf.expandDims(distances, 2), tf.expandDims(distances, 1)); // [a, p, n]
    const violation = tf.relu(tf.add(gap, margin));
    const isTriplet = tf.logicalAnd(tf.expandDims(isPositive, 2), tf.expandDims(isNegative, 1));
    const isCounted = chosen((v) => tf.logicalAnd(isTriplet, tf.greater(v, 0)), violation);
    return meanOf(violation, isCounted);
  });
}
