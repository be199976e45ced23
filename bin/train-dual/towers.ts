/**
 * One encoder, with one tower or two, in two rounds: with the other passages of the batch as
 * negatives, then with mined ones beside them.
 */
import path from "node:path";
import { createRng, type Rng } from "../../src/core/rng";
import type { Town } from "../../src/data/types";
import { dualBatches, type DualPair } from "../../src/dual-encoder/dual-batches";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import { mineHardNegatives, type SuspectedPositive } from "../../src/training/hard-negatives";
import { Trainer } from "../../src/training/trainer";
import type { Plan } from "./plan";
import { textOf, townRows, type TownRow } from "./rows";

export interface TrainingParts {
  plan: Plan;
  bert: string;
  town: Town;
  seed: number;
}

/** A passage that looks like an answer and isn't marked as one. */
export interface Suspect {
  question: string;
  answeredBy: string;
  suspect: string;
  score: number;
  positiveScore: number;
}

export interface TowerReport {
  rows: number;
  steps: number;
  minedSteps: number;
  seconds: number;
  /** Share of questions whose passage was the nearest of the batch, over the last 20 steps. */
  batchAccuracy: number;
  /** How many candidates were passed over, and the most suspicious. */
  numSuspects: number;
  suspects: Suspect[];
}

export type TowerName = "single" | "dual";

const SHOWN_SUSPECTS = 12;

export async function trainTowers(
  name: TowerName,
  { plan, bert, town, seed }: TrainingParts,
): Promise<{ encoder: DualEncoder; report: TowerReport }> {
  const rng = createRng(seed);
  const rows = townRows(town, { ...plan, rng: rng.fork("rows") });
  const start = await DualEncoder.fromBert(bert, {
    ...plan,
    ...{ shared: name === "single", rng: rng.fork("towers") },
  });
  const minedSteps = Math.ceil(plan.steps / 3);
  const round = (encoder: DualEncoder, number: 1 | 2, data: readonly DualPair[]) =>
    trainRound(encoder, data, {
      ...{
        plan,
        rng: rng.fork(`round ${number}`),
        label: `${name}, seed ${seed}, round ${number}`,
      },
      steps: number === 1 ? plan.steps : minedSteps,
      learningRate: number === 1 ? plan.learningRate : plan.learningRate / 4,
      folder: path.join(plan.folder, "checkpoints", `${name}-${seed}-${number}`),
    });
  const first = await round(start, 1, rows);
  const { mined, suspects } = await withMinedNegatives(first.encoder, rows, town);
  const second = await round(first.encoder, 2, mined);
  const report = {
    ...{ rows: rows.length, steps: plan.steps, minedSteps },
    seconds: Math.round(first.seconds + second.seconds),
    batchAccuracy: Number(first.accuracy.toFixed(3)),
    numSuspects: suspects.length,
    suspects: namedSuspects(suspects, rows, town),
  };
  return { encoder: second.encoder, report };
}

interface Round {
  plan: Plan;
  rng: Rng;
  label: string;
  steps: number;
  learningRate: number;
  folder: string;
}

/** The encoder given is used up. */
async function trainRound(
  encoder: DualEncoder,
  rows: readonly DualPair[],
  { plan, rng, label, steps, learningRate, folder }: Round,
): Promise<{ encoder: DualEncoder; seconds: number; accuracy: number }> {
  const { device, threads, batchSize, numQuestions } = plan;
  const shape = { numQuestions, numNegatives: rows[0]?.negatives?.length ?? 0 };
  const trainer = new Trainer({
    model: encoder.trainable(shape),
    data: dualBatches(rows, encoder, { batchSize, rng: rng.fork("order") }),
    rng: rng.fork("training"),
    optimization: { learningRate, warmupSteps: Math.round(steps / 10), totalSteps: steps },
    execution: { device, axes: encoder.axes(shape), ...(threads !== undefined && { threads }) },
  });
  const accuracies: number[] = [];
  try {
    await trainer.run({
      steps,
      progress: label,
      onStep: ({ metrics }) => accuracies.push(metrics["accuracy"]!),
      checkpoint: { folder, every: 50 },
    });
    const last = accuracies.slice(-20);
    const trained = encoder.withParameters(await trainer.weights());
    const accuracy = last.reduce((sum, value) => sum + value, 0) / last.length;
    return { encoder: trained, seconds: trainer.seconds, accuracy };
  } finally {
    await trainer.dispose();
    await encoder.dispose();
  }
}

/** Each row that has a real question gets the passage that its first question is nearest to. */
async function withMinedNegatives(encoder: DualEncoder, rows: readonly TownRow[], town: Town) {
  const asked = rows.filter(({ numAsked }) => numAsked > 0);
  const queries = await encoder.encodeQuestions(asked.map(({ question }) => question[0]!));
  const documents = await encoder.encodeAnswers(town.passages.map(textOf));
  const place = new Map(town.passages.map(({ id }, row) => [id, row]));
  const { negatives, suspects } = await mineHardNegatives({
    ...{ queries, documents, numNegatives: 1, ranks: [1, 30] },
    positives: asked.map(({ passageId }) => [place.get(passageId)!]),
  });
  queries.dispose();
  documents.dispose();
  const mined = asked.flatMap((row, i): DualPair[] => {
    const found = negatives[i]![0];
    if (found === undefined) return []; // all 30 look like answers
    const { question, answer } = row;
    return [{ question, answer, negatives: [textOf(town.passages[found.document]!)] }];
  });
  return { mined, suspects };
}

function namedSuspects(
  suspects: readonly SuspectedPositive[],
  rows: readonly TownRow[],
  { passages }: Town,
): Suspect[] {
  const asked = rows.filter(({ numAsked }) => numAsked > 0);
  return suspects.slice(0, SHOWN_SUSPECTS).map(({ query, document, score, positiveScore }) => ({
    ...{ question: asked[query]!.question[0]!, answeredBy: asked[query]!.passageId },
    suspect: passages[document]!.id,
    ...{ score: Number(score.toFixed(3)), positiveScore: Number(positiveScore.toFixed(3)) },
  }));
}
