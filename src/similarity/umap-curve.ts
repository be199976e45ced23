/**
 * UMAP's two forces: how strongly the ends of an edge pull, and how strongly chance pairs push.
 *
 *   near(d) = 1 / (1 + a d^2b)             how near two points count as, at a distance d of the map
 *   pull(d) = −2ab d^(2b−2) / (1 + a d^2b)            times the vector between them
 *   push(d) = 2b γ / ((0.001 + d²)(1 + a d^2b))
 *
 * a and b are chosen so that near(d) is about 1 up to minDist and e^−(d − minDist)/spread beyond.
 *
 * McInnes, Healy & Melville 2018, "UMAP: Uniform Manifold Approximation and Projection", section
 * 3.2 and appendix; the 0.001 is umap-learn's, against a division by 0.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertPositive } from "../core/check";

export interface UmapCurve {
  readonly a: number;
  readonly b: number;
}

const NUM_SAMPLES = 300;
const MOST_ROUNDS = 100;

/** The a and b that fit best in squares, at 300 distances up to three times the spread. */
export function fitUmapCurve(minDist: number, spread: number): UmapCurve {
  assertPositive("fitUmapCurve", { spread });
  if (!(minDist >= 0 && minDist <= spread)) {
    throw new RangeError(
      `fitUmapCurve: minDist must be from 0 to spread (${spread}), got ${minDist}`,
    );
  }
  const distances = Array.from({ length: NUM_SAMPLES }, (_, i) => (3 * spread * i) / 299);
  const wanted = distances.map((d) => (d < minDist ? 1 : Math.exp(-(d - minDist) / spread)));
  let [a, b] = [1, 1];
  let damping = 1e-3;
  let error = squaredError(a, b, distances, wanted);
  // Levenberg and Marquardt's method with two unknowns: a step of Gauss and Newton's, shortened
  // until it helps.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [aa, ab, bb, ga, gb] = [0, 0, 0, 0, 0];
    distances.forEach((d, i) => {
      if (d === 0) return;
      const power = d ** (2 * b);
      const near = 1 / (1 + a * power);
      const byA = -near * near * power;
      const byB = byA * a * 2 * Math.log(d);
      const gap = wanted[i]! - near;
      aa += byA * byA;
      ab += byA * byB;
      bb += byB * byB;
      ga += byA * gap;
      gb += byB * gap;
    });
    const [da, db] = [aa * (1 + damping), bb * (1 + damping)];
    const determinant = da * db - ab * ab;
    const stepA = (ga * db - gb * ab) / determinant;
    const stepB = (gb * da - ga * ab) / determinant;
    const next = squaredError(a + stepA, b + stepB, distances, wanted);
    if (next < error) {
      [a, b, error] = [a + stepA, b + stepB, next];
      damping /= 10;
      if (Math.abs(stepA) + Math.abs(stepB) < 1e-12) break;
    } else {
      damping *= 10;
      if (damping > 1e12) break;
    }
  }
  return { a, b };
}

/** What a point is moved by, per unit of distance to its partner, at a squared distance. */
export function umapPull({ a, b }: UmapCurve, squared: number): number {
  const power = squared ** b;
  return (-2 * a * b * power) / squared / (1 + a * power);
}

/** @param strength γ, the weight of pushes against pulls */
export function umapPush({ a, b }: UmapCurve, squared: number, strength: number): number {
  return (2 * b * strength) / ((0.001 + squared) * (1 + a * squared ** b));
}

function squaredError(a: number, b: number, distances: number[], wanted: number[]): number {
  let sum = 0;
  distances.forEach((d, i) => (sum += (1 / (1 + a * d ** (2 * b)) - wanted[i]!) ** 2));
  return Number.isNaN(sum) ? Infinity : sum;
}
