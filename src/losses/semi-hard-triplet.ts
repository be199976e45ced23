/**
 * Semi-hard triplet loss: negatives that are farther than the positive, but not by much.
 *
 *   n(a, p) = nearest negative with d(a, n) > d(a, p), or, if there is none, the farthest negative
 *   L = mean over pairs (a, p) of max(0, d(a, p) − d(a, n(a, p)) + margin)
 *
 * Schroff, Kalenichenko & Philbin 2015, "FaceNet", section 3.2: the very hardest negatives are
 * often mislabelled, and early in training all vectors may collapse into one under them. What to
 * take where there is none is TensorFlow's habit.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { chosen } from "./chosen";
import { exceptWhere, LOWEST } from "./excluded";
import { labelledBatch, meanOf, type LabelTripletOptions } from "./label-triplets";

/**
 * @param embeddings [B, D]
 * @param labels     [B] whole numbers from 0; rows with equal ones belong together
 * @returns scalar, 0 or above; in between B³ numbers
 */
export function semiHardTripletLoss(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: LabelTripletOptions = {},
): tf.Scalar {
  return tf.tidy(() => {
    const batch = labelledBatch("semiHardTripletLoss", embeddings, labels, options);
    const { distances, isPositive, isNegative, margin } = batch;
    // [a, p, n]: the negatives that are farther than the positive
    const outside = (d: tf.Tensor) => {
      const isFarther = tf.greater(tf.expandDims(d, 1), tf.expandDims(d, 2));
      return tf.logicalAnd(isFarther, tf.expandDims(isNegative, 1));
    };
    const excluded = chosen(
      (d) => tf.mul(tf.cast(tf.logicalNot(outside(d)), "float32"), -LOWEST),
      distances,
    ); // [a, p, n], far beyond any distance
    const hasOutside = chosen((d) => tf.any(outside(d), 2), distances); // [a, p]
    const nearest = tf.min(tf.add(tf.expandDims(distances, 1), excluded), 2); // [a, p]
    const farthest = tf.max(exceptWhere(tf.logicalNot(isNegative), distances), 1, true); // [a, 1]
    const gap = tf.where(hasOutside, tf.sub(distances, nearest), tf.sub(distances, farthest));
    const violation = tf.relu(tf.add(gap, margin));
    return meanOf(violation, tf.logicalAnd(isPositive, tf.any(isNegative, 1, true)));
  });
}
