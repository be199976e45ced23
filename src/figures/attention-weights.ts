/**
 * Attention weights as figures take them: checked, and packed for the page.
 *
 * A page holds each weight as a share of 65,535, in two bytes. The shares of a row are rounded so
 * that they still sum to 65,535 (the largest remainders are rounded up), so a row that sums to 1
 * does so in the page, too.
 */
import { assertStrings, inWords } from "../core/check";

/** [L, H, T, T]: of each layer and head, a row for each token that looks. */
export type AttentionWeights = readonly (readonly (readonly ArrayLike<number>[])[])[];

export interface CheckedWeights {
  readonly numLayers: number;
  readonly numHeads: number;
  /** T */
  readonly size: number;
  /** L·H·T·T, as they were given. */
  readonly values: Float64Array;
  /** The same in 1/65,535. */
  readonly shares: Uint16Array;
  /** The largest |row sum − 1|. */
  readonly largestDifference: number;
}

const MAX_TOKENS = 40;
const MAX_VALUES = 300_000;
/** What rounding in half precision could leave of a sum. */
const TOLERANCE = 0.002;
const WHOLE = 65_535;

/** @throws RangeError naming what doesn't fit, and where */
export function checkedWeights(
  caller: string,
  attentions: AttentionWeights,
  tokens: readonly string[],
): CheckedWeights {
  assertStrings(caller, "tokens", tokens);
  const size = tokens.length;
  if (size < 1 || size > MAX_TOKENS) {
    throw new RangeError(`${caller}: there must be 1 to ${MAX_TOKENS} tokens, got ${size}`);
  }
  const [numLayers, numHeads] = [attentions?.length ?? 0, attentions?.[0]?.length ?? 0];
  if (numLayers === 0 || numHeads === 0) {
    throw new RangeError(
      `${caller}: attentions must be [layers, heads, tokens, tokens], got ${inWords(attentions)}`,
    );
  }
  const count = numLayers * numHeads * size * size;
  if (count > MAX_VALUES) {
    throw new RangeError(
      `${caller}: there must be at most ${MAX_VALUES} weights, got ${count}: choose some layers`,
    );
  }
  const values = new Float64Array(count);
  const shares = new Uint16Array(count);
  let largestDifference = 0;
  attentions.forEach((heads, l) => {
    const place = (h: number) => `layer ${l + 1}, head ${h + 1}`;
    if (heads.length !== numHeads) {
      throw new RangeError(
        `${caller}: each layer must have ${numHeads} heads, got ${heads.length} in layer ${l + 1}`,
      );
    }
    heads.forEach((rows, h) => {
      const wrong = Array.from(rows).find((row) => row.length !== size);
      if (rows.length !== size || wrong !== undefined) {
        throw new RangeError(
          `${caller}: for ${size} tokens the weights must be [${size}, ${size}], ` +
            `got [${rows.length}, ${wrong?.length ?? size}] in ${place(h)}`,
        );
      }
      rows.forEach((row, i) => {
        const at = ((l * numHeads + h) * size + i) * size;
        values.set(Array.from(row), at);
        const sum = checkedSum(values.subarray(at, at + size), caller, `${place(h)}, row ${i}`);
        largestDifference = Math.max(largestDifference, Math.abs(sum - 1));
        shares.set(sharesOf(values.subarray(at, at + size), sum), at);
      });
    });
  });
  return { numLayers, numHeads, size, values, shares, largestDifference };
}

function checkedSum(row: Float64Array, caller: string, place: string): number {
  let sum = 0;
  for (const weight of row) {
    if (!(weight >= 0 && weight <= 1 + TOLERANCE)) {
      throw new RangeError(`${caller}: weights must be from 0 to 1, got ${weight} in ${place}`);
    }
    sum += weight;
  }
  if (!(Math.abs(sum - 1) <= TOLERANCE)) {
    throw new RangeError(`${caller}: each row must sum to 1, got ${sum} in ${place}`);
  }
  return sum;
}

/** Whole numbers in the row's proportions that sum to 65,535. */
function sharesOf(row: Float64Array, sum: number): number[] {
  const exact = Array.from(row, (weight) => (weight / sum) * WHOLE);
  const shares = exact.map(Math.floor);
  const missing = WHOLE - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((_, j) => j)
    .sort((a, b) => exact[b]! - shares[b]! - (exact[a]! - shares[a]!));
  for (const j of byRemainder.slice(0, missing)) shares[j]!++;
  return shares;
}
