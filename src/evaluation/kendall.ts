/**
 * Kendall's rank correlation: of all pairs of items, how many more do two lists order alike than
 * opposite?
 *
 *   τ_b = (alike − opposite) / √((all − ties in x) · (all − ties in y))
 *
 * Kendall 1945, "The treatment of ties in ranking problems". Its value can be read: with no ties,
 * 0.6 means that a pair drawn at random is ordered alike with chance 0.8. Compares all pairs of
 * items: for thousands of items, not millions.
 *
 * Lesson: notebooks/14-choosing-a-model.ipynb
 */
import { assertPairs } from "./pearson";

/** @returns from −1 to 1; NaN where one of the lists is constant and orders nothing */
export function kendallTau(x: ArrayLike<number>, y: ArrayLike<number>): number {
  assertPairs("kendallTau", x, y);
  let [balance, orderedByX, orderedByY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [byX, byY] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      balance += byX * byY;
      orderedByX += Math.abs(byX);
      orderedByY += Math.abs(byY);
    }
  }
  return balance / (Math.sqrt(orderedByX) * Math.sqrt(orderedByY));
}
