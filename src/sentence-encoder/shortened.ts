/**
 * Embeddings cut short, or made length 1: what is asked for beside the model's own vectors.
 *
 *   x → (x_1, …, x_k) / |(x_1, …, x_k)|
 *
 * Kusupati et al. 2022, "Matryoshka Representation Learning", section 3: the first numbers of an
 * embedding are an embedding, once they have length 1 again.
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import * as tf from "../core/tf";
import { unitRows } from "../similarity/unit-rows";

export interface ShortenedOptions {
  normalize: boolean;
  /** Numbers that stay. Default: all. */
  truncateTo: number | undefined;
}

/**
 * @param embeddings [B, D]; disposed of
 * @returns          [B, D], or [B, truncateTo]
 */
export function shortened(
  embeddings: tf.Tensor2D,
  { normalize, truncateTo }: ShortenedOptions,
): tf.Tensor2D {
  if (truncateTo === undefined && !normalize) return embeddings;
  const cut = tf.tidy(() => {
    const first = truncateTo === undefined ? embeddings : firstColumns(embeddings, truncateTo);
    return unitRows(first);
  });
  embeddings.dispose();
  return cut;
}

function firstColumns(embeddings: tf.Tensor2D, width: number): tf.Tensor2D {
  return tf.slice(embeddings, [0, 0], [-1, width]);
}
