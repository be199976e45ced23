/**
 * Multi-head self-attention: each token looks at all tokens and takes from them what it needs.
 *
 *   Attention(Q, K, V) = softmax(Q·Kᵀ/√d)·V,   Q = x·Wq,   K = x·Wk,   V = x·Wv
 *
 * The row of the softmax for one token says how much it takes from each of the others; the heads do
 * this side by side, each in its own d = D/H numbers. Tokens look both ways: only decoders
 * (GPT) are kept from looking right.
 *
 * Vaswani et al. 2017, "Attention is all you need", sections 3.2.1 to 3.2.3.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import * as tf from "../core/tf";
import type { BertConfig } from "./config";
import { dropout, type DropoutMode } from "./dropout";
import { affine, norm, type ParameterScope } from "./parameters";

/** The lowest float32. Not -∞: a row of nothing but padding would become 0/0. */
const LOWEST = -3.4028234663852886e38;

export interface AttentionOutput {
  /** [B, T, D] */
  output: tf.Tensor3D;
  /** [B, H, T, T]: row = who looks, column = at whom; each row sums to 1. */
  probabilities: tf.Tensor4D;
}

/**
 * What is added to the scores: 0 at tokens, the lowest number at padding, which so gets no weight.
 *
 * @param attentionMask [B, T], 1 at tokens and 0 at padding
 * @returns             [B, 1, 1, T]
 */
export function paddingBias(attentionMask: tf.Tensor2D): tf.Tensor4D {
  const [batchSize, length] = attentionMask.shape;
  const isPadding = tf.sub(1, tf.cast(attentionMask, "float32"));
  return tf.reshape(tf.mul(isPadding, LOWEST), [batchSize, 1, 1, length]);
}

/**
 * The same for a decoder: besides padding, all that comes after a token gets no weight from it.
 *
 * @param length        T
 * @param attentionMask [B, T], or undefined where nothing is padding
 * @returns             [1, 1, T, T], or [B, 1, T, T]: row = who looks, column = at whom
 */
export function causalBias(length: number, attentionMask?: tf.Tensor2D): tf.Tensor4D {
  const place = tf.range(0, length, 1, "float32");
  const isLater = tf.greater(tf.reshape(place, [1, length]), tf.reshape(place, [length, 1]));
  const future = tf.mul(tf.cast(isLater, "float32"), LOWEST);
  const bias = tf.reshape(future, [1, 1, length, length]) as tf.Tensor4D;
  // The lower of the two, not their sum, which would be -∞.
  return attentionMask === undefined ? bias : tf.minimum(bias, paddingBias(attentionMask));
}

/**
 * Self-attention, then its output is added to what came in, and layer norm.
 *
 * @param x          [B, T, D]
 * @param bias       from paddingBias or causalBias, or undefined where everything is seen
 * @param parameters the weights below `attention`
 */
export function attention(
  x: tf.Tensor3D,
  bias: tf.Tensor4D | undefined,
  parameters: ParameterScope,
  config: BertConfig,
  mode: DropoutMode,
): AttentionOutput {
  const { context, probabilities } = selfAttention(x, bias, parameters.in("self"), config, mode);
  const scope = parameters.in("output");
  const mixed = dropout(affine(context, scope.in("dense")), config.hiddenDropoutProb, mode);
  const output = norm(tf.add<tf.Tensor3D>(mixed, x), scope.in("LayerNorm"), config.layerNormEps);
  return { output, probabilities };
}

function selfAttention(
  x: tf.Tensor3D,
  bias: tf.Tensor4D | undefined,
  parameters: ParameterScope,
  config: BertConfig,
  mode: DropoutMode,
): { context: tf.Tensor3D; probabilities: tf.Tensor4D } {
  const { numAttentionHeads, hiddenSize, attentionProbsDropoutProb } = config;
  const query = splitHeads(affine(x, parameters.in("query")), numAttentionHeads);
  const key = splitHeads(affine(x, parameters.in("key")), numAttentionHeads);
  const value = splitHeads(affine(x, parameters.in("value")), numAttentionHeads);

  const scale = 1 / Math.sqrt(hiddenSize / numAttentionHeads);
  const products = tf.matMul(query, key, false, true); // [B, H, T, T]
  const scores = tf.mul<tf.Tensor4D>(products, scale);
  const probabilities = tf.softmax(bias === undefined ? scores : tf.add<tf.Tensor4D>(scores, bias));
  const kept = dropout(probabilities, attentionProbsDropoutProb, mode);
  return { context: joinHeads(tf.matMul(kept, value)), probabilities };
}

/** [B, T, D] → [B, H, T, D/H] */
function splitHeads(x: tf.Tensor3D, numHeads: number): tf.Tensor4D {
  const [batchSize, length, width] = x.shape;
  const split = tf.reshape(x, [batchSize, length, numHeads, width / numHeads]);
  return tf.transpose(split, [0, 2, 1, 3]) as tf.Tensor4D;
}

/** [B, H, T, D/H] → [B, T, D] */
function joinHeads(x: tf.Tensor4D): tf.Tensor3D {
  const [batchSize, numHeads, length, width] = x.shape;
  return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batchSize, length, numHeads * width]);
}
