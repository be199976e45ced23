/**
 * Whitening: the same spread in every direction.
 *
 *   C = Σ_i (x_i − x̄)(x_i − x̄)ᵀ / N = U Λ Uᵀ        y = Λ^(−s/2) Uᵀ (x − x̄)
 *
 * s = 1 whitens: y has mean 0 and covariance I. s = 0 only takes the mean away and turns the axes,
 * which no cosine notices: it is centring. In between, wide directions are narrowed a little. Mean
 * and directions come from a background of other sentences, so that a sentence's vector doesn't
 * depend on what it is compared with.
 *
 * Su et al. 2021, "Whitening Sentence Representations for Better Semantics and Faster Retrieval",
 * section 3; centring is the first step of Mu & Viswanath 2018, "All-but-the-Top". There s is 1
 * (or 0); the steps in between are ours.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { assertBetween } from "../core/check";
import { denseMatrix, rowOf, type DenseMatrix, type Points } from "./dense-matrix";
import { symmetricEigen } from "./symmetric-eigen";

export interface Whitening {
  /** [D] */
  readonly mean: Float64Array;
  /** D directions of length 1, widest spread first. */
  readonly directions: readonly Float64Array[];
  /** [D] the background's variance along each. */
  readonly variances: Float64Array;
}

export interface WhitenOptions {
  /** s, from 0 (centring) to 1 (whitening). Default 1. */
  strength?: number;
}

/** Directions with a smaller share of the widest one's variance are left out: noise alone. */
const SMALLEST_SHARE = 1e-9;

/** @param background [N, D], N at least 2: other texts, encoded by the same model */
export function fitWhitening(background: Points): Whitening {
  const matrix = denseMatrix("fitWhitening", "background", background);
  const [n, d] = matrix.shape;
  if (n < 2) throw new RangeError(`fitWhitening: there must be at least 2 rows, got ${n}`);
  const mean = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) mean[j]! += rowOf(matrix, i)[j]! / n;
  const covariance = new Float64Array(d * d);
  for (let i = 0; i < n; i++) {
    const row = rowOf(matrix, i).map((value, j) => value - mean[j]!);
    for (let a = 0; a < d; a++) {
      for (let b = 0; b < d; b++) covariance[a * d + b]! += (row[a]! * row[b]!) / n;
    }
  }
  const { values, vectors } = symmetricEigen(covariance, d);
  // Rounding may leave a hair below 0 where nothing varies.
  return { mean, directions: vectors, variances: values.map((value) => Math.max(0, value)) };
}

/**
 * @param points [N, D]
 * @returns [N, D] coordinates along the directions; 0 where the background doesn't vary
 */
export function whiten(
  { mean, directions, variances }: Whitening,
  points: Points,
  { strength = 1 }: WhitenOptions = {},
): DenseMatrix {
  const matrix = denseMatrix("whiten", "points", points);
  const [n, d] = matrix.shape;
  if (d !== mean.length) {
    throw new RangeError(
      `whiten: points need ${mean.length} numbers each, like the background, got ${d}`,
    );
  }
  assertBetween("whiten", { strength }, 0, 1);
  const smallest = SMALLEST_SHARE * variances[0]!;
  const factors = variances.map((variance) =>
    variance > smallest ? variance ** (-strength / 2) : strength === 0 ? 1 : 0,
  );
  const values = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const row = rowOf(matrix, i);
    directions.forEach((direction, k) => {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += (row[j]! - mean[j]!) * direction[j]!;
      values[i * d + k] = sum * factors[k]!;
    });
  }
  return { shape: [n, d], values };
}
