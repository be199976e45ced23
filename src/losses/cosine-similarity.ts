/**
 * Cosine-similarity regression: the cosine of two sentences shall be the score that people gave.
 *
 *   L = mean_i (cos(u_i, v_i) − gold_i)²
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3 (regression objective). Scores from 0 to 5
 * are divided by 5 before.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { pairwiseCosineSimilarity } from "../similarity/cosine";
import { assertBatch, assertLabels } from "./check-batch";

/** Row by row: [B, D] × [B, D] → [B]. Larger means closer. */
export type PairwiseSimilarity = (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor1D;

export interface CosineSimilarityLossOptions {
  /** Default: cosine. */
  similarity?: PairwiseSimilarity;
}

/**
 * @param u    [B, D]
 * @param v    [B, D]
 * @param gold [B] from −1 to 1: how close they are to be
 * @returns scalar, from 0 (with cosines) to 4
 */
export function cosineSimilarityLoss(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  gold: tf.Tensor1D,
  { similarity = pairwiseCosineSimilarity }: CosineSimilarityLossOptions = {},
): tf.Scalar {
  assertBatch("cosineSimilarityLoss", { u, v });
  assertLabels("cosineSimilarityLoss", "gold", gold, u.shape[0], { min: -1, max: 1 });
  return tf.tidy(() => {
    const error = tf.sub(similarity(u, v), gold); // [B]
    return tf.mean(tf.square(error)) as tf.Scalar;
  });
}
