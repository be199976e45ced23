/** One training, or what an earlier call left of it. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createRng } from "../../src/core/rng";
import { distinctBatches } from "../../src/data/distinct-batches";
import type { QuestionPair, Triplet } from "../../src/data/types";
import { matryoshkaLoss } from "../../src/losses/matryoshka";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { siameseBatches, siameseObjective } from "../../src/sentence-encoder/siamese";
import type { TrainableModel } from "../../src/training/loss";
import { Trainer } from "../../src/training/trainer";
import { MODELS, sizesOf, type ModelName, type Plan } from "./plan";

export interface TrainingRecord {
  sizes: number[];
  steps: number;
  rows: number;
  secondsPerStep: number;
  /** Mean of the last ten steps; the nested loss is a sum over the sizes. */
  loss: number;
}

export interface TrainingParts {
  plan: Plan;
  bert: string;
  triplets: readonly Triplet[];
  pairs: readonly QuestionPair[];
}

export async function trainedEncoder(
  name: ModelName,
  seed: number,
  { plan, bert, triplets, pairs }: TrainingParts,
): Promise<{ encoder: SentenceEncoder; training: TrainingRecord }> {
  const { steps, batchSize, learningRate, maxSequenceLength, threads } = plan;
  const target = path.join(plan.folder, `${name}-${seed}`);
  const settings = { name, seed, steps, batchSize, learningRate, maxSequenceLength };
  const execution = threads === undefined ? {} : { threads };
  const known = await recordIn(target, settings);
  if (known) return { encoder: await SentenceEncoder.load(target, execution), training: known };

  const rng = createRng(seed);
  const start = await SentenceEncoder.fromBert(bert, { maxSequenceLength, ...execution });
  const sizes = MODELS[name].isNested ? sizesOf(start.size) : [start.size];
  const rows = [
    ...triplets.map(({ anchor, positive }) => [anchor, positive]),
    ...pairs.filter((pair) => pair.isDuplicate).map((pair) => [pair.question1, pair.question2]),
  ];
  const order = distinctBatches(rows, { batchSize, rng: rng.fork("order"), textsOf: (row) => row });
  const objective = siameseObjective(start, {
    loss: (embeddings) =>
      matryoshkaLoss(embeddings, (a, p) => multipleNegativesRankingLoss(a!, p!), { dims: sizes }),
  });
  const trainer = new Trainer({
    model: {
      ...objective,
      // Words stay as pre-training left them: held-out rows have words that no training row has.
      frozen: (weight: string) => objective.frozen(weight) || weight.startsWith("bert.embeddings."),
    } as TrainableModel,
    data: siameseBatches(order, start, { sentencesOf: (row) => row, rng }),
    optimization: { learningRate, warmupSteps: Math.round(steps / 10), totalSteps: steps },
    execution: { device: "cpu", ...execution },
    rng: rng.fork("training"),
  });
  const last: number[] = [];
  await trainer.run({
    steps,
    progress: `${name}, seed ${seed}`,
    onStep: ({ loss }) => {
      last.push(loss);
      if (last.length > 10) last.shift();
    },
  });
  const training = {
    ...{ sizes, steps, rows: rows.length },
    secondsPerStep: Number((trainer.seconds / steps).toFixed(3)),
    loss: Number((last.reduce((a, b) => a + b) / last.length).toFixed(4)),
  };
  const encoder = start.withParameters(await trainer.weights());
  await trainer.dispose();
  await start.dispose();
  const record = { madeBy: "npm run train:matryoshka", settings, training };
  const files = { "training.json": `${JSON.stringify(record, null, 2)}\n` };
  await encoder.save(target, { dtype: "F16", files });
  await encoder.dispose();
  // Measured as it was written, in half precision.
  return { encoder: await SentenceEncoder.load(target, execution), training };
}

async function recordIn(folder: string, settings: object): Promise<TrainingRecord | undefined> {
  const file = path.join(folder, "training.json");
  if (!existsSync(file)) return undefined;
  const found = JSON.parse(await readFile(file, "utf8")) as {
    settings: object;
    training: TrainingRecord;
  };
  if (JSON.stringify(found.settings) === JSON.stringify(settings)) return found.training;
  throw new RangeError(`${folder} holds a training of other settings; move it away`);
}
