/**
 * Triplet loss: pull a sentence towards a paraphrase, push it away from a stranger.
 *
 *   L = mean_i max(0, d(a_i, p_i) − d(a_i, n_i) + margin)
 *
 * Schroff, Kalenichenko & Philbin 2015, "FaceNet", section 3.1 (there d is the *squared* distance
 * and the rows are summed); as here in Reimers & Gurevych 2019, "Sentence-BERT", section 3.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertBetween } from "../core/check";
import * as tf from "../core/tf";
import { pairwiseEuclideanDistance, type PairwiseDistance } from "../similarity/distance";
import { assertBatch } from "./check-batch";

export interface TripletLossOptions {
  /**
   * How much farther than the positive the negative must be, in units of `distance`. Default 1,
   * Sentence-BERT's.
   */
  margin?: number;
  /** Default: Euclidean. With cosine distance (range 0 to 2) use a margin well under 1. */
  distance?: PairwiseDistance;
}

/**
 * @param anchor   [B, D] sentence embeddings
 * @param positive [B, D] row i means the same as anchor row i
 * @param negative [B, D] row i does not
 * @returns scalar, never negative; 0 once every negative is `margin` farther than its positive
 */
export function tripletLoss(
  anchor: tf.Tensor2D,
  positive: tf.Tensor2D,
  negative: tf.Tensor2D,
  { margin = 1, distance = pairwiseEuclideanDistance }: TripletLossOptions = {},
): tf.Scalar {
  assertBatch("tripletLoss", { anchor, positive, negative });
  assertBetween("tripletLoss", { margin }, 0, Number.MAX_VALUE);

  return tf.tidy(() => {
    const toPositive = distance(anchor, positive); // [B]
    const toNegative = distance(anchor, negative); // [B]
    const violation = tf.add(tf.sub(toPositive, toNegative), margin); // [B]
    // Triplets that already respect the margin clamp to 0, so they send back no gradient: once
    // most of a batch is easy, training stalls. That is what mining hard negatives is for.
    return tf.mean(tf.relu(violation)) as tf.Scalar;
  });
}
