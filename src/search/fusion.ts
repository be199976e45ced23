/**
 * Reciprocal-rank fusion: several rankings become one, by ranks alone.
 *
 *   score(d) = Σ over rankings r that hold d of weight_r / (c + rank_r(d))
 *
 * Scores of BM25 and cosines can't be added up; ranks can. Cormack, Clarke & Büttcher 2009,
 * "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", with their
 * c = 60: the first places count for more than the rest, but not for everything.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertBetween, assertInteger } from "../core/check";
import type { DocumentId, Hit } from "./hit";

export interface FusionOptions {
  /** How many documents to return at most. Default: all that any ranking holds. */
  k?: number;
  /** c: how little the very first places stand out. Default 60. */
  rankConstant?: number;
  /** How much each ranking counts. Default 1 each. */
  weights?: readonly number[];
}

/** @returns best first; of equal scores the one met first, going through the rankings in order */
export function reciprocalRankFusion(
  rankings: readonly (readonly Hit[])[],
  { k, rankConstant = 60, weights = rankings.map(() => 1) }: FusionOptions = {},
): Hit[] {
  if (k !== undefined) assertInteger("reciprocalRankFusion", { k }, { min: 1 });
  assertBetween("reciprocalRankFusion", { rankConstant }, 0, Number.MAX_VALUE);
  if (weights.length !== rankings.length) {
    throw new RangeError(
      `reciprocalRankFusion: each of the ${rankings.length} rankings needs a weight,` +
        ` got ${weights.length}`,
    );
  }
  const scores = new Map<DocumentId, number>();
  rankings.forEach((ranking, i) => {
    assertBetween("reciprocalRankFusion", { weight: weights[i]! }, 0, Number.MAX_VALUE);
    const seen = new Set<DocumentId>();
    for (const { id, rank } of ranking) {
      if (seen.has(id)) {
        throw new RangeError(`reciprocalRankFusion: ranking ${i} holds ${String(id)} twice`);
      }
      seen.add(id);
      assertInteger("reciprocalRankFusion", { rank }, { min: 1 });
      scores.set(id, (scores.get(id) ?? 0) + weights[i]! / (rankConstant + rank));
    }
  });
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, k)
    .map(([id, score], i) => ({ id, score, rank: i + 1 }));
}
