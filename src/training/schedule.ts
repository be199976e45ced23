/**
 * Learning rate schedules: small steps at first, while the moments know nothing yet, then the full
 * rate, then down to nothing.
 *
 *   f(t) = t / w               for t < w
 *   f(t) = (n - t) / (n - w)   from there, never below 0
 *
 * Devlin et al. 2019, "BERT", appendix A.2 (warm-up, then linear decay).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger } from "../core/check";

export interface WarmupLinearOptions {
  /** w: steps until the full rate. Default 0. */
  warmupSteps?: number;
  /** n: steps until the rate is 0. */
  totalSteps: number;
}

/**
 * @param step t, steps already taken: 0 for the first one
 * @returns the share of the full learning rate, from 0 to 1
 */
export function warmupLinear(
  step: number,
  { warmupSteps = 0, totalSteps }: WarmupLinearOptions,
): number {
  assertInteger("warmupLinear", { step, warmupSteps }, { min: 0 });
  assertInteger("warmupLinear", { totalSteps }, { min: warmupSteps + 1 });
  if (step < warmupSteps) return step / warmupSteps;
  return Math.max(0, (totalSteps - step) / (totalSteps - warmupSteps));
}
