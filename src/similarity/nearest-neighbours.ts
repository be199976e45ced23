/**
 * The k nearest neighbours of every point: exact, by comparing all pairs.
 *
 *   cosine:    distance = 1 − x·y / (|x| |y|)            as scikit-learn's, 0 to 2
 *   euclidean: distance = |x − y|                        nearest: largest x·y − |y|²/2
 *
 * Both come down to one matrix product, which a WebAssembly kernel computes in pieces that stay in
 * the processor's cache, keeping the best k of each row as it goes: the N² products are never
 * stored. It works in single precision, so a few more candidates than k are kept; their distances
 * are then computed anew in double precision, and the k nearest of them stay.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger } from "../core/check";
import { denseMatrix, DenseMatrix, Points } from "./dense-matrix";
import { neighboursKernel } from "./kernels/neighbours-kernel";
import { Neighbours } from "./neighbours";

export type Metric = "cosine" | "euclidean";

export interface NearestNeighboursOptions {
  /** How many, from 1 to N − 1. Default 10, or N − 1 where that is less. */
  k?: number;
  /** Default cosine. */
  metric?: Metric;
}

/** Kept beyond k: in single precision two neighbours at the border may change places. */
const SPARE = 4;
/** Rows and points compared in one call: together they fit into the second-level cache. */
const QUERY_BLOCK = 512;
const POINT_BLOCK = 1024;

/**
 * @param points [N, D]; a row of zeros has no direction: its cosine with all others is 0
 */
export function nearestNeighbours(
  points: Points,
  { k, metric = "cosine" }: NearestNeighboursOptions = {},
): Neighbours {
  const matrix = denseMatrix("nearestNeighbours", "points", points);
  const [n, d] = matrix.shape;
  const count = k ?? Math.min(10, n - 1);
  if (n < 2) throw new RangeError(`nearestNeighbours: there must be at least 2 points, got ${n}`);
  assertInteger("nearestNeighbours", { k: count }, { min: 1, max: n - 1 });
  const { rows, offsets } = prepared(matrix, metric);
  const distance = distanceBetween(matrix, metric);
  const width = Math.min(count + SPARE, n - 1);
  const kernel = neighboursKernel({ size: d, width, queryBlock: QUERY_BLOCK, numPoints: n });
  for (let first = 0; first < n; first += 8) kernel.setPanel(first, rows, offsets);
  const ids = new Int32Array(n * count);
  const distances = new Float32Array(n * count);
  for (let from = 0; from < n; from += QUERY_BLOCK) {
    const to = Math.min(n, from + QUERY_BLOCK);
    kernel.setQueries(rows.subarray(from * d, to * d));
    for (let first = 0; first < n; first += POINT_BLOCK) {
      kernel.keepBest(from, to - from, first, Math.min(POINT_BLOCK, n - first));
    }
    for (let i = from; i < to; i++) {
      takeNearest(i, kernel.candidates(i - from), distance, ids, distances, count);
    }
  }
  return { shape: [n, count], ids, distances };
}

/** The distance of rows i and j in double precision. */
export function distanceBetween(
  { shape: [n, d], values }: DenseMatrix,
  metric: Metric,
): (i: number, j: number) => number {
  if (metric === "euclidean") {
    return (i, j) => {
      let sum = 0;
      for (let a = i * d, b = j * d; a < (i + 1) * d; a++, b++) {
        sum += (values[a]! - values[b]!) ** 2;
      }
      return Math.sqrt(sum);
    };
  }
  if (metric !== "cosine") {
    throw new RangeError(`distanceBetween: metric must be cosine or euclidean, got ${metric}`);
  }
  const lengths = new Float64Array(n);
  for (let i = 0; i < n; i++) lengths[i] = Math.sqrt(product(values, i * d, i * d, d));
  return (i, j) => {
    const both = lengths[i]! * lengths[j]!;
    return both === 0 ? 1 : 1 - product(values, i * d, j * d, d) / both;
  };
}

function product(values: DenseMatrix["values"], i: number, j: number, d: number): number {
  let sum = 0;
  for (let at = 0; at < d; at++) sum += values[i + at]! * values[j + at]!;
  return sum;
}

/**
 * Rows and offsets so that the nearest have the largest x · y + offset_y: unit rows without
 * offsets, or rows around their mean (small numbers lose fewer digits) with −|y|²/2.
 */
function prepared({ shape: [n, d], values }: DenseMatrix, metric: Metric) {
  const rows = new Float32Array(n * d);
  const offsets = new Float32Array(n);
  const mean = new Float64Array(d);
  if (metric === "euclidean") {
    for (let at = 0; at < n * d; at++) mean[at % d]! += values[at]! / n;
  }
  for (let i = 0; i < n; i++) {
    let squares = 0;
    for (let j = 0; j < d; j++) squares += (values[i * d + j]! - mean[j]!) ** 2;
    const scale = metric === "euclidean" ? 1 : squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let j = 0; j < d; j++) rows[i * d + j] = (values[i * d + j]! - mean[j]!) * scale;
    if (metric === "euclidean") offsets[i] = -squares / 2;
  }
  return { rows, offsets };
}

/** The `count` nearest of the candidates, in order; of two equally near, the first. */
function takeNearest(
  i: number,
  candidates: Int32Array,
  distance: (i: number, j: number) => number,
  ids: Int32Array,
  distances: Float32Array,
  count: number,
): void {
  const exact = Array.from(candidates, (id) => ({ id, away: distance(i, id) }));
  exact.sort((a, b) => a.away - b.away || a.id - b.id);
  for (let place = 0; place < count; place++) {
    ids[i * count + place] = exact[place]!.id;
    distances[i * count + place] = Math.max(0, exact[place]!.away);
  }
}
