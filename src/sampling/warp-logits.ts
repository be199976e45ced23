/**
 * All the settings of sampling together, in the order in which they are usually applied:
 *
 *   repetition penalty → temperature → top-k → top-p → min-p
 *
 * The order matters: top-p after temperature keeps more tokens at a high T, and after top-k it
 * counts shares of what top-k has left. As in Hugging Face's transformers (generation/utils.py).
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { minP } from "./min-p";
import { penalizeRepetition } from "./repetition-penalty";
import { assertLogits, Logits } from "./softmax";
import { applyTemperature } from "./temperature";
import { topK } from "./top-k";
import { topP } from "./top-p";

export interface SamplingSettings {
  /** Above 0. Default 1. */
  temperature?: number;
  /** Likeliest tokens kept, from 1 to V. Default all. */
  topK?: number;
  /** Probability kept, above 0, at most 1. Default 1. */
  topP?: number;
  /** Least share of the likeliest token's probability, above 0, at most 1. Default none. */
  minP?: number;
  /** Above 0; for tokens in `usedIds`. Default 1. */
  repetitionPenalty?: number;
  /** Tokens so far. Default none. */
  usedIds?: readonly number[];
}

/**
 * @param logits [V]
 * @returns      [V]; their softmax is what is drawn from
 */
export function warpLogits(logits: Logits, settings: SamplingSettings = {}): Float64Array {
  assertLogits("warpLogits", logits);
  const { temperature = 1, repetitionPenalty = 1, usedIds = [] } = settings;
  let warped = penalizeRepetition(logits, usedIds, repetitionPenalty);
  warped = applyTemperature(warped, temperature);
  if (settings.topK !== undefined) warped = topK(warped, settings.topK);
  if (settings.topP !== undefined) warped = topP(warped, settings.topP);
  if (settings.minP !== undefined) warped = minP(warped, settings.minP);
  return warped;
}
