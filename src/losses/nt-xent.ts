/**
 * NT-Xent, SimCLR's loss: two views of each sentence, and of all other 2B − 1 views in the batch
 * each one looks for its twin.
 *
 *   z = [u; v] with rows of length 1       S = z zᵀ / T, without the diagonal
 *   L = mean over the 2B views of −ln softmax(S_i)[twin of i]
 *
 * Chen et al. 2020, "A Simple Framework for Contrastive Learning of Visual Representations",
 * equation 1. InfoNCE both ways compares u with v only; here u's rows are each other's negatives,
 * too. With two dropout masks for two views it trains without labels (Gao, Yao & Chen 2021,
 * "SimCSE", who leave that part out).
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { cosineSimilarity } from "../similarity/cosine";
import { assertBatch } from "./check-batch";
import { exceptWhere } from "./excluded";

export interface NtXentOptions {
  /** T: a number, or a scalar tensor that is to be learned. Default 0.5, SimCLR's. */
  temperature?: number | tf.Scalar;
}

/**
 * @param u [B, D] first views
 * @param v [B, D] second views, row i of what row i of u shows
 * @returns scalar; near ln (2B − 1) where nothing has been learned
 */
export function ntXentLoss(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  { temperature = 0.5 }: NtXentOptions = {},
): tf.Scalar {
  assertBatch("ntXentLoss", { u, v }, { minRows: 2 });
  if (typeof temperature === "number") assertPositive("ntXentLoss", { temperature });
  return tf.tidy(() => {
    const rows = u.shape[0];
    const views = tf.concat2d([u, v], 0); // [2B, D]
    const scores = tf.div<tf.Tensor2D>(cosineSimilarity(views, views), temperature);
    const isItself = tf.cast(tf.eye(2 * rows), "bool");
    const twins = tf.concat1d([
      tf.range(rows, 2 * rows, 1, "int32"),
      tf.range(0, rows, 1, "int32"),
    ]);
    return softmaxCrossEntropy(twins, exceptWhere(isItself, scores));
  });
}
