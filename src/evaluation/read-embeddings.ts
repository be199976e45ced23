/**
 * Embeddings as plain numbers, ready for the measures of this folder.
 *
 * An encoder gives a tensor, which may live on a GPU; reading it takes a moment, so it is awaited
 * once, and every measure after that is an ordinary function.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { assertRank } from "../core/check";
import type * as tf from "../core/tf";
import { DenseMatrix } from "../similarity/dense-matrix";

/**
 * @param embeddings [B, D]; the tensor stays the caller's
 * @returns          the same numbers, which all functions here take for `Points`
 */
export async function readEmbeddings(embeddings: tf.Tensor2D): Promise<DenseMatrix> {
  assertRank("readEmbeddings", "embeddings", embeddings, 2);
  const values = Float32Array.from(await embeddings.data());
  return { shape: [embeddings.shape[0], embeddings.shape[1]], values };
}
