/**
 * The rungs of the ladder: which rows, which loss.
 *
 *   softmax      nli: entailment, neutral or contradiction, from [u; v; |u - v|]
 *   cosine       sts: the cosine shall be the score
 *   triplet      triplets: the positive nearer than the negative
 *   ranking      triplets: the positive among all of the batch, negatives included
 *   margin-mse   triplets, labelled by the cross-encoder: how much better the positive fits
 *   distilled    sts, and as many pairs of nli and triplets with the cross-encoder's scores
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3; Henderson et al. 2017; Hofstätter et al.
 * 2020; Thakur et al. 2021, "Augmented SBERT", section 3.
 */
import type { Rng } from "../../src/core/rng";
import type * as tf from "../../src/core/tf";
import type { CrossEncoder, TextPair } from "../../src/cross-encoder/cross-encoder";
import { shuffledBatches, type BatchStream } from "../../src/data/batch-stream";
import { distinctBatches } from "../../src/data/distinct-batches";
import { INFERENCE_LABELS } from "../../src/data/sentence-datasets";
import { initialParameters } from "../../src/bert/parameter-shapes";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { marginMseLoss } from "../../src/losses/margin-mse";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { softmaxClassificationLoss } from "../../src/losses/softmax-classification";
import { tripletLoss } from "../../src/losses/triplet";
import { pairwiseCosineSimilarity } from "../../src/similarity/cosine";
import type { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import type { SiameseOptions } from "../../src/sentence-encoder/siamese";
import type { SentenceData } from "./data";
import type { LossName } from "./plan";

export interface Row {
  texts: readonly string[];
  label: number;
}

export interface Recipe {
  rows: Row[];
  objective: SiameseOptions;
  /** In-batch negatives must not be the same sentence twice. */
  isDistinct?: boolean;
}

export interface RecipeParts {
  data: SentenceData;
  encoder: SentenceEncoder;
  /** Labels rows, for the rungs that learn from it. */
  teacher: () => Promise<CrossEncoder>;
  rng: Rng;
}

export const RECIPES: Record<LossName, (parts: RecipeParts) => Promise<Recipe>> = {
  softmax: async ({ data, encoder, rng }) => {
    const shapes = { weight: [3, 3 * encoder.size], bias: [3] };
    const head = initialParameters(shapes, encoder.config.bert, rng.fork("head"));
    const rows = data.nli.train.map(({ premise, hypothesis, label }) => {
      return { texts: [premise, hypothesis], label: INFERENCE_LABELS.indexOf(label) };
    });
    const loss: SiameseOptions["loss"] = ([u, v], { label, head: own }) =>
      softmaxClassificationLoss(u!, v!, label, headOf(own));
    return { rows, objective: { label: "int32", head, loss } };
  },
  cosine: async ({ data }) => ({ rows: scoredRows(data), objective: COSINE }),
  triplet: async ({ data }) => ({
    rows: tripletRows(data),
    objective: { numColumns: 3, loss: ([a, p, n]) => tripletLoss(a!, p!, n!) },
  }),
  ranking: async ({ data }) => ({
    rows: tripletRows(data),
    isDistinct: true,
    objective: {
      numColumns: 3,
      loss: ([a, p, n]) => multipleNegativesRankingLoss(a!, p!, { hardNegatives: [n!] }),
    },
  }),
  "margin-mse": async ({ data, teacher }) => {
    const rows = tripletRows(data);
    const judge = await teacher();
    const toPositive = await judge.score(rows.map(({ texts: [a, p] }): TextPair => [a!, p!]));
    const toNegative = await judge.score(rows.map(({ texts: [a, , n] }): TextPair => [a!, n!]));
    const labelled = rows.map(({ texts }, i) => {
      return { texts, label: toPositive[i]! - toNegative[i]! };
    });
    const similarity = pairwiseCosineSimilarity;
    const loss: SiameseOptions["loss"] = ([q, p, n], { label }) =>
      marginMseLoss(q!, p!, n!, label, { similarity });
    return { rows: labelled, objective: { numColumns: 3, label: "float32", loss } };
  },
  distilled: async ({ data, teacher, rng }) => {
    const unlabelled = [
      ...data.nli.train.map(({ premise, hypothesis }): TextPair => [premise, hypothesis]),
      ...data.triplets.train.map(({ anchor, positive }): TextPair => [anchor, positive]),
      ...data.triplets.train.map(({ anchor, negative }): TextPair => [anchor, negative]),
    ];
    // As many as people labelled, so that neither drowns the other.
    const drawn = rng.fork("silver").shuffle(unlabelled).slice(0, data.sts.train.length);
    const scores = await (await teacher()).score(drawn);
    const silver = drawn.map((texts, i) => ({ texts, label: scores[i]! }));
    return { rows: [...scoredRows(data), ...silver], objective: COSINE };
  },
};

const COSINE: SiameseOptions = {
  label: "float32",
  loss: ([u, v], { label }) => cosineSimilarityLoss(u!, v!, label),
};

/** The rows in batches, as the loss needs them. */
export function batchesOf(recipe: Recipe, batchSize: number, rng: Rng): BatchStream<Row[]> {
  const { rows, isDistinct } = recipe;
  if (!isDistinct) return shuffledBatches(rows, { batchSize, rng, dropLast: true });
  return distinctBatches(rows, { batchSize, rng, textsOf: ({ texts }) => texts });
}

/** A head's weights, as the loss takes them. */
export function headOf(head: Readonly<Record<string, tf.Tensor>>) {
  return { weight: head["weight"] as tf.Tensor2D, bias: head["bias"] as tf.Tensor1D };
}

/** Scores from 0 to 1. */
export function scoredRows({ sts }: SentenceData): Row[] {
  return sts.train.map(({ sentence1, sentence2, score }) => {
    return { texts: [sentence1, sentence2], label: score / 5 };
  });
}

function tripletRows({ triplets }: SentenceData): Row[] {
  return triplets.train.map(({ anchor, positive, negative }) => {
    return { texts: [anchor, positive, negative], label: 0 };
  });
}
