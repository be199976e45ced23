/**
 * One encoder, with one tower or two: with the other passages of the batch as negatives, and then,
 * if the plan says so, with mined ones beside them.
 */
import path from "node:path";
import { createRng } from "../../src/core/rng";
import type { Town } from "../../src/data/types";
import type { DualPair } from "../../src/dual-encoder/dual-batches";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import { mineHardNegatives, type SuspectedPositive } from "../../src/training/hard-negatives";
import type { Plan } from "./plan";
import { askedPassages, textOf, townRows, type TownRow } from "./rows";
import { trainRound } from "./train-round";

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
  /**
   * Share of questions whose passage was the nearest of the batch, over the last 20 steps of the
   * first round. Missing where an earlier run had taken them all.
   */
  batchAccuracy?: number;
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
  const { asked, made } = townRows(town, { ...plan, rng: rng.fork("rows") });
  const start = await DualEncoder.fromBert(bert, {
    ...plan,
    ...{ shared: name === "single", rng: rng.fork("towers") },
  });
  const { minedSteps } = plan;
  const round = (encoder: DualEncoder, number: 1 | 2, ...kinds: (readonly DualPair[])[]) =>
    trainRound(encoder, kinds, {
      ...{ plan, rng: rng.fork(`round ${number}`), batchSize: plan.batchSize },
      label: `${name}, seed ${seed}, round ${number}`,
      steps: number === 1 ? plan.steps : minedSteps,
      learningRate: number === 1 ? plan.learningRate : plan.learningRate / 4,
      folder: path.join(plan.folder, "checkpoints", `${name}-${seed}-${number}`),
    });
  const first = await round(start, 1, asked, made);
  const { mined, suspects } = await withMinedNegatives(first.encoder, asked, town);
  const second = minedSteps === 0 ? { ...first, seconds: 0 } : await round(first.encoder, 2, mined);
  const report = {
    ...{ rows: asked.length + made.length, steps: plan.steps, minedSteps },
    seconds: first.seconds + second.seconds,
    ...(first.batchAccuracy !== undefined && { batchAccuracy: first.batchAccuracy }),
    numSuspects: suspects.length,
    suspects: namedSuspects(suspects, asked, town),
  };
  return { encoder: second.encoder, report };
}

/** Each row gets the wrong passage that its first question is nearest to. */
async function withMinedNegatives(encoder: DualEncoder, asked: readonly TownRow[], town: Town) {
  const passages = askedPassages(town);
  const queries = await encoder.encodeQuestions(asked.map(({ question }) => question[0]!));
  const documents = await encoder.encodeAnswers(passages.map(textOf));
  const place = new Map(passages.map(({ id }, row) => [id, row]));
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
    return [{ question, answer, negatives: [textOf(passages[found.document]!)] }];
  });
  return { mined, suspects };
}

function namedSuspects(
  suspects: readonly SuspectedPositive[],
  asked: readonly TownRow[],
  town: Town,
): Suspect[] {
  const passages = askedPassages(town);
  return suspects.slice(0, SHOWN_SUSPECTS).map(({ query, document, score, positiveScore }) => ({
    ...{ question: asked[query]!.question[0]!, answeredBy: asked[query]!.passageId },
    suspect: passages[document]!.id,
    ...{ score: Number(score.toFixed(3)), positiveScore: Number(positiveScore.toFixed(3)) },
  }));
}
