/**
 * The range of top-p's and min-p's p: 0 would keep nothing.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { inWords } from "../core/check";

/** Each named value is above 0 and at most 1. */
export function assertProbability(caller: string, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value > 0 && value <= 1) continue;
    throw new RangeError(`${caller}: ${name} must be above 0 and at most 1, got ${inWords(value)}`);
  }
}
