import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BertEncoder } from "../../src/bert/bert-encoder";
import { bertConfig } from "../../src/bert/config";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { CrossEncoder, type TextPair } from "../../src/cross-encoder/cross-encoder";
import { crossEncoderBatches, crossEncoderObjective } from "../../src/cross-encoder/objective";
import { shuffledBatches } from "../../src/data/batch-stream";
import { startLab } from "../../src/engine/lab";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";
import { Trainer } from "../../src/training/trainer";
import { runChild } from "../support/child";
import { assertLeaves } from "../support/leaks";

const WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "sat", "on", "mat", "a"];
const PAIRS: TextPair[] = [
  ["the cat sat on the mat", "a cat sat"],
  ["a", "the mat"],
  ["", "sat"],
  ["the the the", "cat cat cat cat"],
];
const HOME = mkdtempSync(path.join(tmpdir(), "lab-cross-"));
const BERT = path.join(HOME, "bert");
after(() => rmSync(HOME, { recursive: true }));

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
  const config = bertConfig({
    ...{ vocabSize: WORDS.length, hiddenSize: 16, numHiddenLayers: 2, numAttentionHeads: 4 },
    ...{ intermediateSize: 24, maxPositionEmbeddings: 64, initializerRange: 0.3 },
  });
  const bert = BertEncoder.create(config, { rng: createRng(2) });
  await bert.save(BERT);
  bert.dispose();
  await new BertTokenizer(WORDS).save(BERT);
});

const fresh = (options: { numLabels?: number; maxSequenceLength?: number } = {}) =>
  CrossEncoder.fromBert(BERT, { rng: createRng(9), threads: 1, ...options });

describe("CrossEncoder.score", () => {
  it("is σ of W·pooled + b on [CLS] A [SEP] B [SEP], in the caller's order", async () => {
    const encoder = await fresh();
    const bert = await BertEncoder.load(BERT);
    const expected = PAIRS.map(([a, b]) => {
      const { inputIds, tokenTypeIds } = encoder.tokenizer.encode(a, { pair: b });
      const { pooled } = bert.forward({ inputIds: [inputIds], tokenTypeIds: [tokenTypeIds] });
      const weight = encoder.parameters["classifier.weight"] as tf.Tensor2D;
      return tf.matMul(pooled!, weight, false, true).dataSync()[0]!;
    });
    for (const batchSize of [1, 3, 32]) {
      const logits = await encoder.score(PAIRS, { activation: "identity", batchSize });
      close(logits, expected);
    }
    close(
      await encoder.score(PAIRS),
      expected.map((x) => 1 / (1 + Math.exp(-x))),
    );
    assert.ok((await encoder.score(PAIRS)) instanceof Float32Array);
    bert.dispose();
    await encoder.dispose();
  });

  it("isn't the same the other way round: A and B are told apart", async () => {
    const encoder = await fresh();
    const [there, back] = await encoder.score([PAIRS[0]!, [PAIRS[0]![1], PAIRS[0]![0]]]);
    assert.ok(Math.abs(there! - back!) > 1e-4);
    await encoder.dispose();
  });

  it("gives none for no pairs, cuts the longer text, and says so once", async () => {
    const encoder = await fresh({ maxSequenceLength: 7 });
    assert.equal((await encoder.score([])).length, 0);
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => said.push(message);
    const long: TextPair = ["the cat sat on the mat", "a"];
    try {
      const scores = await encoder.score([long, ["the cat sat", "a"], long]);
      close(scores, [scores[1]!, scores[1]!, scores[1]!]);
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(said, [
      "CrossEncoder: 2 of 3 pairs were cut after 7 tokens; this is said only once",
    ]);
    await encoder.dispose();
  });

  it("says what it got when the input is wrong", async () => {
    const encoder = await fresh();
    await assert.rejects(encoder.score(["a" as never]), /pairs\[0\] must be an array of strings/);
    await assert.rejects(encoder.score([["a"] as never]), /pairs\[0\] must be two texts, got 1/);
    await assert.rejects(encoder.score("ab" as never), /pairs must be an array of pairs, got "ab"/);
    const wrong = encoder.score(PAIRS, { activation: "tanh" as never });
    await assert.rejects(wrong, /activation must be sigmoid, identity, got "tanh"/);
    const classes = await fresh({ numLabels: 3 });
    await assert.rejects(classes.score(PAIRS), /3 classes and no score/);
    const logits = await assertLeaves(1, () => classes.logits(PAIRS));
    assert.deepEqual(logits.shape, [4, 3]);
    await encoder.dispose();
    await classes.dispose();
  });
});

describe("CrossEncoder.rerank", () => {
  it("puts the highest score first, with each document's place", async () => {
    const encoder = await fresh();
    const documents = ["a cat", "the mat", "on the cat", "sat"];
    const scores = await encoder.score(documents.map((d) => ["the cat", d] as const));
    const ranked = await encoder.rerank("the cat", documents);
    assert.deepEqual(
      ranked.map(({ score }) => score),
      [...scores].sort((x, y) => y - x),
    );
    for (const { index, document, score } of ranked) {
      assert.equal(document, documents[index]);
      assert.ok(Math.abs(score - scores[index]!) < 1e-6);
    }
    assert.deepEqual(await encoder.rerank("the cat", documents, { k: 2 }), ranked.slice(0, 2));
    assert.deepEqual(
      ranked.map(({ rank }) => rank),
      [1, 2, 3, 4],
    );
    assert.deepEqual(await encoder.rerank("the cat", []), []);
    await encoder.dispose();
  });
});

describe("CrossEncoder.save and load", () => {
  for (const numLabels of [1, 3]) {
    it(`gives back the same encoder with ${numLabels} labels, here and in transformers.js`, async () => {
      const folder = path.join(HOME, `saved-${numLabels}`);
      const encoder = await fresh({ numLabels, maxSequenceLength: 20 });
      await encoder.save(folder, { files: { "training.json": "{}" } });
      const loaded = await CrossEncoder.load(folder);
      assert.deepEqual(loaded.config, encoder.config);
      const expected = (await encoder.logits(PAIRS)).dataSync();
      close((await loaded.logits(PAIRS)).dataSync(), expected);
      const json = JSON.parse(readFileSync(path.join(folder, "config.json"), "utf8"));
      assert.equal(Object.keys(json.id2label).length, numLabels);
      assert.deepEqual(json.architectures, ["BertForSequenceClassification"]);
      const { code, stdout, stderr } = await runChild([
        "-e",
        READER,
        JSON.stringify([HOME, `saved-${numLabels}`, PAIRS]),
      ]);
      assert.equal(code, 0, stderr.slice(0, 2000));
      close(JSON.parse(stdout) as number[], expected, 1e-4);
      await encoder.dispose();
      await loaded.dispose();
    });
  }

  it("refuses a folder without a head, and one that isn't a BERT", async () => {
    await assert.rejects(CrossEncoder.load(BERT), /no classifier\.weight.*fromBert/);
    const other = path.join(HOME, "other");
    cpSync(BERT, other, { recursive: true });
    const file = path.join(other, "config.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"bert"', '"roberta"'));
    await assert.rejects(CrossEncoder.load(other), /model_type must be bert, got roberta/);
  });
});

describe("crossEncoderObjective", () => {
  const cases = {
    "yes or no": { numLabels: 1, labels: [1, 0, 0, 1] },
    "a regression": { numLabels: 1, labels: [0.2, 0.9, 0.5, 0.7] },
    "three classes": { numLabels: 3, labels: [2, 0, 1, 2] },
  };
  for (const [name, { numLabels, labels }] of Object.entries(cases)) {
    it(`learns four pairs by heart: ${name}`, async () => {
      const encoder = await fresh({ numLabels });
      const rng = createRng(4);
      const rows = PAIRS.map((pair, i) => ({ pair, label: labels[i]! }));
      const data = crossEncoderBatches(shuffledBatches(rows, { batchSize: 4, rng }), encoder, {
        ...{ pairOf: ({ pair }) => pair, labelOf: ({ label }) => label, rng },
      });
      const model = crossEncoderObjective(encoder);
      const optimization = { learningRate: 0.003 };
      const trainer = new Trainer({ model, data, optimization, rng, execution: { threads: 1 } });
      await trainer.run({ steps: 100 });
      const weights = await trainer.weights();
      for (const [weight, before] of Object.entries(encoder.parameters)) {
        assert.ok(tf.max(tf.abs(tf.sub(weights[weight]!, before))).dataSync()[0]! > 0, weight);
      }
      const trained = encoder.withParameters(weights);
      const logits = (await (await trained.logits(PAIRS)).array()) as number[][];
      if (numLabels === 3) {
        assert.deepEqual(
          logits.map((row) => row.indexOf(Math.max(...row))),
          labels,
        );
      } else close(await trained.score(PAIRS), labels, 0.15);
      await trainer.dispose();
      await encoder.dispose();
      await trained.dispose();
    });
  }

  it("leaves alone what is frozen, and moves the rest", async () => {
    const encoder = await fresh();
    const rng = createRng(4);
    const rows = PAIRS.map((pair, i) => ({ pair, label: i % 2 }));
    const data = crossEncoderBatches(shuffledBatches(rows, { batchSize: 4, rng }), encoder, {
      ...{ pairOf: ({ pair }) => pair, labelOf: ({ label }) => label, rng },
    });
    const isFrozen = (name: string) => name.startsWith("bert.embeddings.");
    const model = crossEncoderObjective(encoder, { frozen: isFrozen });
    const optimization = { learningRate: 0.003 };
    const trainer = new Trainer({ model, data, optimization, rng, execution: { threads: 1 } });
    await trainer.run({ steps: 2 });
    const weights = await trainer.weights();
    for (const [name, before] of Object.entries(encoder.parameters)) {
      if (name.endsWith("key.bias")) continue; // has no gradient: softmax takes it out
      const moved = tf.max(tf.abs(tf.sub(weights[name]!, before))).dataSync()[0]!;
      assert.equal(moved === 0, isFrozen(name), name);
    }
    tf.dispose(weights);
    await trainer.dispose();
    await encoder.dispose();
  });

  it("takes another loss on the logits", async () => {
    const encoder = await fresh();
    const model = crossEncoderObjective(encoder, {
      loss: (logits, label) => tf.mean(tf.squaredDifference(tf.sum(logits, 1), label)),
    });
    const rng = createRng(4);
    const stream = { at: () => [{ pair: PAIRS[0]!, label: 2 }], fingerprint: () => "" };
    const batch = crossEncoderBatches(stream, encoder, {
      ...{ pairOf: ({ pair }) => pair, labelOf: ({ label }) => label, rng },
    }).at(0);
    const tensors = Object.entries(batch).map(([key, { data, shape }]) => {
      return [key, tf.tensor(data, shape, key === "label" ? "float32" : "int32")] as const;
    });
    const context = { random: undefined as never, training: false };
    const { loss } = model.loss(model.weights, Object.fromEntries(tensors), context);
    const [logit] = await encoder.score([PAIRS[0]!], { activation: "identity" });
    close(loss.dataSync(), [(logit! - 2) ** 2], 1e-4);
    assert.throws(() => crossEncoderObjective(encoder, { loss: 3 as never }), /must be a function/);
    await encoder.dispose();
  });
});

const READER = `
  const { AutoModelForSequenceClassification, AutoTokenizer, env } = require("@huggingface/transformers");
  (async () => {
    env.allowRemoteModels = false;
    env.useFSCache = env.useBrowserCache = false;
    const [home, name, pairs] = JSON.parse(process.argv[1]);
    env.localModelPath = home;
    const settings = { dtype: "fp32", device: "cpu" };
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    const model = await AutoModelForSequenceClassification.from_pretrained(name, settings);
    const batch = tokenizer(pairs.map(([a]) => a), { text_pair: pairs.map(([, b]) => b), padding: true });
    console.log(JSON.stringify([...(await model(batch)).logits.data]));
  })();`;

function close(
  values: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number = 1e-5,
): void {
  assert.equal(values.length, expected.length);
  for (let i = 0; i < values.length; i++) {
    const off = Math.abs(values[i]! - expected[i]!);
    assert.ok(off < tolerance, `[${i}]: ${values[i]} for ${expected[i]}`);
  }
}
