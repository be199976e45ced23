import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import {
  classificationObjective,
  forwardClassifier,
  withClassifier,
} from "../../src/bert/sequence-classifier";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { mapBatches, shuffledBatches } from "../../src/data/batch-stream";
import { startLab } from "../../src/engine/lab";
import { Trainer } from "../../src/training/trainer";
import { assertLeaves } from "../support/leaks";

const LENGTH = 6;
const BATCH = { inputIds: [[2, 5, 3, 0, 0, 0]], attentionMask: [[1, 1, 1, 0, 0, 0]] };

/** Class 1 where word 7 stands anywhere. */
const ROWS = Array.from({ length: 24 }, (_, i) => {
  const label = i % 2;
  const ids = [2, 5 + (i % 2 === 1 && i % 4 === 1 ? 2 : 0), 5 + (i % 4 === 3 ? 2 : 0), 6, 3, 0];
  return { ids, label };
});

describe("sequence classifier", () => {
  let bert: BertForPreTraining;
  let weights: Record<string, tf.Tensor>;
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    const config = {
      ...{ vocabSize: 9, hiddenSize: 8, numHiddenLayers: 1, numAttentionHeads: 2 },
      ...{ intermediateSize: 16, maxPositionEmbeddings: 8, initializerRange: 0.3 },
      ...{ hiddenDropoutProb: 0, attentionProbsDropoutProb: 0 },
    };
    bert = BertForPreTraining.create(config, { rng: createRng(3) });
    weights = withClassifier(bert.parameters, bert.config, { numClasses: 2, rng: createRng(4) });
  });

  it("takes the body over as it is, leaves its heads, and adds two weights", () => {
    const names = Object.keys(weights).filter((name) => !name.startsWith("bert."));
    assert.deepEqual(names, ["classifier.weight", "classifier.bias"]);
    const word = "bert.embeddings.word_embeddings.weight";
    assert.equal(weights[word], bert.parameters[word]);
    assert.deepEqual(weights["classifier.weight"]!.shape, [2, 8]);
  });

  it("is the head's matrix times the pooled vector", () => {
    const [logits, expected] = tf.tidy(() => {
      const { pooled } = bert.forward(BATCH);
      const product = tf.matMul(pooled!, weights["classifier.weight"] as tf.Tensor2D, false, true);
      return [forwardClassifier(weights, BATCH, bert.config), product].map((t) => t.dataSync());
    });
    logits!.forEach((logit, i) => assert.ok(Math.abs(logit - expected![i]!) < 1e-5));
    assertLeaves(1, () => forwardClassifier(weights, BATCH, bert.config));
  });

  const trainer = (isFrozen: boolean) => {
    const rng = createRng(5);
    const data = mapBatches(
      shuffledBatches(ROWS, { batchSize: 12, rng }),
      (rows) => ({
        inputIds: {
          shape: [rows.length, LENGTH],
          data: Int32Array.from(rows.flatMap((r) => r.ids)),
        },
        attentionMask: {
          shape: [rows.length, LENGTH],
          data: Int32Array.from(rows.flatMap((r) => r.ids.map((id) => Math.min(id, 1)))),
        },
        labels: { shape: [rows.length], data: Int32Array.from(rows, (r) => r.label) },
      }),
      { rng, name: "rows" },
    );
    const objective = classificationObjective(bert.config, { sequenceLength: LENGTH });
    const frozen = isFrozen ? (name: string) => name.startsWith("bert.") : undefined;
    return new Trainer({
      ...{ model: { weights, ...objective, frozen }, data, rng },
      ...{ optimization: { learningRate: 0.01 }, execution: { threads: 1 } },
    });
  };

  it("starts at ln 2 for two classes, and learns a rule with its body", async () => {
    const run = trainer(false);
    const first = await run.step();
    assert.ok(Math.abs(first.loss - Math.log(2)) < 0.35, `${first.loss}`);
    await run.run({ steps: 60 });
    const { metrics, loss } = await run.step();
    assert.equal(metrics["accuracy"], 1);
    assert.ok(loss < 0.1, `${loss}`);
    await run.dispose();
  });

  it("moves the head alone where the body is frozen", async () => {
    const run = trainer(true);
    const { updateRatios } = await run.step({ updateRatios: true });
    assert.deepEqual(Object.keys(updateRatios!), ["classifier.weight", "classifier.bias"]);
    assert.ok(Object.values(updateRatios!).every((ratio) => ratio > 0));
    await run.dispose();
  });

  it("says what it got when the body has no pooler, or there is one class", () => {
    const rest = { ...bert.parameters };
    delete (rest as Record<string, tf.Tensor>)["bert.pooler.dense.weight"];
    const options = { numClasses: 2, rng: createRng(1) };
    assert.throws(() => withClassifier(rest, bert.config, options), /under bert\.pooler, got none/);
    assert.throws(
      () => withClassifier(bert.parameters, bert.config, { ...options, numClasses: 1 }),
      /numClasses must be .* got 1/,
    );
  });
});
