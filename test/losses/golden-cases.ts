/**
 * The cases of test/golden/losses.json: what each is called with, and which loss it is about.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import * as tf from "../../src/core/tf";
import { binaryCrossEntropyLoss } from "../../src/losses/binary-cross-entropy";
import { contrastiveLoss } from "../../src/losses/contrastive";
import { cosentLoss } from "../../src/losses/cosent";
import { distillKlLoss } from "../../src/losses/distill-kl";
import { embeddingMseLoss } from "../../src/losses/embedding-mse";
import { gistLoss } from "../../src/losses/gist";
import { matryoshkaLoss } from "../../src/losses/matryoshka";
import { ntXentLoss } from "../../src/losses/nt-xent";
import { onlineContrastiveLoss } from "../../src/losses/online-contrastive";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { infoNceLoss } from "../../src/losses/info-nce";
import { marginMseLoss } from "../../src/losses/margin-mse";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import {
  softmaxClassificationLoss,
  type PairFeature,
} from "../../src/losses/softmax-classification";
import { tripletLoss } from "../../src/losses/triplet";
import { cosineSimilarity, pairwiseCosineSimilarity } from "../../src/similarity/cosine";
import {
  pairwiseCosineDistance,
  pairwiseEuclideanDistance,
  pairwiseManhattanDistance,
} from "../../src/similarity/distance";
import { dotProduct, pairwiseDotProduct } from "../../src/similarity/dot-product";

export interface GoldenCase {
  name: string;
  /** What the loss is differentiated by. */
  inputs: string[];
  params: Record<string, unknown>;
  value: number;
  grads: Record<string, number[] | number[][]>;
}

interface GoldenFile {
  inputs: Record<string, number[] | number[][]>;
  cases: GoldenCase[];
}

export const GOLDEN = JSON.parse(
  fs.readFileSync(path.join(__dirname, "../golden/losses.json"), "utf8"),
) as GoldenFile;

export type Given = Record<string, tf.Tensor2D>;
type Case = (given: Given, params: Params) => tf.Scalar;

/** Those that a case has; its loss knows which. */
interface Params {
  features: string;
  bias: boolean;
  distance: "cosine" | "euclidean" | "manhattan";
  similarity: "cosine" | "dot";
  margin: number;
  scale: number;
  temperature: number;
  symmetric: boolean;
  size_average: boolean;
  dims: number[];
  weights: number[];
  hard_negatives?: string[];
}

const DISTANCES = {
  cosine: pairwiseCosineDistance,
  euclidean: pairwiseEuclideanDistance,
  manhattan: pairwiseManhattanDistance,
} as const;
const SIMILARITIES = { cosine: cosineSimilarity, dot: dotProduct } as const;
const PAIRWISE = { cosine: pairwiseCosineSimilarity, dot: pairwiseDotProduct } as const;

/** By the beginning of the case's name; the longest that fits counts. */
const LOSSES: Record<string, Case> = {
  "softmax-classification": ({ u, v, W, b, labels3 }, { features, bias }) =>
    softmaxClassificationLoss(u!, v!, column(labels3), {
      weight: W!,
      ...(bias === false ? {} : { bias: column(b) }),
      features: features.split(", ") as PairFeature[],
    }),
  "cosine-mse": ({ u, v, gold }) => cosineSimilarityLoss(u!, v!, column(gold)),
  "dot-mse": ({ u, v, gold }) =>
    cosineSimilarityLoss(u!, v!, column(gold), { similarity: pairwiseDotProduct }),
  "triplet-": ({ u, v, w }, { distance, margin }) =>
    tripletLoss(u!, v!, w!, { distance: DISTANCES[distance], margin }),
  "mnrl-": ({ u, v, ...more }, { scale, similarity, symmetric, hard_negatives = [] }) =>
    multipleNegativesRankingLoss(u!, v!, {
      ...{ scale, symmetric, similarity: SIMILARITIES[similarity] },
      hardNegatives: hard_negatives.map((name) => more[name]!),
    }),
  "infonce-": ({ u, v }, { temperature, similarity }) =>
    infoNceLoss(u!, v!, { temperature, similarity: SIMILARITIES[similarity] }),
  "clip-": ({ u, v }, { temperature, similarity }) =>
    infoNceLoss(u!, v!, { temperature, similarity: SIMILARITIES[similarity], symmetric: true }),
  "infonce-single-query": ({ u, v, w }, { temperature }) =>
    infoNceLoss(tf.slice2d(u!, [0, 0], [1, -1]), tf.slice2d(v!, [0, 0], [1, -1]), {
      ...{ temperature, similarity: dotProduct },
      negatives: [w!],
    }),
  "margin-mse": ({ u, v, w, teacher_margin }, { similarity }) =>
    marginMseLoss(u!, v!, w!, column(teacher_margin), { similarity: PAIRWISE[similarity] }),
  "nt-xent": ({ u, v }, { temperature }) => ntXentLoss(u!, v!, { temperature }),
  "contrastive-": ({ u, v, binary }, { distance, margin, size_average }) =>
    contrastiveLoss(u!, v!, column(binary), {
      ...{ margin, distance: DISTANCES[distance], average: size_average },
    }),
  "online-contrastive-": ({ u, v, binary }, { distance, margin }) =>
    onlineContrastiveLoss(u!, v!, column(binary), { margin, distance: DISTANCES[distance] }),
  "cosent-": ({ u, v, gold }, { scale }) => cosentLoss(u!, v!, column(gold), { scale }),
  "matryoshka-mnrl-": ({ u, v, ...more }, { dims, weights, scale, hard_negatives = [] }) =>
    matryoshkaLoss(
      [u!, v!, ...hard_negatives.map((name) => more[name]!)],
      (anchor, positive, ...hardNegatives) =>
        multipleNegativesRankingLoss(anchor!, positive!, { scale, hardNegatives }),
      { dims, weights },
    ),
  "gist-": ({ u, v, guide_u, guide_v }, { temperature }) =>
    gistLoss(u!, v!, { temperature, guide: { anchor: guide_u!, positive: guide_v! } }),
  "embedding-mse": ({ u, v }) => embeddingMseLoss(u!, v!),
  "distill-kl": ({ u, v, w, teacher_margin }, { temperature }) => {
    const scores = tf.stack([column(teacher_margin), tf.zerosLike(column(teacher_margin))], 1);
    return distillKlLoss(u!, [v!, w!], scores as tf.Tensor2D, { temperature });
  },
  "bce-with-logits": ({ u, v, binary }) =>
    binaryCrossEntropyLoss(pairwiseDotProduct(u!, v!), column(binary)),
};

/** The loss of a case as a function of tensors by name. */
export function lossOf({ name, params }: GoldenCase): (given: Given) => tf.Scalar {
  const fitting = Object.keys(LOSSES).filter((key) => name.startsWith(key));
  const key = fitting.sort((a, b) => b.length - a.length)[0];
  if (key === undefined) throw new Error(`golden/losses.json: no loss for case ${name}`);
  return (given) => LOSSES[key]!(given, params as unknown as Params);
}

/** Value, and gradient by each of the case's inputs. */
export function valueAndGradients(golden: GoldenCase, given: Given): Record<string, tf.Tensor> {
  const loss = lossOf(golden);
  const moving = golden.inputs.map((name) => given[name]!);
  const { value, grads } = tf.valueAndGrads((...tensors) => {
    const moved = golden.inputs.map((name, i) => [name, tensors[i]!] as const);
    return loss({ ...given, ...Object.fromEntries(moved) } as Given);
  })(moving);
  return { value, ...Object.fromEntries(golden.inputs.map((name, i) => [name, grads[i]!])) };
}

/** Inputs of one axis, which the type of `Given` doesn't tell apart. */
function column(tensor: tf.Tensor | undefined): tf.Tensor1D {
  return tensor as tf.Tensor1D;
}
