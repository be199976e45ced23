/**
 * How far a step moves each weight, relative to its size.
 *
 *   r = ‖w' - w‖ / ‖w‖
 *
 * About 0.001 is usual. Much more, and training is close to diverging; much less, and the weight
 * hardly learns (Karpathy 2015, CS231n notes "Neural networks part 3", ratio of weights:updates).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import type { NamedArrays } from "./checkpoint-file";

/** @returns by name; Infinity for a weight that was all 0 and moved, 0 for one that didn't */
export function updateRatios(
  before: NamedArrays,
  after: NamedArrays,
  names: readonly string[] = Object.keys(before),
): Record<string, number> {
  const ratios: Record<string, number> = {};
  for (const name of names) {
    const from = before[name]!.data;
    const to = after[name]!.data;
    let moved = 0;
    let size = 0;
    for (let i = 0; i < from.length; i++) {
      moved += (to[i]! - from[i]!) ** 2;
      size += from[i]! ** 2;
    }
    ratios[name] = moved === 0 ? 0 : Math.sqrt(moved / size);
  }
  return ratios;
}
