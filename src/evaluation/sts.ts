/**
 * Semantic textual similarity: do a model's scores order pairs of sentences as people do?
 *
 *   ρ = Spearman(score_i, gold_i),  r = Pearson(score_i, gold_i)
 *
 * People judge each pair from 0 (nothing in common) to 5 (the same); Cer et al. 2017, "SemEval-2017
 * Task 1", section 2. Report Spearman's: Pearson's asks for a straight line, which nothing promises
 * (Reimers, Beyer & Gurevych 2016, "Task-Oriented Intrinsic Evaluation of Semantic Textual
 * Similarity"; Reimers & Gurevych 2019, "Sentence-BERT", section 4).
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { Points } from "../similarity/dense-matrix";
import { bootstrap, BootstrapInterval, BootstrapOptions } from "./bootstrap";
import { forEachMeasure, PairMeasure, pairScores } from "./pair-scores";
import { pearsonCorrelation } from "./pearson";
import { spearmanCorrelation } from "./spearman";

export interface StsResult {
  /** From −1 to 1; NaN where all scores or all judgements are equal. */
  readonly pearson: Readonly<Record<PairMeasure, number>>;
  readonly spearman: Readonly<Record<PairMeasure, number>>;
  /** [B], larger means closer: what was compared with the judgements. */
  readonly scores: Readonly<Record<PairMeasure, Float64Array>>;
  /** Of Spearman's, drawn over pairs; there if `bootstrap` was given. */
  readonly intervals?: Readonly<Record<PairMeasure, BootstrapInterval>>;
}

export interface StsOptions {
  /** How to draw intervals. Default: none. */
  bootstrap?: BootstrapOptions;
}

/** A model's score of a pair beside people's judgement of it. */
export interface JudgedScore {
  readonly score: number;
  readonly gold: number;
}

/**
 * @param a    [B, D] embeddings of the first sentences
 * @param b    [B, D] of the second
 * @param gold [B] people's judgements, on any scale that rises with likeness
 */
export function evaluateSts(
  a: Points,
  b: Points,
  gold: ArrayLike<number>,
  { bootstrap: drawing }: StsOptions = {},
): StsResult {
  const scores = pairScores(a, b);
  const result = {
    scores,
    pearson: forEachMeasure((name) => pearsonCorrelation(scores[name], gold)),
    spearman: forEachMeasure((name) => spearmanCorrelation(scores[name], gold)),
  };
  if (!drawing) return result;
  const interval = (name: PairMeasure) =>
    bootstrap(judgedScores(scores[name], gold), spearmanOfScores, drawing);
  return { ...result, intervals: forEachMeasure(interval) };
}

/** The items that `bootstrap`, `pairedBootstrap` and `permutationTest` draw from. */
export function judgedScores(scores: ArrayLike<number>, gold: ArrayLike<number>): JudgedScore[] {
  return Array.from(scores, (score, i) => ({ score, gold: gold[i]! }));
}

/** The statistic of those items. */
export function spearmanOfScores(items: readonly JudgedScore[]): number {
  return spearmanCorrelation(
    items.map(({ score }) => score),
    items.map(({ gold }) => gold),
  );
}
