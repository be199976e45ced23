/**
 * One layer of the encoder: attention moves information between tokens, the feed-forward part
 * works on each token with what it got.
 *
 *   a = LayerNorm(x + SelfAttention(x))
 *   y = LayerNorm(a + FeedForward(a))
 *
 * The "+ x" lets a layer that knows nothing yet pass its input on, and lets gradients through.
 *
 * Vaswani et al. 2017, section 3.1, layer norm after each sum ("post-norm") as in BERT.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import * as tf from "../core/tf";
import { attention, type AttentionOutput } from "./attention";
import type { BertConfig } from "./config";
import type { DropoutMode } from "./dropout";
import { feedForward } from "./feed-forward";
import type { ParameterScope } from "./parameters";

/**
 * @param x          [B, T, D]
 * @param bias       from paddingBias or causalBias, or undefined where everything is seen
 * @param parameters the weights below `encoder.layer.N`
 * @returns          output [B, T, D]; probabilities [B, H, T, T]
 */
export function encoderLayer(
  x: tf.Tensor3D,
  bias: tf.Tensor4D | undefined,
  parameters: ParameterScope,
  config: BertConfig,
  mode: DropoutMode,
): AttentionOutput {
  const attended = attention(x, bias, parameters.in("attention"), config, mode);
  const output = feedForward(attended.output, parameters, config, mode);
  return { output, probabilities: attended.probabilities };
}
