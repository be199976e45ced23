/**
 * Permutation test: could two systems this far apart be one system with two names?
 *
 * If they were, it would not matter whose result is whose: swap the two results of each item by the
 * toss of a coin, and see how often the difference comes out as large as it did, either way.
 *
 *   p = (1 + number of tosses with |difference| ≥ |the one observed|) / (1 + number of tosses)
 *
 * Fisher 1935, "The Design of Experiments", section 21; for scores of language systems Noreen 1989,
 * "Computer-Intensive Methods for Testing Hypotheses", and Dror et al. 2018, "The Hitchhiker's
 * Guide to Testing Statistical Significance in Natural Language Processing", section 3. The 1
 * counts the observed assignment itself, so that p is never 0 (Phipson & Smyth 2010).
 *
 * Lesson: notebooks/14-choosing-a-model.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";

export interface PermutationTestOptions {
  /** Tosses the coins: `createRng(seed)`. */
  rng: Rng;
  /** How often. Default 2000: p near 0.05 then varies by about 0.005. */
  permutations?: number;
}

export interface PermutationTest {
  /** statistic(a) − statistic(b), as observed. */
  readonly difference: number;
  /** From 1/(1 + permutations) to 1, two-sided. */
  readonly pValue: number;
}

/**
 * @param itemsOfA  results of one system
 * @param itemsOfB  results of the other on the same questions in the same order
 * @param statistic the score of a list of results, for instance `meanOf`
 */
export function permutationTest<Item>(
  itemsOfA: readonly Item[],
  itemsOfB: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  { rng, permutations = 2000 }: PermutationTestOptions,
): PermutationTest {
  if (itemsOfA.length !== itemsOfB.length || itemsOfA.length === 0) {
    throw new RangeError(
      "permutationTest: both systems must have a result for each item, 1 at least, " +
        `got ${itemsOfA.length} and ${itemsOfB.length}`,
    );
  }
  assertInteger("permutationTest", { permutations }, { min: 1 });
  const difference = statistic(itemsOfA) - statistic(itemsOfB);
  // Sums in another order differ in the last digits: what should be a tie must stay one.
  const reach = Math.abs(difference) - 1e-12;
  let asFar = 0;
  for (let toss = 0; toss < permutations; toss++) {
    const [a, b] = [[...itemsOfA], [...itemsOfB]];
    for (let i = 0; i < a.length; i++) {
      if (rng.uniform() < 0.5) [a[i], b[i]] = [b[i]!, a[i]!];
    }
    if (Math.abs(statistic(a) - statistic(b)) >= reach) asFar++;
  }
  return { difference, pValue: (1 + asFar) / (1 + permutations) };
}
