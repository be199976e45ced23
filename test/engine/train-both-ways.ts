/**
 * Trains a model eagerly and compiled, from the same weights on the same batches, and compares
 * losses, every gradient and, at the end, the weights and the optimizer's moments.
 */
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { toTensor, type HostArray } from "../../src/engine/host-array";
import type { InputSpecs, TracedResult } from "../../src/engine/trace/trace-function";
import { clipGradients } from "../../src/training/clip-gradients";
import { adamW, type Optimizer } from "../../src/training/optimizer";

export type Weights = Record<string, tf.Tensor>;
export type Given = Record<string, tf.Tensor>;

export interface Model {
  weights: Weights;
  loss(weights: Weights, inputs: Given): tf.Scalar;
  inputs: InputSpecs;
  axes?: Record<string, { max?: number }>;
  /** What step i is fed; another batch size at each step shows that the axes are open. */
  feeds(step: number): Record<string, HostArray>;
}

const STEPS = 4;
/** Of the largest value of its tensor: sums are added up in another order. */
const TOLERANCE = 2e-5;

/**
 * @param optimizer default: AdamW with an ε large enough that gradients of rounding noise (those
 *        of the key biases, 0 in theory) don't become whole steps
 */
export async function assertTrainsAsEager(
  model: Model,
  optimizer: Optimizer = adamW({ epsilon: 1e-3 }),
): Promise<number[]> {
  const tensorsBefore = tf.memory().numTensors;
  const names = Object.keys(model.weights);
  const moments = optimizer.initialState(model.weights);
  const step = (inputs: Given, state: Weights): TracedResult => {
    const weights = pick(state, names);
    const loss = (...list: tf.Tensor[]) =>
      model.loss(Object.fromEntries(names.map((name, i) => [name, list[i]!])), inputs);
    const { value, grads } = tf.valueAndGrads(loss)(Object.values(weights));
    const found = Object.fromEntries(names.map((name, i) => [name, grads[i]!]));
    const { gradients, norm } = clipGradients(found, 1);
    const moved = optimizer.update(weights, gradients, pick(state, Object.keys(moments)), 0.01);
    const named = Object.entries(found).map(([name, g]) => [`gradient of ${name}`, g] as const);
    return {
      outputs: { loss: value, norm, ...Object.fromEntries(named) },
      state: { ...moved.weights, ...moved.state },
    };
  };

  const initial = { ...model.weights, ...moments };
  const compiled = await compile(step, {
    inputs: model.inputs,
    state: initial,
    ...(model.axes && { axes: model.axes }),
    threads: 1,
  });
  let state: Weights = mapValues(initial, (tensor) => tensor.clone());
  const losses: number[] = [];
  for (let i = 0; i < STEPS; i++) {
    const feeds = model.feeds(i);
    const got = await compiled.run(feeds);
    const { outputs, state: next } = eagerly(() => step(mapValues(feeds, toTensor), state));
    tf.dispose(state);
    state = next;
    for (const [name, tensor] of Object.entries(outputs)) {
      assertNear(got[name]!, tensor, `step ${i}, ${name}`);
    }
    losses.push(got["loss"]!.data[0]!);
    tf.dispose(outputs as Weights);
  }
  const held = await compiled.readState();
  for (const [name, tensor] of Object.entries(state)) assertNear(held[name]!, tensor, name);
  await compiled.dispose();
  tf.dispose([state, model.weights, moments]);
  assert.equal(tf.memory().numTensors, tensorsBefore - names.length, "tensors left behind");
  return losses;
}

function eagerly(step: () => TracedResult): { outputs: Weights; state: Weights } {
  return tf.tidy(() => {
    const { outputs, state = {} } = step();
    return { outputs: { ...outputs }, state: { ...state } };
  });
}

function assertNear(got: HostArray, expected: tf.Tensor, label: string): void {
  assert.deepEqual([...got.shape], expected.shape, `${label}: shape`);
  const values = expected.dataSync() as Float32Array;
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0.01);
  values.forEach((value, i) => {
    const off = Math.abs(got.data[i]! - value) / largest;
    assert.ok(off <= TOLERANCE, `${label} [${i}]: ${got.data[i]} compiled, ${value} eager`);
  });
}

function pick(all: Weights, names: readonly string[]): Weights {
  return Object.fromEntries(names.map((name) => [name, all[name]!]));
}

function mapValues<A, B>(map: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, to(value)]));
}
