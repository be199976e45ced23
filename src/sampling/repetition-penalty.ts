/**
 * Repetition penalty: make tokens that were already used less likely.
 *
 *   z_i / θ  where z_i > 0,   z_i · θ  where z_i ≤ 0      for each token i that occurred, once
 *
 * Keskar et al. 2019, "CTRL", section 4.1, with θ = 1.2; the case below 0, where dividing would
 * make the token likelier, as in Hugging Face's transformers. A model's logits mean something only
 * up to an added constant, and this does depend on it: a makeshift.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertInteger, assertPositive } from "../core/check";
import { assertLogits, Logits } from "./softmax";

/**
 * @param logits  [V]
 * @param usedIds tokens so far, in any order
 * @param penalty above 0; 1 changes nothing, below 1 asks for repetition
 * @returns       [V]
 */
export function penalizeRepetition(
  logits: Logits,
  usedIds: Iterable<number>,
  penalty: number,
): Float64Array {
  assertLogits("penalizeRepetition", logits);
  assertPositive("penalizeRepetition", { penalty });
  const penalized = Float64Array.from(logits);
  for (const id of usedIds) {
    assertInteger("penalizeRepetition", { id }, { min: 0, max: logits.length - 1 });
    penalized[id] = logits[id]! > 0 ? logits[id]! / penalty : logits[id]! * penalty;
  }
  return penalized;
}
