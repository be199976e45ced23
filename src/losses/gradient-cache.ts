/**
 * Gradient cache: a loss over a batch that is larger than memory, with exactly its gradient.
 *
 *   1. E = embeddings of all rows, chunk by chunk, nothing kept but E
 *   2. L(E), and the cache ∂L/∂E
 *   3. chunk by chunk again: ∂L/∂w = Σ_chunks (∂E_chunk/∂w)ᵀ · ∂L/∂E_chunk
 *
 * Gao, Zhang, Han & Callan 2021, "Scaling Deep Contrastive Learning Batch Size under Memory Limited
 * Setup", section 3.2. In-batch losses can't simply add up the gradients of small batches: rows of
 * different batches would not be each other's negatives. The price is a second forward pass.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertInteger } from "../core/check";
import * as tf from "../core/tf";
import type { BaseLoss } from "./matryoshka";

export type Weights = Readonly<Record<string, tf.Tensor>>;

export interface Rows {
  /** The first row of the chunk. */
  readonly from: number;
  /** How many. */
  readonly size: number;
}

/**
 * Embeds some rows of a batch: one [size, D] for each thing that the loss takes (anchor, positive,
 * …). Called twice for each chunk, and must do the same both times: chance, such as dropout, from a
 * key that follows from the rows, not from a generator that moves on.
 */
export type ChunkEmbedder = (weights: Weights, rows: Rows) => readonly tf.Tensor2D[];

export interface GradientCacheOptions {
  /** B, rows of the batch. */
  numRows: number;
  /** Rows embedded at a time: what fits into memory. Default 32. */
  chunkSize?: number;
}

export interface CachedGradients {
  loss: tf.Scalar;
  /** By the names of the weights. */
  gradients: Record<string, tf.Tensor>;
}

/**
 * @param weights all that is to get a gradient; each must matter for the embeddings
 * @returns the same as backpropagation through the whole batch, up to rounding
 */
export function cachedGradients(
  loss: BaseLoss,
  embed: ChunkEmbedder,
  weights: Weights,
  { numRows, chunkSize = 32 }: GradientCacheOptions,
): CachedGradients {
  assertInteger("cachedGradients", { numRows, chunkSize }, { min: 1 });
  const names = Object.keys(weights);
  return tf.tidy(() => {
    const chunks = chunksOf(numRows, chunkSize);
    const parts = chunks.map((rows) => tf.tidy(() => [...embed(weights, rows)]));
    const columns = parts[0]!.map((_, i) =>
      tf.concat2d(
        parts.map((part) => part[i]!),
        0,
      ),
    );
    const { value, grads: cache } = tf.valueAndGrads((...all) => loss(...(all as tf.Tensor2D[])))(
      columns,
    );
    let total: tf.Tensor[] | undefined;
    for (const rows of chunks) {
      const before = total;
      total = tf.tidy(() => {
        const found = chunkGradients(embed, weights, rows, cache as tf.Tensor2D[]);
        return found.map((gradient, i) => (before ? tf.add(before[i]!, gradient) : gradient));
      });
      tf.dispose(before ?? []);
    }
    const gradients = names.map((name, i) => [name, total![i]!] as const);
    return { loss: value as tf.Scalar, gradients: Object.fromEntries(gradients) };
  }) as unknown as CachedGradients;
}

/** The share of one chunk: the gradient of Σ E · (cached ∂L/∂E), which is a plain scalar. */
function chunkGradients(
  embed: ChunkEmbedder,
  weights: Weights,
  { from, size }: Rows,
  cache: readonly tf.Tensor2D[],
): tf.Tensor[] {
  const names = Object.keys(weights);
  const product = (...moving: tf.Tensor[]) => {
    const named = names.map((name, i) => [name, moving[i]!] as const);
    const embeddings = embed(Object.fromEntries(named), { from, size });
    const each = embeddings.map((tensor, i) =>
      tf.sum(tf.mul(tensor, tf.slice2d(cache[i]!, [from, 0], [size, -1]))),
    );
    return tf.addN(each);
  };
  return tf.grads(product)(names.map((name) => weights[name]!));
}

function chunksOf(numRows: number, chunkSize: number): Rows[] {
  const chunks: Rows[] = [];
  for (let from = 0; from < numRows; from += chunkSize) {
    chunks.push({ from, size: Math.min(chunkSize, numRows - from) });
  }
  return chunks;
}
