import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import type { BatchStream } from "../../src/data/batch-stream";
import { startLab } from "../../src/engine/lab";
import type { TrainableModel } from "../../src/training/loss";
import { NonFiniteError } from "../../src/training/non-finite";
import type { OptimizationOptions } from "../../src/training/optimization";
import { sgd } from "../../src/training/optimizer";
import type { ExecutionOptions } from "../../src/training/step-runner";
import type { Batch } from "../../src/training/stepper";
import { Trainer } from "../../src/training/trainer";
import { batchOf, freeModel, smallData, smallModel } from "./small-model";

const ADAM: OptimizationOptions = { learningRate: 0.05, warmupSteps: 3, totalSteps: 60 };
const ONE_THREAD: ExecutionOptions = { threads: 1 };
const EAGER: ExecutionOptions = { compiled: false };

/** L = mean((w·x - y)²) with one weight, so that a step can be worked out by hand. */
const LINE: TrainableModel = {
  weights: {},
  inputs: {
    x: { dtype: "float32", shape: ["B"] },
    y: { dtype: "float32", shape: ["B"] },
  },
  loss: ({ w }, { x, y }) => tf.mean(tf.squaredDifference(tf.mul(w!, x!), y!)),
};

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

for (const [mode, execution] of Object.entries({ compiled: ONE_THREAD, eager: EAGER })) {
  describe(`Trainer.step, ${mode}`, () => {
    it("moves a weight by the step worked out by hand", async () => {
      // dL/dw = mean(2·x·(w·x - y)) = (2·1·(1 - 3) + 2·2·(2 - 2))/2 = -2; w = 1 - 0.1·(-2) = 1.2
      const trainer = line(
        { learningRate: 0.1, optimizer: sgd(), maxGradientNorm: Infinity },
        execution,
      );
      const { loss, step, gradientNorm, learningRate } = await trainer.step();
      const { w } = await trainer.readWeights();
      // L = ((1 - 3)² + (2 - 2)²)/2 = 2
      assert.deepEqual([loss, step, gradientNorm, learningRate], [2, 1, 2, 0.1]);
      assert.ok(Math.abs(w!.data[0]! - 1.2) < 1e-6);
      await trainer.dispose();
    });

    it("clips the gradient to the norm that it is given", async () => {
      // The gradient -2 is cut to -0.5, so w = 1 + 0.1·0.5; the norm reported is the one before.
      const trainer = line(
        { learningRate: 0.1, optimizer: sgd(), maxGradientNorm: 0.5 },
        execution,
      );
      assert.equal((await trainer.step()).gradientNorm, 2);
      assert.ok(Math.abs((await trainer.readWeights())["w"]!.data[0]! - 1.05) < 1e-6);
      await trainer.dispose();
    });

    it("follows the schedule, warm-up first", async () => {
      const rates: number[] = [];
      const trainer = line({ learningRate: 1, warmupSteps: 2, totalSteps: 4 }, execution);
      for (let i = 0; i < 5; i++) rates.push((await trainer.step()).learningRate);
      assert.deepEqual(rates, [0, 0.5, 1, 0.5, 0]);
      await trainer.dispose();
    });

    it("decays matrices, and neither biases nor gains", async () => {
      // Adam's move is in proportion to the gradient's sign; with the rate at 0.1 and a decay of
      // 2, matrices also shrink by 0.2 of themselves.
      const model = smallModel({ dropout: 0 });
      const run = async (weightDecay: number) => {
        const optimization = { learningRate: 0.1, weightDecay };
        const trainer = new Trainer({
          model,
          data: smallData(createRng(1)),
          optimization,
          rng: createRng(2),
          execution,
        });
        await trainer.step();
        const weights = await trainer.readWeights();
        await trainer.dispose();
        return weights;
      };
      const [plain, decayed] = [await run(0), await run(2)];
      const first = await model.weights["output"]!.data();
      assert.deepEqual(decayed["gain"]!.data, plain["gain"]!.data);
      assert.deepEqual(decayed["bias"]!.data, plain["bias"]!.data);
      plain["output"]!.data.forEach((value, i) => {
        const shrunk = value - 0.2 * first[i]!;
        assert.ok(Math.abs(decayed["output"]!.data[i]! - shrunk) < 1e-5);
      });
      freeModel(model);
    });

    it("learns, says its metrics, and leaves the model's own weights as they were", async () => {
      const model = smallModel();
      const before = await model.weights["table"]!.data();
      const trainer = new Trainer({
        model,
        data: smallData(createRng(3)),
        optimization: ADAM,
        rng: createRng(4),
        execution,
      });
      const first = await trainer.step();
      let last = first;
      while (trainer.stepsTaken < 60) last = await trainer.step();
      assert.ok(first.loss > 1.5 && last.loss < 0.6, `${first.loss} to ${last.loss}`);
      assert.ok(last.metrics["accuracy"]! > 0.8);
      assert.deepEqual(await model.weights["table"]!.data(), before);
      await trainer.dispose();
      freeModel(model);
    });

    it("adds up to the large batch when gradients are accumulated, whatever the parts' sizes", async () => {
      const words = Array.from({ length: 12 }, (_, i) => i % 11);
      const model = smallModel({ dropout: 0 });
      const run = async (parts: number[][]) => {
        const data = fixed(parts.map(batchOf));
        const optimization = { learningRate: 0.05, accumulate: parts.length };
        const trainer = new Trainer({ model, data, optimization, rng: createRng(2), execution });
        const losses = [await trainer.step(), await trainer.step(), await trainer.step()];
        const weights = await trainer.readWeights();
        await trainer.dispose();
        return { losses, weights };
      };
      const whole = await run([words]);
      const parts = await run([words.slice(0, 3), words.slice(3, 8), words.slice(8)]);
      whole.losses.forEach(({ loss, metrics, gradientNorm }, i) => {
        const other = parts.losses[i]!;
        assert.ok(Math.abs(loss - other.loss) < 1e-6);
        assert.ok(Math.abs(gradientNorm - other.gradientNorm) < 1e-6);
        assert.ok(Math.abs(metrics["accuracy"]! - other.metrics["accuracy"]!) < 1e-6);
      });
      for (const [name, { data }] of Object.entries(whole.weights)) {
        data.forEach((value, i) => {
          assert.ok(Math.abs(value - parts.weights[name]!.data[i]!) < 1e-6, `${name}[${i}]`);
        });
      }
      freeModel(model);
    });

    it("names loss and gradients that aren't finite, and moves nothing", async () => {
      const model = smallModel();
      const poisoned: TrainableModel = {
        ...model,
        inputs: { ...model.inputs, poison: { dtype: "float32", shape: [] } },
        loss: (weights, batch, context) => {
          const result = model.loss(weights, batch, context) as { loss: tf.Tensor };
          const through = tf.mul(tf.sum(weights["bias"]!), batch["poison"]!);
          return tf.add(result.loss, through);
        },
      };
      const data = smallData(createRng(5));
      const stream: BatchStream<Batch> = {
        at: (i) => ({ ...data.at(i), poison: i === 2 ? Infinity : 0 }),
        fingerprint: () => "poisoned",
      };
      const trainer = new Trainer({
        model: poisoned,
        data: stream,
        optimization: { learningRate: 0.01 },
        rng: createRng(6),
        execution,
      });
      await trainer.step();
      await trainer.step();
      const before = await trainer.readWeights();
      await assert.rejects(trainer.step(), (error: NonFiniteError) => {
        assert.ok(error instanceof NonFiniteError);
        assert.equal(error.step, 3);
        assert.deepEqual(error.culprits, ["loss", "bias"]);
        assert.match(
          error.message,
          /step 3 isn't finite: the loss is (NaN|-?Infinity); .*of bias; not finite in the batch: poison/,
        );
        return true;
      });
      assert.deepEqual(await trainer.readWeights(), before);
      assert.equal(trainer.stepsTaken, 2);
      await trainer.dispose();
      freeModel(model);
    });

    it("says how far each weight moved where it is asked", async () => {
      // w from 1 to 1.2: a ratio of 0.2
      const trainer = line(
        { learningRate: 0.1, optimizer: sgd(), maxGradientNorm: Infinity },
        execution,
      );
      const { updateRatios } = await trainer.step({ updateRatios: true });
      assert.ok(Math.abs(updateRatios!["w"]! - 0.2) < 1e-6);
      assert.equal((await trainer.step()).updateRatios, undefined);
      await trainer.dispose();
    });

    it("leaves frozen weights alone", async () => {
      const model = { ...smallModel(), frozen: (name: string) => name === "table" };
      const trainer = new Trainer({
        model,
        data: smallData(createRng(3)),
        optimization: { learningRate: 0.1 },
        rng: createRng(4),
        execution,
      });
      const first = await trainer.readWeights();
      const { updateRatios } = await trainer.step({ updateRatios: true });
      const after = await trainer.readWeights();
      assert.deepEqual(Object.keys(updateRatios!), ["gain", "bias", "output"]);
      assert.deepEqual(after["table"], first["table"]);
      assert.notDeepEqual(after["output"], first["output"]);
      await trainer.dispose();
      freeModel(model);
    });

    it("leaves no tensor behind but the weights it hands out", async () => {
      const model = smallModel();
      const count = tf.memory().numTensors;
      const trainer = new Trainer({
        model,
        data: smallData(createRng(3)),
        optimization: { ...ADAM, accumulate: 2 },
        rng: createRng(4),
        execution,
      });
      await trainer.step();
      const started = tf.memory().numTensors;
      for (let i = 0; i < 30; i++) await trainer.step();
      assert.equal(tf.memory().numTensors, started);
      const weights = await trainer.weights();
      assert.equal(tf.memory().numTensors, started + 4);
      tf.dispose(weights);
      await trainer.dispose();
      assert.equal(tf.memory().numTensors, count);
      freeModel(model);
    });
  });
}

describe("Trainer", () => {
  it("gives the same numbers eagerly and compiled, dropout included", async () => {
    const losses = async (execution: ExecutionOptions) => {
      const model = smallModel();
      const optimization = { ...ADAM, accumulate: 2 };
      const trainer = new Trainer({
        model,
        data: smallData(createRng(7)),
        optimization,
        rng: createRng(8),
        execution,
      });
      const found: number[] = [];
      for (let i = 0; i < 12; i++) found.push((await trainer.step()).loss);
      await trainer.dispose();
      freeModel(model);
      return found;
    };
    const [eager, compiled] = [await losses(EAGER), await losses(ONE_THREAD)];
    eager.forEach((loss, i) =>
      assert.ok(Math.abs(loss - compiled[i]!) < 2e-5, `${i}: ${loss} ${compiled[i]}`),
    );
  });

  it("takes each batch once, in order, over the parts of all steps", async () => {
    const asked: number[] = [];
    const data: BatchStream<Batch> = {
      at: (index) => (asked.push(index), LINE_BATCH),
      fingerprint: () => "asked",
    };
    const model = { ...LINE, weights: { w: tf.ones([1]) } };
    const optimization = { learningRate: 0.1, accumulate: 2 };
    const trainer = new Trainer({ model, data, optimization, rng: createRng(1) });
    for (let i = 0; i < 3; i++) await trainer.step();
    assert.deepEqual(asked, [0, 1, 2, 3, 4, 5]);
    await trainer.dispose();
  });

  it("names a weight that the loss doesn't depend on", async () => {
    for (const execution of [ONE_THREAD, EAGER]) {
      const trainer = line({ learningRate: 1 }, execution, { spare: tf.ones([3]) });
      await assert.rejects(
        trainer.step(),
        /^RangeError: Trainer: the loss doesn't depend on spare; give model\.frozen/,
      );
      await trainer.dispose();
    }
  });

  it("says what it got when an option is wrong", () => {
    assert.throws(() => line({ learningRate: 0 }), /Trainer: learningRate must be above 0, got 0/);
    assert.throws(() => line({ learningRate: 1, accumulate: 0 }), /accumulate must be .* got 0/);
    assert.throws(() => line({ learningRate: 1, totalSteps: 3, warmupSteps: 3 }), /totalSteps/);
    assert.throws(() => line({ learningRate: 1, totalSteps: 3, schedule: () => 1 }), /got both/);
    const frozen = { ...LINE, weights: { w: tf.ones([1]) }, frozen: () => true };
    const optimization = { learningRate: 1 };
    const rng = createRng(1);
    assert.throws(
      () => new Trainer({ model: frozen, data: fixed([]), optimization, rng }),
      /got none/,
    );
  });

  it("refuses two steps at once, and any step after dispose", async () => {
    const trainer = line({ learningRate: 1 });
    const first = trainer.step();
    await assert.rejects(trainer.step(), /Trainer\.step: something else is under way/);
    await first;
    await trainer.dispose();
    await trainer.dispose();
    await assert.rejects(trainer.step(), /has been disposed/);
  });

  it("refuses a loss that isn't a scalar", async () => {
    const model = { ...LINE, weights: { w: tf.ones([1]) }, loss: LINE_ROWS };
    const trainer = new Trainer({
      model,
      data: fixed([LINE_BATCH]),
      optimization: { learningRate: 1 },
      rng: createRng(1),
    });
    await assert.rejects(
      trainer.step(),
      /^RangeError: Trainer: loss must be a scalar, got shape \[/,
    );
    await trainer.dispose();
  });
});

const LINE_BATCH: Batch = {
  x: { shape: [2], data: Float32Array.of(1, 2) },
  y: { shape: [2], data: Float32Array.of(3, 2) },
};
const LINE_ROWS: TrainableModel["loss"] = ({ w }, { x, y }) =>
  tf.squaredDifference(tf.mul(w!, x!), y!);

function line(
  optimization: OptimizationOptions,
  execution: ExecutionOptions = ONE_THREAD,
  more: Record<string, tf.Tensor> = {},
): Trainer {
  const model = { ...LINE, weights: { w: tf.ones([1]), ...more } };
  return new Trainer({
    model,
    data: fixed([LINE_BATCH]),
    optimization,
    rng: createRng(1),
    execution,
  });
}

/** The same few batches again and again. */
function fixed(batches: readonly Batch[]): BatchStream<Batch> {
  return { at: (index) => batches[index % batches.length]!, fingerprint: () => "fixed" };
}
