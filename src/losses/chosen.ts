/**
 * Choices that depend on values, such as "the hardest of the batch", and have no slope.
 *
 * Comparisons and logic have no gradient in TensorFlow.js, and a loss that a gradient is asked of
 * may not pass through them. Here they are computed to one side of the tape.
 */
import * as tf from "../core/tf";

/**
 * @param choose made of any operations
 * @param values what it chooses by; no gradient goes back to them from here
 */
export function chosen<T extends tf.Tensor>(
  choose: (values: T) => tf.Tensor,
  values: T,
): tf.Tensor {
  const compute = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
    const [input] = given as [T];
    return { value: choose(input), gradFunc: () => tf.zerosLike(input) };
  });
  return compute(values);
}
