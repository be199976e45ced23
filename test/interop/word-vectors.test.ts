/**
 * Our vector files in gensim, and gensim's here. Needs a Python with gensim, named by
 * LAB_INTEROP_PYTHON; without it these tests are skipped.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { loadFastText, saveFastText } from "../../src/word-vectors/fasttext-format";
import { FastTextVectors } from "../../src/word-vectors/fasttext-vectors";
import { loadGloVe, saveGloVe } from "../../src/word-vectors/glove-format";
import { loadWordVectors } from "../../src/word-vectors/load-word-vectors";
import { loadWord2Vec, saveWord2Vec } from "../../src/word-vectors/word2vec-format";
import type { WordVectors } from "../../src/word-vectors/word-vectors";

type Table = Record<string, number[]>;

const python = process.env.LAB_INTEROP_PYTHON;
const hasGensim = () =>
  spawnSync(python!, ["-c", "import gensim"], { stdio: "ignore" }).status === 0;
const skip = python && hasGensim() ? false : "LAB_INTEROP_PYTHON names no Python with gensim";
const folder = mkdtempSync(path.join(tmpdir(), "interop-vectors-"));
after(() => rmSync(folder, { recursive: true }));

const gensim = (act: "check" | "write"): unknown =>
  JSON.parse(
    execFileSync(python!, [path.join(__dirname, "word_vectors.py"), act, folder], {
      encoding: "utf8",
      env: { ...process.env, PYTHONWARNINGS: "ignore" },
      maxBuffer: 1 << 28,
    }),
  );
const inFolder = (name: string) => path.join(folder, name);

describe("vector files of ours in gensim", () => {
  const rng = createRng(5);
  const random = (count: number) => Float32Array.from({ length: count }, () => rng.normal());
  const words = ["the", "straße", "東京", "\u00a0x", "sat", "o'clock", "😀"];
  const vectors = new FastTextVectors(words, random(7 * 6), {
    size: 6,
    ngramVectors: random(400 * 6),
    counts: [70, 6, 5, 4, 3, 2, 1],
    maxN: 5,
  });
  it("hold the same words, numbers and settings", { skip }, async () => {
    const outputVectors = random(7 * 6);
    const settings = { window: 4, epochs: 3, negative: 7, sample: 0.002, outputVectors };
    await saveWord2Vec(vectors, inFolder("text.vec"));
    await saveWord2Vec(vectors, inFolder("binary.bin"), { binary: true });
    await saveGloVe(vectors, inFolder("glove.txt"));
    await saveFastText(vectors, inFolder("fasttext.bin"), settings);
    const found = gensim("check") as Record<string, Table> & {
      counts: Record<string, number>;
      arguments: Record<string, number>;
      output: number[];
    };
    for (const name of ["text.vec", "binary.bin", "glove.txt"]) same(found[name]!, vectors, 0);
    same(found["fasttext.bin"]!, vectors, 1e-6); // gensim sums in 32 bits
    same(found.unseen!, vectors, 1e-6);
    assert.deepEqual(Object.values(found.counts), [...vectors.counts!]);
    assert.deepEqual(Float32Array.from(found.output), outputVectors);
    const { window, epochs, negative, sample } = settings;
    assert.deepEqual(found.arguments, {
      ...{ window, epochs, negative, sample, sg: 1 },
      ...{ min_n: 3, max_n: 5, bucket: 400 },
    });
  });
});

describe("vector files of gensim here", () => {
  it("hold the same words and numbers, and answer alike", { skip }, async () => {
    const expected = gensim("write") as {
      words: string[];
      vectors: Table;
      counts: number[];
      unseen: Table;
      nearest: [string, number][];
      mul: [string, number][];
      query: [string, string, string];
      odd: string;
    };
    const plain = [
      await loadWord2Vec(inFolder("text.vec")),
      await loadWord2Vec(inFolder("binary.bin")),
      await loadGloVe(inFolder("glove.txt")),
      await loadWordVectors(inFolder("text.vec")),
      await loadWordVectors(inFolder("binary.bin")),
      await loadWordVectors(inFolder("glove.txt")),
    ];
    for (const vectors of plain) {
      assert.deepEqual(vectors.words, expected.words);
      same(expected.vectors, vectors, 0);
    }
    const model = await loadFastText(inFolder("fasttext.bin"));
    assert.ok((await loadWordVectors(inFolder("fasttext.bin"))) instanceof FastTextVectors);
    assert.deepEqual([model.words, [...model.counts!]], [expected.words, expected.counts]);
    same(expected.vectors, model, 1e-6);
    same(expected.unseen, model, 1e-6);

    alike(model.nearest("cat", { k: 7 }), expected.nearest);
    const [a, b, c] = expected.query;
    // gensim divides by cos' + 1e-6 where Levy & Goldberg and we add 0.001
    const products = model.analogy({ a, b, c, k: 5, method: "3CosMul" });
    assert.deepEqual(
      products.map(({ word }) => word),
      expected.mul.map(([word]) => word),
    );
    assert.equal(model.oddOneOut(["cat", "sat", "mat", "東京"]), expected.odd);
  });
});

function same(expected: Table, actual: WordVectors, tolerance: number): void {
  for (const [word, numbers] of Object.entries(expected)) {
    const vector = actual.vector(word);
    assert.equal(vector.length, numbers.length);
    numbers.forEach((number, j) => {
      assert.ok(Math.abs(vector[j]! - number) <= tolerance, `${word}: ${vector[j]}, not ${number}`);
    });
  }
}

function alike(actual: { word: string; score: number }[], expected: [string, number][]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach(([word, score], i) => {
    assert.equal(actual[i]!.word, word);
    assert.ok(Math.abs(actual[i]!.score - score) < 1e-5);
  });
}
