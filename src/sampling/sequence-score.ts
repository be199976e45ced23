/**
 * The score of a whole text: how likely does a model find it?
 *
 *   ln P(w_1 … w_n) = Σ_t ln P(w_t | w_1 … w_{t−1})        perplexity = e^{−ln P / n}
 *
 * A product of n probabilities would be 0 in a computer after a few hundred tokens; the sum of
 * their logarithms never is. Perplexity is the number of equally likely tokens that would be as
 * hard to guess, and doesn't grow with the length. Jurafsky & Martin, "Speech and Language
 * Processing", sections 3.1 and 3.3.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertInteger } from "../core/check";
import { Logits, logSoftmax } from "./softmax";

export interface SequenceScore {
  /** [n]: ln P of each token, given those before it. */
  readonly logProbabilities: readonly number[];
  /** Their sum. */
  readonly logProbability: number;
  readonly perplexity: number;
}

/**
 * @param logits one row [V] for each token: what the model said before it saw it
 * @param ids    the tokens, as many
 */
export function scoreSequence(logits: readonly Logits[], ids: readonly number[]): SequenceScore {
  if (logits.length !== ids.length || ids.length === 0) {
    throw new RangeError(
      "scoreSequence: there must be as many rows of logits as tokens, 1 at least, " +
        `got ${logits.length} and ${ids.length}`,
    );
  }
  const logProbabilities = ids.map((id, t) => {
    assertInteger("scoreSequence", { id }, { min: 0, max: logits[t]!.length - 1 });
    return logSoftmax(logits[t]!)[id]!;
  });
  const logProbability = logProbabilities.reduce((sum, value) => sum + value, 0);
  return { logProbabilities, logProbability, perplexity: perplexityOf(logProbabilities) };
}

/** From the ln P of each token; ∞ where one was impossible. */
export function perplexityOf(logProbabilities: readonly number[]): number {
  const sum = logProbabilities.reduce((total, value) => total + value, 0);
  return Math.exp(-sum / logProbabilities.length);
}
