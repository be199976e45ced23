/**
 * Purity: if every cluster were named after its commonest group, how many items would be right?
 *
 *   Σ_j max_i n_ij / n
 *
 * Manning, Raghavan & Schütze 2008, "Introduction to Information Retrieval", section 16.3. With
 * each item a cluster of its own it is 1: compare only clusterings of equally many clusters.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { ClusterLabel, contingency } from "./contingency";

/** @returns above 0, at most 1 */
export function purity(truth: ArrayLike<ClusterLabel>, clusters: ArrayLike<ClusterLabel>): number {
  const { n, counts, columnSums } = contingency(truth, clusters);
  const largest = columnSums.map((_, j) => Math.max(...counts.map((row) => row[j]!)));
  return largest.reduce((sum, count) => sum + count, 0) / n;
}
