/**
 * Multiple negatives ranking for batches larger than memory: the same loss, the same gradient.
 *
 *   see multiple-negatives-ranking.ts for the loss, gradient-cache.ts for how the gradient is found
 *
 * Gao, Zhang, Han & Callan 2021, "Scaling Deep Contrastive Learning Batch Size under Memory Limited
 * Setup", section 3.2.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import {
  cachedGradients,
  type CachedGradients,
  type ChunkEmbedder,
  type GradientCacheOptions,
  type Weights,
} from "./gradient-cache";
import {
  multipleNegativesRankingLoss,
  type MultipleNegativesRankingOptions,
} from "./multiple-negatives-ranking";

export type CachedRankingOptions = GradientCacheOptions &
  Omit<MultipleNegativesRankingOptions, "hardNegatives">;

/**
 * @param embed   rows → [anchor, positive, …hard negatives], each [size, D]
 * @param weights what embed computes with, by name
 * @returns loss and gradients; the caller disposes of them
 */
export function cachedMultipleNegativesRankingLoss(
  embed: ChunkEmbedder,
  weights: Weights,
  { numRows, chunkSize, ...options }: CachedRankingOptions,
): CachedGradients {
  return cachedGradients(
    (anchor, positive, ...hardNegatives) =>
      multipleNegativesRankingLoss(anchor!, positive!, { ...options, hardNegatives }),
    embed,
    weights,
    { numRows, ...(chunkSize === undefined ? {} : { chunkSize }) },
  );
}
