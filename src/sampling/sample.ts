/**
 * Drawing a token: each as often as its probability says.
 *
 *   u uniform in [0, 1);   the first i with P_0 + … + P_i > u
 *
 * The inverse transform method (von Neumann 1947; Devroye 1986, "Non-Uniform Random Variate
 * Generation", section III.2).
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import type { Rng } from "../core/rng";
import { Logits, softmaxOf } from "./softmax";
import { SamplingSettings, warpLogits } from "./warp-logits";

export interface SampleOptions extends SamplingSettings {
  /** What is drawn with: `createRng(seed)`. */
  rng: Rng;
}

/**
 * @param logits [V]
 * @returns      a token's id, from 0 to V − 1; never one whose probability is 0
 */
export function sample(logits: Logits, { rng, ...settings }: SampleOptions): number {
  const probabilities = softmaxOf("sample", warpLogits(logits, settings));
  let left = rng.uniform();
  let last = 0;
  for (let i = 0; i < probabilities.length; i++) {
    if (probabilities[i] === 0) continue;
    if (left < probabilities[i]!) return i;
    left -= probabilities[i]!;
    last = i; // sums of probabilities may end a rounding error below 1
  }
  return last;
}
