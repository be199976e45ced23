/**
 * Pearson's correlation: how nearly do two lists of numbers lie on one rising straight line?
 *
 *   r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²)      1 rising, −1 falling, 0 neither
 *
 * Pearson 1896, "Mathematical contributions to the theory of evolution III". One value that is far
 * off can decide it: for scores on different scales take Spearman's (spearman.ts).
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { inWords } from "../core/check";

/** @returns from −1 to 1; NaN where one of the lists is constant and has no direction */
export function pearsonCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  assertPairs("pearsonCorrelation", x, y);
  const [meanX, meanY] = [mean(x), mean(y)];
  let [together, ofX, ofY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    together += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  }
  // Rounding may carry it a hair past 1.
  return Math.max(-1, Math.min(1, together / (Math.sqrt(ofX) * Math.sqrt(ofY))));
}

/** Two lists of one length, two values at least, no NaN among them. */
export function assertPairs(caller: string, x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length !== y.length) {
    throw new RangeError(
      `${caller}: both lists must have the same length, got ${x.length} and ${y.length}`,
    );
  }
  if (x.length < 2) {
    throw new RangeError(`${caller}: there must be 2 pairs or more, got ${x.length}`);
  }
  for (const values of [x, y]) {
    for (let i = 0; i < values.length; i++) {
      if (Number.isFinite(values[i])) continue;
      throw new RangeError(
        `${caller}: values must be finite numbers, got ${inWords(values[i])} at index ${i}`,
      );
    }
  }
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
