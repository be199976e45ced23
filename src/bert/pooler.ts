/**
 * The pooler: one vector for the whole input, made from the first token, [CLS].
 *
 *   p = tanh(W·h_[CLS] + b)
 *
 * It is trained by next sentence prediction alone; as an embedding of a sentence it is poor, which
 * lesson 08 measures.
 *
 * Devlin et al. 2019, section 3.1; its tanh stands only in their code.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import * as tf from "../core/tf";
import { affine, type ParameterScope } from "./parameters";

/**
 * @param hidden     [B, T, D], the last layer's output
 * @param parameters the weights below `pooler`
 * @returns          [B, D], from -1 to 1
 */
export function pool(hidden: tf.Tensor3D, parameters: ParameterScope): tf.Tensor2D {
  const [batchSize, , width] = hidden.shape;
  const first = tf.reshape(tf.slice(hidden, [0, 0, 0], [batchSize, 1, width]), [batchSize, width]);
  return tf.tanh(affine(first as tf.Tensor2D, parameters.in("dense")));
}
