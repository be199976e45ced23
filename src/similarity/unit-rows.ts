/**
 * Rows of length 1: what is left of a vector when only its direction counts.
 *
 *   x / |x|
 *
 * A row of zeros has no direction: it stays zeros, and sends back no gradient.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { assertRank } from "../core/check";
import * as tf from "../core/tf";

/** The smallest length that is divided by; below it a vector counts as zeros (as in torch). */
const SMALLEST_LENGTH = 1e-12;

/**
 * @param rows [N, D]
 * @returns    [N, D]
 */
export function unitRows(rows: tf.Tensor2D): tf.Tensor2D {
  assertRank("unitRows", "rows", rows, 2);
  return tf.tidy(() => {
    const squared = tf.sum(tf.square(rows), 1, true); // [N, 1]
    // The limit stands under the root: the slope of √x at 0 is infinite, and would make NaN of the
    // gradient of a row of zeros.
    const length = tf.sqrt(tf.maximum(squared, SMALLEST_LENGTH ** 2));
    return tf.div(rows, length) as tf.Tensor2D;
  });
}
