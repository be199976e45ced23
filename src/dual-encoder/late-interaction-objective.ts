/**
 * Training for late interaction: each question finds its answer among all answers of the batch.
 *
 *   L = mean_i −ln softmax(score(q_i, a_j) / T)[i]
 *
 * Khattab & Zaharia 2020, "ColBERT", section 3.3, take one negative a question; all of the batch,
 * as here, Santhanam et al. 2022, "ColBERTv2", section 3.2, beside theirs.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import type { BertBatch } from "../bert/batch";
import type { NamedParameters } from "../bert/parameters";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { forwardTokenVectors, type SentenceEncoderConfig } from "../sentence-encoder/modules";
import type { TrainableModel } from "../training/loss";
import { dualInputs, oneRowEach } from "./dual-inputs";
import { maxSim } from "./max-sim";

export interface LateInteractionParts {
  readonly parameters: NamedParameters;
  readonly config: SentenceEncoderConfig;
  readonly temperature: number;
}

/** @param options numQuestions: K, questions per answer in the batches of dualBatches. Default 1 */
export function lateInteractionObjective(
  { parameters, config, temperature }: LateInteractionParts,
  { numQuestions = 1 }: { numQuestions?: number } = {},
): TrainableModel {
  return {
    weights: parameters,
    inputs: dualInputs("lateInteractionObjective", numQuestions),
    frozen: (name) => name.includes("bert.pooler."),
    loss: (weights, batch, { random, training }) => {
      const read = (side: "question" | "answer") => {
        const [inputIds, mask] = ["Ids", "Mask"].map((part) => oneRowEach(batch[side + part]!));
        const texts = { inputIds, attentionMask: mask } as BertBatch;
        const options = { training, rng: random };
        const own = weights as NamedParameters;
        return { vectors: forwardTokenVectors(own, texts, config, options), mask: mask! };
      };
      const scores = tf.div(maxSim(read("question"), read("answer")), temperature); // [B·K, B]
      const numAnswers = scores.shape[1]!;
      const rows = tf.reshape(tf.range(0, numAnswers, 1, "int32"), [numAnswers, 1]);
      const right = tf.reshape(tf.tile(rows, [1, numQuestions]), [numAnswers * numQuestions]);
      const isRight = tf.equal(tf.argMax(scores, 1), right);
      return {
        loss: softmaxCrossEntropy(right as tf.Tensor1D, scores as tf.Tensor2D),
        metrics: { accuracy: tf.mean(tf.cast(isRight, "float32")) },
      };
    },
    description: { lateInteraction: config, temperature, numQuestions },
  };
}
