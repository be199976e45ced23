/**
 * Embedding MSE: a student learns to give the teacher's embeddings.
 *
 *   L = mean over all rows and columns of (s − t)²
 *
 * Reimers & Gurevych 2020, "Making Monolingual Sentence Embeddings Multilingual using Knowledge
 * Distillation", section 2. Both must be equally wide: a student of another width needs a
 * projection first.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { assertBatch } from "./check-batch";

/**
 * @param student [B, D]
 * @param teacher [B, D] of the same texts
 * @returns scalar
 */
export function embeddingMseLoss(student: tf.Tensor2D, teacher: tf.Tensor2D): tf.Scalar {
  assertBatch("embeddingMseLoss", { student, teacher });
  return tf.tidy(() => tf.mean(tf.square(tf.sub(student, teacher))) as tf.Scalar);
}
