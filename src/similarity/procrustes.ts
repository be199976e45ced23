/**
 * Procrustes alignment: turn, flip, stretch and move one cloud of points onto another.
 *
 *   find R with RᵀR = 1, s, t so that  Σ_i |s · R x_i + t − y_i|²  is smallest
 *   XᵀY = U S Vᵀ (centered)   R = U Vᵀ   s = tr(S) / |X|²        row by row: y ≈ s · x R + t
 *
 * Schönemann 1966, "A generalized solution of the orthogonal Procrustes problem"; with scaling,
 * Gower & Dijksterhuis 2004, "Procrustes Problems", section 4.4. Two maps of the same words differ
 * by a turn that means nothing: what moves after the alignment has changed its place among others.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { denseMatrix, DenseMatrix, Points } from "./dense-matrix";

export interface ProcrustesOptions {
  /** May the cloud be stretched, equally in all directions? Default true. */
  scaling?: boolean;
}

export interface Procrustes {
  /** [D, D] R: a row x becomes scale · x R + translation. */
  readonly rotation: DenseMatrix;
  readonly scale: number;
  /** [D] */
  readonly translation: Float64Array;
  /** [N, D] `points`, turned onto `target`. */
  readonly aligned: DenseMatrix;
  /** Σ |aligned − target|² as a share of Σ |target − its mean|²: 0 for a perfect fit. */
  readonly disparity: number;
}

/**
 * @param points [N, D] what is turned
 * @param target [N, D] row i shows where row i of `points` should go
 */
export function procrustes(
  points: Points,
  target: Points,
  { scaling = true }: ProcrustesOptions = {},
): Procrustes {
  const from = denseMatrix("procrustes", "points", points);
  const to = denseMatrix("procrustes", "target", target);
  const [n, d] = from.shape;
  if (n === 0 || d === 0 || n !== to.shape[0] || d !== to.shape[1]) {
    throw new RangeError(
      `procrustes: shapes must be equal and not empty, got [${from.shape}] and [${to.shape}]`,
    );
  }
  const fromMean = columnMeans(from);
  const toMean = columnMeans(to);
  const cross = new Float64Array(d * d);
  let squares = 0;
  let targetSquares = 0;
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < d; a++) {
      const x = from.values[i * d + a]! - fromMean[a]!;
      squares += x * x;
      targetSquares += (to.values[i * d + a]! - toMean[a]!) ** 2;
      for (let b = 0; b < d; b++) {
        cross[a * d + b]! += x * (to.values[i * d + b]! - toMean[b]!);
      }
    }
  }
  const { rotation, stretch } = nearestRotation(cross, d);
  const scale = scaling && squares > 0 ? stretch / squares : 1;
  const translation = new Float64Array(d);
  for (let b = 0; b < d; b++) {
    translation[b] = toMean[b]!;
    for (let a = 0; a < d; a++) translation[b]! -= scale * fromMean[a]! * rotation[a * d + b]!;
  }
  const aligned = new Float64Array(n * d);
  let gap = 0;
  for (let i = 0; i < n; i++) {
    for (let b = 0; b < d; b++) {
      let sum = 0;
      for (let a = 0; a < d; a++) sum += from.values[i * d + a]! * rotation[a * d + b]!;
      aligned[i * d + b] = scale * sum + translation[b]!;
      gap += (aligned[i * d + b]! - to.values[i * d + b]!) ** 2;
    }
  }
  return {
    rotation: { shape: [d, d], values: rotation },
    scale,
    translation,
    aligned: { shape: [n, d], values: aligned },
    disparity: targetSquares === 0 ? 0 : gap / targetSquares,
  };
}

/**
 * U Vᵀ and the sum of S. Hestenes' one-sided Jacobi method: turn pairs of columns of the matrix
 * until all stand at right angles; they are U S then, and the turns are V.
 */
function nearestRotation(matrix: Float64Array, d: number) {
  const columns = Array.from({ length: d }, (_, b) =>
    Float64Array.from({ length: d }, (_, a) => matrix[a * d + b]!),
  );
  const turns = columns.map((_, b) => Float64Array.from({ length: d }, (_, a) => +(a === b)));
  for (let sweep = 0, isDone = false; sweep < 60 && !isDone; sweep++) {
    isDone = true;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const beside = dot(columns[p]!, columns[q]!);
        const [pp, qq] = [dot(columns[p]!, columns[p]!), dot(columns[q]!, columns[q]!)];
        if (Math.abs(beside) <= 1e-15 * Math.sqrt(pp * qq)) continue;
        isDone = false;
        const theta = (qq - pp) / (2 * beside);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        turn(columns[p]!, columns[q]!, tangent);
        turn(turns[p]!, turns[q]!, tangent);
      }
    }
  }
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const longest = Math.max(...lengths);
  const order = lengths.map((_, i) => i).sort((i, j) => lengths[j]! - lengths[i]!);
  const found: Float64Array[] = [];
  const rotation = new Float64Array(d * d);
  for (const i of order) {
    // A direction in which the points do not vary is free; any that is left will do.
    const isFlat = lengths[i]! <= 1e-14 * longest || longest === 0;
    const u = isFlat ? rightAngleTo(found, d) : columns[i]!.map((x) => x / lengths[i]!);
    found.push(u);
    for (let a = 0; a < d; a++) {
      for (let b = 0; b < d; b++) rotation[a * d + b]! += u[a]! * turns[i]![b]!;
    }
  }
  return { rotation, stretch: lengths.reduce((sum, length) => sum + length, 0) };
}

/** The axis that lies farthest from the span of the vectors, made perpendicular to them. */
function rightAngleTo(vectors: Float64Array[], d: number): Float64Array {
  let best = new Float64Array(d);
  let bestLength = 0;
  for (let axis = 0; axis < d; axis++) {
    const candidate = new Float64Array(d);
    candidate[axis] = 1;
    for (const vector of vectors) {
      const along = dot(candidate, vector);
      for (let a = 0; a < d; a++) candidate[a]! -= along * vector[a]!;
    }
    const length = Math.sqrt(dot(candidate, candidate));
    if (length > bestLength) [best, bestLength] = [candidate, length];
  }
  return best.map((x) => x / bestLength);
}

function turn(first: Float64Array, second: Float64Array, tangent: number): void {
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let a = 0; a < first.length; a++) {
    const [left, right] = [first[a]!, second[a]!];
    first[a] = cosine * left - sine * right;
    second[a] = sine * left + cosine * right;
  }
}

function columnMeans({ shape: [n, d], values }: DenseMatrix): Float64Array {
  const mean = new Float64Array(d);
  for (let i = 0; i < n * d; i++) mean[i % d]! += values[i]! / n;
  return mean;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
