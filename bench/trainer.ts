/**
 * The trainer: what it costs beside the bare training step, and its memory over 1,000 steps.
 *
 *   npm run bench -- trainer              BERT-mini (4 layers, 256 wide), 32 sentences of 32 tokens
 *   npm run bench -- trainer --memory     BERT-tiny (2 layers, 128 wide): resident memory, step by step
 *
 * Cost is measured as processor time on one thread, trainer and bare step taking turns in one
 * process, so that other work on the machine weighs on both alike. The bare step is what one would
 * write by hand: the same loss, gradients, clipping and AdamW, compiled, without the trainer's
 * watch over every gradient.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { BertForPreTraining } from "../src/bert/bert-for-pretraining";
import { pretrainingBatches, type PretrainingBatch } from "../src/bert/pretraining-data";
import { pretrainingObjective } from "../src/bert/pretraining-objective";
import { createRng } from "../src/core/rng";
import * as tf from "../src/core/tf";
import type { BatchStream } from "../src/data/batch-stream";
import { compile, type Compiled } from "../src/engine/compile";
import { startLab } from "../src/engine/lab";
import { RandomKey } from "../src/engine/random";
import { clipGradients } from "../src/training/clip-gradients";
import { adamW, type NamedTensors } from "../src/training/optimizer";
import { Trainer } from "../src/training/trainer";
import { median } from "./house/measure";

const SIZE = { batchSize: 32, sequenceLength: 32 };
const VOCABULARY = 8000;
const SPECIAL = { pad: 0, cls: 2, sep: 3 };
const MINI = { hiddenSize: 256, numHiddenLayers: 4, numAttentionHeads: 4, intermediateSize: 1024 };
const TINY = { hiddenSize: 128, numHiddenLayers: 2, numAttentionHeads: 2, intermediateSize: 512 };
const RATE = 1e-4;
const PAIRS = 60;
const STEPS = 1000;

async function main(): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const rng = createRng(1);
  const watchesMemory = process.argv.includes("--memory");
  const shape = watchesMemory ? TINY : MINI;
  const maxPositionEmbeddings = SIZE.sequenceLength;
  const bert = BertForPreTraining.create(
    { vocabSize: VOCABULARY, ...shape, maxPositionEmbeddings },
    { rng },
  );
  const data = randomText();
  const model = { weights: bert.parameters, ...pretrainingObjective(bert.config, SIZE) };
  const optimization = { learningRate: RATE };
  const trainer = new Trainer({ model, data, optimization, rng, execution: { threads: 1 } });
  if (watchesMemory) await watchMemory(trainer);
  else await compareCost(trainer, await bareStep(bert), data);
}

/** Sentences of random tokens: what they say doesn't matter for the time that they take. */
function randomText(): BatchStream<PretrainingBatch> {
  const rng = createRng(2);
  const sentence = () => Array.from({ length: 8 }, () => 5 + rng.integer(VOCABULARY - 5));
  const documents = Array.from({ length: 400 }, () => Array.from({ length: 12 }, sentence));
  const masking = {
    ...{ maskTokenId: 4, vocabSize: VOCABULARY, specialTokenIds: [0, 1, 2, 3, 4] },
  };
  return pretrainingBatches(documents, { ...SIZE, special: SPECIAL, masking, rng });
}

async function bareStep({ config, parameters }: BertForPreTraining): Promise<Compiled> {
  const objective = pretrainingObjective(config, SIZE);
  const names = Object.keys(parameters);
  const weightDecay = (name: string) => (parameters[name]!.rank > 1 ? 0.01 : 0);
  const optimizer = adamW({ weightDecay });
  const moments = optimizer.initialState(parameters);
  const pick = (all: NamedTensors, wanted: readonly string[]) =>
    Object.fromEntries(wanted.map((name) => [name, all[name]!]));
  return compile(
    (inputs, state) => {
      const { key, rate, ...batch } = inputs as Record<string, tf.Tensor>;
      const random = new RandomKey(key as tf.Tensor1D);
      const lossOf = (...list: tf.Tensor[]) => {
        const weights = Object.fromEntries(names.map((name, i) => [name, list[i]!]));
        return objective.loss(weights, batch, { random, training: true }).loss;
      };
      const found = tf.valueAndGrads(lossOf)(names.map((name) => state[name]!));
      const gradients = Object.fromEntries(names.map((name, i) => [name, found.grads[i]!]));
      const clipped = clipGradients(gradients, 1).gradients;
      const memory = pick(state, Object.keys(moments));
      const moved = optimizer.update(pick(state, names), clipped, memory, rate as tf.Scalar);
      return { outputs: { loss: found.value }, state: { ...moved.weights, ...moved.state } };
    },
    {
      inputs: {
        ...objective.inputs,
        key: { dtype: "int32", shape: [2] },
        rate: { dtype: "float32", shape: [] },
      },
      state: { ...parameters, ...moments } as NamedTensors,
      threads: 1,
    },
  );
}

async function compareCost(
  trainer: Trainer,
  bare: Compiled,
  data: BatchStream<PretrainingBatch>,
): Promise<void> {
  const times = { trainer: [] as number[], bare: [] as number[], ratio: [] as number[] };
  for (let i = -3; i < PAIRS; i++) {
    const batch = data.at(i + 3);
    const key = { shape: [2], data: Int32Array.of(1, i) };
    const steps = [() => trainer.step(), () => bare.run({ ...batch, key, rate: RATE })];
    // Each goes first as often as the other.
    const [first, second] = i % 2 === 0 ? [0, 1] : [1, 0];
    const taken: number[] = [];
    for (const which of [first!, second!]) taken[which] = await processorTime(steps[which]!);
    if (i < 0) continue; // the first few warm up
    times.trainer.push(taken[0]!);
    times.bare.push(taken[1]!);
    times.ratio.push(taken[0]! / taken[1]!);
  }
  const ratio = median(times.ratio);
  console.log(`bare step            ${median(times.bare).toFixed(1)} ms of processor time`);
  console.log(`the trainer's step   ${median(times.trainer).toFixed(1)} ms, its batch included`);
  console.log(`own cost             ${(100 * (ratio - 1)).toFixed(1)}% (median of ${PAIRS} pairs)`);
}

async function watchMemory(trainer: Trainer): Promise<void> {
  const resident: number[] = [];
  const tensors: number[] = [];
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const onStep = ({ step }: { step: number }) => {
    if (step < 100 || step % 50 !== 0) return;
    // What waits to be collected comes and goes by tens of MB; what stays is the question.
    collectGarbage();
    resident.push(process.memoryUsage().rss / 2 ** 20);
    tensors.push(tf.memory().numTensors);
    console.log(`step ${step}: ${resident[resident.length - 1]!.toFixed(0)} MB resident`);
  };
  await trainer.run({ steps: STEPS, onStep });
  const growth = Math.max(...resident) / resident[0]! - 1;
  const left = tensors[tensors.length - 1]! - tensors[0]!;
  console.log(`most above step 100: ${(100 * growth).toFixed(2)}%; tensors left behind: ${left}`);
}

async function processorTime(act: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
