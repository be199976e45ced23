/**
 * Principal component analysis: the directions along which points vary most.
 *
 *   C = Σ_i (x_i − x̄)(x_i − x̄)ᵀ / (N − 1)        components: the eigenvectors of C, largest first
 *   projected_i = ((x_i − x̄) · c_1, (x_i − x̄) · c_2, …)
 *
 * Pearson 1901, "On lines and planes of closest fit to systems of points in space"; Jolliffe 2002,
 * "Principal Component Analysis", section 3.5. N − 1, names and values as in scikit-learn. A
 * component's sign means nothing; here its number farthest from 0 is positive.
 *
 * Of C and the matrix of all pairs of points, the smaller is used: both have the same eigenvalues.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger } from "../core/check";
import { denseMatrix, DenseMatrix, Points } from "./dense-matrix";
import { largestEigen, Multiply, symmetricEigen } from "./symmetric-eigen";

export interface PcaOptions {
  /** K, how many directions. At most N and D. Default 2. */
  numComponents?: number;
}

export interface Pca {
  /** [D] */
  readonly mean: Float64Array;
  /** [K, D] directions of length 1, at right angles to each other. */
  readonly components: DenseMatrix;
  /** [K] variance of the points along each direction, largest first. */
  readonly explainedVariance: Float64Array;
  /** [K] the same as a share of the variance along all D directions. */
  readonly explainedVarianceRatio: Float64Array;
  /** [N, K] where each point lies along the directions. */
  readonly projected: DenseMatrix;
}

/** Up to this many rows all eigenvectors are computed; above, only those asked for. */
const SMALL = 40;
/** Above this, the square matrix is not built: the points are multiplied twice instead. */
const LARGE = 2500;

/**
 * @param points [N, D], N at least 2
 */
export function pca(points: Points, { numComponents = 2 }: PcaOptions = {}): Pca {
  const matrix = denseMatrix("pca", "points", points);
  const [n, d] = matrix.shape;
  if (n < 2) throw new RangeError(`pca: there must be at least 2 points, got ${n}`);
  assertInteger("pca", { numComponents }, { min: 1, max: Math.min(n, d) });
  const { mean, rows } = centered(matrix);
  const isWide = n < d;
  const { values, vectors } = eigenOf(rows, n, d, numComponents);
  const components = new Float64Array(numComponents * d);
  vectors.forEach((vector, k) => {
    const component = components.subarray(k * d, (k + 1) * d);
    if (isWide) timesTransposed(rows, n, d, vector, component);
    else component.set(vector);
    orient(component);
  });
  const total = rows.reduce((sum, value) => sum + value * value, 0) / (n - 1);
  // Rounding may leave a hair below 0 where nothing varies.
  const explainedVariance = values.map((value) => Math.max(0, value) / (n - 1));
  const basis: DenseMatrix = { shape: [numComponents, d], values: components };
  return {
    mean,
    components: basis,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map((value) => (total === 0 ? 0 : value / total)),
    projected: project(rows, n, basis),
  };
}

/** Other points of the same kind along the same directions: [N, D] → [N, K]. */
export function pcaProject({ mean, components }: Pca, points: Points): DenseMatrix {
  const { shape, values } = denseMatrix("pcaProject", "points", points);
  if (shape[1] !== mean.length) {
    throw new RangeError(
      `pcaProject: points need ${mean.length} numbers each, as in pca(), got ${shape[1]}`,
    );
  }
  return project(
    Float64Array.from(values, (value, at) => value - mean[at % mean.length]!),
    shape[0],
    components,
  );
}

function centered({ shape: [n, d], values }: DenseMatrix): {
  mean: Float64Array;
  rows: Float64Array;
} {
  const mean = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) mean[j]! += values[i * d + j]!;
  for (let j = 0; j < d; j++) mean[j]! /= n;
  const rows = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) rows[i * d + j] = values[i * d + j]! - mean[j]!;
  }
  return { mean, rows };
}

/** Eigenvectors of rowsᵀ · rows [D, D], or of rows · rowsᵀ [N, N] where that is smaller. */
function eigenOf(rows: Float64Array, n: number, d: number, count: number) {
  const size = Math.min(n, d);
  if (size > LARGE) {
    const between = new Float64Array(n < d ? d : n);
    const multiply: Multiply =
      n < d
        ? (vector, result) => {
            timesTransposed(rows, n, d, vector, between);
            times(rows, n, d, between, result);
          }
        : (vector, result) => {
            times(rows, n, d, vector, between);
            timesTransposed(rows, n, d, between, result);
          };
    return largestEigen(multiply, size, count);
  }
  const square = n < d ? pairProducts(rows, n, d) : crossProducts(rows, n, d);
  if (size <= SMALL) {
    const { values, vectors } = symmetricEigen(square, size);
    return { values: values.slice(0, count), vectors: vectors.slice(0, count) };
  }
  return largestEigen((v, result) => times(square, size, size, v, result), size, count);
}

/** rowsᵀ · rows: [D, D]; four rows at a time, as each visit to the result costs most. */
function crossProducts(rows: Float64Array, n: number, d: number): Float64Array {
  const result = new Float64Array(d * d);
  const padded = Math.ceil(n / 4) * 4;
  const zero = new Float64Array(d);
  const rowAt = (i: number) => (i < n ? rows.subarray(i * d, (i + 1) * d) : zero);
  for (let i = 0; i < padded; i += 4) {
    const [p, q, r, s] = [rowAt(i), rowAt(i + 1), rowAt(i + 2), rowAt(i + 3)];
    for (let a = 0; a < d; a++) {
      const [pa, qa, ra, sa] = [p[a]!, q[a]!, r[a]!, s[a]!];
      const to = a * d;
      for (let b = a; b < d; b++) {
        result[to + b]! += pa * p[b]! + qa * q[b]! + ra * r[b]! + sa * s[b]!;
      }
    }
  }
  return mirrored(result, d);
}

/** rows · rowsᵀ: [N, N]. */
function pairProducts(rows: Float64Array, n: number, d: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    times(rows.subarray(i * d), n - i, d, rows.subarray(i * d, (i + 1) * d), result, i * n + i);
  }
  return mirrored(result, n);
}

/** The part below the diagonal is the mirror image of the part above. */
function mirrored(square: Float64Array, size: number): Float64Array {
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) square[a * size + b] = square[b * size + a]!;
  }
  return square;
}

/** result = rows · vector: [N]. */
function times(
  rows: Float64Array,
  n: number,
  d: number,
  vector: Float64Array,
  result: Float64Array,
  to = 0,
): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0, at = i * d; j < d; j++) sum += rows[at + j]! * vector[j]!;
    result[to + i] = sum;
  }
}

/** result = rowsᵀ · vector: [D]. */
function timesTransposed(
  rows: Float64Array,
  n: number,
  d: number,
  vector: Float64Array,
  result: Float64Array,
): void {
  result.fill(0);
  for (let i = 0; i < n; i++) {
    const weight = vector[i]!;
    for (let j = 0, at = i * d; j < d; j++) result[j]! += weight * rows[at + j]!;
  }
}

/** Length 1, and the number farthest from 0 positive. */
function orient(component: Float64Array): void {
  let largest = 0;
  let squares = 0;
  for (const value of component) {
    squares += value * value;
    // A hair's difference in rounding must not choose between two equal numbers.
    if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
  }
  const scale = squares === 0 ? 0 : (largest < 0 ? -1 : 1) / Math.sqrt(squares);
  for (let j = 0; j < component.length; j++) component[j]! *= scale;
}

function project(rows: Float64Array, n: number, { shape, values }: DenseMatrix): DenseMatrix {
  const [k, d] = shape;
  const projected = new Float64Array(n * k);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < k; c++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += rows[i * d + j]! * values[c * d + j]!;
      projected[i * k + c] = sum;
    }
  }
  return { shape: [n, k], values: projected };
}
