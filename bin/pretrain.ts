/**
 * npm run pretrain: a small BERT of our own, from random weights, on datasets/corpus; or, with
 * --causal, a small language model that writes.
 *
 * Prints how often it guesses masked words and next sentences, or the next token, on documents that
 * it never saw, beside what counting words would guess. Writes the model as Hugging Face's libraries load it,
 * with half-precision weights, its tokenizer, and training.json: the record of how it was made.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { saveBert } from "../src/bert/save-bert";
import { InterruptedError } from "../src/core/interrupt";
import { createRng } from "../src/core/rng";
import * as tf from "../src/core/tf";
import { startLab } from "../src/engine/lab";
import { heldOutEvaluator } from "../src/training/held-out";
import { Trainer } from "../src/training/trainer";
import type { TrainingEvent } from "../src/training/training-run";
import { HELP, parsePlan, type Plan } from "./pretrain/plan";
import { prepareCorpus, type PreparedCorpus } from "./pretrain/prepare-corpus";
import { taskOf, type PretrainingTask } from "./pretrain/task";

async function main(): Promise<void> {
  const plan = parsePlan(process.argv.slice(2));
  if (plan === undefined) return console.log(HELP);
  await startLab({ backend: "cpu", quiet: true });
  const rng = createRng(plan.seed);
  const { vocabSize } = plan;
  const corpus = await prepareCorpus({ vocabSize, heldOutShare: 0.05, rng });
  say("data", corpus.about);

  const { bert, model, training, heldOut, baselines } = taskOf(plan, corpus, rng);
  say("by counting", rounded(baselines));

  const execution = { threads: plan.threads, device: plan.device };
  const evaluator = heldOutEvaluator({ model, batches: heldOut, execution });
  const evaluate: typeof evaluator.evaluate = async (at) => {
    const metrics = await evaluator.evaluate(at);
    return plan.causal ? { ...metrics, perplexity: Math.exp(metrics["loss"]!) } : metrics;
  };
  const { learningRate, warmupSteps, steps } = plan;
  const optimization = { learningRate, warmupSteps, totalSteps: steps };
  const trainer = new Trainer({ model, data: training, optimization, rng, execution });
  try {
    for (const stage of [...plan.stages, steps]) {
      await trainer.run({
        ...{ steps: stage, progress: "Pre-training", onEvent: report },
        evaluation: { every: plan.evaluateEvery, evaluate },
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

function report(event: TrainingEvent): void {
  if (event.type === "warning") console.warn(event.message);
  if (event.type === "resumed") console.log(`goes on from step ${event.step}, ${event.file}`);
  if (event.type === "evaluation") say(`step ${event.step}, held out`, rounded(event.metrics));
}

interface RecordParts {
  plan: Plan;
  corpus: PreparedCorpus;
  baselines: PretrainingTask["baselines"];
  trainer: Trainer;
}

function recordOf({ plan, corpus, baselines, trainer }: RecordParts): object {
  // Where it was written doesn't change what was.
  const settings = { ...plan, folder: undefined, stages: undefined };
  return {
    madeBy: plan.causal ? "npm run pretrain -- --causal" : "npm run pretrain",
    ...{ data: corpus.about, settings, baselines, step: trainer.stepsTaken },
    seconds: Math.round(trainer.seconds),
    processor: `${cpus()[0]?.model ?? "unknown"}, ${plan.threads ?? cpus().length} threads`,
    node: process.version,
    evaluations: trainer.evaluations,
  };
}

interface ModelParts {
  bert: PretrainingTask["bert"];
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
