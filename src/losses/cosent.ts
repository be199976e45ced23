/**
 * CoSENT: of two pairs, the one with the lower gold score shall have the lower cosine.
 *
 *   L = ln(1 + Σ over (i, j) with gold_i < gold_j of e^(scale · (cos_i − cos_j)))
 *
 * Su 2022, "CoSENT: A more efficient sentence vector scheme than Sentence-BERT" (a web article).
 * Only the order of the gold scores matters, as it does for Spearman's correlation; regression asks
 * for their values, too.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { pairwiseCosineSimilarity } from "../similarity/cosine";
import { assertBatch, assertLabels } from "./check-batch";
import type { PairwiseSimilarity } from "./cosine-similarity";
import { exceptWhere } from "./excluded";

export interface CosentOptions {
  /** How sharply the worst order counts most. Default 20. */
  scale?: number;
  /** Default: cosine. */
  similarity?: PairwiseSimilarity;
}

/**
 * @param u    [B, D]
 * @param v    [B, D]
 * @param gold [B] on any scale: more is closer
 * @returns scalar, never negative; 0 where all gold scores are equal
 */
export function cosentLoss(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  gold: tf.Tensor1D,
  { scale = 20, similarity = pairwiseCosineSimilarity }: CosentOptions = {},
): tf.Scalar {
  assertBatch("cosentLoss", { u, v }, { minRows: 2 });
  const any = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE };
  assertLabels("cosentLoss", "gold", gold, u.shape[0], any);
  assertPositive("cosentLoss", { scale });
  return tf.tidy(() => {
    const scores = tf.mul(similarity(u, v), scale); // [B]
    const wrong = tf.sub(tf.expandDims(scores, 1), tf.expandDims(scores, 0)); // [B, B], s_i − s_j
    const isOrdered = tf.less(tf.expandDims(gold, 1), tf.expandDims(gold, 0));
    const counted = exceptWhere(tf.logicalNot(isOrdered), wrong);
    const withOne = tf.concat([tf.zeros([1]), tf.reshape(counted, [-1])]); // e^0 is the 1
    return tf.logSumExp(withOne) as tf.Scalar;
  });
}
