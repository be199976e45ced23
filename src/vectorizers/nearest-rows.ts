/**
 * Search by cosine: the rows of a sparse matrix that point most nearly where a query points.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { assertInteger } from "../core/check";
import type { SparseMatrix } from "./sparse-matrix";

/** One thing found. */
export interface Hit {
  /** The row of the document. */
  readonly id: number;
  /** Larger is nearer. */
  readonly score: number;
  /** 1 for the best. */
  readonly rank: number;
}

export interface NearestRowsOptions {
  /** How many rows to return at most. Default 10. */
  k?: number;
}

/**
 * @param queries [Q, V] from the same fitted vectorizer as `documents`
 * @param documents [N, V]
 * @returns for each query its k rows with the highest cosine, best first; equal scores in the
 *   order of the rows; rows that share no term with the query (cosine 0) are not returned
 */
export function nearestRows(
  queries: SparseMatrix,
  documents: SparseMatrix,
  { k = 10 }: NearestRowsOptions = {},
): Hit[][] {
  assertInteger("nearestRows", { k }, { min: 1 });
  return queries.cosineSimilarity(documents).map((cosines) => bestHits(cosines, k));
}

/** The k highest scores above 0 as hits, best first; equal scores in their order. */
export function bestHits(scores: ArrayLike<number>, k: number): Hit[] {
  return Array.from({ length: scores.length }, (_, id) => ({ id, score: scores[id]! }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, k)
    .map(({ id, score }, position) => ({ id, score, rank: position + 1 }));
}
