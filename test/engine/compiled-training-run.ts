/**
 * A compiled training run with an embedding, layer norm, dropout, attention-like products and Adam.
 *
 * As a program: node --import tsx compiled-training-run.ts webgpu [few] prints one line of JSON, for
 * few different shapes with the second word. In a process of its own, since Vulkan takes its driver from the environment of the process.
 */
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { gelu, layerNorm, softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import type { CompileDevice } from "../../src/engine/session";
import { adam } from "../../src/training/optimizer";

export interface CompiledRun {
  losses: number[];
  /** Of the state read out after the last step, written back before it: they must match. */
  lastLosses: [number, number];
  weights: Record<string, number[]>;
}

const VOCABULARY = 23;
const WIDTH = 8;
const STEPS = 6;

export async function compiledTrainingRun(
  device: CompileDevice,
  fewShapes: boolean = false,
): Promise<CompiledRun> {
  await startLab({ backend: "cpu", quiet: true });
  const rng = createRng(11);
  const random = (rows: number, columns: number) =>
    tf.tensor2d(
      Float32Array.from({ length: rows * columns }, () => 0.4 * rng.normal()),
      [rows, columns],
    );
  const weights = {
    table: random(VOCABULARY, WIDTH),
    inner: random(WIDTH, WIDTH),
    gain: tf.ones([WIDTH]),
    bias: tf.zeros([WIDTH]),
  };
  const names = Object.keys(weights) as (keyof typeof weights)[];
  const optimizer = adam();
  const moments = optimizer.initialState(weights);

  interface Batch {
    words: tf.Tensor;
    next: tf.Tensor;
    key: tf.Tensor;
  }
  const lossOf = ({ words, next, key }: Batch, list: tf.Tensor[]) => {
    const random = new RandomKey(key as tf.Tensor1D);
    const [table, inner, gain, bias] = list as [tf.Tensor, tf.Tensor2D, tf.Tensor, tf.Tensor];
    const looked = layerNorm(tf.gather(table, words), gain, bias) as tf.Tensor2D; // [B, D]
    const all = gelu(tf.matMul(looked, inner)); // [B, D]
    const isKept = tf.greaterEqual(random.uniform(all.shape), 0.1);
    const hidden = tf.mul(all, tf.mul(tf.cast(isKept, "float32"), 1 / 0.9)) as tf.Tensor2D;
    const logits = tf.matMul(hidden, table as tf.Tensor2D, false, true); // [B, V]
    return softmaxCrossEntropy(next as tf.Tensor1D, logits as tf.Tensor2D);
  };
  const step = await compile(
    ({ words, next, key, rate }, state) => {
      const all = state as Record<string, tf.Tensor>;
      const list = names.map((name) => all[name]!);
      const loss = (...given: tf.Tensor[]) => lossOf({ words, next, key }, given);
      const found = tf.valueAndGrads(loss)(list);
      const gradients = Object.fromEntries(names.map((name, i) => [name, found.grads[i]!]));
      const held = Object.fromEntries(names.map((name) => [name, all[name]!]));
      const rest = Object.fromEntries(Object.keys(moments).map((name) => [name, all[name]!]));
      const moved = optimizer.update(held, gradients, rest, rate as tf.Scalar);
      return { outputs: { loss: found.value }, state: { ...moved.weights, ...moved.state } };
    },
    {
      inputs: {
        words: { dtype: "int32", shape: ["B"] },
        next: { dtype: "int32", shape: ["B"] },
        key: { dtype: "int32", shape: [2] },
        rate: { dtype: "float32", shape: [] },
      },
      state: { ...weights, ...moments },
      ...{ device, fewShapes },
      threads: 1,
    },
  );

  let drawn = 0;
  const feeds = (size: number) => {
    const key = { data: Int32Array.of(11, drawn++), shape: [2] };
    const words = Int32Array.from({ length: size }, () => rng.integer(VOCABULARY));
    const next = words.map((word) => (7 * word + 3) % VOCABULARY);
    const shape = [size];
    return { words: { data: words, shape }, next: { data: next, shape }, key, rate: 0.02 };
  };
  const losses: number[] = [];
  for (let i = 0; i < STEPS; i++)
    losses.push((await step.run(feeds(16 + 5 * i)))["loss"]!.data[0]!);

  // The same step twice from the same state, which went out to the CPU and back between.
  const state = await step.readState();
  const last = feeds(16);
  const first = (await step.run(last))["loss"]!.data[0]!;
  await step.writeState(state);
  const again = (await step.run(last))["loss"]!.data[0]!;
  await step.dispose();
  const read = Object.fromEntries(names.map((name) => [name, [...state[name]!.data]]));
  return { losses, lastLosses: [first, again], weights: read };
}

if (require.main === module) {
  const [device, few] = process.argv.slice(2) as [CompileDevice, string?];
  void compiledTrainingRun(device, few === "few").then((run) => console.log(JSON.stringify(run)));
}
