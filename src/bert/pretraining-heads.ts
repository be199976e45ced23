/**
 * The two heads that BERT is pre-trained with, and thrown away afterwards.
 *
 *   masked word     logits = LayerNorm(gelu(W·h_t + b))·Eᵀ + c
 *   next sentence   logits = W·p + b; class 0: B follows A, class 1: B comes from elsewhere
 *
 * E is the table of token vectors itself ("tied weights"): to predict a word is to come close to
 * its vector. Each of its rows so gets gradients from both ends.
 *
 * Devlin et al. 2019, section 3.1 and appendix A.2; Press & Wolf 2017, "Using the output
 * embedding", section 3 (tied weights).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";
import { ACTIVATIONS } from "./activation";
import type { BertConfig } from "./config";
import { affine, norm, type ParameterScope } from "./parameters";

/**
 * How likely each word of the vocabulary is at each place, as logits.
 *
 * @param hidden         [N, D] vectors of the places to predict
 * @param wordEmbeddings [V, E] the input's table
 * @param parameters     the weights below `cls.predictions`
 * @returns              [N, V]
 */
export function maskedWordLogits(
  hidden: tf.Tensor2D,
  wordEmbeddings: tf.Tensor2D,
  parameters: ParameterScope,
  config: BertConfig,
): tf.Tensor2D {
  const transform = parameters.in("transform");
  const activate = ACTIVATIONS[config.hiddenAct];
  const bent = activate(affine(hidden, transform.in("dense"))) as tf.Tensor2D; // [N, E]
  const normalized = norm(bent, transform.in("LayerNorm"), config.layerNormEps);
  return tf.add(tf.matMul(normalized, wordEmbeddings, false, true), parameters.get("bias"));
}

/**
 * @param pooled     [B, D]
 * @param parameters the weights below `cls.seq_relationship`
 * @returns          [B, 2]
 */
export function nextSentenceLogits(pooled: tf.Tensor2D, parameters: ParameterScope): tf.Tensor2D {
  return affine(pooled, parameters);
}

/**
 * The rows of some places, so that the large product with the vocabulary is made for them only.
 *
 * @param hidden    [B, T, D]
 * @param positions [N] int32; place t of row b is b·T + t
 * @returns         [N, D]
 */
export function gatherPositions(hidden: tf.Tensor3D, positions: tf.Tensor1D): tf.Tensor2D {
  const [batchSize, length, width] = hidden.shape;
  return tf.gather(tf.reshape(hidden, [batchSize * length, width]), positions) as tf.Tensor2D;
}
