/**
 * Softmax, its logarithm, and the sum below the fraction line, for plain lists of logits.
 *
 *   softmax(z)_i = e^{z_i} / Σ_j e^{z_j}       log softmax(z)_i = z_i − lse(z)
 *   lse(z) = ln Σ_j e^{z_j} = m + ln Σ_j e^{z_j − m},   m = max_j z_j
 *
 * Taking m off first changes nothing in exact arithmetic, and keeps e^z from becoming ∞ (or all of
 * them 0) in a computer's. Probabilities still get too small to be kept: below 6e-8 in half and
 * 1e-45 in single precision they are 0, and their logarithm −∞. The logarithm itself is an ordinary
 * number, −50 say, so scores of long texts are sums of it. Blanchard, Higham & Higham 2021,
 * "Accurately computing the log-sum-exp and softmax functions", section 3.
 *
 * Double precision throughout. A logit of −∞ has probability 0.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { inWords } from "../core/check";

export type Logits = ArrayLike<number>;

/** @returns [V]; they sum to 1 */
export function softmax(logits: Logits): Float64Array {
  return softmaxOf("softmax", logits);
}

/** @returns [V], each at most 0 */
export function logSoftmax(logits: Logits): Float64Array {
  assertLogits("logSoftmax", logits);
  const { largest, logSum } = shifted("logSoftmax", logits);
  // Not z − lse(z): of two large numbers that differ little the difference has lost its digits.
  return Float64Array.from(logits, (logit) => logit - largest - logSum);
}

/** @returns ln Σ e^z: at least the largest logit; −∞ where all are */
export function logSumExp(logits: Logits): number {
  const { largest, logSum } = shifted("logSumExp", logits);
  return largest + logSum;
}

/**
 * Throws unless there is a distribution over them.
 *
 * @throws RangeError for no logits, NaN or ∞ among them, or nothing but −∞
 */
export function assertLogits(caller: string, logits: Logits): void {
  if (largestOf(caller, logits) > -Infinity) return;
  throw new RangeError(
    `${caller}: a logit at least must be above -Infinity, got ${logits.length} that are not`,
  );
}

/** softmax, for callers that name themselves in errors. */
export function softmaxOf(caller: string, logits: Logits): Float64Array {
  assertLogits(caller, logits);
  const largest = largestOf(caller, logits);
  const shares = Float64Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** m and ln Σ e^{z − m}. */
function shifted(caller: string, logits: Logits): { largest: number; logSum: number } {
  const largest = largestOf(caller, logits);
  if (largest === -Infinity) return { largest, logSum: 0 };
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i]! - largest);
  return { largest, logSum: Math.log(sum) };
}

function largestOf(caller: string, logits: Logits): number {
  if (!(logits?.length > 0)) {
    throw new RangeError(`${caller}: there must be logits, got ${inWords(logits)}`);
  }
  let largest = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    const logit = logits[i]!;
    if (!(logit < Infinity)) {
      throw new RangeError(
        `${caller}: logits must be numbers below Infinity, got ${inWords(logit)} at index ${i}`,
      );
    }
    if (logit > largest) largest = logit;
  }
  return largest;
}
