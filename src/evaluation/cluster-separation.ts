/**
 * How far apart are clusters, measured by how wide they are? Two numbers without a truth.
 *
 *   Calinski–Harabasz  (Σ_c n_c |m_c − m|² / (k − 1)) / (Σ_c Σ_{i in c} |x_i − m_c|² / (n − k))
 *   Davies–Bouldin     mean_c max_{d ≠ c} (w_c + w_d) / |m_c − m_d|,   w = mean distance to m_c
 *
 * Larger is better for the first, smaller for the second. Caliński & Harabasz 1974, "A dendrite
 * method for cluster analysis"; Davies & Bouldin 1979, "A Cluster Separation Measure".
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { DenseMatrix, denseMatrix, Points, rowOf } from "../similarity/dense-matrix";
import { euclideanOfVectors, squaredEuclideanOfVectors } from "../similarity/vector-distance";
import { ClusterLabel } from "./contingency";

/**
 * @param points   [N, D]
 * @param clusters [N], from 2 to N − 1 of them
 * @returns        at least 0; ∞ where every point is at its cluster's mean
 */
export function calinskiHarabasz(points: Points, clusters: ArrayLike<ClusterLabel>): number {
  const { matrix, groups } = grouped("calinskiHarabasz", points, clusters);
  const n = matrix.shape[0];
  const middle = meanOfRows(
    matrix,
    Array.from({ length: n }, (_, i) => i),
  );
  let [between, within] = [0, 0];
  for (const { rows, mean } of groups) {
    between += rows.length * squaredEuclideanOfVectors(mean, middle);
    for (const i of rows) within += squaredEuclideanOfVectors(rowOf(matrix, i), mean);
  }
  return between / (groups.length - 1) / (within / (n - groups.length));
}

/**
 * @param points   [N, D]
 * @param clusters [N], from 2 to N − 1 of them
 * @returns        at least 0; ∞ where two clusters have one mean
 */
export function daviesBouldin(points: Points, clusters: ArrayLike<ClusterLabel>): number {
  const { matrix, groups } = grouped("daviesBouldin", points, clusters);
  const widths = groups.map(({ rows, mean }) => {
    const distances = rows.map((i) => euclideanOfVectors(rowOf(matrix, i), mean));
    return distances.reduce((sum, d) => sum + d, 0) / rows.length;
  });
  const worst = groups.map(({ mean }, c) => {
    const overlaps = groups.map((other, d) =>
      c === d ? 0 : (widths[c]! + widths[d]!) / euclideanOfVectors(mean, other.mean),
    );
    return Math.max(...overlaps);
  });
  return worst.reduce((sum, overlap) => sum + overlap, 0) / groups.length;
}

function grouped(caller: string, points: Points, clusters: ArrayLike<ClusterLabel>) {
  const matrix = denseMatrix(caller, "points", points);
  const n = matrix.shape[0];
  if (clusters.length !== n) {
    throw new RangeError(
      `${caller}: each point must have a cluster, got ${clusters.length} for ${n} points`,
    );
  }
  const rowsOf = new Map<ClusterLabel, number[]>();
  for (let i = 0; i < n; i++) rowsOf.set(clusters[i]!, [...(rowsOf.get(clusters[i]!) ?? []), i]);
  if (rowsOf.size < 2 || rowsOf.size >= n) {
    throw new RangeError(
      `${caller}: there must be from 2 to ${n - 1} clusters of ${n} points, got ${rowsOf.size}`,
    );
  }
  const groups = [...rowsOf.values()].map((rows) => ({ rows, mean: meanOfRows(matrix, rows) }));
  return { matrix, groups };
}

function meanOfRows(matrix: DenseMatrix, rows: readonly number[]): Float64Array {
  const mean = new Float64Array(matrix.shape[1]);
  for (const i of rows) rowOf(matrix, i).forEach((value, d) => (mean[d]! += value / rows.length));
  return mean;
}
