/** What a ranking is worth, with intervals over the questions, and set against BM25's. */
import { createRng } from "../../src/core/rng";
import type { TownQuestion } from "../../src/data/types";
import { meanOf } from "../../src/evaluation/bootstrap";
import { permutationTest } from "../../src/evaluation/permutation-test";
import { evaluateRetrieval, type RetrievalResult } from "../../src/evaluation/retrieval";
import type { Ranking } from "./systems";

export interface Interval {
  estimate: number;
  low: number;
  high: number;
}

export interface Scores {
  /** With 95 % bootstrap intervals over the questions. */
  all: Record<string, Interval>;
  byStyle: Record<string, { count: number } & Record<string, number>>;
  /** Mean reciprocal rank within 10 less BM25's, and how often chance alone makes it as large. */
  againstBm25?: { difference: number; pValue: number };
  /** The place of the right passage, question by question, 0 where it is not found. */
  ranks: number[];
}

const MEASURES = ["hit@1", "hit@3", "hit@10", "mrr@10", "ndcg@10", "recall@10", "map"];

export function measure(
  questions: readonly TownQuestion[],
  rankings: readonly Ranking[],
  bm25?: readonly Ranking[],
): Scores {
  const { mean, intervals, perQuery } = retrieval(questions, rankings, true);
  const all = Object.fromEntries(
    MEASURES.map((name) => {
      const { low, high } = intervals![name]!;
      return [name, { estimate: short(mean[name]!), low: short(low), high: short(high) }];
    }),
  );
  const styles = [...new Set(questions.map(({ style }) => style))].sort();
  const byStyle = Object.fromEntries(
    styles.map((style) => {
      const isIn = questions.map((question) => question.style === style);
      const few = retrieval(
        questions.filter((_, i) => isIn[i]),
        rankings.filter((_, i) => isIn[i]),
      );
      const means = MEASURES.map((name) => [name, short(few.mean[name]!)] as const);
      return [style, { count: isIn.filter(Boolean).length, ...Object.fromEntries(means) }];
    }),
  );
  const ranks = rankings.map((ranking, i) => ranking.indexOf(questions[i]!.passageId) + 1);
  if (bm25 === undefined) return { all, byStyle, ranks };
  const other = retrieval(questions, bm25).perQuery["mrr@10"]!;
  const test = permutationTest(perQuery["mrr@10"]!, other, meanOf, { rng: createRng(1) });
  const againstBm25 = { difference: short(test.difference), pValue: short(test.pValue) };
  return { all, byStyle, againstBm25, ranks };
}

/** One number, for choosing on dev questions. */
export function meanReciprocalRank(
  questions: readonly TownQuestion[],
  rankings: readonly Ranking[],
): number {
  return short(retrieval(questions, rankings).mean["mrr@10"]!);
}

function retrieval(
  questions: readonly TownQuestion[],
  rankings: readonly Ranking[],
  hasIntervals: boolean = false,
): RetrievalResult {
  const queries = rankings.map((ranking, i) => {
    return { ranking, relevance: new Set([questions[i]!.passageId]) };
  });
  return evaluateRetrieval(queries, {
    ks: [1, 3, 10],
    ...(hasIntervals && { bootstrap: { rng: createRng(1) } }),
  });
}

function short(value: number): number {
  return Number(value.toFixed(4));
}
