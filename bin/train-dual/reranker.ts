/**
 * A cross-encoder that orders what a search found: for each question its passage, and a few that
 * the search liked, too; of those the right one shall get the highest score.
 *
 *   L = mean −ln softmax(logits of a group)[the right one]
 *
 * Gao, Dai & Callan 2021, "Rethink Training of BERT Rerankers in Multi-Stage Retrieval Pipeline".
 */
import path from "node:path";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { CrossEncoder, type TextPair } from "../../src/cross-encoder/cross-encoder";
import {
  crossEncoderBatches,
  crossEncoderObjective,
  type LogitLoss,
} from "../../src/cross-encoder/objective";
import { mapBatches, shuffledBatches } from "../../src/data/batch-stream";
import { softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import { Trainer, type TrainerOptions } from "../../src/training/trainer";
import type { TrainableModel } from "../../src/training/loss";
import type { Ranking } from "./systems";
import { askedPassages, textOf } from "./rows";
import type { TrainingParts } from "./towers";

/** Pairs of one question: the right one first. */
const GROUP = 4;
const GROUPS_PER_STEP = 8;
/** Tokens that a question may have beside its passage. */
const QUESTION_ROOM = 32;

export interface RerankerReport {
  groups: number;
  steps: number;
  seconds: number;
  lastLoss: number;
}

/** @param rankings of the training questions: where negatives are taken from */
export async function trainReranker(
  { plan, bert, town, seed }: TrainingParts,
  rankings: readonly Ranking[],
): Promise<{ reranker: CrossEncoder; report: RerankerReport }> {
  const rng = createRng(seed).fork("reranker");
  const { threads, device, rerankerRate: learningRate, rerankerSteps: steps } = plan;
  const maxSequenceLength = plan.maxSequenceLength + QUESTION_ROOM;
  const start = await CrossEncoder.fromBert(bert, {
    ...{ device, maxSequenceLength, numLayers: plan.rerankerLayers, rng: rng.fork("head") },
    ...(threads !== undefined && { threads }),
  });
  // A passage that is never right would be told from the others by heart, and nothing be learned.
  const texts = new Map(askedPassages(town).map((passage) => [passage.id, textOf(passage)]));
  const draw = rng.fork("negatives");
  const groups = town.train.flatMap(({ question, passageId }, i): TextPair[][] => {
    const others = rankings[i]!.filter((id) => id !== passageId && texts.has(id));
    // From the top, from farther down, from anywhere: with hard ones alone it doesn't get going.
    const negatives = [others.slice(0, 2 * plan.depth), others, [...texts.keys()]].map((from) =>
      draw.pick(from.length > 0 ? from : [...texts.keys()]),
    );
    if (negatives.includes(passageId)) return [];
    return [[passageId, ...negatives].map((id): TextPair => [question, texts.get(id)!])];
  });
  const order = shuffledBatches(groups, {
    ...{ batchSize: GROUPS_PER_STEP, dropLast: true, rng: rng.fork("order") },
  });
  const pairs = mapBatches(order, (batch) => batch.flat(), { rng, name: "pairs of groups" });
  const data = crossEncoderBatches(pairs, start, { pairOf: (pair) => pair, labelOf: () => 0, rng });
  const trainer = new Trainer({
    model: groupedObjective(start),
    data: data as TrainerOptions["data"],
    rng: rng.fork("training"),
    optimization: { learningRate, warmupSteps: Math.round(steps / 10), totalSteps: steps },
    execution: {
      device,
      axes: { T: { max: maxSequenceLength } },
      ...(threads !== undefined && { threads }),
    },
  });
  let lastLoss = NaN;
  try {
    await trainer.run({
      ...{ steps, progress: `re-ranker, seed ${seed}` },
      onStep: ({ loss }) => (lastLoss = loss),
      checkpoint: {
        folder: path.join(plan.folder, "checkpoints", `reranker-${seed}`),
        every: 50,
      },
    });
    const reranker = start.withParameters(await trainer.weights());
    const seconds = Math.round(trainer.seconds);
    return { reranker, report: { groups: groups.length, steps, seconds, lastLoss } };
  } finally {
    await trainer.dispose();
    await start.dispose();
  }
}

/** The first logit of each group is the right one's; the labels say nothing. */
const groupLoss: LogitLoss = (logits) =>
  tf.tidy(() => {
    const scores = tf.reshape(logits, [GROUPS_PER_STEP, GROUP]) as tf.Tensor2D;
    return softmaxCrossEntropy(tf.zeros([GROUPS_PER_STEP], "int32") as tf.Tensor1D, scores);
  });

/** The objective for batches of as many rows always: only so can they be taken apart again. */
function groupedObjective(encoder: CrossEncoder): TrainableModel {
  const objective = crossEncoderObjective(encoder, { loss: groupLoss });
  const ids = { dtype: "int32" as const, shape: [GROUPS_PER_STEP * GROUP, "T"] };
  const label = { dtype: "float32" as const, shape: [GROUPS_PER_STEP * GROUP] };
  const inputs = { inputIds: ids, tokenTypeIds: ids, attentionMask: ids, label };
  return { ...objective, inputs } as TrainableModel;
}
