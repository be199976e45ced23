/**
 * Retrieval: every usual measure of a search, averaged over queries, with intervals.
 *
 * Each measure is kept per query, so that two searches can be compared query by query
 * (`pairedBootstrap`, `permutationTest`) and the failures looked at.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger } from "../core/check";
import { averagePrecision } from "./average-precision";
import { bootstrap, BootstrapInterval, BootstrapOptions, meanOf } from "./bootstrap";
import { judgeRanking, JudgedRanking, Relevance } from "./judged-ranking";
import { ndcgAt } from "./ndcg";
import { hitAt, precisionAt, recallAt, rPrecision } from "./ranking-hits";
import { reciprocalRank } from "./reciprocal-rank";

/** What a search returned for one query, and what it should have. */
export interface RankedQuery<Id> {
  /** Ids of documents, best first. */
  readonly ranking: readonly Id[];
  readonly relevance: Relevance<Id>;
}

export interface RetrievalOptions {
  /** At how many places to look. Default 1, 3, 5 and 10. */
  ks?: readonly number[];
  /** How to draw intervals. Default: none. */
  bootstrap?: BootstrapOptions;
}

export interface RetrievalResult {
  /** By name: "hit@k", "precision@k", "recall@k", "mrr@k", "ndcg@k", "map", "r-precision". */
  readonly mean: Readonly<Record<string, number>>;
  /** [queries] for each of the names. */
  readonly perQuery: Readonly<Record<string, readonly number[]>>;
  /** There if `bootstrap` was given. */
  readonly intervals?: Readonly<Record<string, BootstrapInterval>>;
}

export function evaluateRetrieval<Id>(
  queries: readonly RankedQuery<Id>[],
  { ks = [1, 3, 5, 10], bootstrap: drawing }: RetrievalOptions = {},
): RetrievalResult {
  if (queries.length === 0) {
    throw new RangeError("evaluateRetrieval: there must be queries, got 0");
  }
  for (const k of ks) assertInteger("evaluateRetrieval", { k }, { min: 1 });
  const judged = queries.map(({ ranking, relevance }) => judgeRanking(ranking, relevance));
  const perQuery = mapValues(measuresAt(ks), (measure) => judged.map(measure));
  const mean = mapValues(perQuery, meanOf);
  if (!drawing) return { mean, perQuery };
  const intervals = mapValues(perQuery, (values) => bootstrap(values, meanOf, drawing));
  return { mean, perQuery, intervals };
}

type Measure = (judged: JudgedRanking) => number;

function measuresAt(ks: readonly number[]): Record<string, Measure> {
  const measures: Record<string, Measure> = {};
  for (const k of ks) {
    measures[`hit@${k}`] = (judged) => hitAt(judged, k);
    measures[`precision@${k}`] = (judged) => precisionAt(judged, k);
    measures[`recall@${k}`] = (judged) => recallAt(judged, k);
    measures[`mrr@${k}`] = (judged) => reciprocalRank(judged, k);
    measures[`ndcg@${k}`] = (judged) => ndcgAt(judged, k);
  }
  measures["map"] = (judged) => averagePrecision(judged);
  measures["r-precision"] = rPrecision;
  return measures;
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
