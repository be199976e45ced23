/**
 * Points along the direction from one vector to another: what an embedding "knows" of a contrast.
 *
 *   x_i = 2 (v_i − (v_a + v_b) / 2) · (v_b − v_a) / |v_b − v_a|²        −1 at a, 1 at b
 *
 * Bolukbasi et al. 2016, "Man is to Computer Programmer as Woman is to Homemaker?", section 4, on
 * the direction of two words. What the direction leaves out is most of a vector, so the widest
 * direction of the rest comes along as y, with the share of the variance that each of them holds.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger } from "../core/check";
import { denseMatrix, Points } from "./dense-matrix";
import { pca } from "./pca";

export interface AxisProjection {
  /** [N] along the axis. */
  readonly x: Float64Array;
  /** [N] along the widest direction at a right angle to it, around the mean. */
  readonly y: Float64Array;
  /** The shares of the points' variance along x and y. */
  readonly shares: readonly [x: number, y: number];
}

/**
 * @param points [N, D]
 * @param from   the row at −1
 * @param to     the row at 1
 */
export function projectOnAxis(points: Points, from: number, to: number): AxisProjection {
  const { shape, values } = denseMatrix("projectOnAxis", "points", points);
  const [n, d] = shape;
  assertInteger("projectOnAxis", { from, to }, { min: 0, max: n - 1 });
  const along = new Float64Array(d);
  let length = 0;
  for (let j = 0; j < d; j++) {
    along[j] = values[to * d + j]! - values[from * d + j]!;
    length += along[j]! ** 2;
  }
  if (length === 0) {
    throw new RangeError(
      `projectOnAxis: the two ends must differ, got equal vectors in rows ${from} and ${to}`,
    );
  }
  const mean = new Float64Array(d);
  for (let at = 0; at < n * d; at++) mean[at % d]! += values[at]! / n;
  const rest = new Float64Array(n * d);
  const x = new Float64Array(n);
  let total = 0;
  let held = 0;
  for (let i = 0; i < n; i++) {
    let fromMiddle = 0;
    let fromMean = 0;
    for (let j = 0; j < d; j++) {
      const value = values[i * d + j]!;
      fromMiddle += (value - (values[from * d + j]! + values[to * d + j]!) / 2) * along[j]!;
      fromMean += (value - mean[j]!) * along[j]!;
      total += (value - mean[j]!) ** 2;
    }
    x[i] = (2 * fromMiddle) / length;
    held += fromMean ** 2 / length;
    for (let j = 0; j < d; j++) {
      rest[i * d + j] = values[i * d + j]! - mean[j]! - (fromMean / length) * along[j]!;
    }
  }
  const widest = pca({ shape, values: rest }, { numComponents: 1 });
  const share = (squares: number) => (total === 0 ? 0 : squares / total);
  return {
    x,
    y: Float64Array.from(widest.projected.values),
    shares: [share(held), share(widest.explainedVariance[0]! * (n - 1))],
  };
}
