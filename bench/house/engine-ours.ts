/**
 * Our timed process for bench/engine.ts: a case as JSON in the first argument, orders on stdin.
 *
 * The model is the library's own, compiled: one graph that takes a whole training step, or turns
 * one batch into sentence embeddings. Orders as in peers/bert_torch.py: "run 5", "end".
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { bertConfig } from "../../src/bert/config";
import { forwardEncoder } from "../../src/bert/bert-encoder";
import { forwardPretraining, pretrainingLoss } from "../../src/bert/bert-for-pretraining";
import { encoderShapes, pretrainingShapes } from "../../src/bert/parameter-shapes";
import type { NamedParameters } from "../../src/bert/parameters";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import type { Feed, HostArray } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import type { InputSpecs } from "../../src/engine/trace/trace-function";
import { adamW } from "../../src/training/optimizer";
import { hashedWeights, sentenceBatches, trainingBatch, type BertCase } from "./bert-case";

/** What one order does, and what it gives to compare with the other side. */
type Act = () => Promise<number>;
type Tensors = Readonly<Record<string, tf.Tensor>>;

const task = JSON.parse(process.argv[2]!) as BertCase;
const config = bertConfig({
  vocabSize: task.vocabulary,
  hiddenSize: task.width,
  numHiddenLayers: task.layers,
  numAttentionHeads: task.heads,
  intermediateSize: task.inner,
  hiddenDropoutProb: task.dropout,
  attentionProbsDropoutProb: task.dropout,
});
const AXES = { T: { max: config.maxPositionEmbeddings } };
const tokens = { dtype: "int32", shape: ["B", "T"] } as const;
const SENTENCES: InputSpecs = { ids: tokens, types: tokens, mask: { ...tokens, dtype: "float32" } };

void serve();

async function serve(): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const weights = hashedWeights(task.task === "mlm" ? mlmShapes() : siameseShapes());
  const start = performance.now();
  const act = await (task.task === "encode" ? compileEncoder(weights) : compileStep(weights));
  const prepareSeconds = (performance.now() - start) / 1000;
  for (const tensor of Object.values(weights)) tensor.dispose();
  answer({ version: `Node ${process.versions.node}`, prepareSeconds });
  for await (const order of createInterface({ input: process.stdin })) {
    if (order.startsWith("end")) break;
    answer(await timed(act, Number(order.split(" ")[1])));
  }
  answer({ peakBytes: peakBytes() });
  process.exit();
}

async function timed(act: Act, times: number) {
  const [seconds, cpuSeconds, values]: number[][] = [[], [], []];
  for (let i = 0; i < times; i++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    values!.push(await act());
    seconds!.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds!.push((user + system) / 1e6);
  }
  return { seconds, cpuSeconds, values };
}

function mlmShapes() {
  return pretrainingShapes(config, { nextSentence: false });
}

function siameseShapes() {
  const shapes: Record<string, readonly number[]> = {};
  for (const [name, shape] of Object.entries(encoderShapes(config, { pooler: false }))) {
    shapes[`bert.${name}`] = shape;
  }
  if (task.task === "encode") return shapes;
  return { ...shapes, "classifier.weight": [3, 3 * task.width], "classifier.bias": [3] };
}

async function compileStep(weights: Tensors): Promise<Act> {
  const names = Object.keys(weights);
  const isPlain = (name: string) => name.endsWith("bias") || name.includes("LayerNorm");
  const optimizer = adamW({ weightDecay: (name) => (isPlain(name) ? 0 : 0.01) });
  const moments = optimizer.initialState(weights);
  const lossOf = task.task === "mlm" ? mlmLoss : siameseLoss;
  const step = await compile(
    (inputs: Tensors, state: Tensors) => {
      const pick = (keys: readonly string[]) =>
        Object.fromEntries(keys.map((key) => [key, state[key]!]));
      const { value, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
        lossOf(Object.fromEntries(names.map((name, i) => [name, tensors[i]!])), inputs),
      )(names.map((name) => state[name]!));
      const gradients = Object.fromEntries(names.map((name, i) => [name, grads[i]!]));
      const rate = inputs["rate"] as tf.Scalar;
      const next = optimizer.update(pick(names), gradients, pick(Object.keys(moments)), rate);
      return { outputs: { loss: value }, state: { ...next.weights, ...next.state } };
    },
    {
      inputs: {
        ...SENTENCES,
        ...(task.task === "mlm"
          ? {
              positions: { dtype: "int32", shape: ["N"] },
              labels: { dtype: "int32", shape: ["N"] },
            }
          : { otherIds: tokens, classes: { dtype: "int32", shape: ["B"] } }),
        key: { dtype: "int32", shape: [2] },
        rate: { dtype: "float32", shape: [] },
      } as InputSpecs,
      state: { ...weights, ...moments },
      ...{ threads: task.threads, device: task.device ?? "cpu", axes: AXES },
    },
  );
  for (const tensor of Object.values(moments)) tensor.dispose();
  const feeds = { ...feedsOf(trainingBatch(task)), rate: task.learningRate };
  let steps = 0;
  return async () => {
    const key = { data: Int32Array.of(1, steps++), shape: [2] };
    return (await step.run({ ...feeds, key }))["loss"]!.data[0]!;
  };
}

/** What the task's graph reads of a batch. */
function feedsOf(batch: Record<string, HostArray>): Record<string, Feed> {
  const others = task.task === "mlm" ? ["positions", "labels"] : ["otherIds", "classes"];
  const names = [...Object.keys(SENTENCES), ...others];
  return Object.fromEntries(names.map((name) => [name, batch[name]!]));
}

async function compileEncoder(weights: Tensors): Promise<Act> {
  const encoder = await compile(
    (inputs: Tensors) => ({
      outputs: { embeddings: sentence(weights, inputs, inputs["ids"]!, undefined) },
    }),
    {
      inputs: SENTENCES,
      constants: weights,
      ...{ threads: task.threads, device: task.device ?? "cpu", axes: AXES },
    },
  );
  const batches = sentenceBatches(task);
  return async () => {
    let sum = 0;
    for (const batch of batches) {
      const { data } = (await encoder.run(batch))["embeddings"]!;
      for (const value of data) sum += Math.abs(value);
    }
    return sum;
  };
}

function mlmLoss(weights: NamedParameters, inputs: Tensors): tf.Scalar {
  const rng = new RandomKey(inputs["key"] as tf.Tensor1D);
  const maskedPositions = inputs["positions"] as tf.Tensor1D;
  const options = { maskedPositions, training: true, rng };
  const output = forwardPretraining(weights, batchOf(inputs, inputs["ids"]!), config, options);
  return pretrainingLoss(output, { words: inputs["labels"] as tf.Tensor1D }).total;
}

/** Reimers & Gurevych 2019, section 3: two sentences, one encoder, [u; v; |u - v|], 3 classes. */
function siameseLoss(weights: NamedParameters, inputs: Tensors): tf.Scalar {
  const rng = new RandomKey(inputs["key"] as tf.Tensor1D);
  const u = sentence(weights, inputs, inputs["ids"]!, rng);
  const v = sentence(weights, inputs, inputs["otherIds"]!, rng);
  const features = tf.concat([u, v, tf.abs(tf.sub(u, v))], 1);
  const product = tf.matMul(features, weights["classifier.weight"] as tf.Tensor2D, false, true);
  const logits = tf.add<tf.Tensor2D>(product, weights["classifier.bias"]!);
  return softmaxCrossEntropy(inputs["classes"] as tf.Tensor1D, logits);
}

/** The mean over the tokens, [B, D]. */
function sentence(
  weights: NamedParameters,
  inputs: Tensors,
  ids: tf.Tensor,
  rng: RandomKey | undefined,
): tf.Tensor2D {
  const encoderWeights = Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name.replace(/^bert\./, ""), weight]),
  );
  const options = { training: rng !== undefined, rng };
  const { hiddenStates } = forwardEncoder(encoderWeights, batchOf(inputs, ids), config, options);
  const mask = tf.expandDims(inputs["mask"]!, 2);
  const sum = tf.sum(tf.mul(hiddenStates.at(-1)!, mask), 1);
  return tf.div(sum, tf.sum(mask, 1));
}

function batchOf({ types, mask }: Tensors, inputIds: tf.Tensor) {
  return { inputIds, tokenTypeIds: types!, attentionMask: mask! };
}

function peakBytes(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return kilobytes === undefined ? process.resourceUsage().maxRSS * 1024 : Number(kilobytes) * 1024;
}

function answer(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
