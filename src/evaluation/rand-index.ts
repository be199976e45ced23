/**
 * Rand index: of all pairs of items, how many do two clusterings treat alike, together in both or
 * apart in both?
 *
 *   Rand    (together in both + apart in both) / all pairs
 *   ARI     (Rand − Rand expected by chance) / (1 − Rand expected by chance)
 *   Fowlkes–Mallows  together in both / √(together in the one · together in the other)
 *
 * Most pairs are apart in any clustering with many groups, so the plain index is high for nothing:
 * report the adjusted one. Rand 1971, "Objective criteria for the evaluation of clustering
 * methods"; Hubert & Arabie 1985, "Comparing partitions"; Fowlkes & Mallows 1983, "A method for
 * comparing two hierarchical clusterings".
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { ClusterLabel, contingency } from "./contingency";

/** @returns from 0 to 1 */
export function randIndex(
  truth: ArrayLike<ClusterLabel>,
  clusters: ArrayLike<ClusterLabel>,
): number {
  const { all, inBoth, inTruth, inClusters } = pairCounts(truth, clusters);
  return all === 0 ? 1 : (all + 2 * inBoth - inTruth - inClusters) / all;
}

/** @returns 1 for equal clusterings, about 0 for one that knows nothing, below 0 for worse */
export function adjustedRandIndex(
  truth: ArrayLike<ClusterLabel>,
  clusters: ArrayLike<ClusterLabel>,
): number {
  const { all, inBoth, inTruth, inClusters } = pairCounts(truth, clusters);
  const expected = all === 0 ? 0 : (inTruth * inClusters) / all;
  const best = (inTruth + inClusters) / 2;
  // Both put all in one group, or each alone: nothing is left to chance, and they agree.
  return best === expected ? 1 : (inBoth - expected) / (best - expected);
}

/** @returns from 0 to 1 */
export function fowlkesMallows(
  truth: ArrayLike<ClusterLabel>,
  clusters: ArrayLike<ClusterLabel>,
): number {
  const { inBoth, inTruth, inClusters } = pairCounts(truth, clusters);
  return inBoth === 0 ? 0 : inBoth / (Math.sqrt(inTruth) * Math.sqrt(inClusters));
}

/** Pairs of items: all there are, and those that are together. */
function pairCounts(truth: ArrayLike<ClusterLabel>, clusters: ArrayLike<ClusterLabel>) {
  const { n, counts, rowSums, columnSums } = contingency(truth, clusters);
  const pairsIn = (sizes: readonly number[]) =>
    sizes.reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0);
  return {
    all: pairsIn([n]),
    inBoth: pairsIn(counts.flat()),
    inTruth: pairsIn(rowSums),
    inClusters: pairsIn(columnSums),
  };
}
