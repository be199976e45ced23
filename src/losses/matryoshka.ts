/**
 * Matryoshka: the first 16 numbers of an embedding shall be a good embedding, too; and the first
 * 32, and the first 64.
 *
 *   L = Σ_k weight_k · base loss of the first dims_k numbers, made length 1 again
 *
 * Kusupati et al. 2022, "Matryoshka Representation Learning", equation 1; around any loss on
 * embeddings, as in sentence-transformers. With `dimsPerStep` only some of the sizes, drawn anew,
 * count in a step.
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import { assertBetween, assertInteger } from "../core/check";
import * as tf from "../core/tf";
import type { RandomKey } from "../engine/random";
import { unitRows } from "../similarity/unit-rows";

/** Any loss of this folder with its labels and options filled in. */
export type BaseLoss = (...embeddings: tf.Tensor2D[]) => tf.Scalar;

export interface MatryoshkaOptions {
  /** Sizes from 1 to D. */
  dims: readonly number[];
  /** How much each size counts. Default 1 each. */
  weights?: readonly number[];
  /** How many of the sizes count in a step. Default all. Needs `random`. */
  dimsPerStep?: number;
  /** Draws them. In a compiled step the sizes not drawn are computed as well, and count 0. */
  random?: Pick<RandomKey, "uniform">;
}

/**
 * @param embeddings what the base loss takes, each [B, D]
 * @param base       such as (anchor, positive) => multipleNegativesRankingLoss(anchor, positive)
 * @returns scalar
 */
export function matryoshkaLoss(
  embeddings: readonly tf.Tensor2D[],
  base: BaseLoss,
  { dims, weights = dims.map(() => 1), dimsPerStep = dims.length, random }: MatryoshkaOptions,
): tf.Scalar {
  checkSizes(embeddings, dims, weights);
  assertInteger("matryoshkaLoss", { dimsPerStep }, { min: 1, max: dims.length });
  return tf.tidy(() => {
    const losses = dims.map((size, i) => {
      const first = embeddings.map((tensor) => unitRows(tf.slice2d(tensor, [0, 0], [-1, size])));
      return tf.mul(base(...first), weights[i]!);
    });
    const all = tf.stack(losses) as tf.Tensor1D; // [K]
    if (dimsPerStep === dims.length) return tf.sum(all) as tf.Scalar;
    if (random === undefined) {
      throw new RangeError("matryoshkaLoss: dimsPerStep needs random, which draws the sizes");
    }
    return tf.sum(tf.mul(all, drawn(random, dims.length, dimsPerStep))) as tf.Scalar;
  });
}

/** 1 for `count` of `of` places, each choice equally likely, 0 for the others. @returns [of] */
function drawn(random: Pick<RandomKey, "uniform">, of: number, count: number): tf.Tensor {
  const lots = random.uniform([of]);
  const isAbove = tf.greater(tf.expandDims(lots, 0), tf.expandDims(lots, 1)); // [of, of]
  const place = tf.sum(tf.cast(isAbove, "float32"), 1); // how many lots are larger
  return tf.cast(tf.less(place, count), "float32");
}

function checkSizes(
  embeddings: readonly tf.Tensor2D[],
  dims: readonly number[],
  weights: readonly number[],
): void {
  const width = embeddings[0]?.shape[1];
  if (width === undefined || dims.length === 0) {
    throw new RangeError(
      `matryoshkaLoss: embeddings and dims are needed, got ${embeddings.length} and ${dims.length}`,
    );
  }
  for (const size of dims) assertInteger("matryoshkaLoss", { dims: size }, { min: 1, max: width });
  if (weights.length !== dims.length) {
    throw new RangeError(
      `matryoshkaLoss: each of the ${dims.length} dims needs a weight, got ${weights.length}`,
    );
  }
  for (const weight of weights) {
    assertBetween("matryoshkaLoss", { weights: weight }, 0, Number.MAX_VALUE);
  }
}
