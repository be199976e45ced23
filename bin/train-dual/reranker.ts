/**
 * The re-ranker: late interaction, trained on the same rows as the encoders of one vector. It
 * learns much faster than they do, so it gets fewer and smaller batches.
 */
import path from "node:path";
import { createRng } from "../../src/core/rng";
import { LateInteraction } from "../../src/dual-encoder/late-interaction";
import { townRows } from "./rows";
import type { TrainingParts } from "./towers";
import { trainRound } from "./train-round";

export interface RerankerReport {
  rows: number;
  steps: number;
  seconds: number;
  /** As a tower's. */
  batchAccuracy?: number;
}

const ROWS = { numQuestions: 3, numAsked: 1 } as const;
const BATCH_SIZE = 32;

export async function trainReranker({
  plan,
  bert,
  town,
  seed,
}: TrainingParts): Promise<{ reranker: LateInteraction; report: RerankerReport }> {
  const rng = createRng(seed).fork("re-ranker");
  const { asked, made } = townRows(town, { ...ROWS, rng: rng.fork("rows") });
  const { device, threads, numLayers, maxSequenceLength, rerankerSteps: steps } = plan;
  const start = await LateInteraction.fromBert(bert, {
    ...{ device, numLayers, maxSequenceLength, rng: rng.fork("dense") },
    ...(threads !== undefined && { threads }),
  });
  const { encoder, ...trained } = await trainRound(start, [asked, made], {
    ...{ plan, steps, rng: rng.fork("round"), batchSize: Math.min(BATCH_SIZE, plan.batchSize) },
    ...{ label: `re-ranker, seed ${seed}`, learningRate: plan.rerankerRate },
    folder: path.join(plan.folder, "checkpoints", `reranker-${seed}`),
  });
  const report = { rows: asked.length + made.length, steps, ...trained };
  return { reranker: encoder, report };
}
