/**
 * The rungs of the ladder: which rows, which loss. LOSSES in plan.ts lists them.
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3; Henderson et al. 2017; Su 2022 (CoSENT);
 * Hofstätter et al. 2020 (margin MSE); Thakur et al. 2021, "Augmented SBERT", section 3.
 */
import { initialParameters } from "../../src/bert/parameter-shapes";
import type { Rng } from "../../src/core/rng";
import type * as tf from "../../src/core/tf";
import type { CrossEncoder, TextPair } from "../../src/cross-encoder/cross-encoder";
import { shuffledBatches, type BatchStream } from "../../src/data/batch-stream";
import { distinctBatches } from "../../src/data/distinct-batches";
import { mixedBatches } from "../../src/data/mixed-batches";
import { contrastiveLoss } from "../../src/losses/contrastive";
import { cosentLoss } from "../../src/losses/cosent";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { marginMseLoss } from "../../src/losses/margin-mse";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import {
  softmaxClassificationLoss,
  type PairFeature,
} from "../../src/losses/softmax-classification";
import { tripletLoss } from "../../src/losses/triplet";
import { pairwiseCosineSimilarity } from "../../src/similarity/cosine";
import type { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import type { EmbeddingLoss, SiameseOptions } from "../../src/sentence-encoder/siamese";
import type { SentenceData } from "./data";
import type { LossName } from "./plan";
import {
  inferenceRows,
  questionRows,
  scoredRows,
  tripletPairs,
  tripletRows,
  type Row,
} from "./rows";

export interface Recipe {
  /** One list for each data set; a batch comes from one of them. */
  rows: Row[][];
  objective: SiameseOptions;
  /** In-batch negatives must not be the same sentence twice. */
  isDistinct?: boolean;
}

export interface RecipeParts {
  data: SentenceData;
  encoder: SentenceEncoder;
  /** Labels rows, for the rungs that learn from it. */
  teacher: () => Promise<CrossEncoder>;
  /** What the softmax head sees. Default u, v, |u-v|. */
  features?: readonly PairFeature[];
  rng: Rng;
}

export const RECIPES: Record<LossName, (parts: RecipeParts) => Promise<Recipe>> = {
  softmax: async (parts) => classified(inferenceRows(parts.data), 3, parts),
  "softmax-triplets": async (parts) => classified(tripletPairs(parts.data), 2, parts),
  cosine: async ({ data }) => regressed(scoredRows(data)),
  "cosine-triplets": async ({ data }) => regressed(tripletPairs(data)),
  cosent: async ({ data }) => ordered(scoredRows(data)),
  contrastive: async ({ data }) => {
    const loss: EmbeddingLoss = ([u, v], { label }) => contrastiveLoss(u!, v!, label);
    return { rows: [tripletPairs(data)], objective: { label: "float32", loss } };
  },
  triplet: async ({ data }) => ({
    rows: [tripletRows(data)],
    objective: { numColumns: 3, loss: ([a, p, n]) => tripletLoss(a!, p!, n!) },
  }),
  ranking: async ({ data }) => ({
    rows: [tripletRows(data).map((row) => ({ ...row, texts: row.texts.slice(0, 2) }))],
    objective: { loss: ([a, p]) => multipleNegativesRankingLoss(a!, p!) },
    isDistinct: true,
  }),
  "ranking-hard": async ({ data }) => ranked([tripletRows(data)]),
  "margin-mse": async ({ data, teacher }) => {
    const rows = tripletRows(data);
    const judge = await teacher();
    const toPositive = await judge.score(rows.map(({ texts: [a, p] }): TextPair => [a!, p!]));
    const toNegative = await judge.score(rows.map(({ texts: [a, , n] }): TextPair => [a!, n!]));
    const labelled = rows.map(({ texts }, i) => {
      return { texts, label: toPositive[i]! - toNegative[i]! };
    });
    const similarity = pairwiseCosineSimilarity;
    const loss: EmbeddingLoss = ([q, p, n], { label }) =>
      marginMseLoss(q!, p!, n!, label, { similarity });
    return { rows: [labelled], objective: { numColumns: 3, label: "float32", loss } };
  },
  distilled: async ({ data, teacher, rng }) => {
    const unlabelled = [...inferenceRows(data), ...tripletPairs(data)];
    // As many as people labelled, so that neither drowns the other.
    const drawn = rng.fork("silver").shuffle(unlabelled).slice(0, data.sts.train.length);
    const judge = await teacher();
    const scores = await judge.score(drawn.map(({ texts }): TextPair => [texts[0]!, texts[1]!]));
    const silver = drawn.map(({ texts }, i) => ({ texts, label: scores[i]! }));
    return regressed([...scoredRows(data), ...silver]);
  },
  "ranking-both": async ({ data, rng }) =>
    ranked([tripletRows(data), questionRows(data, rng.fork("negatives"))]),
  "two-stages": async ({ data }) => ordered(scoredRows(data)),
};

/** A class for each pair, by a head that is thrown away afterwards. */
function classified(rows: Row[], numClasses: number, parts: RecipeParts): Recipe {
  const { encoder, features = ["u", "v", "|u-v|"], rng } = parts;
  const shapes = { weight: [numClasses, features.length * encoder.size], bias: [numClasses] };
  const head = initialParameters(shapes, encoder.config.bert, rng.fork("head"));
  const loss: EmbeddingLoss = ([u, v], { label, head: own }) =>
    softmaxClassificationLoss(u!, v!, label, headOf(own, features));
  return { rows: [rows], objective: { label: "int32", head, loss } };
}

/** The cosine shall be the label. */
function regressed(rows: Row[]): Recipe {
  const loss: EmbeddingLoss = ([u, v], { label }) => cosineSimilarityLoss(u!, v!, label);
  return { rows: [rows], objective: { label: "float32", loss } };
}

/** The cosines in the order of the labels. */
function ordered(rows: Row[]): Recipe {
  const loss: EmbeddingLoss = ([u, v], { label }) => cosentLoss(u!, v!, label);
  return { rows: [rows], objective: { label: "float32", loss } };
}

/** The positive among all positives and negatives of the batch. */
function ranked(rows: Row[][]): Recipe {
  const loss: EmbeddingLoss = ([a, p, n]) =>
    multipleNegativesRankingLoss(a!, p!, { hardNegatives: [n!] });
  return { rows, isDistinct: true, objective: { numColumns: 3, loss } };
}

/** The rows in batches, as the loss needs them; larger data sets come more often. */
export function batchesOf(recipe: Recipe, batchSize: number, rng: Rng): BatchStream<Row[]> {
  const streams = recipe.rows.map((rows, i) => {
    const options = { batchSize, rng: rng.fork(`rows ${i}`) };
    const stream = recipe.isDistinct
      ? distinctBatches(rows, { ...options, textsOf: ({ texts }) => texts })
      : shuffledBatches(rows, { ...options, dropLast: true });
    return [`rows ${i}`, { stream, weight: rows.length }] as const;
  });
  if (streams.length === 1) return streams[0]![1].stream;
  return mixedBatches(Object.fromEntries(streams), { rng });
}

/** A head's weights, as the loss takes them. */
export function headOf(
  head: Readonly<Record<string, tf.Tensor>>,
  features?: readonly PairFeature[],
) {
  const weights = { weight: head["weight"] as tf.Tensor2D, bias: head["bias"] as tf.Tensor1D };
  return { ...weights, ...(features && { features }) };
}
