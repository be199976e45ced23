/**
 * One number per pair of embeddings, by the four usual measures. Larger always means closer: the
 * two distances stand with a minus, so that one threshold and one correlation serve all four.
 *
 *   cosine  cos(a, b)     dot  a · b     euclidean  −|a − b|     manhattan  −Σ_i |a_i − b_i|
 *
 * As in Reimers & Gurevych 2019, "Sentence-BERT", section 4 ("we also tried negative Manhattan and
 * Euclidean distances"). Of rows of length 1 the first three order pairs alike.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { cosineOfVectors } from "../similarity/cosine";
import { denseMatrix, Points, rowOf } from "../similarity/dense-matrix";
import {
  dotOfVectors,
  euclideanOfVectors,
  manhattanOfVectors,
  VectorMeasure,
} from "../similarity/vector-distance";

export type PairMeasure = "cosine" | "dot" | "euclidean" | "manhattan";

/** Larger means closer. */
export const PAIR_MEASURES: Readonly<Record<PairMeasure, VectorMeasure>> = {
  cosine: cosineOfVectors,
  dot: dotOfVectors,
  euclidean: (a, b) => -euclideanOfVectors(a, b),
  manhattan: (a, b) => -manhattanOfVectors(a, b),
};

/**
 * Row by row.
 *
 * @param a [B, D]
 * @param b [B, D]
 * @returns [B] for each measure
 */
export function pairScores(a: Points, b: Points): Record<PairMeasure, Float64Array> {
  const [first, second] = [denseMatrix("pairScores", "a", a), denseMatrix("pairScores", "b", b)];
  if (String(first.shape) !== String(second.shape)) {
    throw new RangeError(
      `pairScores: shapes must be equal, got a [${first.shape}], b [${second.shape}]`,
    );
  }
  return forEachMeasure((_, measure) =>
    Float64Array.from({ length: first.shape[0] }, (_, i) =>
      measure(rowOf(first, i), rowOf(second, i)),
    ),
  );
}

/** One result for each of the four. */
export function forEachMeasure<Result>(
  compute: (name: PairMeasure, measure: VectorMeasure) => Result,
): Record<PairMeasure, Result> {
  const of = (name: PairMeasure) => compute(name, PAIR_MEASURES[name]);
  return {
    ...{ cosine: of("cosine"), dot: of("dot") },
    ...{ euclidean: of("euclidean"), manhattan: of("manhattan") },
  };
}
