/**
 * Which rows of a batch are positives and which are negatives of each other, told by labels.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import * as tf from "../core/tf";
import { assertBetween } from "../core/check";
import { euclideanDistance, type Distance } from "../similarity/distance";
import { assertBatch, assertLabels, canRead } from "./check-batch";

export interface LabelTripletOptions {
  /** As in tripletLoss. Default 1. */
  margin?: number;
  /** All pairs of the batch. Default: Euclidean. */
  distance?: Distance;
}

export interface LabelledBatch {
  /** [B, B] */
  distances: tf.Tensor2D;
  /** [B, B] bool: another row with the same label. */
  isPositive: tf.Tensor2D;
  /** [B, B] bool: a row with another label. */
  isNegative: tf.Tensor2D;
  margin: number;
}

/**
 * Checks what a mining loss is given, and compares all rows. Call it within tf.tidy.
 *
 * @param embeddings [B, D]
 * @param labels     [B] whole numbers from 0; rows with equal ones belong together
 * @throws RangeError where no row has both a positive and a negative
 */
export function labelledBatch(
  caller: string,
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { margin = 1, distance = euclideanDistance }: LabelTripletOptions,
): LabelledBatch {
  assertBatch(caller, { embeddings }, { minRows: 3 });
  const rows = embeddings.shape[0];
  assertLabels(caller, "labels", labels, rows, { min: 0, max: 2 ** 24, isWhole: true });
  assertTriplets(caller, labels);
  assertBetween(caller, { margin }, 0, Number.MAX_VALUE);
  const isSame = tf.equal(tf.expandDims(labels, 1), tf.expandDims(labels, 0)) as tf.Tensor2D;
  const isItself = tf.cast(tf.eye(rows), "bool");
  return {
    distances: distance(embeddings, embeddings),
    isPositive: tf.logicalAnd(isSame, tf.logicalNot(isItself)),
    isNegative: tf.logicalNot(isSame),
    margin,
  };
}

/** The sum of some values by how many they are; 0 where they are none. */
export function meanOf(values: tf.Tensor, isCounted: tf.Tensor): tf.Scalar {
  const counted = tf.cast(isCounted, "float32");
  const count = tf.maximum(tf.sum(counted), 1);
  return tf.div(tf.sum(tf.mul(values, counted)), count) as tf.Scalar;
}

function assertTriplets(caller: string, labels: tf.Tensor1D): void {
  if (!canRead()) return;
  const values = Array.from(labels.dataSync());
  const kinds = new Set(values);
  if (kinds.size > 1 && kinds.size < values.length) return;
  const got = kinds.size === 1 ? "one label for all" : "another label in each";
  throw new RangeError(
    `${caller}: some rows must share a label and some must not,` +
      ` got ${got} of ${values.length} rows`,
  );
}
