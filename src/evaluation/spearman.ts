/**
 * Spearman's rank correlation: do two lists of scores put the same things in the same order?
 *
 *   ρ = Pearson's correlation of the ranks; equal values share the mean of their ranks
 *
 * Spearman 1904, "The proof and measurement of association between two things". It is the field's
 * measure for word and sentence similarity: a model's cosines (−1 to 1) need not lie on a line with
 * people's judgements (0 to 10), they need only order the pairs alike.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertPairs, pearsonCorrelation } from "./pearson";

/** @returns from −1 to 1; NaN where one of the lists is constant and orders nothing */
export function spearmanCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  assertPairs("spearmanCorrelation", x, y);
  return pearsonCorrelation(averageRanks(x), averageRanks(y));
}

/** The rank of each value, 1 for the smallest; equal values get the mean of the ranks they fill. */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    // The tie fills the ranks first + 1 to last + 1.
    for (let i = first; i <= last; i++) ranks[order[i]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}
