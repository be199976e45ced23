/**
 * Multiple negatives ranking: in a batch of pairs, everybody else's positive is my negative.
 *
 *   S_ij = scale · sim(a_i, p_j)        L = mean_i −ln softmax(S_i)[i]
 *
 * Henderson et al. 2017, "Efficient Natural Language Response Suggestion for Smart Reply", section
 * 4.4 (there with dot products and no scale). InfoNCE under another name, with scale for 1 / T. B
 * pairs give B · (B − 1) negatives for nothing, so larger batches teach more.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertPositive, assertSameShape } from "../core/check";
import * as tf from "../core/tf";
import { inBatchLoss, type Similarity } from "./info-nce";

export interface MultipleNegativesRankingOptions {
  /** Cosines reach from −1 to 1; times 20 a softmax can tell them apart. Default 20. */
  scale?: number;
  /** Default: cosine. With dot products use scale 1. */
  similarity?: Similarity;
  /** Also rank anchors for each positive; the mean of both. Default false. */
  symmetric?: boolean;
  /** Each [B, D]: row i looks like an answer to anchor i, but is none. Default none. */
  hardNegatives?: readonly tf.Tensor2D[];
}

/**
 * @param anchor   [B, D]
 * @param positive [B, D] row i belongs to anchor row i
 * @returns scalar; near ln (B · (1 + the number of hard negatives)) before training
 */
export function multipleNegativesRankingLoss(
  anchor: tf.Tensor2D,
  positive: tf.Tensor2D,
  { scale = 20, hardNegatives = [], ...rest }: MultipleNegativesRankingOptions = {},
): tf.Scalar {
  const caller = "multipleNegativesRankingLoss";
  assertPositive(caller, { scale });
  hardNegatives.forEach((negative, i) => {
    assertSameShape(caller, { anchor, [`hardNegatives[${i}]`]: negative });
  });
  const toScores = (similarities: tf.Tensor2D) => tf.mul<tf.Tensor2D>(similarities, scale);
  return inBatchLoss(caller, anchor, positive, { ...rest, negatives: hardNegatives, toScores });
}
