/**
 * Top-p, or nucleus sampling: choose among the fewest tokens that together have probability p.
 *
 *   smallest n with P_(1) + … + P_(n) ≥ p,      P_(1) ≥ P_(2) ≥ …
 *
 * Where the model is sure these are one or two tokens, where it isn't, hundreds. Holtzman et al.
 * 2020, "The Curious Case of Neural Text Degeneration", section 3.1, with p = 0.95.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertProbability } from "./assert-probability";
import { keepOnly } from "./keep";
import { Logits, softmaxOf } from "./softmax";
import { topIndices } from "./top-indices";

/** Tokens looked at first; where they are too few, four times as many. */
const FIRST_LOOK = 64;

/**
 * @param logits [V]
 * @param p      above 0, at most 1; 1 keeps everything
 * @returns      [V], −∞ at what is dropped; at least one token stays
 */
export function topP(logits: Logits, p: number): Float64Array {
  const probabilities = softmaxOf("topP", logits);
  assertProbability("topP", { p });
  if (p === 1) return Float64Array.from(logits); // rounding must not drop the least likely
  for (let look = FIRST_LOOK; ; look *= 4) {
    const likeliest = topIndices(probabilities, Math.min(look, logits.length));
    const count = countUntil(probabilities, likeliest, p);
    if (count !== undefined) return keepOnly(logits, likeliest.slice(0, count));
    if (look >= logits.length) return Float64Array.from(logits);
  }
}

/** How many of these it takes to reach p; undefined where they don't. */
function countUntil(
  probabilities: Float64Array,
  indices: readonly number[],
  p: number,
): number | undefined {
  let sum = 0;
  for (const [i, index] of indices.entries()) {
    sum += probabilities[index]!;
    if (sum >= p) return i + 1;
  }
  return undefined;
}
