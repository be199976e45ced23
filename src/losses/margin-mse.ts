/**
 * Margin MSE: a student learns from a teacher *how much* better one passage answers than another.
 *
 *   L = mean_i ((sim(q_i, p_i) − sim(q_i, n_i)) − (t(q_i, p_i) − t(q_i, n_i)))²
 *
 * The teacher is a cross-encoder, whose scores lie on a scale of their own; margins carry over
 * where scores don't. Hofstätter et al. 2020, "Improving Efficient Neural Ranking Models with
 * Cross-Architecture Knowledge Distillation", section 4.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { pairwiseDotProduct } from "../similarity/dot-product";
import { assertBatch, assertLabels } from "./check-batch";
import type { PairwiseSimilarity } from "./cosine-similarity";

export interface MarginMseOptions {
  /** Default: dot product, since a cosine's margin can't pass 2. */
  similarity?: PairwiseSimilarity;
}

/**
 * @param query         [B, D]
 * @param positive      [B, D]
 * @param negative      [B, D]
 * @param teacherMargin [B] the teacher's score of the positive minus that of the negative
 * @returns scalar
 */
export function marginMseLoss(
  query: tf.Tensor2D,
  positive: tf.Tensor2D,
  negative: tf.Tensor2D,
  teacherMargin: tf.Tensor1D,
  { similarity = pairwiseDotProduct }: MarginMseOptions = {},
): tf.Scalar {
  assertBatch("marginMseLoss", { query, positive, negative });
  const any = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE };
  assertLabels("marginMseLoss", "teacherMargin", teacherMargin, query.shape[0], any);
  return tf.tidy(() => {
    const margin = tf.sub(similarity(query, positive), similarity(query, negative)); // [B]
    return tf.mean(tf.square(tf.sub(margin, teacherMargin))) as tf.Scalar;
  });
}
