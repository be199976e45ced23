/**
 * Dropout: while training, each number is set to 0 with probability p, and the others grow by
 * 1/(1 - p), so that sums stay the same on average. No unit can rely on a single other one.
 *
 * Srivastava et al. 2014, "Dropout", section 4, in the "inverted" form (section 10).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";

/**
 * Uniform numbers in [0, 1), other ones at each call; RandomKey of src/engine/random.ts is one.
 * It must be made of operations on tensors: numbers drawn in JavaScript would freeze in a compiled
 * training step.
 */
export interface UniformSource {
  uniform(shape: number[]): tf.Tensor;
}

/** What dropout needs to know, handed down through the model. */
export interface DropoutMode {
  /** Undefined: nothing is dropped. */
  readonly rng: UniformSource | undefined;
}

/** @param rate p, the share that is dropped */
export function dropout<T extends tf.Tensor>(x: T, rate: number, { rng }: DropoutMode): T {
  if (rng === undefined || rate === 0) return x;
  const isKept = tf.greaterEqual(rng.uniform(x.shape), rate);
  const scale = tf.mul(tf.cast(isKept, "float32"), 1 / (1 - rate));
  return tf.mul(x, scale) as T;
}
