/**
 * Temperature: one number that says how much a model dares.
 *
 *   P_i = e^{z_i / T} / Σ_j e^{z_j / T}
 *
 * T = 1 leaves the model's probabilities as they are. T → 0 gives everything to the largest logit
 * (shared if there are several), T → ∞ the same to each; T = 0 itself would divide by zero, so take
 * `argmax` instead. The odds of two tokens become (P_i / P_j)^{1/T}.
 *
 * The formula is Boltzmann's distribution of statistical mechanics; in neural networks Ackley,
 * Hinton & Sejnowski 1985, "A learning algorithm for Boltzmann machines", equation 2.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { inWords } from "../core/check";
import { assertLogits, Logits } from "./softmax";

/**
 * @param logits      [V]
 * @param temperature above 0
 * @returns           [V] new logits; their softmax is the distribution at this temperature
 */
export function applyTemperature(logits: Logits, temperature: number): Float64Array {
  assertLogits("applyTemperature", logits);
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new RangeError(
      `applyTemperature: temperature must be above 0 and finite, got ${inWords(temperature)}` +
        (temperature === 0 ? " (for the likeliest token take argmax)" : ""),
    );
  }
  const largest = logits[argmax(logits)]!;
  // A T so small that the division overflows: the largest becomes 0, which changes no probability.
  const shift = Number.isFinite(largest / temperature) ? 0 : largest;
  return Float64Array.from(logits, (logit) => (logit - shift) / temperature);
}

/** The index of the largest logit, the first of several: what T → 0 comes to. */
export function argmax(logits: Logits): number {
  assertLogits("argmax", logits);
  let best = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[best]!) best = i;
  return best;
}
