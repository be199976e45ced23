/**
 * Dot product and distances of two plain lists of numbers, in double precision: for measures over
 * embeddings that are already computed. The same for tensors are in dot-product.ts and distance.ts.
 *
 *   dot  Σ_i a_i · b_i      euclidean  √(Σ_i (a_i − b_i)²)      manhattan  Σ_i |a_i − b_i|
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */

/** Two lists of one length: how alike, or how far apart. */
export type VectorMeasure = (a: ArrayLike<number>, b: ArrayLike<number>) => number;

export function dotOfVectors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  assertSameLength("dotOfVectors", a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function euclideanOfVectors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.sqrt(squaredEuclideanOfVectors(a, b));
}

/** Without the root: the distance that k-means makes small. */
export function squaredEuclideanOfVectors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  assertSameLength("squaredEuclideanOfVectors", a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) * (a[i]! - b[i]!);
  return sum;
}

export function manhattanOfVectors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  assertSameLength("manhattanOfVectors", a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum;
}

function assertSameLength(caller: string, a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length === b.length) return;
  throw new RangeError(
    `${caller}: both must have the same length, got ${a.length} and ${b.length}`,
  );
}
