import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { causalBias } from "../../src/bert/attention";
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import { causalBatch, causalBatches, runningText } from "../../src/bert/causal-data";
import {
  CausalLanguageModel,
  forwardCausal,
  nextTokenLoss,
} from "../../src/bert/causal-language-model";
import { causalObjective } from "../../src/bert/causal-objective";
import { bertConfig } from "../../src/bert/config";
import { readBertConfig, writeBertConfig } from "../../src/bert/config-json";
import { countLanguage, nextTokenBaselines } from "../../src/bert/next-token-baselines";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { shuffledBatches } from "../../src/data/batch-stream";
import { Trainer } from "../../src/training/trainer";
import { assertLeaves } from "../support/leaks";

const SMALL = {
  ...{ vocabSize: 13, hiddenSize: 12, numHiddenLayers: 3, numAttentionHeads: 3 },
  ...{ intermediateSize: 20, maxPositionEmbeddings: 8, initializerRange: 0.3 },
  ...{ hiddenDropoutProb: 0, attentionProbsDropoutProb: 0 },
};
const create = (seed = 1) => CausalLanguageModel.create(SMALL, { rng: createRng(seed) });
const IDS = [2, 5, 6, 7, 3];

before(() => startLab({ backend: "cpu", quiet: true }));

describe("causalBias", () => {
  it("equals the matrix worked out by hand: 0 up to oneself, the lowest number after", () => {
    const bias = causalBias(3).dataSync();
    assert.deepEqual([...bias].map((b) => (b === 0 ? 0 : Math.sign(b))), [0, -1, -1, 0, 0, -1, 0, 0, 0]); // prettier-ignore
    assert.ok(bias.every((b) => b === 0 || (b < -3e38 && b > -Infinity)));
  });
  it("hides padding, too", () => {
    const bias = causalBias(3, tf.tensor2d([[0, 1, 0]], undefined, "int32"));
    assert.deepEqual(bias.shape, [1, 1, 3, 3]);
    const seen = [...bias.dataSync()].map((b) => Number(b === 0));
    assert.deepEqual(seen, [0, 0, 0, 0, 1, 0, 0, 1, 0]);
    assert.ok([...bias.dataSync()].every(Number.isFinite));
  });
});

describe("CausalLanguageModel", () => {
  it("gives a place the same logits whatever comes after it", async () => {
    const model = create();
    const rows = await model.logitsAlong(IDS);
    for (let changed = 1; changed < IDS.length; changed++) {
      const other = IDS.map((id, t) => (t >= changed ? id + 1 : id));
      const otherRows = await model.logitsAlong(other);
      for (let t = 0; t < changed; t++) assert.deepEqual(otherRows[t], rows[t], `${changed}, ${t}`);
      assert.notDeepEqual(otherRows[changed], rows[changed]);
    }
    // Nor does it matter whether anything comes after it.
    near(await model.nextTokenLogits(IDS.slice(0, 2)), rows[1]!);
    near(await model.nextTokenLogits(IDS), rows[4]!);
    model.dispose();
  });
  it("looks both ways without the mask, so that the test above can fail", () => {
    const model = create();
    const config = { ...model.config, isDecoder: false };
    const logitsOf = (ids: number[]) =>
      forwardCausal(model.parameters, { inputIds: [ids] }, config)
        .logits.dataSync()
        .slice(0, 13);
    assert.notDeepEqual(logitsOf([2, 5, 6]), logitsOf([2, 5, 7]));
    model.dispose();
  });
  it("attends to nothing later, and with weights that sum to 1", () => {
    const model = create();
    const { attentions } = model.forward({ inputIds: [IDS] });
    for (const layer of attentions) {
      const weights = layer.arraySync()[0]!;
      weights.flat().forEach((row, i) => {
        const self = i % IDS.length;
        assert.ok(row.slice(self + 1).every((weight) => weight === 0));
        assert.ok(Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-6);
      });
    }
    model.dispose();
  });
  it("gives a text the same logits whatever padding stands before it", () => {
    const model = create();
    const [a, b] = [0, 9].map((pad) => {
      const batch = { inputIds: [[pad, 2, 5]], attentionMask: [[0, 1, 1]] };
      return model.forward(batch, { maskedPositions: [1, 2] }).logits.dataSync();
    });
    assert.deepEqual(a, b);
    model.dispose();
  });
  it("sees the end of a text that is longer than its positions", async () => {
    const model = create();
    const long = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    near(await model.nextTokenLogits(long), await model.nextTokenLogits(long.slice(-8)));
    model.dispose();
  });
  it("is the same compiled, for any batch size and length, padding included", async () => {
    const options = { rng: createRng(1) };
    const model = CausalLanguageModel.create({ ...SMALL, maxPositionEmbeddings: 16 }, options);
    const config = model.config;
    const ids = { dtype: "int32" as const, shape: ["B", "T"] };
    const step = await compile(
      (given, weights) => {
        const { inputIds, attentionMask } = given as Record<string, tf.Tensor2D>;
        const batch = { inputIds: inputIds!, attentionMask: attentionMask! };
        return { outputs: { logits: forwardCausal(weights, batch, config).logits } };
      },
      { inputs: { inputIds: ids, attentionMask: ids }, state: model.parameters, threads: 1, axes: { T: { max: 16 } } }, // prettier-ignore
    );
    for (const inputIds of [
      [[2, 5, 6, 3, 0]],
      [
        [2, 5, 3],
        [2, 7, 8],
      ],
    ]) {
      // prettier-ignore
      const attentionMask = inputIds.map((row) => row.map((id) => Number(id !== 0)));
      const feeds = [inputIds, attentionMask].map((rows) => tf.tensor2d(rows, undefined, "int32"));
      const { logits } = await step.run({ inputIds: feeds[0]!, attentionMask: feeds[1]! });
      const eager = model.forward({ inputIds, attentionMask }).logits.dataSync();
      near(logits!.data as Float32Array, eager);
    }
    await step.dispose();
    model.dispose();
  });
  it("learns a text by heart", async () => {
    const model = create();
    const pieces = [Int32Array.of(2, 5, 6, 7, 8, 3)];
    const trainer = new Trainer({
      model: {
        weights: model.parameters,
        ...causalObjective(model.config, { batchSize: 1, sequenceLength: 5 }),
      },
      data: mapped(pieces),
      optimization: { learningRate: 0.01 },
      rng: createRng(1),
      execution: { compiled: false },
    });
    const first = (await trainer.step()).loss;
    let last = first;
    for (let i = 0; i < 60; i++) last = (await trainer.step()).loss;
    assert.ok(first > 1 && last < 0.05, `${first} to ${last}`);
    await trainer.dispose();
    model.dispose();
  });
  it("saves what Hugging Face's BertLMHeadModel loads, and loads it again", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "causal-"));
    const model = create();
    await model.save(folder);
    const json = JSON.parse(readFileSync(path.join(folder, "config.json"), "utf8")) as object;
    assert.match(JSON.stringify(json), /"BertLMHeadModel".*"is_decoder":true/);
    const again = await CausalLanguageModel.load(folder);
    near(await again.nextTokenLogits(IDS), await model.nextTokenLogits(IDS));
    again.dispose();
    model.dispose();
    rmSync(folder, { recursive: true });
  });
  it("leaves its output behind and nothing else", async () => {
    const model = create();
    // embeddings, 3 layers, 3 attentions, logits
    tf.dispose({ ...assertLeaves(8, () => model.forward({ inputIds: [IDS] })) });
    await assertLeaves(0, () => model.logitsAlong(IDS));
    assertLeaves(-Object.keys(model.parameters).length, () => model.dispose());
  });
  it("refuses a model that was trained looking both ways, leaving nothing behind", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "causal-"));
    const bert = BertForPreTraining.create(SMALL, { rng: createRng(1) });
    await bert.save(folder);
    const load = () => assert.rejects(CausalLanguageModel.load(folder), /isDecoder must be true, got undefined/); // prettier-ignore
    await assertLeaves(0, load);
    bert.dispose();
    rmSync(folder, { recursive: true });
  });
  it("says what it got when the input is wrong", async () => {
    const model = create();
    await assert.rejects(model.nextTokenLogits([]), /a sequence with a token/);
    await assert.rejects(model.nextTokenLogits([13]), /from 0 to 12, got 13/);
    await assert.rejects(model.logitsAlong([1, 2, 3, 4, 5, 6, 7, 8, 9]), /8 positions, got .* 9/);
    model.dispose();
  });
});

describe("isDecoder", () => {
  it("comes from a file and goes into one, and is in no other model's config", () => {
    const { isDecoder, ...plain } = bertConfig({ ...SMALL, isDecoder: true });
    assert.equal(isDecoder, true);
    assert.deepEqual(plain, bertConfig(SMALL));
    const json = writeBertConfig(bertConfig({ ...SMALL, isDecoder: true }), "BertLMHeadModel");
    assert.equal(readBertConfig(json).isDecoder, true);
    assert.ok(!("is_decoder" in JSON.parse(JSON.stringify(writeBertConfig(bertConfig(SMALL), "BertModel"))))); // prettier-ignore
    assert.ok(!("isDecoder" in bertConfig(SMALL)));
  });
  it("is refused where it can't be", () => {
    assert.throws(
      () => bertConfig({ ...SMALL, modelType: "albert", isDecoder: true }),
      /isDecoder/,
    );
    assert.throws(() => bertConfig({ ...SMALL, isDecoder: 1 as never }), /isDecoder .* got 1/);
  });
});

describe("nextTokenLoss", () => {
  it("equals the value worked out by hand", () => {
    // P = 3/4 and 1/2 of what followed
    const logits = tf.tensor2d([[1, 3], [2, 2]].map((row) => row.map(Math.log))); // prettier-ignore
    const next = tf.tensor1d([1, 0], "int32");
    const loss = assertLeaves(1, () => nextTokenLoss(logits, next));
    assert.ok(Math.abs(loss.dataSync()[0]! + Math.log(3 / 8) / 2) < 1e-6);
  });
  it("is ln V before anything is learned, for a model that knows nothing", () => {
    const loss = nextTokenLoss(tf.zeros([4, 13]), tf.tensor1d([1, 2, 3, 4], "int32"));
    assert.ok(Math.abs(loss.dataSync()[0]! - Math.log(13)) < 1e-6);
  });
});

describe("causalBatches", () => {
  const documents = [[[5, 6], [7]], [[8, 9, 10]], [[11]]]; // prettier-ignore
  const options = { batchSize: 1, sequenceLength: 4, special: { cls: 2, sep: 3 } };

  it("sets documents one after another, each between its two special tokens", () => {
    assert.deepEqual([...runningText(documents, { cls: 2, sep: 3 })], [2, 5, 6, 7, 3, 2, 8, 9, 10, 3, 2, 11, 3]); // prettier-ignore
  });
  it("pairs each token with the one after it", () => {
    const { inputIds, next } = causalBatch([Int32Array.of(2, 5, 6), Int32Array.of(6, 7, 3)]);
    assert.deepEqual([...inputIds.data], [2, 5, 6, 7]);
    assert.deepEqual([...next.data], [5, 6, 7, 3]);
    assert.deepEqual([inputIds.shape, next.shape], [[2, 2], [4]]); // prettier-ignore
  });
  it("uses each token once an epoch, in another order each epoch", () => {
    const stream = causalBatches(documents, { ...options, rng: createRng(1) });
    // 13 tokens: three pieces of 4, the last token is a successor only
    const epochs = [0, 1].map((epoch) => [0, 1, 2].map((i) => [...stream.at(3 * epoch + i).inputIds.data])); // prettier-ignore
    for (const epoch of epochs) {
      const tokens = epoch.flat().sort((a, b) => a - b);
      assert.equal(tokens.length, 12);
      assert.deepEqual(tokens.filter((id) => id > 3), [5, 6, 7, 8, 9, 10, 11]); // prettier-ignore
    }
    const pieces = epochs.map((epoch) => epoch.map(String).sort());
    assert.notDeepEqual(pieces[0], pieces[1]); // documents in another order: cut elsewhere
  });
});

describe("nextTokenBaselines", () => {
  it("equals the values worked out by hand", () => {
    // a b a b c: c = 2 2 1 of 5; after a: b twice; V = 4
    const { unigram, bigram } = countLanguage([0, 1, 0, 1, 2], 4);
    assert.equal(unigram(0), 3 / 9);
    assert.equal(unigram(3), 1 / 9);
    assert.equal(bigram(1, 0), (2 + 3 / 9) / 3);
    assert.equal(bigram(0, 1), (1 + 2 * (3 / 9)) / 4); // after b: a and c, two kinds
    assert.equal(bigram(1, 2), unigram(1)); // nothing followed c
    const batch = causalBatch([Int32Array.of(0, 1, 0)]);
    const baselines = nextTokenBaselines([0, 1, 0, 1, 2], [batch], 4);
    near([baselines.unigram], [3]); // 3/9 and 3/9
    near([baselines.bigram], [1 / Math.sqrt(bigram(1, 0) * bigram(0, 1))]);
  });
  it("shares one whole among the words", () => {
    const rng = createRng(2);
    const { unigram, bigram } = countLanguage(Array.from({ length: 50 }, () => rng.integer(7)), 7); // prettier-ignore
    const words = [0, 1, 2, 3, 4, 5, 6];
    near([words.reduce((sum, w) => sum + unigram(w), 0)], [1]);
    for (const left of words) near([words.reduce((sum, w) => sum + bigram(w, left), 0)], [1]);
  });
});

function mapped(pieces: Int32Array[]) {
  const rng = createRng(1);
  const stream = shuffledBatches(pieces, { batchSize: 1, rng });
  return { at: (i: number) => causalBatch(stream.at(i)), fingerprint: () => "by heart" };
}

function near(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    assert.ok(Math.abs(actual[i]! - expected[i]!) < 1e-5, `${i}: ${actual[i]}, not ${expected[i]}`);
  }
}
