/**
 * The bend between the two matrices of a feed-forward part; without one they'd be a single matrix.
 *
 *   gelu       x·Φ(x), with Φ the normal distribution's cumulative function: BERT, RoBERTa
 *   gelu_new   the same, with Φ(x) ≈ (1 + tanh(√(2/π)·(x + 0.044715·x³)))/2: ALBERT
 *
 * Hendrycks & Gimpel 2016, "Gaussian error linear units", section 2. The two differ by less
 * than 0.0005, yet a model must be used with the one it was trained with.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import * as tf from "../core/tf";
import { gelu } from "../engine/hand-gradients";

/** By the names config.json has for them. */
export const ACTIVATIONS = {
  gelu,
  gelu_new: geluTanh,
  gelu_pytorch_tanh: geluTanh,
  relu: (x: tf.Tensor): tf.Tensor => tf.relu(x),
  silu: (x: tf.Tensor): tf.Tensor => tf.mul(x, tf.sigmoid(x)),
  tanh: (x: tf.Tensor): tf.Tensor => tf.tanh(x),
} as const;

export type ActivationName = keyof typeof ACTIVATIONS;

function geluTanh(x: tf.Tensor): tf.Tensor {
  const cubed = tf.mul(tf.mul(tf.square(x), x), 0.044715);
  const inner = tf.mul(tf.add(x, cubed), Math.sqrt(2 / Math.PI));
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
}
