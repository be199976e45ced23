/**
 * InfoNCE: of all candidates in the batch, find the one that belongs to you.
 *
 *   S_ij = sim(a_i, c_j) / T        candidates c: all positives, then further negatives
 *   L = mean_i −ln softmax(S_i)[i]
 *   ∂L/∂S_ij = (softmax(S_i)[j] − [i = j]) / B
 *
 * So a negative pushes with its share of the softmax, and a small T gives the nearest one nearly
 * all of it. van den Oord, Li & Vinyals 2018, "Representation Learning with Contrastive Predictive
 * Coding", section 2.3; T as in Wu et al. 2018, "Unsupervised Feature Learning via Non-Parametric
 * Instance Discrimination", section 3.1. Both ways (`symmetric`) it is the loss of CLIP.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb, notebooks/11-temperature.ipynb
 */
import { assertPositive, assertRank } from "../core/check";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { cosineSimilarity } from "../similarity/cosine";
import { assertBatch, assertFinite } from "./check-batch";

/** All pairs: [N, D] × [M, D] → [N, M]. Larger means closer. */
export type Similarity = (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor2D;

export interface InfoNceOptions {
  /**
   * T: a number, or a scalar tensor that is to be learned (best as the exponential of a weight, so
   * that it stays above 0). Default 0.07, where CLIP's begins.
   */
  temperature?: number | tf.Scalar;
  /** Default: cosine. */
  similarity?: Similarity;
  /** Also find each positive's anchor among all anchors; the mean of both. Default false. */
  symmetric?: boolean;
  /** More candidates that belong to nobody, each [N, D]. Default none. */
  negatives?: readonly tf.Tensor2D[];
}

/**
 * @param anchor   [B, D]
 * @param positive [B, D] row i belongs to anchor row i; to all others it is a negative, so the same
 *                 text must not stand in a batch twice
 * @returns scalar; near ln of the number of candidates where nothing has been learned
 */
export function infoNceLoss(
  anchor: tf.Tensor2D,
  positive: tf.Tensor2D,
  options: InfoNceOptions = {},
): tf.Scalar {
  const { temperature = 0.07, ...rest } = options;
  if (typeof temperature === "number") assertPositive("infoNceLoss", { temperature });
  const toScores = (similarities: tf.Tensor2D) => tf.div<tf.Tensor2D>(similarities, temperature);
  return inBatchLoss("infoNceLoss", anchor, positive, { ...rest, toScores });
}

export interface InBatchOptions extends Omit<InfoNceOptions, "temperature"> {
  /** From similarities to what the softmax sees. */
  toScores: (similarities: tf.Tensor2D) => tf.Tensor2D;
}

/** Cross-entropy over in-batch candidates, with the right ones on the diagonal. */
export function inBatchLoss(
  caller: string,
  anchor: tf.Tensor2D,
  positive: tf.Tensor2D,
  { similarity = cosineSimilarity, symmetric = false, negatives = [], toScores }: InBatchOptions,
): tf.Scalar {
  const numNegatives = checkNegatives(caller, negatives, anchor.shape[1]);
  assertBatch(caller, { anchor, positive }, { minRows: numNegatives > 0 ? 1 : 2 });
  return tf.tidy(() => {
    const candidates = tf.concat2d([positive, ...negatives], 0); // [B + N, D]
    const scores = toScores(similarity(anchor, candidates)); // [B, B + N]
    const forward = diagonalCrossEntropy(scores);
    if (!symmetric) return forward;
    // Backwards an anchor is looked for; further negatives have none.
    const rows = anchor.shape[0];
    const backward = diagonalCrossEntropy(tf.transpose(tf.slice2d(scores, [0, 0], [rows, rows])));
    return tf.div<tf.Scalar>(tf.add(forward, backward), 2);
  });
}

/** Mean of −ln softmax(row i)[i]. @param scores [B, N], N at least B */
export function diagonalCrossEntropy(scores: tf.Tensor2D): tf.Scalar {
  const rows = scores.shape[0];
  return tf.tidy(() => softmaxCrossEntropy(tf.range(0, rows, 1, "int32"), scores));
}

function checkNegatives(
  caller: string,
  negatives: readonly tf.Tensor2D[],
  width: number | undefined,
): number {
  let count = 0;
  negatives.forEach((tensor, i) => {
    const name = `negatives[${i}]`;
    assertRank(caller, name, tensor, 2);
    if (tensor.shape[1] !== width) {
      throw new RangeError(
        `${caller}: ${name} must be ${width} wide, as the anchors, got [${tensor.shape}]`,
      );
    }
    assertFinite(caller, { [name]: tensor });
    count += tensor.shape[0];
  });
  return count;
}
