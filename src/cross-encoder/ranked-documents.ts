/**
 * Documents in the order of their scores: what a re-ranker gives back.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */

export interface RankedDocument {
  /** Its place among the documents given. */
  readonly index: number;
  readonly document: string;
  readonly score: number;
  /** 1 for the best. */
  readonly rank: number;
}

/** The k best, best first; of equal ones the first given. */
export function rankedDocuments(
  documents: readonly string[],
  scores: ArrayLike<number>,
  k: number,
): RankedDocument[] {
  return documents
    .map((document, index) => ({ index, document, score: scores[index]! }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, k)
    .map((found, i) => ({ ...found, rank: i + 1 }));
}
