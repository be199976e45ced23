/**
 * Is one rung above another? The difference of their Spearman correlations on the same pairs, with
 * an interval: what makes a pair hard for both cancels out.
 */
import type { ScoredPair } from "../../src/data/types";
import { pairedBootstrap } from "../../src/evaluation/bootstrap";
import { judgedScores, spearmanOfScores } from "../../src/evaluation/sts";
import { drawing, rounded, type Score } from "./evaluate";
import { LOSSES } from "./plan";

export interface Difference extends Score {
  /** a − b. */
  a: string;
  b: string;
  seed: number;
}

/** What draws nothing has one result for all seeds. */
const UNSEEDED: readonly string[] = ["tf-idf", "raw-bert"];

/** What the papers lead one to expect: `a` above `b`. */
const PAIRS: readonly (readonly [a: string, b: string])[] = [
  ["word-vectors", "raw-bert"],
  ["word-vectors-weighted", "raw-bert"],
  ...LOSSES.map((name) => [name, "word-vectors"] as const),
  ...LOSSES.map((name) => [name, "tf-idf"] as const),
  ...(["cosine", "cosent", "ranking", "ranking-hard"] as const).map(
    (name) => [name, "softmax"] as const,
  ),
  ...(["cosine-triplets", "contrastive", "triplet", "ranking", "ranking-hard"] as const).map(
    (name) => [name, "softmax-triplets"] as const,
  ),
  ...([
    ["ranking-hard", "ranking"],
    ["cosent", "cosine"],
  ] as const),
  ...([
    ["distilled", "cosine"],
    ["margin-mse", "triplet"],
  ] as const),
  ...([
    ["cross-encoder", "cosine"],
    ["cross-encoder", "cosent"],
    ["cross-encoder", "distilled"],
  ] as const),
];

/** @param scoresOf a rung's scores of the rows, in their order; undefined for one that isn't there */
export async function compareRungs(
  seeds: readonly number[],
  rows: readonly ScoredPair[],
  scoresOf: (name: string, seed: number) => Promise<readonly number[] | undefined>,
): Promise<Difference[]> {
  const gold = rows.map(({ score }) => score);
  const found: Difference[] = [];
  for (const [a, b] of PAIRS) {
    for (const seed of seeds) {
      const ofA = await scoresOf(a, UNSEEDED.includes(a) ? 0 : seed);
      const ofB = await scoresOf(b, UNSEEDED.includes(b) ? 0 : seed);
      if (ofA === undefined || ofB === undefined) continue;
      const items = [judgedScores(ofA, gold), judgedScores(ofB, gold)] as const;
      const interval = pairedBootstrap(...items, spearmanOfScores, drawing());
      found.push({ ...{ a, b, seed }, ...rounded(interval) });
    }
  }
  return found;
}
