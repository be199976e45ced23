/**
 * Entropy: how unsure is a distribution, and between how many equally likely tokens?
 *
 *   H = −Σ_i P_i ln P_i   in nats (÷ ln 2 for bits)        perplexity = e^H
 *
 * 0 for one certain token, ln V for V equally likely ones. Shannon 1948, "A Mathematical Theory of
 * Communication", section 6.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { inWords } from "../core/check";

/**
 * @param probabilities [V], that sum to 1
 * @returns             in nats, from 0 to ln V
 */
export function entropy(probabilities: ArrayLike<number>): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    if (!(p >= 0)) {
      throw new RangeError(`entropy: probabilities must be 0 or above, got ${inWords(p)}`);
    }
    total += p;
    if (p > 0) sum -= p * Math.log(p);
  }
  if (!(Math.abs(total - 1) < 1e-6)) {
    throw new RangeError(`entropy: probabilities must sum to 1, got ${total}`);
  }
  return sum + 0; // −0 for a certain token
}
