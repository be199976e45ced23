/**
 * How much of the truth a map tells: the share of each point's nearest neighbours that it keeps.
 *
 *   share = mean_i |true_k(i) ∩ map_k(i)| / k          chance: k / (N − 1)
 *
 * Venna & Kaski 2006, "Local multidimensional scaling"; with one k, the quality Q_NX of Lee &
 * Verleysen 2009. Trustworthiness (Venna & Kaski 2001) counts only the strangers that a map puts
 * near, the more the farther they are in truth; as in scikit-learn.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger } from "../core/check";
import { denseMatrix, DenseMatrix, Points } from "./dense-matrix";
import { distanceBetween, Metric, nearestNeighbours } from "./nearest-neighbours";
import { Neighbours, neighboursOf } from "./neighbours";
import { planarNeighbours } from "./planar-neighbours";

export interface NeighbourPreservationOptions {
  /** How many neighbours are looked at. Default 10, or N − 1 where that is less. */
  k?: number;
  /** What "near" means for the points; on the map it is the ruler. Default cosine. */
  metric?: Metric;
}

export interface NeighbourPreservation {
  /** The mean share that is kept, 0 to 1. */
  readonly share: number;
  /** What a map drawn by lot would keep on average. */
  readonly chance: number;
  readonly k: number;
  /** [N] how many of its k neighbours each point keeps. */
  readonly kept: Int32Array;
}

/**
 * @param points [N, D] the truth: vectors, or their neighbours if they are known already
 * @param map    [N, 2] or wider: row i is where point i was put
 */
export function neighbourPreservation(
  points: Points | Neighbours,
  map: Points,
  options: NeighbourPreservationOptions = {},
): NeighbourPreservation {
  const caller = "neighbourPreservation";
  const places = denseMatrix(caller, "map", map);
  const n = places.shape[0];
  const given = "ids" in points ? points : undefined;
  const { k = Math.min(given?.shape[1] ?? 10, n - 1), metric = "cosine" } = options;
  assertInteger(caller, { k }, { min: 1, max: Math.min(n - 1, given?.shape[1] ?? Infinity) });
  const truth = given ?? nearestNeighbours(points as Points, { k, metric });
  if (truth.shape[0] !== n) {
    throw new RangeError(
      `${caller}: points and map must be equally many, got ${truth.shape[0]} and ${n}`,
    );
  }
  const shown = mapNeighbours(places, k);
  const kept = new Int32Array(n);
  const mark = new Int32Array(n).fill(-1);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (const id of neighboursOf(truth, i).subarray(0, k)) mark[id] = i;
    for (const id of neighboursOf(shown, i)) if (mark[id] === i) kept[i]!++;
    sum += kept[i]!;
  }
  return { share: sum / (n * k), chance: k / (n - 1), k, kept };
}

/**
 * 1 − 2 / (N k (2N − 3k − 1)) · Σ_i Σ_j (r(i, j) − k)     over the k map neighbours j of i
 *
 * where j is the r-th nearest to i in truth and r > k. 1: no stranger is near. Looks at all pairs,
 * so for some thousand points.
 *
 * @param points [N, D]
 * @param map    [N, 2] or wider
 * @returns 0 to 1; k must be below N / 2
 */
export function trustworthiness(
  points: Points,
  map: Points,
  { k = 10, metric = "cosine" }: NeighbourPreservationOptions = {},
): number {
  const truth = denseMatrix("trustworthiness", "points", points);
  const places = denseMatrix("trustworthiness", "map", map);
  const n = truth.shape[0];
  if (places.shape[0] !== n) {
    throw new RangeError(
      `trustworthiness: points and map must be equally many, got ${n} and ${places.shape[0]}`,
    );
  }
  assertInteger("trustworthiness", { k }, { min: 1, max: Math.ceil(n / 2) - 1 });
  const shown = mapNeighbours(places, k);
  const distance = distanceBetween(truth, metric);
  const distances = new Float64Array(n);
  let penalty = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) distances[j] = j === i ? -1 : distance(i, j);
    for (const j of neighboursOf(shown, i)) {
      // The point itself is counted by the -1 above: so the nearest has rank 1.
      let rank = 0;
      for (let l = 0; l < n; l++) if (distances[l]! < distances[j]!) rank++;
      penalty += Math.max(0, rank - k);
    }
  }
  return 1 - (2 * penalty) / (n * k * (2 * n - 3 * k - 1));
}

function mapNeighbours(places: DenseMatrix, k: number): Neighbours {
  return places.shape[1] === 2
    ? planarNeighbours(places, k)
    : nearestNeighbours(places, { k, metric: "euclidean" });
}
