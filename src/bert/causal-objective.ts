/**
 * Next-token prediction as something a trainer can train: inputs, and the loss of a batch.
 *
 *   L = −mean over all places of ln P(next token | tokens so far)         perplexity = e^L
 *
 * Radford et al. 2018, "Improving Language Understanding by Generative Pre-Training", section 3.1.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import * as tf from "../core/tf";
import { forwardCausal, nextTokenLoss } from "./causal-language-model";
import type { BertConfig } from "./config";
import type { PretrainingObjective } from "./pretraining-objective";

/** @param size of the batches that causalBatches makes */
export function causalObjective(
  config: BertConfig,
  { batchSize, sequenceLength }: { batchSize: number; sequenceLength: number },
): PretrainingObjective {
  return {
    inputs: {
      inputIds: { dtype: "int32", shape: [batchSize, sequenceLength] },
      next: { dtype: "int32", shape: [batchSize * sequenceLength] },
    },
    loss: (weights, { inputIds, next }, { random, training }) => {
      const options = { training, rng: random };
      const batch = { inputIds: inputIds as tf.Tensor2D };
      const { logits } = forwardCausal(weights, batch, config, options);
      const loss = nextTokenLoss(logits, next as tf.Tensor1D);
      const metrics: Record<string, tf.Tensor> = {};
      if (!training) {
        const isRight = tf.equal(tf.argMax(logits, 1), next!);
        metrics["accuracy"] = tf.mean(tf.cast(isRight, "float32"));
      }
      return { loss, weight: tf.scalar(batchSize * sequenceLength), metrics };
    },
  };
}
