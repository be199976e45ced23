/**
 * Scores that shall not count in a softmax or among the largest.
 *
 * −∞ would be the natural score for them, but 0 · −∞, which cross-entropy and gradients meet, is
 * not a number. −10³⁰ has the same effect: e^(−10³⁰) is 0 beside any score there is.
 */
import * as tf from "../core/tf";

/** Below all scores; times 0 it is 0. */
export const LOWEST = -1e30;

/**
 * The scores, with the lowest number in the places that are excluded. They get no gradient.
 *
 * @param excluded of the scores' shape, bool
 */
export function exceptWhere<T extends tf.Tensor>(excluded: tf.Tensor, scores: T): T {
  return tf.where(excluded, tf.fill(scores.shape, LOWEST), scores) as T;
}

/** Likewise with the highest number, for a search of the smallest. */
export function highestWhere<T extends tf.Tensor>(excluded: tf.Tensor, distances: T): T {
  return tf.where(excluded, tf.fill(distances.shape, -LOWEST), distances) as T;
}
