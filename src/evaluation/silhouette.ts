/**
 * Silhouette: does each item lie closer to its own cluster than to the nearest other one?
 *
 *   s_i = (b_i − a_i) / max(a_i, b_i)
 *   a_i = mean distance to the others of its cluster,  b_i = least mean distance to another cluster
 *
 * 1: deep inside; 0: on the border; below 0: nearer to another cluster. Rousseeuw 1987,
 * "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis". An item
 * alone in its cluster has 0. Needs no truth, and so can't tell whether clusters mean anything.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { denseMatrix, Points, rowOf } from "../similarity/dense-matrix";
import { euclideanOfVectors, VectorMeasure } from "../similarity/vector-distance";
import { ClusterLabel } from "./contingency";

/**
 * @param points   [N, D]
 * @param clusters [N], two clusters at least
 * @param distance default Euclidean
 * @returns        [N], from −1 to 1
 */
export function silhouettes(
  points: Points,
  clusters: ArrayLike<ClusterLabel>,
  distance: VectorMeasure = euclideanOfVectors,
): Float64Array {
  const matrix = denseMatrix("silhouettes", "points", points);
  const n = matrix.shape[0];
  if (clusters.length !== n) {
    throw new RangeError(
      `silhouettes: each point must have a cluster, got ${clusters.length} for ${n} points`,
    );
  }
  const names = [...new Set(Array.from(clusters))];
  if (names.length < 2) {
    throw new RangeError(`silhouettes: there must be 2 clusters or more, got ${names.length}`);
  }
  const clusterOf = Int32Array.from({ length: n }, (_, i) => names.indexOf(clusters[i]!));
  const sizes = names.map((_, c) => clusterOf.filter((cluster) => cluster === c).length);
  return Float64Array.from({ length: n }, (_, i) => {
    const sums = new Float64Array(names.length);
    for (let j = 0; j < n; j++) {
      if (j !== i) sums[clusterOf[j]!]! += distance(rowOf(matrix, i), rowOf(matrix, j));
    }
    return silhouetteOf(sums, sizes, clusterOf[i]!);
  });
}

/** The mean over all points: one number for a clustering. */
export function meanSilhouette(
  points: Points,
  clusters: ArrayLike<ClusterLabel>,
  distance: VectorMeasure = euclideanOfVectors,
): number {
  const values = silhouettes(points, clusters, distance);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function silhouetteOf(sums: Float64Array, sizes: readonly number[], own: number): number {
  if (sizes[own] === 1) return 0;
  const inside = sums[own]! / (sizes[own]! - 1);
  let outside = Infinity;
  sums.forEach((sum, c) => {
    if (c !== own) outside = Math.min(outside, sum / sizes[c]!);
  });
  // All points equal: neither inside nor outside.
  return Math.max(inside, outside) === 0 ? 0 : (outside - inside) / Math.max(inside, outside);
}
