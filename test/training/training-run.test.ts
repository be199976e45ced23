import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { InterruptedError } from "../../src/core/interrupt";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { heldOutEvaluator } from "../../src/training/held-out";
import type { TrainableModel } from "../../src/training/loss";
import { Monitor } from "../../src/training/monitor";
import { Trainer } from "../../src/training/trainer";
import type { TrainingEvent } from "../../src/training/training-run";
import { batchOf, freeModel, smallData, smallModel, VOCABULARY } from "./small-model";

const scratch = mkdtempSync(path.join(tmpdir(), "training-run-test-"));
let model: TrainableModel;
const EXECUTION = { threads: 1 };

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
  model = smallModel();
});
after(() => {
  freeModel(model);
  rmSync(scratch, { recursive: true });
});

describe("Trainer.run", () => {
  it("takes steps until there are as many as asked for, in all", async () => {
    const trainer = small();
    const steps: number[] = [];
    const onStep = ({ step }: { step: number }) => steps.push(step);
    await trainer.run({ steps: 3, onStep });
    const { step, stoppedBy } = await trainer.run({ steps: 5, onStep });
    assert.deepEqual([steps, step, stoppedBy], [[1, 2, 3, 4, 5], 5, "steps"]);
    await trainer.dispose();
  });

  it("evaluates every n steps and after the last", async () => {
    const trainer = small();
    const at: number[] = [];
    const evaluate = ({ step }: { step: number }) => ({ score: at.push(step) });
    const { metrics } = await trainer.run({ steps: 8, evaluation: { every: 3, evaluate } });
    assert.deepEqual([at, metrics], [[3, 6, 8], { score: 3 }]);
    assert.deepEqual(trainer.evaluations[1], { step: 6, metrics: { score: 2 } });
    await trainer.dispose();
  });

  it("stops early when the number doesn't improve, and keeps the best weights", async () => {
    const trainer = small();
    const scores = [3, 5, 4, 4.5, 9];
    const seen: number[][] = [];
    const events: TrainingEvent[] = [];
    const found = await trainer.run({
      steps: 100,
      onEvent: (event) => events.push(event),
      evaluation: {
        every: 1,
        evaluate: ({ weights }) => ({ score: scores[seen.push([...weights["gain"]!.data]) - 1]! }),
        monitor: { metric: "score", goal: "max", patience: 2 },
      },
    });
    assert.equal(found.stoppedBy, "early stopping");
    assert.deepEqual(found.best, { step: 2, value: 5 });
    assert.equal(trainer.stepsTaken, 4);
    const best = trainer.bestWeights()!;
    assert.deepEqual([...best["gain"]!.dataSync()], seen[1]);
    const marks = events.flatMap((event) => (event.type === "evaluation" ? [event.isBest] : []));
    assert.deepEqual(marks, [true, true, false, false]);
    tf.dispose(best);
    await trainer.dispose();
  });

  it("remembers best weights and patience over a checkpoint", async () => {
    const folder = path.join(scratch, "best");
    const scores = [3, 5, 4, 4.5, 9];
    const run = async (steps: number) => {
      const trainer = small();
      const found = await trainer.run({
        steps,
        checkpoint: { folder, every: 2 },
        evaluation: {
          every: 1,
          evaluate: ({ step }) => ({ score: scores[step - 1]! }),
          monitor: { metric: "score", goal: "max", patience: 2 },
        },
      });
      const best = trainer.bestWeights()!;
      const gain = [...best["gain"]!.dataSync()];
      tf.dispose(best);
      await trainer.dispose();
      return { ...found, gain };
    };
    const first = await run(3);
    const second = await run(100);
    const third = await run(100);
    assert.equal(first.stoppedBy, "steps");
    assert.equal(second.stoppedBy, "early stopping");
    assert.equal(second.step, 4);
    assert.deepEqual(third, second);
    assert.deepEqual(second.gain, first.gain);
    assert.ok(readdirSync(folder).includes("best-00000002.safetensors"));
  });

  it("saves when it is interrupted, says what is kept, and can go on", async () => {
    const folder = path.join(scratch, "interrupted");
    const stop = new AbortController();
    const trainer = small();
    const losses: number[] = [];
    const run = (signal?: AbortSignal) =>
      trainer.run({
        ...{ steps: 10, signal, checkpoint: { folder, every: 100 } },
        onStep: ({ step, loss }) => {
          losses.push(loss);
          if (step === 4) stop.abort();
        },
      });
    await assert.rejects(run(stop.signal), (error: Error) => {
      assert.ok(error instanceof InterruptedError);
      assert.match(error.message, /kept: the model as of step 4, saved/);
      return true;
    });
    assert.deepEqual(readdirSync(folder), ["step-00000004.safetensors"]);
    await run();
    await trainer.dispose();
    const straight: number[] = [];
    const other = small();
    await other.run({ steps: 10, onStep: ({ loss }) => straight.push(loss) });
    await other.dispose();
    assert.deepEqual(losses, straight);
  });

  it("says what it got when an option is wrong", async () => {
    const trainer = small();
    await assert.rejects(trainer.run({ steps: 0 }), /Trainer\.run: steps must be .* got 0/);
    const folder = scratch;
    await assert.rejects(
      trainer.run({ steps: 2, checkpoint: { folder, every: 1, keep: 1 } }),
      /checkpoint\.keep must be .* at least 2, got 1/,
    );
    const evaluation = { every: 1, evaluate: () => ({ a: 1 }), monitor: { metric: "b" } };
    await assert.rejects(trainer.run({ steps: 2, evaluation }), /gives no b; it gives a/);
    await trainer.dispose();
  });

  it("leaves no tensor behind, evaluations included", async () => {
    const trainer = small();
    const held = heldOutEvaluator({ model, batches: [batchOf([1, 2, 3])], execution: EXECUTION });
    const evaluation = { every: 2, evaluate: held.evaluate, monitor: { metric: "loss" } };
    await trainer.run({ steps: 4, evaluation });
    const count = tf.memory().numTensors;
    await trainer.run({ steps: 30, evaluation });
    assert.equal(tf.memory().numTensors, count);
    await trainer.dispose();
    await held.dispose();
  });
});

describe("heldOutEvaluator", () => {
  const words = Array.from({ length: VOCABULARY }, (_, i) => i);

  it("gives the mean over all rows, however they are cut into batches, without dropout", async () => {
    const weights = await values();
    const one = heldOutEvaluator({ model, batches: [batchOf(words)], execution: EXECUTION });
    const cut = [batchOf(words.slice(0, 2)), batchOf(words.slice(2))];
    const two = heldOutEvaluator({ model, batches: cut, execution: EXECUTION });
    const eager = heldOutEvaluator({ model, batches: cut, execution: { compiled: false } });
    const [a, b, c] = [
      await one.evaluate({ weights }),
      await two.evaluate({ weights }),
      await eager.evaluate({ weights }),
    ];
    for (const name of ["loss", "accuracy"]) {
      assert.ok(Math.abs(a[name]! - b[name]!) < 1e-6, `${name}: ${a[name]} ${b[name]}`);
      assert.ok(Math.abs(a[name]! - c[name]!) < 1e-6, `${name}: ${a[name]} ${c[name]}`);
    }
    assert.deepEqual(await two.evaluate({ weights }), b);
    assert.deepEqual(await one.evaluate({ weights: model.weights }), a); // tensors will do
    for (const evaluator of [one, two, eager]) await evaluator.dispose();
  });

  it("falls as the model learns", async () => {
    const held = heldOutEvaluator({ model, batches: [batchOf(words)], execution: EXECUTION });
    const trainer = small();
    const first = await held.evaluate({ weights: await trainer.readWeights() });
    await trainer.run({ steps: 60 });
    const last = await held.evaluate({ weights: await trainer.readWeights() });
    assert.ok(last["loss"]! < 0.5 * first["loss"]!, `${first["loss"]} to ${last["loss"]}`);
    await trainer.dispose();
    await held.dispose();
  });

  it("says what it got without batches", () => {
    assert.throws(() => heldOutEvaluator({ model, batches: [] }), /needs batches, got none/);
  });
});

describe("Monitor", () => {
  it("counts as better only what is better by minChange", () => {
    const monitor = new Monitor({ metric: "loss", patience: 2, minChange: 0.1 });
    const marks = [1, 0.95, 0.85, 0.8, NaN].map((loss, i) => monitor.observe(i, { loss }));
    assert.deepEqual(
      marks.map(({ isBest }) => isBest),
      [true, false, true, false, false],
    );
    assert.deepEqual(
      marks.map(({ shouldStop }) => shouldStop),
      [false, false, false, false, true],
    );
  });

  it("says what it got when an option is wrong", () => {
    assert.throws(() => new Monitor({ metric: "a", patience: 0 }), /patience must be .* got 0/);
    assert.throws(() => new Monitor({ metric: "a", minChange: -1 }), /minChange must be/);
  });
});

function small(): Trainer {
  const data = smallData(createRng(3));
  const optimization = { learningRate: 0.05 };
  return new Trainer({ model, data, optimization, rng: createRng(4), execution: EXECUTION });
}

async function values() {
  const trainer = small();
  const weights = await trainer.readWeights();
  await trainer.dispose();
  return weights;
}
