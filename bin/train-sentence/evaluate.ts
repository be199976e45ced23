/** What an encoder is worth: on test rows that share neither words nor frames with training. */
import { createRng } from "../../src/core/rng";
import type * as tf from "../../src/core/tf";
import type { CrossEncoder, TextPair } from "../../src/cross-encoder/cross-encoder";
import type { ScoredPair, Triplet } from "../../src/data/types";
import { bootstrap, meanOf } from "../../src/evaluation/bootstrap";
import { classifyPairs } from "../../src/evaluation/pair-classification";
import { pairScores } from "../../src/evaluation/pair-scores";
import { readEmbeddings } from "../../src/evaluation/read-embeddings";
import { spearmanCorrelation } from "../../src/evaluation/spearman";
import { judgedScores, spearmanOfScores } from "../../src/evaluation/sts";
import type { SentenceData } from "./data";

/** Anything that scores pairs of texts; larger means closer. */
export type PairScorer = (pairs: readonly TextPair[]) => Promise<ArrayLike<number>>;

/** Anything that embeds texts. */
export interface Encoder {
  encode(sentences: readonly string[]): Promise<tf.Tensor2D>;
}

export interface Score {
  estimate: number;
  low: number;
  high: number;
}

/** With 95 % bootstrap intervals over the rows. */
export interface Scores {
  /** Spearman's correlation with people's scores. */
  sts: Score;
  stsByHand: Score;
  /** The share of triplets whose positive is nearer. */
  triplets: Score;
  tripletsByHand: Score;
  /** Average precision of telling duplicate questions from others. */
  pairs: Score;
}

export function byCosine(encoder: Encoder): PairScorer {
  return async (pairs) => {
    const columns = await Promise.all(
      ([0, 1] as const).map(async (side) => {
        const tensor = await encoder.encode(pairs.map((pair) => pair[side]));
        const points = await readEmbeddings(tensor);
        tensor.dispose();
        return points;
      }),
    );
    return pairScores(columns[0]!, columns[1]!).cosine;
  };
}

/** By the logit: it orders pairs as the score does, and doesn't saturate. */
export function byCrossEncoder(encoder: CrossEncoder): PairScorer {
  return (pairs) => encoder.score(pairs, { activation: "identity" });
}

export async function evaluate(score: PairScorer, data: SentenceData): Promise<Scores> {
  const { test, hand } = data.pairs;
  const pairs = [...test, ...hand];
  const scores = await score(pairs.map((row): TextPair => [row.question1, row.question2]));
  const labels = pairs.map(({ isDuplicate }) => isDuplicate);
  const { interval } = classifyPairs(scores, labels, { bootstrap: drawing() });
  return {
    sts: await stsScore(score, data.sts.test),
    stsByHand: await stsScore(score, data.sts.hand),
    triplets: await tripletScore(score, data.triplets.test),
    tripletsByHand: await tripletScore(score, data.triplets.hand),
    pairs: rounded(interval!),
  };
}

/** Spearman's correlation alone, for the look at dev rows while training. */
export async function spearman(score: PairScorer, rows: readonly ScoredPair[]): Promise<number> {
  const scores = await score(textsOf(rows));
  return spearmanCorrelation(
    scores,
    rows.map((row) => row.score),
  );
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

function textsOf(rows: readonly ScoredPair[]): TextPair[] {
  return rows.map(({ sentence1, sentence2 }) => [sentence1, sentence2]);
}

function drawing() {
  return { rng: createRng(1), resamples: 500 };
}

function rounded({ estimate, low, high }: Score): Score {
  const short = (value: number) => Number(value.toFixed(4));
  return { estimate: short(estimate), low: short(low), high: short(high) };
}
