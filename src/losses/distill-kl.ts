/**
 * KL distillation: of several passages, a student learns how the teacher spreads its preference.
 *
 *   P = softmax(teacher's scores / T)      Q = softmax(sim(q, passages) / T)
 *   L = T² · mean_i Σ_n P_in · ln(P_in / Q_in)
 *
 * Hinton, Vinyals & Dean 2015, "Distilling the Knowledge in a Neural Network", section 2: T² keeps
 * the gradient's size when T changes.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertPositive, assertRank, assertSameShape } from "../core/check";
import * as tf from "../core/tf";
import { pairwiseDotProduct } from "../similarity/dot-product";
import { assertBatch, assertFinite } from "./check-batch";
import type { PairwiseSimilarity } from "./cosine-similarity";

export interface DistillKlOptions {
  /** T: above 1 the teacher's small preferences count more. Default 1. */
  temperature?: number;
  /** Default: dot product. */
  similarity?: PairwiseSimilarity;
}

/**
 * @param query         [B, D]
 * @param passages      N of [B, D]: row i of each is a passage for query i
 * @param teacherScores [B, N]
 * @returns scalar, never negative; 0 where the student prefers as the teacher does
 */
export function distillKlLoss(
  query: tf.Tensor2D,
  passages: readonly tf.Tensor2D[],
  teacherScores: tf.Tensor2D,
  { temperature = 1, similarity = pairwiseDotProduct }: DistillKlOptions = {},
): tf.Scalar {
  const caller = "distillKlLoss";
  const named = passages.map((tensor, i) => [`passages[${i}]`, tensor] as const);
  if (named.length < 2) {
    throw new RangeError(`${caller}: there must be at least 2 passages, got ${named.length}`);
  }
  assertBatch(caller, { query, ...Object.fromEntries(named) });
  assertRank(caller, "teacherScores", teacherScores, 2);
  assertSameShape(caller, { teacherScores, scores: { shape: [query.shape[0], named.length] } });
  assertFinite(caller, { teacherScores });
  assertPositive(caller, { temperature });
  return tf.tidy(() => {
    const scores = tf.stack(
      passages.map((passage) => similarity(query, passage)),
      1,
    ); // [B, N]
    const student = tf.logSoftmax(tf.div(scores, temperature));
    const teacher = tf.logSoftmax(tf.div(teacherScores, temperature));
    const divergence = tf.sum(tf.mul(tf.exp(teacher), tf.sub(teacher, student)), 1); // [B]
    return tf.mul<tf.Scalar>(tf.mean(divergence), temperature * temperature);
  });
}
