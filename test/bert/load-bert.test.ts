import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { BertEncoder } from "../../src/bert/bert-encoder";
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import type { BertConfig } from "../../src/bert/config";
import { readBertConfig } from "../../src/bert/config-json";
import { createRng } from "../../src/core/rng";
import { openSafetensors, type SafetensorsTensor } from "../../src/core/safetensors";
import { writeSafetensors } from "../../src/core/safetensors-write";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "../support/leaks";
import { GOLDEN_FOLDER } from "./golden-model";

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), "bert-"));
after(() => fs.rmSync(FOLDER, { recursive: true }));
before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

const SMALL = {
  ...{ vocabSize: 20, hiddenSize: 8, numHiddenLayers: 2, numAttentionHeads: 2 },
  ...{ intermediateSize: 12, maxPositionEmbeddings: 10, initializerRange: 0.3 },
};
const FAMILIES: Partial<BertConfig>[] = [
  { modelType: "bert" },
  { modelType: "roberta", padTokenId: 1, typeVocabSize: 1, layerNormEps: 1e-5 },
  { modelType: "xlm-roberta", padTokenId: 1, typeVocabSize: 1 },
  { modelType: "albert", embeddingSize: 4, numHiddenGroups: 1, hiddenAct: "gelu_new" },
];
/** As the families' own checkpoints have them. */
const ROBERTA_HEAD = ["bias", "dense.bias", "dense.weight", "layer_norm.bias", "layer_norm.weight"];
const HEADS = {
  bert: [
    ...["bias", "transform.LayerNorm.bias", "transform.LayerNorm.weight"].map(
      (name) => `cls.predictions.${name}`,
    ),
    ...["cls.predictions.transform.dense.bias", "cls.predictions.transform.dense.weight"],
    ...["cls.seq_relationship.bias", "cls.seq_relationship.weight"],
  ],
  roberta: ROBERTA_HEAD.map((name) => `lm_head.${name}`),
  "xlm-roberta": ROBERTA_HEAD.map((name) => `lm_head.${name}`),
  albert: [
    ...["predictions.LayerNorm.bias", "predictions.LayerNorm.weight", "predictions.bias"],
    ...["predictions.dense.bias", "predictions.dense.weight"],
    ...["sop_classifier.classifier.bias", "sop_classifier.classifier.weight"],
  ],
};
const BATCH = {
  inputIds: [
    [2, 7, 9, 3],
    [2, 5, 3, 1],
  ],
  attentionMask: [
    [1, 1, 1, 1],
    [1, 1, 1, 0],
  ],
};

describe("BertEncoder.load and save", () => {
  for (const family of FAMILIES) {
    it(`bring back a model of ${family.modelType}: config, weights and numbers`, async () => {
      const folder = path.join(FOLDER, `encoder-${family.modelType}`);
      const model = BertEncoder.create({ ...SMALL, ...family }, { rng: createRng(1) });
      await model.save(folder);
      const loaded = await BertEncoder.load(folder);
      assert.deepEqual(loaded.config, model.config);
      sameWeights(loaded.parameters, model.parameters);
      assert.deepEqual(lastOf(loaded), lastOf(model));
      assert.deepEqual(fs.readdirSync(folder).sort(), ["config.json", "model.safetensors"]);
    });
  }

  it("take half the space in F16 and BF16, with numbers rounded to 11 and 8 bits", async () => {
    const model = BertEncoder.create(SMALL, { rng: createRng(1) });
    const sizes: number[] = [];
    for (const [dtype, bits] of [
      ["F32", 24],
      ["F16", 11],
      ["BF16", 8],
    ] as const) {
      const folder = path.join(FOLDER, `as-${dtype}`);
      await model.save(folder, { dtype });
      const loaded = await BertEncoder.load(folder);
      for (const [name, tensor] of Object.entries(model.parameters)) {
        const values = loaded.parameters[name]!.dataSync();
        tensor.dataSync().forEach((value, i) => {
          assert.ok(
            Math.abs(values[i]! - value) <= Math.max(2 ** -bits * Math.abs(value), 2 ** -25),
          );
        });
      }
      const file = fs.readFileSync(path.join(folder, "model.safetensors"));
      sizes.push(file.length - 8 - Number(file.readBigUInt64LE()));
    }
    assert.deepEqual(sizes.slice(1), [sizes[0]! / 2, sizes[0]! / 2]);
    await assert.rejects(model.save(FOLDER, { dtype: "F64" as "F32" }), /must be F32, F16 or BF16/);
  });

  it("leave no tensor behind but the weights", async () => {
    const model = await assertLeaves(39, () => BertEncoder.load(GOLDEN_FOLDER));
    assertLeaves(-39, () => model.dispose());
  });
});

describe("BertForPreTraining.load and save", () => {
  for (const family of FAMILIES) {
    it(`bring back a model of ${family.modelType}, under the names of its family`, async () => {
      const folder = path.join(FOLDER, `pretraining-${family.modelType}`);
      const model = BertForPreTraining.create({ ...SMALL, ...family }, { rng: createRng(2) });
      await model.save(folder);
      const loaded = await BertForPreTraining.load(folder);
      sameWeights(loaded.parameters, model.parameters);
      // The encoder alone can be had from the same folder.
      const encoder = await BertEncoder.load(folder);
      assert.deepEqual(lastOf(encoder), lastOf(loaded));
      const names = await namesIn(folder);
      const own = {
        bert: "bert.",
        roberta: "roberta.",
        "xlm-roberta": "roberta.",
        albert: "albert.",
      };
      assert.ok(names.includes(`${own[model.config.modelType]}embeddings.word_embeddings.weight`));
      const heads = names.filter((name) => !name.startsWith(own[model.config.modelType])).sort();
      assert.deepEqual(heads, HEADS[model.config.modelType]);
    });
  }

  it("refuses an encoder without heads, and heads that are there by half", async () => {
    await assert.rejects(
      BertForPreTraining.load(path.join(FOLDER, "encoder-bert")),
      /an encoder without pre-training heads \(in .*model\.safetensors\)/,
    );
    const folder = await changed((tensors) => tensors.delete("cls.predictions.bias"));
    await assert.rejects(
      BertForPreTraining.load(folder),
      /1 of 46 weights are missing: cls\.predictions\.bias/,
    );
  });

  it("takes a decoder that repeats the word table, and refuses one of its own", async () => {
    const copy = (tensors: Tensors, from: string, to: string) =>
      tensors.set(to, { ...tensors.get(from)! });
    const tied = await changed((tensors) => {
      copy(tensors, WORDS, "cls.predictions.decoder.weight");
      copy(tensors, "cls.predictions.bias", "cls.predictions.decoder.bias");
      tensors.delete("cls.predictions.bias");
    });
    (await BertForPreTraining.load(tied)).dispose();
    const own = await changed((tensors) => {
      const values = (tensors.get(WORDS)!.values as Float32Array).map((x, i) =>
        i === 77 ? 0.5 : x,
      );
      tensors.set("cls.predictions.decoder.weight", { ...tensors.get(WORDS)!, values });
    });
    await assert.rejects(
      BertForPreTraining.load(own),
      /decoder\.weight differs from .*aren't supported/,
    );
  });
});

const WORDS = "bert.embeddings.word_embeddings.weight";

describe("loadBert", () => {
  it("finds the encoder under any prefix, and passes over what only counts positions", async () => {
    const expected = lastOf(await BertEncoder.load(GOLDEN_FOLDER));
    for (const prefix of ["", "model.", "bert.", "model.bert.", "0.auto_model."]) {
      const folder = await changed((tensors) => {
        for (const [name, tensor] of [...tensors]) {
          tensors.delete(name);
          if (name.startsWith("bert.")) tensors.set(prefix + name.slice("bert.".length), tensor);
        }
        const values = BigInt64Array.from({ length: 40 }, (_, i) => BigInt(i));
        tensors.set(`${prefix}embeddings.position_ids`, { dtype: "I64", shape: [1, 40], values });
      });
      assert.deepEqual(lastOf(await BertEncoder.load(folder)), expected);
    }
  });

  it("reads the older words for a layer norm's gain and bias", async () => {
    const folder = await changed((tensors) => {
      for (const [name, tensor] of [...tensors]) {
        const old = name
          .replace(/LayerNorm\.weight$/, "LayerNorm.gamma")
          .replace(/LayerNorm\.bias$/, "LayerNorm.beta");
        tensors.delete(name);
        tensors.set(old, tensor);
      }
    });
    const [old, golden] = [
      await BertForPreTraining.load(folder),
      await BertForPreTraining.load(GOLDEN_FOLDER),
    ];
    sameWeights(old.parameters, golden.parameters);
  });

  it("leaves heads of other tasks behind", async () => {
    const folder = await changed((tensors) => {
      tensors.set("classifier.weight", { dtype: "F32", shape: [1], values: Float32Array.of(1) });
    });
    (await BertEncoder.load(folder)).dispose();
    await assert.rejects(
      BertForPreTraining.load(folder),
      /has classifier\.weight, for which .* no place/,
    );
  });

  const LAYER = "bert.encoder.layer.1.attention.self.query.weight";
  const broken: [string, (tensors: Tensors) => void, RegExp][] = [
    [
      "half a checkpoint",
      (tensors) =>
        [...tensors.keys()].slice(20).forEach((name) => name !== WORDS && tensors.delete(name)),
      /\d+ of \d+ weights are missing: bert\./,
    ],
    [
      "a pooler without its bias",
      (tensors) => tensors.delete("bert.pooler.dense.bias"),
      /1 of 39 weights are missing: bert\.pooler\.dense\.bias/,
    ],
    [
      "a weight of another shape",
      (tensors) => tensors.set(LAYER, { ...tensors.get(LAYER)!, shape: [16, 64] }),
      /by the config, bert\.encoder\.layer\.1\.attention\.self\.query\.weight must have shape \[32,32\], got \[16,64\]/,
    ],
    [
      "a layer more than the config says",
      (tensors) => tensors.set(LAYER.replace("1", "2"), tensors.get(LAYER)!),
      /has bert\.encoder\.layer\.2\..*, for which the model has no place/,
    ],
    [
      "whole numbers for weights",
      (tensors) =>
        tensors.set(LAYER, { dtype: "I32", shape: [32, 32], values: new Int32Array(1024) }),
      /must be F32, F16, BF16 or F64, got I32/,
    ],
    [
      "numbers that aren't finite",
      (tensors) =>
        tensors.set(LAYER, {
          dtype: "F32",
          shape: [32, 32],
          values: new Float32Array(1024).fill(NaN),
        }),
      /holds NaN, it is damaged/,
    ],
    [
      "two encoders",
      (tensors) => tensors.set(`other.${WORDS}`, tensors.get(WORDS)!),
      /must have one .* got 2 \(/,
    ],
    [
      "no encoder",
      (tensors) => tensors.delete(WORDS),
      /must have one .* got 0 \(bert\..*, …\); is it of this family\?/,
    ],
  ];
  for (const [what, change, message] of broken) {
    it(`refuses ${what}, and leaves nothing half-loaded`, async () => {
      const folder = await changed(change);
      await assertLeaves(0, () => assert.rejects(BertEncoder.load(folder), message));
    });
  }

  it("says what a folder lacks", async () => {
    const folder = path.join(FOLDER, "lacking");
    fs.mkdirSync(folder);
    await assert.rejects(BertEncoder.load(folder), /config\.json isn't there/);
    fs.writeFileSync(path.join(folder, "config.json"), "{");
    await assert.rejects(BertEncoder.load(folder), /config\.json isn't JSON/);
    fs.copyFileSync(path.join(GOLDEN_FOLDER, "config.json"), path.join(folder, "config.json"));
    await assert.rejects(BertEncoder.load(folder), /has no model\.safetensors/);
    fs.writeFileSync(path.join(folder, "model.safetensors.index.json"), "{}");
    await assert.rejects(BertEncoder.load(folder), /split over several files/);
    fs.writeFileSync(path.join(folder, "pytorch_model.bin"), "PK");
    await assert.rejects(BertEncoder.load(folder), /A pickle can run any program/);
  });
});

describe("readBertConfig", () => {
  const json = JSON.parse(
    fs.readFileSync(path.join(GOLDEN_FOLDER, "config.json"), "utf8"),
  ) as Record<string, unknown>;

  it("reads the names of config.json, and sets bookkeeping aside", () => {
    const config = readBertConfig({
      ...json,
      _name_or_path: "x",
      transformers_version: "4",
      id2label: {},
    });
    assert.equal(config.vocabSize, 60);
    assert.equal(config.intermediateSize, 64);
    assert.equal(config.layerNormEps, 1e-12);
    assert.equal(config.numHiddenGroups, 2);
  });

  it("takes its family's defaults where the file is silent", () => {
    const rest = { ...json, pad_token_id: null, hidden_act: undefined };
    assert.equal(readBertConfig({ ...rest, model_type: "roberta" }).padTokenId, 1);
    const albert = readBertConfig({ ...rest, model_type: "albert" });
    assert.deepEqual(
      [albert.hiddenAct, albert.numHiddenGroups, albert.embeddingSize],
      ["gelu_new", 1, 128],
    );
    assert.equal(readBertConfig(rest).hiddenAct, "gelu");
  });

  it("refuses what it doesn't know or can't compute", () => {
    const wrong: [unknown, RegExp][] = [
      [{ ...json, swizzle: 3 }, /unknown key "swizzle"; if it changes nothing .* ignoreKeys/],
      [{ ...json, embedding_size: 16 }, /unknown key "embedding_size"/],
      [
        { ...json, model_type: "gpt2" },
        /model_type must be one of BERT's family \(bert, .*got "gpt2"/,
      ],
      [{ ...json, model_type: "constructor" }, /got "constructor"/],
      [{ ...json, model_type: undefined }, /model_type is missing/],
      [{ ...json, vocab_size: undefined }, /vocab_size is missing/],
      [{ ...json, vocab_size: "60" }, /vocabSize must be a whole number of at least 1, got "60"/],
      [
        { ...json, position_embedding_type: "relative_key" },
        /must be "absolute", .* got "relative_key"/,
      ],
      [{ ...json, model_type: "albert", is_decoder: true }, /is_decoder must be false/],
      [{ ...json, is_decoder: "yes" }, /isDecoder must be true or false, .* got "yes"/],
      [{ ...json, model_type: "albert", inner_group_num: 2 }, /inner_group_num must be 1/],
      [[], /must be an object, got an array of 0/],
      [null, /got null/],
    ];
    for (const [given, message] of wrong) assert.throws(() => readBertConfig(given), message);
    assert.equal(
      readBertConfig({ ...json, swizzle: 3 }, { ignoreKeys: ["swizzle"] }).vocabSize,
      60,
    );
  });
});

type Tensors = Map<string, SafetensorsTensor>;
let numFolders = 0;

/** A copy of the golden model's folder whose tensors were changed. */
async function changed(change: (tensors: Tensors) => unknown): Promise<string> {
  const folder = path.join(FOLDER, `changed-${numFolders++}`);
  fs.mkdirSync(folder);
  fs.copyFileSync(path.join(GOLDEN_FOLDER, "config.json"), path.join(folder, "config.json"));
  const file = await openSafetensors(path.join(GOLDEN_FOLDER, "model.safetensors"));
  const tensors: Tensors = new Map();
  for (const name of file.tensors.keys()) tensors.set(name, await file.read(name));
  await file.close();
  change(tensors);
  await writeSafetensors(path.join(folder, "model.safetensors"), tensors);
  return folder;
}

async function namesIn(folder: string): Promise<string[]> {
  const file = await openSafetensors(path.join(folder, "model.safetensors"));
  await file.close();
  return [...file.tensors.keys()];
}

function lastOf(model: BertEncoder | BertForPreTraining): number[] {
  return tf.tidy(() => {
    const { hiddenStates } = model.forward(BATCH);
    return [...hiddenStates[hiddenStates.length - 1]!.dataSync()];
  });
}

function sameWeights(got: BertEncoder["parameters"], expected: BertEncoder["parameters"]): void {
  assert.deepEqual(Object.keys(got).sort(), Object.keys(expected).sort());
  for (const [name, tensor] of Object.entries(expected)) {
    assert.deepEqual(got[name]!.dataSync(), tensor.dataSync(), name);
  }
}
