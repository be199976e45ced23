/**
 * BERT's pre-training as something a trainer can train: inputs, and the joint loss of a batch.
 *
 *   L = L_mlm + L_nsp
 *
 * Devlin et al. 2019, "BERT", section 3.1 and appendix A.2.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";
import { forwardPretraining, pretrainingLoss } from "./bert-for-pretraining";
import type { BertConfig } from "./config";
import type { UniformSource } from "./dropout";
import type { NamedParameters } from "./parameters";

/** What is known of one step besides weights and batch. */
export interface PretrainingContext {
  /** For dropout. */
  random: UniformSource;
  /** Drop numbers? */
  training: boolean;
}

export interface PretrainingNumbers {
  /** The joint loss. */
  loss: tf.Scalar;
  /**
   * N, the masked words that the batch has. Batches that are added up so weigh each word alike;
   * the part of next sentences, a mean over B, then differs a little from that of one large batch.
   */
  weight: tf.Tensor;
  /**
   * The two parts of the loss, mlmLoss and nspLoss; on held-out data also how often each guess is
   * right, mlmAccuracy and nspAccuracy.
   */
  metrics: Record<string, tf.Tensor>;
}

export interface PretrainingObjective {
  inputs: Record<string, { dtype: "int32"; shape: (number | string)[] }>;
  loss(
    weights: NamedParameters,
    batch: Readonly<Record<string, tf.Tensor>>,
    context: PretrainingContext,
  ): PretrainingNumbers;
}

/** @param size of the batches that pretrainingBatches makes */
export function pretrainingObjective(
  config: BertConfig,
  { batchSize, sequenceLength }: { batchSize: number; sequenceLength: number },
): PretrainingObjective {
  const ids = { dtype: "int32" as const, shape: [batchSize, sequenceLength] };
  const perMask = { dtype: "int32" as const, shape: ["N"] };
  return {
    inputs: {
      ...{ inputIds: ids, tokenTypeIds: ids, attentionMask: ids },
      ...{ maskedPositions: perMask, words: perMask },
      nextSentence: { dtype: "int32", shape: [batchSize] },
    },
    loss: (weights, batch, { random, training }) => {
      const { inputIds, tokenTypeIds, attentionMask } = batch as Record<string, tf.Tensor2D>;
      const { maskedPositions, words, nextSentence } = batch as Record<string, tf.Tensor1D>;
      const output = forwardPretraining(
        weights,
        { inputIds: inputIds!, tokenTypeIds: tokenTypeIds!, attentionMask: attentionMask! },
        config,
        { maskedPositions: maskedPositions!, training, rng: random },
      );
      const { mlmLogits, nspLogits } = output;
      const { total, mlm, nsp } = pretrainingLoss(output, {
        words: words!,
        nextSentence: nextSentence!,
      });
      const metrics: Record<string, tf.Tensor> = { mlmLoss: mlm, nspLoss: nsp! };
      if (!training) {
        metrics["mlmAccuracy"] = accuracy(mlmLogits, words!);
        metrics["nspAccuracy"] = accuracy(nspLogits!, nextSentence!);
      }
      const weight = tf.sum(tf.onesLike(tf.cast(words!, "float32")));
      return { loss: total, weight, metrics };
    },
  };
}

/** The share of rows whose largest logit is the right one. */
function accuracy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Tensor {
  const isRight = tf.equal(tf.argMax(logits, 1), labels);
  return tf.mean(tf.cast(isRight, "float32"));
}
