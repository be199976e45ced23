import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { toTensor } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import { clipGradients } from "../../src/training/clip-gradients";
import {
  adaGrad,
  adam,
  adamW,
  sgd,
  type NamedTensors,
  type Optimizer,
} from "../../src/training/optimizer";
import { warmupLinear } from "../../src/training/schedule";
import golden from "../golden/optimizers.json";

type Numbers = Record<string, number[]>;
const SHAPES: Record<string, number[]> = { matrix: [2, 3], bias: [3] };
const TOLERANCE = 2e-6;

interface Setting {
  make: () => Optimizer;
  rates: number[];
  maxNorm?: number;
}

const same = (rate: number) => golden.gradients.map(() => rate);
const decay = { weightDecay: (name: string) => (name === "bias" ? 0 : 0.1) };
const CASES: Record<keyof typeof golden.cases, Setting> = {
  sgd: { make: () => sgd(), rates: same(0.05) },
  momentum: { make: () => sgd({ momentum: 0.9 }), rates: same(0.05) },
  adagrad: { make: () => adaGrad(), rates: same(0.05) },
  adam: { make: () => adam(), rates: same(0.01) },
  adamw: { make: () => adamW(decay), rates: same(0.01) },
  "clipped adamw with warm-up": {
    make: () => adamW(decay),
    rates: golden.gradients.map(
      (_, step) => 0.01 * warmupLinear(step, { warmupSteps: 2, totalSteps: 8 }),
    ),
    maxNorm: 1,
  },
};

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

for (const [name, setting] of Object.entries(CASES)) {
  describe(`${name} against PyTorch`, () => {
    const expected = golden.cases[name as keyof typeof golden.cases];

    it("moves the weights alike in every step, eagerly", () => {
      const { make, rates, maxNorm } = setting;
      const optimizer = make();
      let weights = tensors(golden.first);
      let state = optimizer.initialState(weights);
      rates.forEach((rate, step) => {
        const gradients = tensors(golden.gradients[step]!);
        const given = maxNorm ? clipGradients(gradients, maxNorm) : { gradients, norm: undefined };
        ({ weights, state } = optimizer.update(weights, given.gradients, state, rate));
        close(weights, expected.weights[step]!, `step ${step}`);
        const norm = expected.norms[step];
        if (norm !== undefined) assert.ok(Math.abs(given.norm!.dataSync()[0]! - norm) < 1e-5);
      });
    });

    it("moves the weights alike in every step, compiled", async () => {
      const { make, rates, maxNorm } = setting;
      const optimizer = make();
      const first = tensors(golden.first);
      const moments = optimizer.initialState(first);
      const step = await compile(
        ({ rate, ...gradients }, all) => {
          const clipped = maxNorm ? clipGradients(gradients, maxNorm).gradients : gradients;
          const { bias, matrix, ...state } = all as Record<string, tf.Tensor>;
          const weights = { bias: bias!, matrix: matrix! };
          const next = optimizer.update(weights, clipped, state, rate as tf.Scalar);
          return { outputs: {}, state: { ...next.weights, ...next.state } };
        },
        {
          inputs: {
            rate: { dtype: "float32", shape: [] },
            matrix: { dtype: "float32", shape: [2, 3] },
            bias: { dtype: "float32", shape: [3] },
          },
          state: { ...first, ...moments },
        },
      );
      for (const [i, rate] of rates.entries()) {
        const gradients = tensors(golden.gradients[i]!) as { matrix: tf.Tensor; bias: tf.Tensor };
        await step.run({ rate, ...gradients });
        const { matrix, bias } = await step.readState();
        const weights = { matrix: toTensor(matrix!), bias: toTensor(bias!) };
        close(weights, expected.weights[i]!, `step ${i}`);
      }
      await step.dispose();
    });
  });
}

describe("update", () => {
  const weights = () => ({ w: tf.tensor1d([1, 2]) });

  it("equals sgd worked out by hand, and adam's first step of one learning rate", () => {
    const gradients = { w: tf.tensor1d([0.5, -4]) };
    const plain = sgd();
    const moved = plain.update(weights(), gradients, plain.initialState(weights()), 0.1);
    assert.deepEqual(list(moved.weights["w"]!), [0.95, 2.4]); // 1 - 0.05, 2 + 0.4
    // m̂ / √v̂ = g / |g| at first, whatever g's size: 1 - 0.1, 2 + 0.1
    const other = adam();
    const first = other.update(weights(), gradients, other.initialState(weights()), 0.1);
    assert.deepEqual(list(first.weights["w"]!), [0.9, 2.1]);
  });

  it("leaves weights without a gradient and what it was given as they were", () => {
    const given = { ...weights(), frozen: tf.tensor1d([7]) };
    const optimizer = adamW();
    const state = optimizer.initialState(given);
    const next = optimizer.update(given, { w: tf.tensor1d([1, 1]) }, state, 0.1);
    assert.deepEqual(list(next.weights["frozen"]!), [7]);
    assert.deepEqual(list(given.w), [1, 2]);
    assert.deepEqual(list(state["step"]!), [0]);
  });

  it("moves twenty vectors of two kinds together as it does each alone", () => {
    const names = Array.from({ length: 20 }, (_, i) => `${i % 3 === 0 ? "plain" : "decays"}-${i}`);
    const made = (seed: number) =>
      Object.fromEntries(
        names.map((name, i) => [name, tf.randomNormal([1 + (i % 4)], 0, 1, "float32", seed + i)]),
      );
    const [given, gradients] = [made(1), made(100)];
    const ones = adamW({ weightDecay: (name) => (name.startsWith("plain") ? 0 : 0.5) });
    const twice = (weights: NamedTensors) => {
      const own = Object.fromEntries(Object.keys(weights).map((name) => [name, gradients[name]!]));
      const first = ones.update(weights, own, ones.initialState(weights), 0.1);
      return ones.update(first.weights, own, first.state, 0.1);
    };
    const together = twice(given);
    for (const name of names) {
      const alone = twice({ [name]: given[name]! });
      assert.deepEqual(together.weights[name]!.dataSync(), alone.weights[name]!.dataSync());
      const moments = [`first/${name}`, `second/${name}`];
      for (const moment of moments) {
        assert.deepEqual(together.state[moment]!.dataSync(), alone.state[moment]!.dataSync());
      }
    }
  });

  it("leaves no tensors behind but its results", () => {
    const given = weights();
    const optimizer = adam();
    const state = optimizer.initialState(given);
    const gradients = { w: tf.tensor1d([1, 1]) };
    const tensorsBefore = tf.memory().numTensors;
    optimizer.update(given, gradients, state, 0.1);
    assert.equal(tf.memory().numTensors, tensorsBefore + 4); // w, step, first and second
    clipGradients(gradients, 1);
    assert.equal(tf.memory().numTensors, tensorsBefore + 6); // one gradient and the norm
  });

  it("says what it got when the input is wrong", () => {
    const optimizer = adam();
    const state = optimizer.initialState(weights());
    const g = tf.tensor1d([1, 2]);
    const update = (gradients: NamedTensors, from = state) =>
      optimizer.update(weights(), gradients, from, 0.1);
    assert.throws(() => update({ v: g }), /update: there is no weight v/);
    assert.throws(
      () => update({ w: tf.zeros([3]) }),
      /gradient of w must have shape \[2\], got \[3\]/,
    );
    assert.throws(() => update({ w: g }, {}), /the state lacks step; begin with initialState/);
    assert.throws(() => sgd({ momentum: 2 }), /sgd: momentum must be between 0 and 1, got 2/);
    assert.throws(() => adam({ beta1: 1 }), /adam: beta1 must be between/);
    assert.throws(() => adaGrad({ epsilon: 0 }), /adaGrad: epsilon must be above 0, got 0/);
  });
});

describe("clipGradients", () => {
  it("shortens to the norm, and leaves shorter ones as they are", () => {
    // ‖(3, 4)‖ = 5 over both tensors together; 5 · 0.2 = 1
    const gradients = { a: tf.tensor1d([3]), b: tf.tensor1d([4]) };
    const short = clipGradients(gradients, 1);
    assert.equal(short.norm.dataSync()[0], 5);
    assert.deepEqual(list(short.gradients["a"]!), [0.6]);
    assert.deepEqual(list(short.gradients["b"]!), [0.8]);
    assert.deepEqual(list(clipGradients(gradients, 6).gradients["a"]!), [3]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => clipGradients({}, 1), /clipGradients: nothing to clip/);
    assert.throws(() => clipGradients({ a: tf.scalar(1) }, 0), /maxNorm must be above 0, got 0/);
  });
});

describe("warmupLinear", () => {
  it("rises to 1, falls to 0 and stays there", () => {
    const at = (step: number) => warmupLinear(step, { warmupSteps: 2, totalSteps: 6 });
    assert.deepEqual([0, 1, 2, 3, 4, 6, 9].map(at), [0, 0.5, 1, 0.75, 0.5, 0, 0]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => warmupLinear(-1, { totalSteps: 5 }), /step must be .* got -1/);
    assert.throws(() => warmupLinear(0, { warmupSteps: 5, totalSteps: 5 }), /totalSteps .* got 5/);
  });
});

function tensors(numbers: Numbers): Record<string, tf.Tensor> {
  const entries = Object.entries(numbers);
  return Object.fromEntries(entries.map(([name, n]) => [name, tf.tensor(n, SHAPES[name]!)]));
}

function close(weights: NamedTensors, expected: Numbers, label: string): void {
  for (const [name, numbers] of Object.entries(expected)) {
    weights[name]!.dataSync().forEach((value, i) => {
      const error = Math.abs(value - numbers[i]!);
      assert.ok(error < TOLERANCE, `${label}: ${name}[${i}] is ${value}, not ${numbers[i]}`);
    });
  }
}

/** Rounded to what float32 can hold of such numbers. */
function list(tensor: tf.Tensor): number[] {
  return [...tensor.dataSync()].map((value) => Math.round(value * 1e5) / 1e5);
}
