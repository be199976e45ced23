/**
 * Softmax classification: two sentences go in, their relation comes out, and on the way the
 * encoder must put what tells relations apart into the embeddings.
 *
 *   o = W · [u; v; |u − v|] + b        L = mean_i −ln softmax(o_i)[label_i]
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3 (without b); which parts are joined is their
 * table 6. The head W is thrown away after training. It never sees a cosine, so nothing makes
 * cosines good: the losses that compare do better.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertRank } from "../core/check";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { assertBatch, assertLabels } from "./check-batch";

export type PairFeature = "u" | "v" | "|u-v|" | "u*v";

export interface PairClassifierOptions {
  /** W, [C, F·D] for C classes and F features. */
  weight: tf.Tensor2D;
  /** b, [C]. Default: none. */
  bias?: tf.Tensor1D;
  /** What is joined, in this order. Default u, v, |u-v|. */
  features?: readonly PairFeature[];
}

const FEATURES: Record<PairFeature, (u: tf.Tensor2D, v: tf.Tensor2D) => tf.Tensor2D> = {
  u: (u) => u,
  v: (_, v) => v,
  "|u-v|": (u, v) => tf.abs(tf.sub<tf.Tensor2D>(u, v)),
  "u*v": (u, v) => tf.mul(u, v),
};

/**
 * @param u      [B, D] embeddings of the first sentences
 * @param v      [B, D] of the second
 * @param labels [B] int32, from 0 to C − 1
 * @returns scalar; near ln C where the head knows nothing yet
 */
export function softmaxClassificationLoss(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: PairClassifierOptions,
): tf.Scalar {
  return tf.tidy(() => {
    const logits = pairLogits(u, v, options, "softmaxClassificationLoss");
    const [rows, classes] = logits.shape;
    const range = { min: 0, max: classes - 1, isWhole: true };
    assertLabels("softmaxClassificationLoss", "labels", labels, rows, range);
    return softmaxCrossEntropy(tf.cast(labels, "int32"), logits);
  });
}

/**
 * The head's scores of the classes.
 *
 * @param u [B, D]
 * @param v [B, D]
 * @returns [B, C]
 */
export function pairLogits(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  { weight, bias, features }: PairClassifierOptions,
  caller: string = "pairLogits",
): tf.Tensor2D {
  assertBatch(caller, { u, v });
  assertRank(caller, "weight", weight, 2);
  return tf.tidy(() => {
    const joined = pairFeatures(u, v, features, caller); // [B, F·D]
    if (weight.shape[1] !== joined.shape[1]) {
      throw new RangeError(
        `${caller}: weight must be [C, ${joined.shape[1]}], one column for each number joined,` +
          ` got [${weight.shape}]`,
      );
    }
    const logits = tf.matMul(joined, weight, false, true); // [B, C]
    if (bias === undefined) return logits as tf.Tensor2D;
    if (bias.rank !== 1 || bias.shape[0] !== weight.shape[0]) {
      throw new RangeError(`${caller}: bias must be [${weight.shape[0]}], got [${bias.shape}]`);
    }
    return tf.add<tf.Tensor2D>(logits, bias);
  });
}

/**
 * What a head sees of two sentences.
 *
 * @param u [B, D]
 * @param v [B, D]
 * @returns [B, F·D]
 */
export function pairFeatures(
  u: tf.Tensor2D,
  v: tf.Tensor2D,
  features: readonly PairFeature[] = ["u", "v", "|u-v|"],
  caller: string = "pairFeatures",
): tf.Tensor2D {
  const unknown = features.find((feature) => !Object.hasOwn(FEATURES, feature));
  if (features.length === 0 || unknown !== undefined) {
    const known = Object.keys(FEATURES).join(", ");
    const got = unknown === undefined ? "none" : `"${unknown}"`;
    throw new RangeError(`${caller}: features must be some of ${known}, got ${got}`);
  }
  return tf.tidy(() => {
    const parts = features.map((feature) => FEATURES[feature](u, v));
    return tf.concat(parts, 1) as tf.Tensor2D;
  });
}
