import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { Trainer } from "../../src/training/trainer";
import { freeModel, smallData, smallModel } from "./small-model";

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe("Trainer's memory", () => {
  // A model of 0.8 MB with its moments: a copy left behind in each step would be 120 MB.
  it("stays where it is from step 50 to step 200", async () => {
    const model = smallModel({ width: 3000 });
    const trainer = new Trainer({
      ...{ model, data: smallData(createRng(1)), rng: createRng(2) },
      ...{ optimization: { learningRate: 1e-3 }, execution: { threads: 1 } },
    });
    const found = { resident: [] as number[], tensors: [] as number[] };
    await trainer.run({
      steps: 200,
      onStep: ({ step }) => {
        if (step % 50 !== 0) return;
        found.resident.push(process.memoryUsage().rss / 2 ** 20);
        found.tensors.push(tf.memory().numTensors);
      },
    });
    const [first, , , last] = found.resident;
    assert.ok(last! < first! * 1.1, `${first} MB to ${last} MB`);
    assert.equal(new Set(found.tensors).size, 1);
    await trainer.dispose();
    freeModel(model);
  });
});
