/**
 * Binary cross-entropy with logits: yes or no for each pair, as a cross-encoder says it.
 *
 *   L = mean_i −(y_i · ln σ(x_i) + (1 − y_i) · ln(1 − σ(x_i))) = mean_i ln(1 + e^(x_i)) − x_i · y_i
 *   ∂L/∂x_i = (σ(x_i) − y_i) / B
 *
 * In the second form nothing underflows: σ(100) is 1 in single precision, and ln(1 − 1) isn't a
 * number. Nogueira & Cho 2019, "Passage Re-ranking with BERT", equation 1, for cross-encoders.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import { assertRank } from "../core/check";
import * as tf from "../core/tf";
import { assertFinite, assertLabels } from "./check-batch";

/**
 * @param logits [B] any number; above 0 means yes
 * @param labels [B] from 0 (no) to 1 (yes); in between for a soft label
 * @returns scalar; ln 2 = 0.693 where all logits are 0
 */
export function binaryCrossEntropyLoss(logits: tf.Tensor1D, labels: tf.Tensor1D): tf.Scalar {
  assertRank("binaryCrossEntropyLoss", "logits", logits, 1);
  const rows = logits.shape[0];
  if (rows === 0) throw new RangeError("binaryCrossEntropyLoss: a batch needs a row, got none");
  assertFinite("binaryCrossEntropyLoss", { logits });
  assertLabels("binaryCrossEntropyLoss", "labels", labels, rows, { min: 0, max: 1 });
  return tf.tidy(() => {
    const truth = tf.cast(labels, "float32");
    return tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, truth))) as tf.Scalar;
  });
}
