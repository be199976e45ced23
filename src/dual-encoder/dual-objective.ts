/**
 * A dual encoder's training: each question finds its answer among all answers of the batch, and
 * each answer its question.
 *
 *   S_ij = cos(q_i, a_j) / T       L = ½ (mean −ln softmax(S_i)[i] + mean −ln softmax(Sᵀ_i)[i])
 *
 * Karpukhin et al. 2020, "Dense Passage Retrieval", section 3.2 (one way, dot products); both ways,
 * with T learned as e^(−s) where s is a weight, Radford et al. 2021, "CLIP", section 2.3.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import type { BertBatch } from "../bert/batch";
import type { NamedParameters } from "../bert/parameters";
import { assertInteger } from "../core/check";
import * as tf from "../core/tf";
import { infoNceLoss } from "../losses/info-nce";
import { forwardSentences } from "../sentence-encoder/modules";
import { cosineSimilarity } from "../similarity/cosine";
import type { TrainableModel } from "../training/loss";
import { dualInputs, inputIds, oneRowEach } from "./dual-inputs";
import { type Side, type Towers, weightsBelow } from "./towers";

/** s = ln(1/T), the weight. */
export const LOG_SCALE = "logScale";

/** T never falls below 1/100, as in CLIP: beyond it one negative alone decides. */
export const LARGEST_LOG_SCALE = Math.log(100);

export interface DualObjectiveOptions {
  /** Hard negatives per row that the batches hold. Default 0. */
  numNegatives?: number;
  /** K, questions per answer. Default 1. */
  numQuestions?: number;
}

export interface DualParts {
  readonly towers: Towers;
  readonly parameters: NamedParameters;
  readonly isShared: boolean;
  readonly temperature: number;
}

/**
 * What a Trainer takes, for the batches that dualBatches makes.
 *
 * With K questions per answer L is the mean of K losses: of each answer's first question, of each
 * answer's second, and so on. So an answer is never a negative for its own questions.
 */
export function dualObjective(
  { towers, parameters, isShared, temperature }: DualParts,
  { numNegatives = 0, numQuestions = 1 }: DualObjectiveOptions = {},
): TrainableModel {
  assertInteger("dualObjective", { numNegatives }, { min: 0 });
  return {
    weights: parameters,
    inputs: {
      ...dualInputs("dualObjective", numQuestions),
      ...(numNegatives > 0 && {
        ...{ negativeIds: inputIds("N", "M"), negativeMask: inputIds("N", "M") },
      }),
    },
    // BERT's pooler has no part in an embedding.
    frozen: (name) => name.includes("bert.pooler."),
    loss: (weights, batch, { random, training }) => {
      const embed = (side: Side, name: string) => {
        const own = weightsBelow(isShared ? "tower" : side, weights as NamedParameters);
        const [ids, attentionMask] = ["Ids", "Mask"].map((part) => oneRowEach(batch[name + part]!));
        const texts = { inputIds: ids, attentionMask };
        const options = { training, rng: random };
        return forwardSentences(own, texts as BertBatch, towers[side].config, options); // [B, E]
      };
      const questions = columnsOf(embed("question", "question"), numQuestions); // K times [B, E]
      const answers = embed("answer", "answer");
      const negatives = numNegatives > 0 ? [embed("answer", "negative")] : [];
      const learned = weights[LOG_SCALE];
      const divisor = learned === undefined ? temperature : temperatureOf(learned);
      const options = { temperature: divisor, symmetric: true, negatives };
      const loss = mean(questions.map((column) => infoNceLoss(column, answers, options)));
      const accuracy = mean(questions.map((column) => inBatchAccuracy(column, answers)));
      const metrics: Record<string, tf.Tensor> = { accuracy };
      if (typeof divisor !== "number") metrics["temperature"] = divisor;
      return { loss, metrics };
    },
    description: {
      dualEncoder: [towers.question, towers.answer].map(({ config }) => config),
      ...{ isShared, temperature, numNegatives, numQuestions },
    },
  };
}

/** [B · K, E] as K times [B, E]. */
function columnsOf(embeddings: tf.Tensor2D, count: number): tf.Tensor2D[] {
  if (count === 1) return [embeddings];
  const [rows, size] = [embeddings.shape[0] / count, embeddings.shape[1]];
  return tf.unstack(tf.reshape(embeddings, [rows, count, size]), 1) as tf.Tensor2D[];
}

function mean(scalars: tf.Tensor[]): tf.Scalar {
  return tf.div(tf.addN(scalars), scalars.length);
}

function temperatureOf(logScale: tf.Tensor): tf.Scalar {
  return tf.tidy(() => tf.exp(tf.neg(tf.minimum(logScale, LARGEST_LOG_SCALE))) as tf.Scalar);
}

/** The share of questions whose own answer is the nearest of the batch. */
function inBatchAccuracy(questions: tf.Tensor2D, answers: tf.Tensor2D): tf.Tensor {
  const nearest = tf.argMax(cosineSimilarity(questions, answers), 1);
  const right = tf.range(0, questions.shape[0], 1, "int32");
  return tf.mean(tf.cast(tf.equal(nearest, right), "float32"));
}
