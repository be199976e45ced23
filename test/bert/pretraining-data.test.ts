import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import { createMasker } from "../../src/bert/masking";
import {
  pretrainingBatch,
  pretrainingBatches,
  type PretrainingBatch,
  type PretrainingDataOptions,
} from "../../src/bert/pretraining-data";
import { pretrainingObjective } from "../../src/bert/pretraining-objective";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { heldOutEvaluator } from "../../src/training/held-out";
import { Trainer } from "../../src/training/trainer";

const [PAD, CLS, SEP, MASK] = [0, 2, 3, 4];
const VOCABULARY = 40;
const SIZE = { batchSize: 16, sequenceLength: 16 };
const SPECIAL = { pad: PAD, cls: CLS, sep: SEP };

/** Sentences that count upwards, each document from its own first word: easy to predict. */
const documents = Array.from({ length: 30 }, (_, d) =>
  Array.from({ length: 6 }, (_, s) => [0, 1, 2, 3].map((t) => 5 + ((d + 4 * s + t) % 35))),
);
const options = (seed: number): PretrainingDataOptions => ({
  ...{ ...SIZE, special: SPECIAL, rng: createRng(seed) },
  masking: { maskTokenId: MASK, vocabSize: VOCABULARY, specialTokenIds: [0, 1, 2, 3, 4] },
});

describe("pretrainingBatches", () => {
  const stream = pretrainingBatches(documents, options(1));

  it("has one shape, segments and mask as BERT reads them, and labels at the hidden places", () => {
    for (let i = 0; i < 40; i++) {
      const batch = stream.at(i);
      assert.deepEqual(batch.inputIds.shape, [16, 16]);
      assert.deepEqual(batch.maskedPositions.shape, batch.words.shape);
      for (let row = 0; row < 16; row++) checkRow(batch, row);
      batch.maskedPositions.data.forEach((place, k) => {
        assert.equal(batch.attentionMask.data[place], 1);
        assert.ok(batch.words.data[k]! >= 5);
      });
      assert.ok([...batch.nextSentence.data].every((label) => label === 0 || label === 1));
    }
  });

  it("gives a batch by its number alone, with other masks in the next epoch", () => {
    const straight = Array.from({ length: 60 }, (_, i) => stream.at(i));
    const other = pretrainingBatches(documents, options(1));
    for (const i of [59, 2, 31]) assert.deepEqual(other.at(i), straight[i]);
    assert.equal(other.fingerprint(), stream.fingerprint());
    assert.notEqual(pretrainingBatches(documents, options(2)).fingerprint(), stream.fingerprint());
    const texts = straight.map(({ inputIds }) => String(inputIds.data));
    assert.equal(new Set(texts).size, 60);
  });

  it("says what it got when documents are wrong", () => {
    const wrong = (bad: unknown) => () => pretrainingBatches([bad as number[][]], options(1));
    assert.throws(wrong("text"), /document 0 must be sentences of token ids, got "text"/);
    assert.throws(wrong([[5, 40]]), /ids of document 0 must be from 0 to 39, got 40/);
    assert.throws(wrong([[5, 1.5]]), /got 1.5/);
  });
});

describe("pretrainingBatch", () => {
  const frame = { ...SPECIAL, length: 9, masker: createMasker(options(1).masking) };

  it("frames its pairs, fills them up, and hides words in them", () => {
    const pairs = [{ first: [10, 11], second: [12], label: 1 as const }];
    const batch = pretrainingBatch(pairs, frame, createRng(1));
    const ids = [...batch.inputIds.data];
    batch.maskedPositions.data.forEach((place, i) => (ids[place] = batch.words.data[i]!));
    assert.deepEqual(ids, [CLS, 10, 11, SEP, 12, SEP, PAD, PAD, PAD]);
    assert.deepEqual([...batch.tokenTypeIds.data], [0, 0, 0, 0, 1, 1, 0, 0, 0]);
    assert.deepEqual([...batch.nextSentence.data], [1]);
    assert.equal(batch.words.data.length, 1);
  });

  it("refuses a pair for which there is no room", () => {
    const pairs = [{ first: [10, 11, 12, 13], second: [14, 15, 16], label: 0 as const }];
    assert.throws(
      () => pretrainingBatch(pairs, frame, createRng(1)),
      /pretrainingBatch: a pair must have at most 6 tokens, got 7 in pair 0/,
    );
  });
});

describe("pretrainingObjective", () => {
  let bert: BertForPreTraining;
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    const config = {
      ...{ vocabSize: VOCABULARY, hiddenSize: 32, numHiddenLayers: 1, numAttentionHeads: 2 },
      ...{ intermediateSize: 64, maxPositionEmbeddings: 16 },
      ...{ hiddenDropoutProb: 0, attentionProbsDropoutProb: 0 },
    };
    bert = BertForPreTraining.create(config, { rng: createRng(11) });
  });
  after(() => bert.dispose());

  it("lets a BERT learn words from their neighbours, beyond what word counts tell", async () => {
    const model = { weights: bert.parameters, ...pretrainingObjective(bert.config, SIZE) };
    const execution = { threads: 1 };
    const held = pretrainingBatches(documents, options(99));
    const batches = [0, 1, 2, 3].map((i) => held.at(i));
    const evaluator = heldOutEvaluator({ model, batches, execution });
    const trainer = new Trainer({
      ...{ model, execution, rng: createRng(2) },
      data: pretrainingBatches(documents, options(1)),
      optimization: { learningRate: 0.005, warmupSteps: 20, totalSteps: 400 },
    });
    const { metrics } = await trainer.run({
      steps: 400,
      evaluation: { every: 400, evaluate: evaluator.evaluate },
    });
    // 35 words, all equally common: the most frequent one would be right once in 35 times.
    assert.ok(metrics!["mlmAccuracy"]! > 0.25, JSON.stringify(metrics));
    const { mlmLoss, nspLoss, loss } = metrics!;
    assert.ok(Math.abs(mlmLoss! + nspLoss! - loss!) < 1e-5);
    await trainer.dispose();
    await evaluator.dispose();
  });

  it("gives a gradient to every weight, both heads included", async () => {
    const model = { weights: bert.parameters, ...pretrainingObjective(bert.config, SIZE) };
    const trainer = new Trainer({
      ...{ model, rng: createRng(2), data: pretrainingBatches(documents, options(1)) },
      ...{ optimization: { learningRate: 0.01 }, execution: { threads: 1 } },
    });
    const { updateRatios } = await trainer.step({ updateRatios: true });
    const still = Object.keys(updateRatios!).filter((name) => !(updateRatios![name]! > 0));
    assert.deepEqual(still, []);
    await trainer.dispose();
  });

  it("is the sum of two means, the same eagerly as the model's own loss", () => {
    const { loss } = pretrainingObjective(bert.config, SIZE);
    const batch = pretrainingBatches(documents, options(1)).at(0);
    const numbers = tf.tidy(() => {
      const tensors = Object.fromEntries(
        Object.entries(batch).map(([name, { shape, data }]) => [
          name,
          tf.tensor(data, [...shape], "int32"),
        ]),
      );
      const random = { uniform: (shape: number[]) => tf.ones(shape) };
      const found = loss(bert.parameters, tensors, { random, training: false });
      const all = { loss: found.loss, weight: found.weight, ...found.metrics };
      return Object.fromEntries(Object.entries(all).map(([k, t]) => [k, t.dataSync()[0]!]));
    });
    assert.equal(numbers["weight"], batch.words.data.length);
    assert.ok(Math.abs(numbers["loss"]! - numbers["mlmLoss"]! - numbers["nspLoss"]!) < 1e-5);
  });
});

function checkRow(batch: PretrainingBatch, row: number): void {
  const of = (array: { data: Int32Array }) => [...array.data.slice(row * 16, row * 16 + 16)];
  const ids = of(batch.inputIds);
  const length = of(batch.attentionMask).reduce((a, b) => a + b);
  const split = ids.indexOf(SEP);
  assert.equal(ids[0], CLS);
  assert.equal(ids[length - 1], SEP);
  assert.ok(ids.slice(length).every((id) => id === PAD));
  const types = ids.map((_, place) => (place > split && place < length ? 1 : 0));
  assert.deepEqual(of(batch.tokenTypeIds), types);
  const mask = ids.map((_, place) => (place < length ? 1 : 0));
  assert.deepEqual(of(batch.attentionMask), mask);
}
