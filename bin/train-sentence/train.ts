/** One training of an encoder or a cross-encoder, with the best weights on dev rows kept. */
import path from "node:path";
import { createRng, type Rng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { CrossEncoder, type TextPair } from "../../src/cross-encoder/cross-encoder";
import { crossEncoderBatches, crossEncoderObjective } from "../../src/cross-encoder/objective";
import { shuffledBatches } from "../../src/data/batch-stream";
import { INFERENCE_LABELS } from "../../src/data/sentence-datasets";
import { toTensor } from "../../src/engine/host-array";
import { meanOf } from "../../src/evaluation/bootstrap";
import { pairLogits, type PairFeature } from "../../src/losses/softmax-classification";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { siameseBatches, siameseObjective } from "../../src/sentence-encoder/siamese";
import type { NamedArrays } from "../../src/training/checkpoint-file";
import type { TrainableModel } from "../../src/training/loss";
import { Trainer, type TrainerOptions } from "../../src/training/trainer";
import type { SentenceData } from "./data";
import {
  areRight,
  byCosine,
  byCrossEncoder,
  evaluateInference,
  spearman,
  type InferenceScores,
  type PairClassifier,
} from "./evaluate";
import type { CrossEncoderName, LossName, Plan } from "./plan";
import { batchesOf, headOf, RECIPES } from "./recipes";
import { inferenceRows, scoredRows } from "./rows";

/** How it was made; goes into training.json and the ladder's file. */
export interface TrainingReport {
  seed: number;
  rows: number;
  steps: number;
  bestStep: number;
  /** On sts/dev Spearman's correlation, on nli/dev the share told right. */
  dev: number;
  secondsPerStep: number;
  seconds: number;
  evaluations: readonly { step: number; metrics: Record<string, number> }[];
  /** Of the three classes, by a head that an encoder throws away. */
  inference?: InferenceScores;
}

export interface TrainingParts {
  plan: Plan;
  bert: string;
  data: SentenceData;
  seed: number;
  /** What the softmax head sees. Default u, v, |u-v|. */
  features?: readonly PairFeature[];
}

/** What begins where another has ended: SBERT's sentences first, then scores (their table 2). */
const AFTER: Partial<Record<LossName, LossName>> = { "two-stages": "ranking-both" };

/**
 * What a cross-encoder begins as. From BERT itself it learned the words of training by heart: .51 on
 * sts/test after 3,000 steps, .62 from this encoder, which already knows what makes sentences alike.
 */
const BEFORE_CROSS: LossName = "cosent";

export async function trainEncoder(
  name: LossName,
  parts: TrainingParts,
  teacher: () => Promise<CrossEncoder>,
): Promise<{ encoder: SentenceEncoder; report: TrainingReport }> {
  const { plan, bert, data, seed, features } = parts;
  const rng = createRng(seed);
  const before = AFTER[name];
  const start = before
    ? (await trainEncoder(before, parts, teacher)).encoder
    : await SentenceEncoder.fromBert(bert, plan);
  const own = { data, encoder: start, teacher, rng };
  const recipe = await RECIPES[name]({ ...own, ...within({ features }) });
  const { objective, rows } = recipe;
  const batches = siameseBatches(batchesOf(recipe, plan.batchSize, rng.fork("order")), start, {
    sentencesOf: ({ texts }) => texts,
    ...(objective.label && { labelOf: ({ label }) => label, label: objective.label }),
    rng,
  });
  const evaluateDev = async (weights: Record<string, tf.Tensor>) => {
    const encoder = start.withParameters(weights);
    const found = await spearman(byCosine(encoder), data.sts.dev);
    await encoder.dispose();
    return found;
  };
  const model = siameseObjective(start, { ...objective, ...frozenBy(plan) }) as TrainableModel;
  const title = features ? `${name} ${features.join(",")}` : name;
  const { steps } = plan;
  const { best, report } = await train(title, parts, { model, batches, rng, evaluateDev, steps });
  const head = headIn(best);
  const encoder = start.withParameters(best);
  await start.dispose();
  tf.dispose(objective.head ?? {});
  const numbers = { ...report, rows: rows.flat().length };
  // A head of two classes tells paraphrases, and not the relations of nli.
  const isOfInference = head["bias"]?.shape[0] === INFERENCE_LABELS.length;
  const classify = bySoftmax(encoder, head, features);
  const inference = isOfInference ? await evaluateInference(classify, data) : undefined;
  tf.dispose(head);
  return { encoder, report: { ...numbers, ...within({ inference }) } };
}

export async function trainCrossEncoder(
  name: CrossEncoderName,
  parts: TrainingParts,
): Promise<{ encoder: CrossEncoder; report: TrainingReport }> {
  const { plan, data, seed } = parts;
  const rng = createRng(seed);
  const isOfInference = name === "nli-cross-encoder";
  const numLabels = isOfInference ? INFERENCE_LABELS.length : 1;
  const start = await CrossEncoder.fromBert(await encoderBefore(parts), {
    ...plan,
    rng,
    numLabels,
  });
  const rows = isOfInference ? inferenceRows(data) : scoredRows(data);
  // No more of the plan than this: it is in the fingerprint that a resumed training must have.
  const { batchSize } = plan;
  const order = shuffledBatches(rows, { batchSize, rng: rng.fork("order"), dropLast: true });
  const batches = crossEncoderBatches(order, start, {
    pairOf: ({ texts }) => texts as TextPair,
    labelOf: ({ label }) => label,
    rng,
  });
  const evaluateDev = async (weights: Record<string, tf.Tensor>) => {
    const encoder = start.withParameters(weights);
    const found = isOfInference
      ? meanOf(await areRight(byClasses(encoder), data.nli.dev))
      : await spearman(byCrossEncoder(encoder), data.sts.dev);
    await encoder.dispose();
    return found;
  };
  const model = crossEncoderObjective(start, frozenBy(plan)) as TrainableModel;
  const steps = plan.crossSteps;
  const { best, report } = await train(name, parts, { model, batches, rng, evaluateDev, steps });
  const encoder = start.withParameters(best);
  await start.dispose();
  const numbers = { ...report, rows: rows.length };
  if (!isOfInference) return { encoder, report: numbers };
  const inference = await evaluateInference(byClasses(encoder), data);
  return { encoder, report: { ...numbers, inference } };
}

/** The folder of the encoder that a cross-encoder begins as; its checkpoints make it quick. */
async function encoderBefore(parts: TrainingParts): Promise<string> {
  const { plan, seed } = parts;
  const noTeacher = () => Promise.reject(new Error(`${BEFORE_CROSS} needs no teacher`));
  const { encoder } = await trainEncoder(BEFORE_CROSS, parts, noTeacher);
  const folder = path.join(plan.folder, "before-cross-encoder", String(seed));
  await encoder.save(folder, { onnx: false });
  await encoder.dispose();
  return folder;
}

interface Work {
  model: TrainableModel;
  batches: TrainerOptions["data"];
  rng: Rng;
  steps: number;
  /** What these weights, which it then owns, are worth on dev rows: more is better. */
  evaluateDev(weights: Record<string, tf.Tensor>): Promise<number>;
}

async function train(
  title: string,
  { plan, seed }: TrainingParts,
  { model, batches, rng, evaluateDev, steps }: Work,
): Promise<{ best: Record<string, tf.Tensor>; report: Omit<TrainingReport, "rows"> }> {
  const { learningRate, device, threads, evaluateEvery: every } = plan;
  const trainer = new Trainer({
    ...{ model, data: batches, rng: rng.fork("training") },
    optimization: { learningRate, warmupSteps: Math.round(steps / 10), totalSteps: steps },
    execution: { device, ...within({ threads }) },
  });
  const evaluate = async ({ weights }: { weights: NamedArrays }) => {
    const tensors = Object.entries(weights).map(([key, array]) => {
      return [key, toTensor({ ...array, data: array.data.slice() })] as const;
    });
    const dev = await evaluateDev(Object.fromEntries(tensors));
    // Equal embeddings everywhere have no order: as bad as it gets.
    return { dev: Number.isNaN(dev) ? -1 : dev };
  };
  const place = `${title.replaceAll("*", "x").replace(/[^\w-]+/g, "_")}-${seed}`;
  try {
    const { best } = await trainer.run({
      steps,
      progress: `${title}, seed ${seed}`,
      evaluation: { every, evaluate, monitor: { metric: "dev", goal: "max" } },
      checkpoint: { folder: path.join(plan.folder, "checkpoints", place), every },
    });
    const report = {
      ...{ seed, steps, bestStep: best!.step, dev: best!.value },
      secondsPerStep: trainer.seconds / trainer.stepsTaken,
      ...{ seconds: trainer.seconds, evaluations: trainer.evaluations },
    };
    return { best: trainer.bestWeights()!, report };
  } finally {
    await trainer.dispose();
  }
}

/**
 * Held-out sentences have other words than those of training. A table of words that moves for some
 * of them only would tear apart what pre-training had put side by side.
 */
function frozenBy({ frozen }: Plan) {
  return { frozen: (name: string) => frozen !== "" && name.startsWith(frozen) };
}

/** The trained head's weights, copied: what an encoder has no use for is disposed of. */
function headIn(weights: Readonly<Record<string, tf.Tensor>>): Record<string, tf.Tensor> {
  const own = Object.entries(weights).filter(([name]) => name.startsWith("head/"));
  return Object.fromEntries(own.map(([name, tensor]) => [name.slice(5), tf.clone(tensor)]));
}

function bySoftmax(
  encoder: SentenceEncoder,
  head: Readonly<Record<string, tf.Tensor>>,
  features?: readonly PairFeature[],
): PairClassifier {
  return async (pairs) => {
    const u = await encoder.encode(pairs.map(([premise]) => premise));
    const v = await encoder.encode(pairs.map(([, hypothesis]) => hypothesis));
    return likeliest(
      tf.tidy(() => pairLogits(u, v, headOf(head, features))),
      [u, v],
    );
  };
}

function byClasses(encoder: CrossEncoder): PairClassifier {
  return async (pairs) => likeliest(await encoder.logits(pairs));
}

async function likeliest(logits: tf.Tensor2D, more: tf.Tensor[] = []): Promise<ArrayLike<number>> {
  const classes = tf.argMax(logits, 1);
  const found = Array.from(await classes.data());
  tf.dispose([logits, classes, ...more]);
  return found;
}

/** Without what is undefined. */
function within<T extends object>(options: T): { [K in keyof T]: NonNullable<T[K]> } {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: NonNullable<T[K]> };
}
