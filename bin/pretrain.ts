/**
 * npm run pretrain: a small BERT of our own, from random weights, on datasets/corpus.
 *
 * Prints how often it guesses masked words and next sentences on documents that it never saw,
 * beside what counting words would guess. Writes the model as Hugging Face's libraries load it,
 * with half-precision weights, its tokenizer, and training.json: the record of how it was made.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { BertForPreTraining } from "../src/bert/bert-for-pretraining";
import { maskedWordBaselines, type MaskedWordBaselines } from "../src/bert/masked-word-baselines";
import { pretrainingBatches } from "../src/bert/pretraining-data";
import { pretrainingObjective } from "../src/bert/pretraining-objective";
import { saveBert } from "../src/bert/save-bert";
import { InterruptedError } from "../src/core/interrupt";
import { createRng } from "../src/core/rng";
import * as tf from "../src/core/tf";
import { startLab } from "../src/engine/lab";
import { heldOutEvaluator } from "../src/training/held-out";
import { Trainer } from "../src/training/trainer";
import type { TrainingEvent } from "../src/training/training-run";
import { configOf, HELP, parsePlan, type Plan } from "./pretrain/plan";
import { prepareCorpus, type PreparedCorpus } from "./pretrain/prepare-corpus";

/** A fixed part of the held-out text, so that an evaluation takes seconds. */
const HELD_OUT_BATCHES = 24;

async function main(): Promise<void> {
  const plan = parsePlan(process.argv.slice(2));
  if (plan === undefined) return console.log(HELP);
  await startLab({ backend: "cpu", quiet: true });
  const rng = createRng(plan.seed);
  const { vocabSize } = plan;
  const corpus = await prepareCorpus({ vocabSize, heldOutShare: 0.05, rng });
  say("data", corpus.about);

  const { training, heldOut, options } = batchesOf(corpus, plan);
  const held = Array.from({ length: HELD_OUT_BATCHES }, (_, i) => heldOut.at(i));
  const baselines = maskedWordBaselines(corpus.training, held, options.masking);
  say("masked words right by counting", rounded({ ...baselines }));

  const config = configOf(plan, corpus.about.vocabSize);
  const bert = BertForPreTraining.create(config, { rng: rng.fork("weights") });
  const objective = pretrainingObjective(bert.config, plan);
  const model = { weights: bert.parameters, ...objective, description: bert.config };
  const execution = { threads: plan.threads, device: plan.device };
  const evaluator = heldOutEvaluator({ model, batches: held, execution });
  const { learningRate, warmupSteps, steps } = plan;
  const optimization = { learningRate, warmupSteps, totalSteps: steps };
  const trainer = new Trainer({ model, data: training, optimization, rng, execution });
  try {
    for (const stage of [...plan.stages, steps]) {
      await trainer.run({
        ...{ steps: stage, progress: "Pre-training", onEvent: report },
        evaluation: { every: plan.evaluateEvery, evaluate: evaluator.evaluate },
        checkpoint: {
          ...{ folder: path.join(plan.folder, "checkpoints"), every: plan.checkpointEvery },
        },
      });
      if (trainer.stepsTaken > stage) continue; // an earlier run wrote this one
      const name = stage === steps ? "model" : `stage-${stage}`;
      const parameters = await trainer.weights();
      const record = recordOf({ plan, corpus, baselines, trainer });
      await write(path.join(plan.folder, name), { bert, parameters, corpus, record });
      tf.dispose(parameters);
    }
  } finally {
    await trainer.dispose();
    await evaluator.dispose();
    bert.dispose();
  }
}

function batchesOf({ tokenizer, training, heldOut }: PreparedCorpus, plan: Plan) {
  const { padId, clsId, sepId, maskId, unkId, vocabulary } = tokenizer;
  const options = {
    ...{ batchSize: plan.batchSize, sequenceLength: plan.sequenceLength },
    special: { cls: clsId, sep: sepId, pad: padId },
    masking: {
      ...{ maskTokenId: maskId, vocabSize: vocabulary.length },
      specialTokenIds: [padId, unkId, clsId, sepId, maskId],
    },
  };
  const rng = createRng(plan.seed);
  return {
    options,
    training: pretrainingBatches(training, { ...options, rng: rng.fork("training") }),
    heldOut: pretrainingBatches(heldOut, { ...options, rng: rng.fork("held out") }),
  };
}

function report(event: TrainingEvent): void {
  if (event.type === "warning") console.warn(event.message);
  if (event.type === "resumed") console.log(`goes on from step ${event.step}, ${event.file}`);
  if (event.type === "evaluation") say(`step ${event.step}, held out`, rounded(event.metrics));
}

interface RecordParts {
  plan: Plan;
  corpus: PreparedCorpus;
  baselines: MaskedWordBaselines;
  trainer: Trainer;
}

function recordOf({ plan, corpus, baselines, trainer }: RecordParts): object {
  // Where it was written doesn't change what was.
  const settings = { ...plan, folder: undefined, stages: undefined };
  return {
    madeBy: "npm run pretrain",
    ...{ data: corpus.about, settings, baselines, step: trainer.stepsTaken },
    seconds: Math.round(trainer.seconds),
    processor: `${cpus()[0]?.model ?? "unknown"}, ${plan.threads ?? cpus().length} threads`,
    node: process.version,
    evaluations: trainer.evaluations,
  };
}

interface ModelParts {
  bert: BertForPreTraining;
  parameters: Record<string, tf.Tensor>;
  corpus: PreparedCorpus;
  record: object;
}

async function write(
  folder: string,
  { bert, parameters, corpus, record }: ModelParts,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await saveBert(folder, { config: bert.config, parameters }, { dtype: "F16" });
  await corpus.tokenizer.save(folder);
  const file = path.join(folder, "training.json");
  writeFileSync(`${file}.tmp`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${file}.tmp`, file);
  console.log(`wrote ${folder}`);
}

function say(what: string, numbers: Readonly<Record<string, unknown>>): void {
  const parts = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`${what}: ${parts.join(", ")}`);
}

function rounded(numbers: Readonly<Record<string, number>>): Record<string, string> {
  const entries = Object.entries(numbers).map(([name, value]) => {
    return [name, Number.isInteger(value) ? String(value) : value.toFixed(3)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

main().catch((error: unknown) => {
  console.error(error instanceof InterruptedError ? error.message : error);
  process.exitCode = 1;
});
