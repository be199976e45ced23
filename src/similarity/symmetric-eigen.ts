/**
 * Eigenvectors of symmetric matrices: the directions that a matrix stretches without turning.
 *
 *   A v = λ v        λ largest first, the v of length 1 and at right angles
 *
 * Small matrices: Jacobi's method, which turns two axes at a time until nothing stands beside the
 * diagonal (Golub & Van Loan 2013, "Matrix Computations", section 8.5). The few largest of a large
 * one: subspace iteration, which multiplies a block of vectors again and again, keeps them at right
 * angles, and solves the small problem inside (section 8.2.4 there; Rutishauser 1969).
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { createRng } from "../core/rng";

export interface Eigen {
  /** Largest first. */
  readonly values: Float64Array;
  /** [K, size]: row k belongs to value k. */
  readonly vectors: Float64Array[];
}

/** A matrix that is known by what it does to a vector: writes A · vector to `result`. */
export type Multiply = (vector: Float64Array, result: Float64Array) => void;

const MOST_SWEEPS = 60;
/** More vectors than are asked for: the block converges as fast as its last, unwanted one. */
const SPARE_VECTORS = 14;
const MOST_ROUNDS = 300;
/** A vector is done when A v and λ v differ by less than this share of the largest λ. */
const TOLERANCE = 1e-11;

/** All of them. @param matrix [size, size] symmetric, row after row; it is left as it is */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const turned = Array.from({ length: size }, (_, i) => unit(size, i));
  const total = Math.sqrt(dot(a, a));
  for (let sweep = 0; sweep < MOST_SWEEPS && besideDiagonal(a, size) > 1e-16 * total; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, turned, size, p, q);
    }
  }
  const order = Array.from({ length: size }, (_, i) => i);
  order.sort((i, j) => a[j * size + j]! - a[i * size + i]! || i - j);
  return {
    values: Float64Array.from(order, (i) => a[i * size + i]!),
    vectors: order.map((i) => turned[i]!),
  };
}

/**
 * The `count` largest of a matrix without negative eigenvalues. The start is random but always the
 * same, and the result does not depend on it beyond rounding.
 */
export function largestEigen(multiply: Multiply, size: number, count: number): Eigen {
  const blockSize = Math.min(size, count + SPARE_VECTORS);
  const rng = createRng(1);
  let block = Array.from({ length: blockSize }, (_, i) =>
    blockSize === size ? unit(size, i) : Float64Array.from({ length: size }, () => rng.normal()),
  );
  orthonormalize(block);
  const images = block.map(() => new Float64Array(size));
  for (let round = 0; ; round++) {
    block.forEach((vector, i) => multiply(vector, images[i]!));
    // Within the block the matrix is a small one: block · A · blockᵀ.
    const small = block.flatMap((vector) => images.map((image) => dot(vector, image)));
    const { values, vectors } = symmetricEigen(small, blockSize);
    const turned = vectors.map((weights) => combine(weights, block));
    const turnedImages = vectors.map((weights) => combine(weights, images));
    const limit = TOLERANCE * Math.max(Math.abs(values[0] ?? 0), Number.MIN_VALUE);
    const isDone = turned
      .slice(0, count)
      .every((vector, k) => residual(turnedImages[k]!, vector, values[k]!) <= limit);
    if (isDone || round === MOST_ROUNDS || blockSize === size) {
      return { values: values.slice(0, count), vectors: turned.slice(0, count) };
    }
    block = turnedImages;
    orthonormalize(block);
    block.forEach((_, i) => (images[i] = new Float64Array(size)));
  }
}

/** Turns axes p and q so that a[p, q] becomes 0. */
function rotate(a: Float64Array, turned: Float64Array[], size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (apq === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let i = 0; i < size; i++) {
    const left = a[i * size + p]!;
    const right = a[i * size + q]!;
    a[i * size + p] = cosine * left - sine * right;
    a[i * size + q] = sine * left + cosine * right;
  }
  turn(a.subarray(p * size, (p + 1) * size), a.subarray(q * size, (q + 1) * size), cosine, sine);
  a[p * size + q] = a[q * size + p] = 0;
  turn(turned[p]!, turned[q]!, cosine, sine);
}

function turn(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < first.length; i++) {
    const left = first[i]!;
    const right = second[i]!;
    first[i] = cosine * left - sine * right;
    second[i] = sine * left + cosine * right;
  }
}

/** Gram and Schmidt's method, twice over, as once loses digits. */
function orthonormalize(block: Float64Array[]): void {
  block.forEach((vector, i) => {
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of block.slice(0, i)) addScaled(vector, earlier, -dot(vector, earlier));
    }
    const length = Math.sqrt(dot(vector, vector));
    // Nothing left: the matrix has fewer directions than the block, and zeros do no harm.
    const scale = length > 1e-150 ? 1 / length : 0;
    for (let j = 0; j < vector.length; j++) vector[j]! *= scale;
  });
}

function combine(weights: Float64Array, block: Float64Array[]): Float64Array {
  const result = new Float64Array(block[0]!.length);
  block.forEach((vector, i) => addScaled(result, vector, weights[i]!));
  return result;
}

function residual(image: Float64Array, vector: Float64Array, value: number): number {
  let sum = 0;
  for (let i = 0; i < image.length; i++) sum += (image[i]! - value * vector[i]!) ** 2;
  return Math.sqrt(sum);
}

function addScaled(to: Float64Array, vector: Float64Array, scale: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += scale * vector[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function unit(size: number, at: number): Float64Array {
  const vector = new Float64Array(size);
  vector[at] = 1;
  return vector;
}

function besideDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) if (i % (size + 1) !== 0) sum += a[i]! * a[i]!;
  return Math.sqrt(sum);
}
