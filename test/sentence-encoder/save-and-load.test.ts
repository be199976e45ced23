import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "../../src/core/tf";
import { shippedModelFolder } from "../../src/data/shipped-models";
import { startLab } from "../../src/engine/lab";
import type { SentenceEncoderConfig } from "../../src/sentence-encoder/modules";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { HubServer } from "../data/hub-server";
import { runChild } from "../support/child";
import { SENTENCES, smallEncoder } from "./small-encoder";

const HOME = mkdtempSync(path.join(tmpdir(), "lab-encoder-"));
const FOLDER = path.join(HOME, "mean");
after(() => rmSync(HOME, { recursive: true }));

/** Encodes as users of transformers.js do, with a folder of files and nothing remote. */
const READER = `
  const { pipeline, env } = require("@huggingface/transformers");
  (async () => {
    env.allowRemoteModels = false;
    env.useFSCache = env.useBrowserCache = false;
    const [home, name, texts, options] = JSON.parse(process.argv[1]);
    env.localModelPath = home;
    const settings = { dtype: "fp32", device: "cpu" };
    const pipe = await pipeline("feature-extraction", name, settings);
    const pooled = await pipe(texts, options);
    const batch = pipe.tokenizer(texts, { padding: true, truncation: true });
    const { sentence_embedding } = await pipe.model(batch);
    console.log(JSON.stringify({ pooled: pooled.tolist(), own: sentence_embedding.tolist() }));
  })();`;

describe("SentenceEncoder.save and load", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    const encoder = smallEncoder();
    await encoder.save(FOLDER);
    await encoder.dispose();
  });

  it("writes the models that we ship so that transformers.js gives the same vectors", async () => {
    for (const name of ["sentence-small", "matryoshka-small"]) {
      const encoder = await SentenceEncoder.load(await shippedModelFolder(name));
      await encoder.save(path.join(HOME, name));
      const texts = ["The old farmer sold the horse.", "Why?", "A bird sang in the rain at dusk."];
      const embeddings = await encoder.encode(texts);
      const wanted = (await embeddings.array()) as number[][];
      const args = JSON.stringify([HOME, name, texts, { pooling: "mean" }]);
      const { code, stdout, stderr } = await runChild(["-e", READER, args]);
      assert.equal(code, 0, stderr.slice(0, 2000));
      const { pooled, own } = JSON.parse(stdout) as Record<"pooled" | "own", number[][]>;
      wanted.forEach((row, i) =>
        row.forEach((x, j) => {
          assert.ok(Math.abs(x - pooled[i]![j]!) < 1e-4, `${name} ${i} ${j}`);
          assert.ok(Math.abs(x - own[i]![j]!) < 1e-4, `${name} ${i} ${j}`);
        }),
      );
      embeddings.dispose();
      await encoder.dispose();
    }
  });

  const dense = { outFeatures: 6, activation: "tanh", bias: true } as const;
  const kinds: Record<string, Partial<SentenceEncoderConfig>> = {
    "mean pooling": {},
    "two ways of pooling and length 1": { pooling: ["max", "lasttoken"], normalize: true },
    "a dense layer and length 1": { dense, normalize: true, maxSequenceLength: 9 },
    "a dense layer without bias": { dense: { ...dense, bias: false, activation: "identity" } },
  };
  for (const [name, options] of Object.entries(kinds)) {
    it(`gives back the same encoder: ${name}`, async () => {
      const folder = path.join(HOME, name);
      const encoder = smallEncoder(options);
      await encoder.save(folder, { onnx: false });
      const loaded = await SentenceEncoder.load(folder);
      assert.deepEqual(loaded.config, encoder.config);
      assert.equal(String(loaded), String(encoder));
      await sameVectors(loaded, (await encoder.encode(SENTENCES)).dataSync(), 1e-6);
      await encoder.dispose();
      await loaded.dispose();
    });
  }

  for (const [name, options] of Object.entries(kinds).slice(0, 3)) {
    for (const dtype of ["F32", "F16"] as const) {
      it(`gives transformers.js the same vectors: ${name}, ${dtype}`, async () => {
        const folder = path.join(HOME, `${name} js ${dtype}`.replaceAll(" ", "-"));
        const encoder = smallEncoder(options);
        await encoder.save(folder, { dtype });
        await encoder.dispose();
        const loaded = await SentenceEncoder.load(folder);
        const long = "the cat sat on the mat . a dogs sat on a mat . ".repeat(9);
        const here = (await (await loaded.encode(SENTENCES)).array()) as number[][];
        const how = { pooling: "mean", normalize: loaded.config.normalize };
        const given = JSON.stringify([HOME, path.basename(folder), [...SENTENCES, long], how]);
        const { code, stdout, stderr } = await runChild(["-e", READER, given]);
        assert.equal(code, 0, stderr.slice(0, 2000));
        const found = JSON.parse(stdout) as Record<"own" | "pooled", number[][]>;
        const [cut] = found.own.splice(SENTENCES.length);
        close(found.own.flat(), here.flat(), 1e-4);
        if (name === "mean pooling") {
          close(found.pooled.slice(0, SENTENCES.length).flat(), here.flat(), 1e-4);
        }
        // It cuts where we do, and takes the last [SEP] away with the rest.
        const { inputIds } = loaded.tokenizer.encode(long);
        const first = [inputIds.slice(0, loaded.config.maxSequenceLength)];
        close(cut!, loaded.forward({ inputIds: first }).dataSync(), 1e-4);
        await loaded.dispose();
      });
    }
  }

  it("writes the files that sentence-transformers looks for, and those it is given", async () => {
    const folder = path.join(HOME, "files");
    const encoder = smallEncoder({ dense, normalize: true, maxSequenceLength: 20 });
    await encoder.save(folder, { files: { "training.json": "{}" } });
    await encoder.dispose();
    const all = readdirSync(folder, { recursive: true }).map(String).sort();
    const expected = [
      ...["1_Pooling", "1_Pooling/config.json", "2_Dense", "2_Dense/config.json"],
      ...["2_Dense/model.safetensors", "3_Normalize", "config.json"],
      ...["config_sentence_transformers.json", "model.safetensors", "modules.json", "onnx"],
      ...["onnx/model.onnx", "sentence_bert_config.json", "special_tokens_map.json"],
      ...["tokenizer.json", "tokenizer_config.json", "training.json", "vocab.txt"],
    ];
    assert.deepEqual(all, expected);
    const json = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    assert.equal(json("tokenizer_config.json").model_max_length, 20);
    assert.equal(json("sentence_bert_config.json").max_seq_length, 20);
    assert.equal(json("special_tokens_map.json").mask_token, "[MASK]");
    assert.deepEqual(
      json("modules.json").map(({ type, path }: Record<string, string>) => [path, type]),
      [
        ["", "sentence_transformers.models.Transformer"],
        ["1_Pooling", "sentence_transformers.models.Pooling"],
        ["2_Dense", "sentence_transformers.models.Dense"],
        ["3_Normalize", "sentence_transformers.models.Normalize"],
      ],
    );
  });

  it("replaces a model as a whole, leaves half a one nowhere, and touches no other folder", async () => {
    const folder = path.join(HOME, "replaced");
    const [first, second] = [smallEncoder(), smallEncoder({}, { seed: 6 })];
    await first.save(folder, { onnx: false, files: { "old.json": "{}" } });
    const kept = (await first.encode(SENTENCES)).dataSync();
    const broken = second.save(folder, { onnx: false, files: { "no/such/place.json": "{}" } });
    await assert.rejects(broken, /ENOENT/);
    const loaded = await SentenceEncoder.load(folder);
    await sameVectors(loaded, kept, 1e-6);
    await second.save(folder, { onnx: false });
    assert.ok(!existsSync(path.join(folder, "old.json")), "nothing of the old model stays");
    assert.deepEqual(
      readdirSync(HOME).filter((name) => name.includes(".tmp")),
      [],
    );

    const other = path.join(HOME, "other");
    mkdirSync(other);
    writeFileSync(path.join(other, "notes.txt"), "mine");
    await assert.rejects(first.save(other), /folder must be new, empty or .* with notes\.txt/);
    assert.deepEqual(readdirSync(other), ["notes.txt"]);
    for (const encoder of [first, second, loaded]) await encoder.dispose();
  });

  it("fetches a model by its name on a hub", async () => {
    const hub = new HubServer();
    await hub.start();
    const names = readdirSync(FOLDER, { recursive: true }).map(String);
    const files = names.flatMap((name) => {
      const place = path.join(FOLDER, name);
      return statSync(place).isFile() ? [[name, readFileSync(place)] as const] : [];
    });
    hub.models.set("lab/mean", { commit: "a".repeat(40), files: Object.fromEntries(files) });
    try {
      const folder = path.join(HOME, "cache");
      const loaded = await SentenceEncoder.load("lab/mean", { hubUrl: hub.url, folder });
      const local = await SentenceEncoder.load(FOLDER);
      await sameVectors(loaded, (await local.encode(SENTENCES)).dataSync(), 1e-6);
      await loaded.dispose();
      await local.dispose();
    } finally {
      await hub.stop();
    }
  });

  const damages: [what: string, damage: (folder: string) => void, message: RegExp][] = [
    ["no modules.json", (f) => rmSync(path.join(f, "modules.json")), /no modules\.json.*fromBert/],
    [
      "no pooling",
      (f) => rmSync(path.join(f, "1_Pooling"), { recursive: true }),
      /1_Pooling.*isn't there/,
    ],
    ["no weights", (f) => rmSync(path.join(f, "model.safetensors")), /no model\.safetensors/],
    [
      "a module that isn't known",
      edit("modules.json", (m) => [...(m as object[]), { type: "x.models.CNN", path: "2_CNN" }]),
      /modules must be Transformer, Pooling.*got Transformer, Pooling, CNN/,
    ],
    [
      "pooling missing from the list",
      edit("modules.json", (m) => (m as object[]).slice(0, 1)),
      /modules must be .*got Transformer \(/,
    ],
    [
      "a path out of the folder",
      edit("modules.json", (m) => (m as object[]).map((one) => ({ ...one, path: "../x" }))),
      /leads out of its folder, got "\.\.\/x"/,
    ],
    [
      "a way of pooling that isn't known",
      edit("1_Pooling/config.json", (p) => ({ ...(p as object), pooling_mode_median: true })),
      /pooling must be .*got "pooling_mode_median"/,
    ],
    [
      "no way of pooling at all",
      edit("1_Pooling/config.json", (p) => ({ ...(p as object), pooling_mode_mean_tokens: false })),
      /pooling must be some of/,
    ],
    [
      "a prompt before each text",
      edit("config_sentence_transformers.json", () => ({
        ...{ prompts: { query: "query: " }, default_prompt_name: "query" },
      })),
      /puts a prompt before each text, got "query: "/,
    ],
  ];
  for (const [what, damage, message] of damages) {
    it(`refuses a folder with ${what}`, async () => {
      const folder = path.join(HOME, `damaged ${what}`);
      cpSync(FOLDER, folder, { recursive: true });
      damage(folder);
      const before = tf.memory().numTensors;
      await assert.rejects(SentenceEncoder.load(folder), message);
      assert.equal(tf.memory().numTensors, before);
    });
  }

  it("says where it looked", async () => {
    const missing = path.join(HOME, "missing");
    await assert.rejects(SentenceEncoder.load(missing), /there is no folder .*missing/);
    await assert.rejects(SentenceEncoder.load(3 as never), /must be a string, got 3/);
  });
});

function edit(file: string, change: (json: unknown) => unknown): (folder: string) => void {
  return (folder) => {
    const place = path.join(folder, file);
    writeFileSync(place, JSON.stringify(change(JSON.parse(readFileSync(place, "utf8")))));
  };
}

async function sameVectors(
  encoder: SentenceEncoder,
  expected: ArrayLike<number>,
  tolerance: number,
): Promise<void> {
  close((await encoder.encode(SENTENCES)).dataSync(), expected, tolerance);
}

function close(values: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(values.length, expected.length);
  for (let i = 0; i < values.length; i++) {
    const off = Math.abs(values[i]! - expected[i]!);
    assert.ok(off < tolerance, `[${i}]: ${values[i]} for ${expected[i]}`);
  }
}
