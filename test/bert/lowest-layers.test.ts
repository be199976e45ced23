import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { BertEncoder } from "../../src/bert/bert-encoder";
import { lowestLayers } from "../../src/bert/lowest-layers";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "../support/leaks";

before(() => startLab({ backend: "cpu", quiet: true }));

const SIZES = {
  ...{ vocabSize: 20, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 3 },
  ...{ numAttentionHeads: 2, maxPositionEmbeddings: 12 },
};

describe("lowestLayers, as BertEncoder.load({ numLayers }) uses it", () => {
  it("gives what the whole model has after so many layers", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layers-"));
    const whole = BertEncoder.create(SIZES, { rng: createRng(1) });
    await whole.save(folder);
    const ids = { inputIds: [[2, 7, 9, 3]] };
    const { hiddenStates } = whole.forward(ids);
    for (const numLayers of [1, 2, 3]) {
      const part = await BertEncoder.load(folder, { numLayers });
      assert.equal(part.config.numHiddenLayers, numLayers);
      const own = part.forward(ids).hiddenStates.at(-1)!;
      const apart = tf.max(tf.abs(tf.sub(own, hiddenStates[numLayers - 1]!)));
      assert.ok(apart.dataSync()[0]! < 1e-6, `${numLayers} layers`);
      // It is a model of its own: saved and loaded again without a word about layers.
      await part.save(path.join(folder, String(numLayers)));
      const again = await BertEncoder.load(path.join(folder, String(numLayers)));
      assert.deepEqual(again.config, part.config);
      again.dispose();
      part.dispose();
    }
    whole.dispose();
    fs.rmSync(folder, { recursive: true });
  });

  it("frees the layers that it leaves away, and refuses counts that there aren't", () => {
    const { config, parameters } = BertEncoder.create(SIZES, { rng: createRng(1) });
    const upper = Object.keys(parameters).filter((name) => /layer\.[12]\./.test(name)).length;
    const loaded = { config, parameters: { ...parameters } as Record<string, tf.Tensor> };
    assertLeaves(-upper, () => lowestLayers(loaded, 1));
    const act = (count: number) => () => lowestLayers(loaded, count);
    assert.throws(act(0), /numLayers .* got 0/);
    assert.throws(act(4), /numLayers .* got 4/);
    const shared = { config: { ...config, numHiddenGroups: 1 }, parameters: {} };
    assert.throws(() => lowestLayers(shared, 1), /share their weights/);
  });
});
