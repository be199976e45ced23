/**
 * The feed-forward part of a layer: two matrices with a bend between, at each token by itself.
 *
 *   y = LayerNorm(x + W2·gelu(W1·x + b1) + b2)
 *
 * W1 widens from D to intermediateSize (768 to 3,072 in BERT-base), W2 narrows back. Two thirds
 * of a layer's weights are here.
 *
 * Vaswani et al. 2017, section 3.3 (with relu); Devlin et al. 2019, appendix A.2 (gelu).
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import * as tf from "../core/tf";
import { ACTIVATIONS } from "./activation";
import type { BertConfig } from "./config";
import { dropout, type DropoutMode } from "./dropout";
import { affine, norm, type ParameterScope } from "./parameters";

/**
 * @param x          [B, T, D]
 * @param parameters the weights of one layer
 * @returns          [B, T, D]
 */
export function feedForward(
  x: tf.Tensor3D,
  parameters: ParameterScope,
  config: BertConfig,
  mode: DropoutMode,
): tf.Tensor3D {
  const activate = ACTIVATIONS[config.hiddenAct];
  const inner = activate(affine(x, parameters.in("intermediate.dense"))); // [B, T, 4·D]
  const outer = affine(inner, parameters.in("output.dense")) as tf.Tensor3D; // [B, T, D]
  const kept = dropout(outer, config.hiddenDropoutProb, mode);
  const sum = tf.add<tf.Tensor3D>(kept, x);
  return norm(sum, parameters.in("output.LayerNorm"), config.layerNormEps);
}
