/**
 * What a search finds, and how rankings are cut to the best.
 *
 * Lesson: notebooks/12-rag.ipynb
 */

/** What a caller names a document by. */
export type DocumentId = string | number;

/** One thing found. */
export interface Hit {
  readonly id: DocumentId;
  /** Larger is nearer; what it means is the index's to say. */
  readonly score: number;
  /** 1 for the best. */
  readonly rank: number;
}

/**
 * The rows of the k highest scores, best first; of equal scores, the first row first.
 *
 * @param scores   [N]; −Infinity for a row that is not to be found
 * @param k        at least 1
 */
export function bestRows(scores: ArrayLike<number>, k: number): number[] {
  const best: number[] = [];
  let worst = -Infinity; // of the best, once there are k
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    if (!(score > worst)) continue;
    let place = best.length < k ? best.length : k - 1;
    for (; place > 0 && scores[best[place - 1]!]! < score; place--) {
      best[place] = best[place - 1]!;
    }
    best[place] = row;
    if (best.length === k) worst = scores[best[k - 1]!]!;
  }
  return best;
}
