/**
 * Fine-tuning: the pre-trained body with a new head that sorts texts into classes.
 *
 *   logits = W·dropout(p) + b, p the pooled vector of [CLS];   L = -mean ln softmax(logits)[class]
 *
 * Only W and b are new; all else has been learned from text that nobody labelled. The body may move
 * along (fine-tuning) or stay as it is (frozen, a feature extractor).
 *
 * Devlin et al. 2019, "BERT", section 4.1 and figure 4 (b); names as in Hugging Face's
 * BertForSequenceClassification.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { encodeBatch, type ForwardOptions } from "./bert-encoder";
import type { BertBatch } from "./batch";
import type { BertConfig } from "./config";
import { dropout } from "./dropout";
import { initialParameters } from "./parameter-shapes";
import { affine, ParameterScope, type NamedParameters } from "./parameters";
import type { PretrainingContext } from "./pretraining-objective";

/**
 * A body's weights with a new head.
 *
 * @param parameters of BertForPreTraining: what is below `bert.` is taken over, heads stay behind
 * @returns the same tensors under the same names, and two new ones, `classifier.weight` and `.bias`
 */
export function withClassifier(
  parameters: NamedParameters,
  config: BertConfig,
  { numClasses, rng }: { numClasses: number; rng: Rng },
): Record<string, tf.Tensor> {
  assertInteger("withClassifier", { numClasses }, { min: 2 });
  const body = Object.entries(parameters).filter(([name]) => name.startsWith("bert."));
  if (parameters["bert.pooler.dense.weight"] === undefined) {
    throw new RangeError("withClassifier: needs a body with a pooler under bert.pooler, got none");
  }
  const shapes = {
    "classifier.weight": [numClasses, config.hiddenSize],
    "classifier.bias": [numClasses],
  };
  return { ...Object.fromEntries(body), ...initialParameters(shapes, config, rng) };
}

/**
 * @param parameters from withClassifier, trained or not
 * @returns [B, classes]
 */
export function forwardClassifier(
  parameters: NamedParameters,
  batch: BertBatch,
  config: BertConfig,
  options: ForwardOptions = {},
): tf.Tensor2D {
  return tf.tidy(() => {
    const scope = new ParameterScope(parameters);
    const { pooled } = encodeBatch(scope.in("bert"), batch, config, options);
    const mode = { rng: options.training ? options.rng : undefined };
    const kept = dropout(pooled!, config.hiddenDropoutProb, mode);
    return affine(kept, scope.in("classifier"));
  });
}

/**
 * Inputs and loss as a trainer wants them.
 *
 * @param sequenceLength T; batches may have any number of rows, padded to T tokens
 */
export function classificationObjective(
  config: BertConfig,
  { sequenceLength }: { sequenceLength: number },
) {
  const ids = { dtype: "int32" as const, shape: ["B", sequenceLength] };
  return {
    inputs: {
      ...{ inputIds: ids, attentionMask: ids },
      labels: { dtype: "int32" as const, shape: ["B"] },
    },
    loss: (
      weights: NamedParameters,
      batch: Readonly<Record<string, tf.Tensor>>,
      { random, training }: PretrainingContext,
    ) => {
      const { inputIds, attentionMask } = batch as Record<string, tf.Tensor2D>;
      const labels = batch["labels"] as tf.Tensor1D;
      const input = { inputIds: inputIds!, attentionMask: attentionMask! };
      const logits = forwardClassifier(weights, input, config, { training, rng: random });
      const isRight = tf.cast(tf.equal(tf.argMax(logits, 1), labels), "float32");
      return {
        loss: softmaxCrossEntropy(labels, logits),
        weight: tf.sum(tf.onesLike(isRight)),
        metrics: { accuracy: tf.mean(isRight) },
      };
    },
  };
}
