/** What an encoder is worth: on test rows that share neither words nor frames with training. */
import { createRng } from "../../src/core/rng";
import type * as tf from "../../src/core/tf";
import type { CrossEncoder, TextPair } from "../../src/cross-encoder/cross-encoder";
import { INFERENCE_LABELS } from "../../src/data/sentence-datasets";
import type { InferencePair, QuestionPair, ScoredPair, Triplet } from "../../src/data/types";
import { bootstrap, meanOf } from "../../src/evaluation/bootstrap";
import { classifyPairs } from "../../src/evaluation/pair-classification";
import { pairScores } from "../../src/evaluation/pair-scores";
import { readEmbeddings } from "../../src/evaluation/read-embeddings";
import { spearmanCorrelation } from "../../src/evaluation/spearman";
import { judgedScores, spearmanOfScores } from "../../src/evaluation/sts";
import { rowOf } from "../../src/similarity/dense-matrix";
import type { SentenceData } from "./data";

/** Anything that scores pairs of texts; larger means closer. */
export type PairScorer = (pairs: readonly TextPair[]) => Promise<ArrayLike<number>>;

/** Anything that says of pairs of texts which class they are of: places in INFERENCE_LABELS. */
export type PairClassifier = (pairs: readonly TextPair[]) => Promise<ArrayLike<number>>;

/** Anything that embeds texts. */
export interface Encoder {
  encode(sentences: readonly string[]): Promise<tf.Tensor2D>;
}

export interface Score {
  estimate: number;
  low: number;
  high: number;
}

/** With 95 % bootstrap intervals over the rows; those written by hand are apart. */
export interface Scores {
  /** Spearman's correlation with people's scores. */
  sts: Score;
  stsByHand: Score;
  /** The same of new pairs with the words and frames of training. */
  stsFamiliar: Score;
  /** The share of triplets whose positive is nearer. */
  triplets: Score;
  tripletsByHand: Score;
  /** Average precision of telling duplicate questions from others. */
  pairs: Score;
  pairsByHand: Score;
}

/** The share of pairs whose relation was told right. */
export interface InferenceScores {
  nli: Score;
  nliByHand: Score;
}

export function byCosine(encoder: Encoder): PairScorer {
  return async (pairs) => {
    // A sentence that stands in several pairs is encoded once.
    const texts = [...new Set(pairs.flat())];
    const tensor = await encoder.encode(texts);
    const points = await readEmbeddings(tensor);
    tensor.dispose();
    const vectors = new Map(texts.map((text, row) => [text, rowOf(points, row)]));
    const side = (which: 0 | 1) => pairs.map((pair) => vectors.get(pair[which])!);
    return pairScores(side(0), side(1)).cosine;
  };
}

/** By the logit: it orders pairs as the score does, and doesn't saturate. */
export function byCrossEncoder(encoder: CrossEncoder): PairScorer {
  return (pairs) => encoder.score(pairs, { activation: "identity" });
}

export async function evaluate(score: PairScorer, data: SentenceData): Promise<Scores> {
  const { sts, triplets, pairs, familiar } = data;
  return {
    sts: await stsScore(score, sts.test),
    stsByHand: await stsScore(score, sts.hand),
    stsFamiliar: await stsScore(score, familiar),
    triplets: await tripletScore(score, triplets.test),
    tripletsByHand: await tripletScore(score, triplets.hand),
    pairs: await duplicateScore(score, pairs.test),
    pairsByHand: await duplicateScore(score, pairs.hand),
  };
}

export async function evaluateInference(
  classify: PairClassifier,
  { nli }: SentenceData,
): Promise<InferenceScores> {
  const accuracy = async (rows: readonly InferencePair[]) =>
    rounded(bootstrap(await areRight(classify, rows), meanOf, drawing()));
  return { nli: await accuracy(nli.test), nliByHand: await accuracy(nli.hand) };
}

/** Which of the rows are told right. */
export async function areRight(
  classify: PairClassifier,
  rows: readonly InferencePair[],
): Promise<boolean[]> {
  const found = await classify(rows.map((row): TextPair => [row.premise, row.hypothesis]));
  return rows.map(({ label }, i) => INFERENCE_LABELS[found[i]!] === label);
}

/** Spearman's correlation alone, for the look at dev rows while training. */
export async function spearman(score: PairScorer, rows: readonly ScoredPair[]): Promise<number> {
  const scores = await score(textsOf(rows));
  return spearmanCorrelation(
    scores,
    rows.map((row) => row.score),
  );
}

/** The pairs of scored rows. */
export function textsOf(rows: readonly ScoredPair[]): TextPair[] {
  return rows.map(({ sentence1, sentence2 }) => [sentence1, sentence2]);
}

/** How intervals are drawn: always alike, so that two encoders meet the same rows. */
export function drawing() {
  return { rng: createRng(1), resamples: 500 };
}

export function rounded({ estimate, low, high }: Score): Score {
  const short = (value: number) => Number(value.toFixed(4));
  return { estimate: short(estimate), low: short(low), high: short(high) };
}

async function stsScore(score: PairScorer, rows: readonly ScoredPair[]): Promise<Score> {
  const gold = rows.map((row) => row.score);
  const items = judgedScores(await score(textsOf(rows)), gold);
  return rounded(bootstrap(items, spearmanOfScores, drawing()));
}

async function tripletScore(score: PairScorer, rows: readonly Triplet[]): Promise<Score> {
  const toPositive = await score(rows.map(({ anchor, positive }): TextPair => [anchor, positive]));
  const toNegative = await score(rows.map(({ anchor, negative }): TextPair => [anchor, negative]));
  const isRight = rows.map((_, i) => toPositive[i]! > toNegative[i]!);
  return rounded(bootstrap(isRight, meanOf, drawing()));
}

async function duplicateScore(score: PairScorer, rows: readonly QuestionPair[]): Promise<Score> {
  const scores = await score(rows.map((row): TextPair => [row.question1, row.question2]));
  const labels = rows.map(({ isDuplicate }) => isDuplicate);
  const { interval } = classifyPairs(scores, labels, { bootstrap: drawing() });
  return rounded(interval!);
}
