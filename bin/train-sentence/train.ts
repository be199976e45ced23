/** One training of an encoder or a cross-encoder, with the best weights on sts/dev kept. */
import path from "node:path";
import { createRng, type Rng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { CrossEncoder, type TextPair } from "../../src/cross-encoder/cross-encoder";
import { crossEncoderBatches, crossEncoderObjective } from "../../src/cross-encoder/objective";
import { shuffledBatches, type BatchStream } from "../../src/data/batch-stream";
import { INFERENCE_LABELS } from "../../src/data/sentence-datasets";
import { toTensor } from "../../src/engine/host-array";
import { classificationReport } from "../../src/evaluation/classification";
import { pairLogits } from "../../src/losses/softmax-classification";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { siameseBatches, siameseObjective } from "../../src/sentence-encoder/siamese";
import type { TrainableModel } from "../../src/training/loss";
import { Trainer, type TrainerOptions } from "../../src/training/trainer";
import type { NamedArrays } from "../../src/training/checkpoint-file";
import type { SentenceData } from "./data";
import { byCosine, byCrossEncoder, spearman, type PairScorer } from "./evaluate";
import type { LossName, Plan } from "./plan";
import { batchesOf, headOf, RECIPES, scoredRows } from "./recipes";

/** How it was made; goes into training.json and the ladder's file. */
export interface TrainingReport {
  seed: number;
  rows: number;
  steps: number;
  bestStep: number;
  devSpearman: number;
  secondsPerStep: number;
  seconds: number;
  evaluations: readonly { step: number; metrics: Record<string, number> }[];
  /** Of the classes, with the head that is thrown away; softmax alone has one. */
  nliAccuracy?: number;
}

export interface TrainingParts {
  plan: Plan;
  bert: string;
  data: SentenceData;
  seed: number;
}

export async function trainEncoder(
  name: LossName,
  parts: TrainingParts,
  teacher: () => Promise<CrossEncoder>,
): Promise<{ encoder: SentenceEncoder; report: TrainingReport }> {
  const { plan, bert, data, seed } = parts;
  const rng = createRng(seed);
  const start = await SentenceEncoder.fromBert(bert, plan);
  const recipe = await RECIPES[name]({ data, encoder: start, teacher, rng });
  const { objective, rows } = recipe;
  const batches = siameseBatches(batchesOf(recipe, plan.batchSize, rng.fork("order")), start, {
    sentencesOf: ({ texts }) => texts,
    ...(objective.label && { labelOf: ({ label }) => label, label: objective.label }),
    rng,
  });
  const score = (weights: Record<string, tf.Tensor>) => {
    const encoder = start.withParameters(weights);
    return { score: byCosine(encoder), encoder };
  };
  const model = siameseObjective(start, objective) as TrainableModel;
  const { best, report } = await train(name, parts, { model, batches, rng, score });
  const head = Object.keys(objective.head ?? {}).map((key) => [
    key,
    tf.clone(best[`head/${key}`]!),
  ]);
  const encoder = start.withParameters(best);
  await start.dispose();
  tf.dispose(objective.head ?? {});
  const numbers = { ...report, rows: rows.length };
  if (head.length === 0) return { encoder, report: numbers };
  const own = Object.fromEntries(head) as Record<string, tf.Tensor>;
  const nliAccuracy = await accuracyOf(encoder, own, data);
  tf.dispose(own);
  return { encoder, report: { ...numbers, nliAccuracy } };
}

export async function trainCrossEncoder(
  parts: TrainingParts,
): Promise<{ encoder: CrossEncoder; report: TrainingReport }> {
  const { plan, bert, data, seed } = parts;
  const rng = createRng(seed);
  // Both texts of a pair stand in one input.
  const maxSequenceLength = Math.min(2 * plan.maxSequenceLength, 128);
  const start = await CrossEncoder.fromBert(bert, { ...plan, maxSequenceLength, rng });
  const rows = scoredRows(data);
  const order = shuffledBatches(rows, { ...plan, rng: rng.fork("order"), dropLast: true });
  const batches = crossEncoderBatches(order, start, {
    pairOf: ({ texts }) => texts as TextPair,
    labelOf: ({ label }) => label,
    rng,
  });
  const score = (weights: Record<string, tf.Tensor>) => {
    const encoder = start.withParameters(weights);
    return { score: byCrossEncoder(encoder), encoder };
  };
  const model = crossEncoderObjective(start) as TrainableModel;
  const { best, report } = await train("cross-encoder", parts, { model, batches, rng, score });
  const encoder = start.withParameters(best);
  await start.dispose();
  return { encoder, report: { ...report, rows: rows.length } };
}

interface Work {
  model: TrainableModel;
  batches: BatchStream<never> | TrainerOptions["data"];
  rng: Rng;
  /** The model with other weights, which it then owns. */
  score(weights: Record<string, tf.Tensor>): {
    score: PairScorer;
    encoder: { dispose(): Promise<void> };
  };
}

async function train(
  name: string,
  { plan, data, seed }: TrainingParts,
  { model, batches, rng, score }: Work,
): Promise<{ best: Record<string, tf.Tensor>; report: Omit<TrainingReport, "rows"> }> {
  const { learningRate, steps, device, threads, evaluateEvery: every } = plan;
  const trainer = new Trainer({
    ...{ model, data: batches as TrainerOptions["data"], rng: rng.fork("training") },
    optimization: { learningRate, warmupSteps: Math.round(steps / 10), totalSteps: steps },
    execution: { device, ...(threads !== undefined && { threads }) },
  });
  const evaluateDev = async ({ weights }: { weights: NamedArrays }) => {
    const tensors = Object.entries(weights).map(([key, array]) => {
      return [key, toTensor({ ...array, data: array.data.slice() })] as const;
    });
    const { score: scorer, encoder } = score(Object.fromEntries(tensors));
    const found = await spearman(scorer, data.sts.dev);
    await encoder.dispose();
    // Equal embeddings everywhere have no order: as bad as it gets.
    return { spearman: Number.isNaN(found) ? -1 : found };
  };
  try {
    const { best } = await trainer.run({
      steps,
      progress: `${name}, seed ${seed}`,
      evaluation: { every, evaluate: evaluateDev, monitor: { metric: "spearman", goal: "max" } },
      checkpoint: { folder: path.join(plan.folder, "checkpoints", `${name}-${seed}`), every },
    });
    const report = {
      ...{ seed, steps, bestStep: best!.step, devSpearman: best!.value },
      secondsPerStep: trainer.seconds / trainer.stepsTaken,
      ...{ seconds: trainer.seconds, evaluations: trainer.evaluations },
    };
    return { best: trainer.bestWeights()!, report };
  } finally {
    await trainer.dispose();
  }
}

async function accuracyOf(
  encoder: SentenceEncoder,
  head: Readonly<Record<string, tf.Tensor>>,
  { nli }: SentenceData,
): Promise<number> {
  const u = await encoder.encode(nli.test.map(({ premise }) => premise));
  const v = await encoder.encode(nli.test.map(({ hypothesis }) => hypothesis));
  const classes = tf.tidy(() => tf.argMax(pairLogits(u, v, headOf(head)), 1));
  const labels = Array.from(await classes.data(), (label) => INFERENCE_LABELS[label]!);
  tf.dispose([u, v, classes]);
  const truth = nli.test.map(({ label }) => label);
  return classificationReport(truth, labels).accuracy;
}
