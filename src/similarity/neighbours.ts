/**
 * Lists of neighbours: for every point, the k points that are nearest to it, nearest first.
 */

/** [N, K] neighbours of N points; a point is not among its own. */
export interface Neighbours {
  readonly shape: readonly [numPoints: number, numNeighbours: number];
  /** [N, K] row after row: which points, nearest first; of two equally near, the first. */
  readonly ids: Int32Array;
  /** [N, K] how far away each is. */
  readonly distances: Float32Array;
}

/** The ids of point i's neighbours, nearest first: a view, not a copy. */
export function neighboursOf({ shape, ids }: Neighbours, i: number): Int32Array {
  return ids.subarray(i * shape[1], (i + 1) * shape[1]);
}
