/**
 * Axes of two words on a map: those asked for computed here, others on the page.
 *
 * For axes of the reader's own choice the page needs the vectors; in 8 bits they are a quarter of
 * their size, and the places along an axis move by about a hundredth.
 */
import { projectOnAxis } from "../similarity/axis-projection";
import { DenseMatrix } from "../similarity/dense-matrix";
import { Metric } from "../similarity/nearest-neighbours";
import { base64 } from "./base64";

export interface PageAxis {
  from: number;
  to: number;
  /** [N, 2] in 16 bits, each direction on its own scale. */
  xy: string;
  shares: readonly [number, number];
}

/** [N, D] in 8 bits. */
export interface PageVectors {
  size: number;
  values: string;
}

const MOST_FREE_BYTES = 250_000;

export function axesOf(
  caller: string,
  pairs: readonly (readonly [from: string, to: string])[],
  labels: readonly string[],
  vectors: DenseMatrix | undefined,
  metric: Metric,
): PageAxis[] {
  if (pairs.length === 0) return [];
  if (vectors === undefined) throw new RangeError(`${caller}: axes need vectors`);
  const directions = directed(vectors, metric);
  const idOf = (label: string) => {
    const id = labels.indexOf(label);
    if (id < 0) throw new RangeError(`${caller}: axes name labels, got ${JSON.stringify(label)}`);
    return id;
  };
  return pairs.map(([from, to]) => {
    const ends = { from: idOf(from), to: idOf(to) };
    const { x, y, shares } = projectOnAxis(directions, ends.from, ends.to);
    const places = new Uint16Array(2 * x.length);
    [x, y].forEach((values, axis) => {
      const low = values.reduce((a, b) => Math.min(a, b), Infinity);
      const width = values.reduce((a, b) => Math.max(a, b), -Infinity) - low || 1;
      values.forEach((value, i) => {
        places[2 * i + axis] = Math.round((65535 * (value - low)) / width);
      });
    });
    return { ...ends, xy: base64(places), shares };
  });
}

/** The vectors for the page, if it should have them. */
export function freeVectors(
  caller: string,
  vectors: DenseMatrix | undefined,
  metric: Metric,
  isWanted: boolean | undefined,
): { vectors?: PageVectors } {
  if (vectors === undefined) {
    if (isWanted) throw new RangeError(`${caller}: freeAxes need vectors`);
    return {};
  }
  const { shape, values } = directed(vectors, metric);
  if (!(isWanted ?? values.length <= MOST_FREE_BYTES)) return {};
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const bytes = Int8Array.from(values, (value) => Math.round((127 * value) / (largest || 1)));
  return { vectors: { size: shape[1], values: base64(bytes) } };
}

/** Under cosine only directions count: rows of length 1. */
function directed(vectors: DenseMatrix, metric: Metric): DenseMatrix {
  const { shape, values } = vectors;
  if (metric === "euclidean") return vectors;
  const [n, d] = shape;
  const unit = new Float64Array(values);
  for (let i = 0; i < n; i++) {
    const row = unit.subarray(i * d, (i + 1) * d);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let j = 0; j < d; j++) row[j]! /= length;
  }
  return { shape, values: unit };
}
