/**
 * Clipping by the global norm: one step may not be arbitrarily large.
 *
 *   g ← g · min(1, c / ‖g‖),  ‖g‖ over all gradients together
 *
 * Pascanu, Mikolov & Bengio 2013, "On the difficulty of training recurrent neural networks",
 * algorithm 1. As in PyTorch, 1e-6 is added to the norm before dividing.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertPositive } from "../core/check";
import * as tf from "../core/tf";
import type { NamedTensors } from "./optimizer";

export interface ClippedGradients {
  gradients: Record<string, tf.Tensor>;
  /** Before clipping: worth plotting, it warns of a training that is about to diverge. */
  norm: tf.Scalar;
}

/**
 * @param maxNorm c, above 0
 * @returns gradients of the same direction, whose norm is at most maxNorm
 */
export function clipGradients(gradients: NamedTensors, maxNorm: number): ClippedGradients {
  assertPositive("clipGradients", { maxNorm });
  if (Object.keys(gradients).length === 0) {
    throw new RangeError("clipGradients: nothing to clip, got no gradients");
  }
  return tf.tidy(() => {
    const squares = Object.values(gradients).map((gradient) => tf.sum(tf.square(gradient)));
    const norm = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square))) as tf.Scalar;
    const scale = tf.minimum(1, tf.div(maxNorm, tf.add(norm, 1e-6)));
    const clipped = Object.entries(gradients).map(
      ([name, gradient]) => [name, tf.mul(gradient, scale)] as const,
    );
    return { gradients: Object.fromEntries(clipped), norm };
  });
}
