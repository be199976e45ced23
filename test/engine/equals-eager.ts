/**
 * Compiles a function and compares it with the same function run eagerly on TensorFlow.js's cpu.
 */
import assert from "node:assert/strict";
import { createRng, type Rng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { toTensor, type HostArray } from "../../src/engine/host-array";
import type { CompileDevice } from "../../src/engine/session";
import type { InputSpecs } from "../../src/engine/trace/trace-function";

/** LAB_TEST_DEVICE=webgpu holds a GPU to the same tests. */
export const DEVICE = (process.env["LAB_TEST_DEVICE"] ?? "cpu") as CompileDevice;

export type Outputs = Record<string, tf.Tensor>;
export type Inputs = Record<string, tf.Tensor>;

export interface EqualityOptions {
  /** The sizes of the named axes to run at; the function is compiled once for all of them. */
  sizes?: readonly Record<string, number>[];
  /** A value for an input's element. Default: float32 from -2 to 2, int32 from -6 to 6, bool. */
  draw?: (rng: Rng, name: string) => number;
  /** Largest relative error (against max(1, |value|)). Default 2e-5. */
  tolerance?: number;
  axes?: Record<string, { max?: number }>;
}

export async function assertEqualsEager(
  fn: (inputs: Inputs) => Outputs,
  inputs: InputSpecs,
  { sizes = [{}], draw, tolerance = 2e-5, axes = {} }: EqualityOptions = {},
): Promise<void> {
  const step = await compile((given) => ({ outputs: fn(given as Inputs) }), {
    ...{ inputs, axes, device: DEVICE },
    threads: 1,
  });
  try {
    for (const [round, at] of sizes.entries()) {
      const feeds = randomFeeds(inputs, at, createRng(round + 1), draw);
      const compiled = await step.run(feeds);
      const eager = eagerly(fn, feeds);
      assert.deepEqual(Object.keys(compiled).sort(), Object.keys(eager).sort());
      for (const [name, expected] of Object.entries(eager)) {
        const label = `${name} at ${JSON.stringify(at)}`;
        assertClose(compiled[name]!, expected, tolerance, label);
      }
    }
  } finally {
    await step.dispose();
  }
}

export function randomFeeds(
  inputs: InputSpecs,
  sizes: Record<string, number>,
  rng: Rng,
  draw: EqualityOptions["draw"],
): Record<string, HostArray> {
  const feeds: Record<string, HostArray> = {};
  for (const [name, { dtype, shape }] of Object.entries(inputs)) {
    const concrete = shape.map((axis) => (typeof axis === "string" ? sizes[axis]! : axis));
    const length = concrete.reduce((product, size) => product * size, 1);
    const value = () => {
      if (draw) return draw(rng, name);
      if (dtype === "float32") return 4 * rng.uniform() - 2;
      return dtype === "bool" ? rng.integer(2) : rng.integer(13) - 6;
    };
    const values = Array.from({ length }, value);
    const data =
      dtype === "float32"
        ? Float32Array.from(values)
        : dtype === "bool"
          ? Uint8Array.from(values)
          : Int32Array.from(values);
    feeds[name] = { dtype: dtype as HostArray["dtype"], shape: concrete, data };
  }
  return feeds;
}

function eagerly(fn: (inputs: Inputs) => Outputs, feeds: Record<string, HostArray>) {
  const results: Record<string, HostArray> = {};
  tf.tidy(() => {
    const given: Inputs = {};
    for (const [name, feed] of Object.entries(feeds)) given[name] = toTensor(feed);
    for (const [name, tensor] of Object.entries(fn(given))) {
      const dtype = tensor.dtype as HostArray["dtype"];
      const data = tensor.dataSync().slice() as HostArray["data"];
      results[name] = { dtype, shape: tensor.shape, data };
    }
  });
  return results;
}

/** Same type, shape and values; NaN equals NaN, and an infinity only itself. */
export function assertClose(
  got: HostArray,
  expected: HostArray,
  tolerance: number,
  label: string,
): void {
  assert.equal(got.dtype, expected.dtype, `${label}: type`);
  assert.deepEqual([...got.shape], [...expected.shape], `${label}: shape`);
  assert.equal(got.data.length, expected.data.length, `${label}: length`);
  expected.data.forEach((value, i) => {
    const other = got.data[i]!;
    if (Object.is(value, other) || value === other) return;
    const error = Math.abs(value - other) / Math.max(1, Math.abs(value));
    assert.ok(error <= tolerance, `${label} [${i}]: got ${other}, expected ${value}`);
  });
}

/** The result, and the gradient with respect to each float32 input, sent back from an uneven dy. */
export function withGradients(
  fn: (...inputs: tf.Tensor[]) => tf.Tensor,
  names: readonly string[],
): (inputs: Inputs) => Outputs {
  return (inputs) => {
    const all = names.map((name) => inputs[name]!);
    const real = all.map((tensor) => tensor.dtype === "float32");
    const ofReal = (...reals: tf.Tensor[]) => {
      let next = 0;
      return fn(...all.map((tensor, i) => (real[i] ? reals[next++]! : tensor)));
    };
    const reals = all.filter((_, i) => real[i]);
    const result = fn(...all);
    const gradients = tf.grads(ofReal)(reals, unevenGradient(result));
    const outputs: Outputs = { result };
    gradients.forEach((gradient, i) => (outputs[`gradient ${i}`] = gradient));
    return outputs;
  };
}

/** A gradient to send back: of both signs, bounded, and exact on GPUs too, unlike a cosine. */
export function unevenGradient(result: tf.Tensor): tf.Tensor {
  return tf.div(tf.sub(1, result), tf.add(1, tf.square(result)));
}
