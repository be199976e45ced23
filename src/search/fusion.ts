/**
 * Several rankings become one, by ranks alone (reciprocal-rank fusion), or by scores.
 *
 *   by ranks    score(d) = Σ over rankings r that hold d of weight_r / (c + rank_r(d))
 *   by scores   score(d) = Σ over rankings r that hold d of weight_r · score_r(d) / highest score_r
 *
 * Scores of BM25 and cosines have no common measure, while ranks have: Cormack, Clarke & Büttcher
 * 2009, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", with
 * their c = 60: the first places count for more than the rest, but not for everything. But a rank
 * doesn't say by how much the first is ahead. Adding up scores, in shares of the highest, can find
 * more, with a weight chosen on questions whose answer is known: Bruch, Gai & Ingber 2023, "An
 * Analysis of Fusion Functions for Hybrid Retrieval".
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
  assertBetween("reciprocalRankFusion", { rankConstant }, 0, Number.MAX_VALUE);
  return added("reciprocalRankFusion", rankings, { k, weights }, ({ rank }) => {
    assertInteger("reciprocalRankFusion", { rank }, { min: 1 });
    return 1 / (rankConstant + rank);
  });
}

export type ScoreFusionOptions = Omit<FusionOptions, "rankConstant">;

/**
 * A document that a ranking doesn't hold gets nothing from it, so rankings should go deep. One
 * without a score above 0 says nothing.
 *
 * @returns best first; of equal scores the one met first, going through the rankings in order
 */
export function scoreFusion(
  rankings: readonly (readonly Hit[])[],
  { k, weights = rankings.map(() => 1) }: ScoreFusionOptions = {},
): Hit[] {
  const highest = rankings.map((ranking) => Math.max(...ranking.map(({ score }) => score)));
  return added("scoreFusion", rankings, { k, weights }, ({ score }, i) => {
    assertBetween("scoreFusion", { score }, -Number.MAX_VALUE, Number.MAX_VALUE);
    return highest[i]! > 0 ? score / highest[i]! : 0;
  });
}

function added(
  caller: string,
  rankings: readonly (readonly Hit[])[],
  { k, weights }: { k: number | undefined; weights: readonly number[] },
  worthOf: (hit: Hit, ranking: number) => number,
): Hit[] {
  if (k !== undefined) assertInteger(caller, { k }, { min: 1 });
  if (weights.length !== rankings.length) {
    throw new RangeError(
      `${caller}: each of the ${rankings.length} rankings needs a weight, got ${weights.length}`,
    );
  }
  const scores = new Map<DocumentId, number>();
  rankings.forEach((ranking, i) => {
    assertBetween(caller, { weight: weights[i]! }, 0, Number.MAX_VALUE);
    const seen = new Set<DocumentId>();
    for (const hit of ranking) {
      if (seen.has(hit.id)) {
        throw new RangeError(`${caller}: ranking ${i} holds ${String(hit.id)} twice`);
      }
      seen.add(hit.id);
      scores.set(hit.id, (scores.get(hit.id) ?? 0) + weights[i]! * worthOf(hit, i));
    }
  });
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, k)
    .map(([id, score], i) => ({ id, score, rank: i + 1 }));
}
