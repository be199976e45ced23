/**
 * GIST: in-batch negatives, without those that a guide takes for positives.
 *
 *   S_i = [cos(a_i, all p), cos(a_i, all a), cos(p_i, all p)] / T
 *   excluded: what the guide scores above its own score of (a_i, p_i), and a text with itself
 *   L = mean_i −ln softmax(S_i)[i]
 *
 * Solatorio 2024, "GISTEmbed: Guided In-sample Selection of Training Negatives", section 3.2. The
 * guide is another, trained encoder; it stays as it is.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { cosineSimilarity, pairwiseCosineSimilarity } from "../similarity/cosine";
import { assertBatch } from "./check-batch";
import { exceptWhere } from "./excluded";
import { diagonalCrossEntropy } from "./info-nce";

export interface GistOptions {
  /** The guide's embeddings of the same texts; they may be of another width, [B, G]. */
  guide: { anchor: tf.Tensor2D; positive: tf.Tensor2D };
  /** T. Default 0.01, as in the paper. */
  temperature?: number | tf.Scalar;
}

/**
 * @param anchor   [B, D]
 * @param positive [B, D] row i belongs to anchor row i
 * @returns scalar
 */
export function gistLoss(
  anchor: tf.Tensor2D,
  positive: tf.Tensor2D,
  { guide, temperature = 0.01 }: GistOptions,
): tf.Scalar {
  assertBatch("gistLoss", { anchor, positive }, { minRows: 2 });
  assertBatch("gistLoss", { "guide.anchor": guide.anchor, "guide.positive": guide.positive });
  const rows = anchor.shape[0];
  if (guide.anchor.shape[0] !== rows) {
    throw new RangeError(
      `gistLoss: the guide must have embedded the same ${rows} rows, got ${guide.anchor.shape[0]}`,
    );
  }
  if (typeof temperature === "number") assertPositive("gistLoss", { temperature });
  return tf.tidy(() => {
    const ofGuide = pairwiseCosineSimilarity(guide.anchor, guide.positive);
    const limit = tf.reshape(ofGuide, [rows, 1]);
    const isItself = tf.cast(tf.eye(rows), "bool");
    const isTrue = (similarities: tf.Tensor) => tf.greater(similarities, limit);
    const block = (a: "anchor" | "positive", b: "anchor" | "positive") => {
      const own = { anchor, positive };
      const scores = tf.div<tf.Tensor2D>(cosineSimilarity(own[a], own[b]), temperature);
      const guessed = isTrue(cosineSimilarity(guide[a], guide[b]));
      // A row is its own nearest, and no negative; the pair itself is what is looked for.
      const excluded =
        a === b ? tf.logicalOr(guessed, isItself) : tf.logicalAnd(guessed, tf.logicalNot(isItself));
      return exceptWhere(excluded, scores);
    };
    const blocks = [
      block("anchor", "positive"),
      block("anchor", "anchor"),
      block("positive", "positive"),
    ];
    return diagonalCrossEntropy(tf.concat2d(blocks, 1));
  });
}
