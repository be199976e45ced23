/**
 * The mean cosine over all pairs of points: how far from evenly do they point in all directions?
 *
 *   mean over i ≠ j of cos(x_i, x_j) = (|Σ_i u_i|² − N) / (N (N − 1)),      u_i = x_i / |x_i|
 *
 * 0 where directions are spread evenly (isotropy), 1 where all are the same. The square of the sum
 * holds every product of two, so no pair has to be computed: N rows of work instead of N².
 *
 * Ethayarajh 2019, "How Contextual are Contextualized Word Representations?", section 4.1, measures
 * anisotropy by it (there on pairs drawn by lot).
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { denseMatrix, rowOf, type Points } from "./dense-matrix";

/**
 * @param points [N, D], N at least 2; a row of zeros has no direction: its cosine with all is 0
 * @returns from −1 / (N − 1) to 1
 */
export function meanCosine(points: Points): number {
  const matrix = denseMatrix("meanCosine", "points", points);
  const [n, d] = matrix.shape;
  if (n < 2) throw new RangeError(`meanCosine: there must be at least 2 points, got ${n}`);
  const sum = new Float64Array(d);
  let withItself = 0;
  for (let i = 0; i < n; i++) {
    const row = rowOf(matrix, i);
    const length = Math.hypot(...row);
    if (length === 0) continue;
    withItself++;
    for (let j = 0; j < d; j++) sum[j]! += row[j]! / length;
  }
  const all = sum.reduce((total, value) => total + value * value, 0);
  return (all - withItself) / (n * (n - 1));
}
