/**
 * k-means: k centres, each the mean of the points nearest to it.
 *
 *   repeat: label_i = argmin_c |x_i − m_c|²;   m_c = mean of the points with label c
 *   inertia = Σ_i |x_i − m_label(i)|²           never grows, so the repetition ends
 *
 * Lloyd 1982, "Least squares quantization in PCM". Where it ends depends on where it begins: the
 * first centres are drawn far from each other (k-means++, Arthur & Vassilvitskii 2007: each next
 * one with a chance proportional to its squared distance from the nearest so far), several times,
 * and the best of the starts is kept. Of embeddings of length 1 it clusters by cosine.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import { DenseMatrix, denseMatrix, Points, rowOf } from "./dense-matrix";
import { squaredEuclideanOfVectors } from "./vector-distance";

export interface KMeansOptions {
  /** Draws the first centres: `createRng(seed)`. */
  rng: Rng;
  /** How often to begin anew. Default 10. */
  starts?: number;
  /** Where a start that has not come to rest ends. Default 300 rounds. */
  maxIterations?: number;
}

export interface KMeansClusters {
  /** [N]: the centre nearest to each point, from 0 to k − 1. */
  readonly labels: Int32Array;
  /** [k, D] */
  readonly centers: readonly Float64Array[];
  /** The sum of squared distances from the points to their centres. */
  readonly inertia: number;
  /** Rounds until no label changed. */
  readonly iterations: number;
}

/**
 * @param points [N, D]
 * @param k      how many clusters, from 1 to N
 */
export function kMeans(
  points: Points,
  k: number,
  { rng, starts = 10, maxIterations = 300 }: KMeansOptions,
): KMeansClusters {
  const matrix = denseMatrix("kMeans", "points", points);
  assertInteger("kMeans", { k }, { min: 1, max: matrix.shape[0] });
  assertInteger("kMeans", { starts, maxIterations }, { min: 1 });
  let best: KMeansClusters | undefined;
  for (let start = 0; start < starts; start++) {
    const found = lloyd(matrix, firstRows(matrix, k, rng), maxIterations);
    if (!best || found.inertia < best.inertia) best = found;
  }
  return best!;
}

/** The same from first centres of one's own: the points in these rows. */
export function kMeansFrom(
  points: Points,
  rows: readonly number[],
  { maxIterations = 300 }: Pick<KMeansOptions, "maxIterations"> = {},
): KMeansClusters {
  const matrix = denseMatrix("kMeansFrom", "points", points);
  assertInteger("kMeansFrom", { k: rows.length }, { min: 1, max: matrix.shape[0] });
  for (const row of rows)
    assertInteger("kMeansFrom", { row }, { min: 0, max: matrix.shape[0] - 1 });
  return lloyd(matrix, rows, maxIterations);
}

function lloyd(
  matrix: DenseMatrix,
  rows: readonly number[],
  maxIterations: number,
): KMeansClusters {
  const labels = new Int32Array(matrix.shape[0]).fill(-1);
  let centers: Float64Array[] = rows.map((row) => Float64Array.from(rowOf(matrix, row)));
  let iterations = 0;
  while (assignNearest(matrix, centers, labels) && iterations < maxIterations) {
    centers = meansOf(matrix, labels, centers);
    iterations++;
  }
  let inertia = 0;
  labels.forEach((c, i) => {
    inertia += squaredEuclideanOfVectors(rowOf(matrix, i), centers[c]!);
  });
  return { labels, centers, inertia, iterations };
}

/** @returns whether any label changed */
function assignNearest(
  matrix: DenseMatrix,
  centers: readonly Float64Array[],
  labels: Int32Array,
): boolean {
  let changed = false;
  for (let i = 0; i < labels.length; i++) {
    const distances = centers.map((center) => squaredEuclideanOfVectors(rowOf(matrix, i), center));
    const nearest = distances.indexOf(Math.min(...distances));
    changed ||= labels[i] !== nearest;
    labels[i] = nearest;
  }
  return changed;
}

/** An empty cluster begins anew at the point that lies farthest from its own centre. */
function meansOf(
  matrix: DenseMatrix,
  labels: Int32Array,
  centers: readonly Float64Array[],
): Float64Array[] {
  const means = centers.map((center) => new Float64Array(center.length));
  const sizes = new Int32Array(centers.length);
  labels.forEach((c, i) => {
    sizes[c]! += 1;
    rowOf(matrix, i).forEach((value, d) => (means[c]![d]! += value));
  });
  const farthest = sizes.includes(0) ? rowsByDistance(matrix, labels, centers) : [];
  means.forEach((mean, c) => {
    if (sizes[c] === 0) mean.set(rowOf(matrix, farthest.shift()!));
    else mean.forEach((sum, d) => (mean[d] = sum / sizes[c]!));
  });
  return means;
}

function rowsByDistance(
  matrix: DenseMatrix,
  labels: Int32Array,
  centers: readonly Float64Array[],
): number[] {
  const distances = Array.from(labels, (c, i) =>
    squaredEuclideanOfVectors(rowOf(matrix, i), centers[c]!),
  );
  return distances.map((_, i) => i).sort((i, j) => distances[j]! - distances[i]!);
}

/** k-means++. Where fewer than k points differ, the rest of the centres stand on others. */
function firstRows(matrix: DenseMatrix, k: number, rng: Rng): number[] {
  const n = matrix.shape[0];
  const rows = [rng.integer(n)];
  const nearest = new Float64Array(n).fill(Infinity); // squared distance to the nearest centre
  while (rows.length < k) {
    const latest = rowOf(matrix, rows[rows.length - 1]!);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const distance = squaredEuclideanOfVectors(rowOf(matrix, i), latest);
      nearest[i] = Math.min(nearest[i]!, distance);
      sum += nearest[i]!;
    }
    let left = rng.uniform() * sum;
    let drawn = 0;
    while (drawn < n - 1 && left >= nearest[drawn]!) left -= nearest[drawn++]!;
    rows.push(drawn);
  }
  return rows;
}
