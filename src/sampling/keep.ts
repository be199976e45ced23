/**
 * Dropping tokens: a logit of −∞ has probability 0, and softmax shares what it had among the rest.
 *
 * So each filter takes logits and gives logits, and filters follow each other in any order.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import type { Logits } from "./softmax";

/** @returns [V], −∞ everywhere but at the indices */
export function keepOnly(logits: Logits, indices: Iterable<number>): Float64Array {
  const kept = new Float64Array(logits.length).fill(-Infinity);
  for (const i of indices) kept[i] = logits[i]!;
  return kept;
}
