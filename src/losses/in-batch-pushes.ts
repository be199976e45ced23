/**
 * Who pushes whom: what an in-batch loss does to each pair of a batch, for looking at.
 *
 *   p_ij = softmax_j(sim(a_i, p_j) / T)
 *   pull of i     1 − p_ii                      how hard anchor i is still drawn to its positive
 *   share of j    p_ij / Σ_{k ≠ i} p_ik         negative j's part of what pushes anchor i away
 *
 * With T → 0 the nearest negative has all of it, with T → ∞ all have the same (Wang & Liu 2021,
 * "Understanding the Behaviour of Contrastive Loss", section 3.2). Numbers, not tensors.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb, notebooks/11-temperature.ipynb
 */
import { assertInteger, assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { cosineSimilarity } from "../similarity/cosine";
import { assertBatch } from "./check-batch";
import { exceptWhere } from "./excluded";
import type { Similarity } from "./info-nce";

export interface InBatchPushesOptions {
  /** T, for the ranking loss 1 / scale. Default 0.05. */
  temperature?: number;
  /** Default: cosine. */
  similarity?: Similarity;
}

/** A negative, and what it does to an anchor. */
export interface Push {
  readonly anchor: number;
  readonly negative: number;
  readonly similarity: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface InBatchPushes {
  /** [B, B] row i: anchor i with each positive. */
  readonly similarities: number[][];
  /** [B] */
  readonly pulls: number[];
  /** [B, B] each row sums to 1, with 0 on the diagonal. */
  readonly shares: number[][];
}

/**
 * @param anchor   [B, D]
 * @param positive [B, D] row i belongs to anchor row i
 */
export function inBatchPushes(
  anchor: tf.Tensor2D,
  positive: tf.Tensor2D,
  { temperature = 0.05, similarity = cosineSimilarity }: InBatchPushesOptions = {},
): InBatchPushes {
  assertBatch("inBatchPushes", { anchor, positive }, { minRows: 2 });
  assertPositive("inBatchPushes", { temperature });
  return tf.tidy(() => {
    const similarities = similarity(anchor, positive);
    const scores = tf.div<tf.Tensor2D>(similarities, temperature);
    const probabilities = tf.softmax(scores).arraySync();
    // A softmax over the negatives alone: p_ij / Σ p_ik would be 0 / 0 where the positive has all.
    const isPositive = tf.cast(tf.eye(anchor.shape[0]), "bool");
    return {
      similarities: similarities.arraySync(),
      pulls: probabilities.map((row, i) => 1 - row[i]!),
      shares: tf.softmax(exceptWhere(isPositive, scores)).arraySync(),
    };
  });
}

/** For each anchor its hardest negative; the most pushed anchors (share × pull) first. */
export function hardestPushes({ similarities, pulls, shares }: InBatchPushes, k: number): Push[] {
  assertInteger("hardestPushes", { k }, { min: 1 });
  const hardest = shares.map((row, anchor): Push => {
    const share = Math.max(...row);
    const negative = row.indexOf(share);
    return { anchor, negative, share, similarity: similarities[anchor]![negative]! };
  });
  const strength = ({ anchor, share }: Push) => share * pulls[anchor]!;
  return hardest.sort((a, b) => strength(b) - strength(a)).slice(0, k);
}
