/**
 * The straight line through points that misses them least: least squares.
 *
 *   slope = Σ (x − x̄)(y − ȳ) / Σ (x − x̄)²        intercept = ȳ − slope · x̄
 *
 * On logarithms of both, the slope is the exponent of a power law: y = c · x^p is a line of slope
 * p. So it tells whether a cost grows with n or with n². Legendre 1805, "Nouvelles méthodes pour la
 * détermination des orbites des comètes", appendix.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import { assertPairs } from "./pearson";

export interface Line {
  readonly slope: number;
  /** The line's height at x = 0. */
  readonly intercept: number;
}

/**
 * @param x two different values at least
 * @param y as many
 */
export function linearFit(x: ArrayLike<number>, y: ArrayLike<number>): Line {
  assertPairs("linearFit", x, y);
  const [meanX, meanY] = [mean(x), mean(y)];
  let [together, ofX] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    together += (x[i]! - meanX) * (y[i]! - meanY);
    ofX += (x[i]! - meanX) ** 2;
  }
  if (ofX === 0) throw new RangeError(`linearFit: x must differ, got ${x[0]} at every point`);
  const slope = together / ofX;
  return { slope, intercept: meanY - slope * meanX };
}

/** p of y = c · x^p, from the line through the logarithms; all values must be above 0. */
export function powerLawExponent(x: ArrayLike<number>, y: ArrayLike<number>): number {
  for (const values of [x, y]) {
    const wrong = Array.from(values).find((value) => !(value > 0));
    if (wrong !== undefined) {
      throw new RangeError(`powerLawExponent: values must be above 0, got ${wrong}`);
    }
  }
  return linearFit(Array.from(x, Math.log), Array.from(y, Math.log)).slope;
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
