/**
 * Min-p: drop tokens that are much less likely than the likeliest.
 *
 *   keep i  where  P_i ≥ p · max_j P_j,   that is  z_i ≥ max_j z_j + ln p
 *
 * Nguyen et al. 2024, "Turning Up the Heat: Min-p Sampling for Creative and Coherent LLM Outputs",
 * section 3, with p from 0.05 to 0.1. It needs neither sorting nor the sum of the softmax.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertProbability } from "./assert-probability";
import { assertLogits, Logits } from "./softmax";
import { argmax } from "./temperature";

/**
 * @param logits [V]
 * @param p      above 0, at most 1; 1 keeps the likeliest only, and its equals
 * @returns      [V], −∞ at what is dropped
 */
export function minP(logits: Logits, p: number): Float64Array {
  assertLogits("minP", logits);
  assertProbability("minP", { p });
  const least = logits[argmax(logits)]! + Math.log(p);
  return Float64Array.from(logits, (logit) => (logit >= least ? logit : -Infinity));
}
