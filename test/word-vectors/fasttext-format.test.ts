import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { createRng } from "../../src/core/rng";
import { loadFastText, saveFastText } from "../../src/word-vectors/fasttext-format";
import { FastTextVectors } from "../../src/word-vectors/fasttext-vectors";
import { loadWordVectors } from "../../src/word-vectors/load-word-vectors";
import { loadWord2Vec, saveWord2Vec } from "../../src/word-vectors/word2vec-format";

const folder = mkdtempSync(path.join(tmpdir(), "fasttext-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const put = (content: Uint8Array, ending = ""): string => {
  const file = path.join(folder, `${files++}${ending}`);
  writeFileSync(file, content);
  return file;
};

const rng = createRng(11);
const random = (count: number) => Float32Array.from({ length: count }, () => rng.normal());
const words = ["the", "straße", "東京", "</s>"];
const vectors = new FastTextVectors(words, random(4 * 5), {
  size: 5,
  ngramVectors: random(300 * 5),
  minN: 2,
  maxN: 4,
  buckets: 300,
  counts: [40, 3, 2, 1],
});

/** The bytes of the model, and where its parts begin: 8 + 56 bytes of arguments come first. */
async function model() {
  const file = path.join(folder, "model.bin");
  await saveFastText(vectors, file);
  const bytes = readFileSync(file);
  const spelled = words.reduce((sum, word) => sum + Buffer.byteLength(word) + 1 + 9, 0);
  const dictionary = 64;
  const input = dictionary + 28 + spelled;
  const output = input + 17 + (4 + 300) * 5 * 4;
  return { file, bytes, dictionary, input, output };
}

describe("saveFastText and loadFastText", () => {
  it("give back every bit: words, counts, n-grams and how they are cut", async () => {
    const { file, bytes } = await model();
    for (const source of [file, put(gzipSync(bytes), ".gz")]) {
      const loaded = await loadFastText(source);
      assert.deepEqual(loaded, vectors);
      assert.deepEqual(loaded.vector("unseen"), vectors.vector("unseen"));
    }
    assert.deepEqual(await loadWordVectors(file), vectors); // known by its first bytes
  });
  it("write the fields in fastText's order", async () => {
    const { file, bytes, dictionary, input, output } = await model();
    const options = { window: 3, epochs: 7, minCount: 2, negative: 9, sample: 0.25 };
    const outputVectors = random(20);
    await saveFastText(vectors, file, { ...options, architecture: "cbow", outputVectors });
    const other = readFileSync(file);
    const fields = Array.from({ length: 14 }, (_, i) => other.readInt32LE(4 * i));
    // magic, version, size, window, epochs, minCount, negative, word n-grams, loss (2: negative
    // sampling), model (1: cbow, 2: skip-gram), buckets, minN, maxN, rate of updates
    assert.deepEqual(fields, [793712314, 12, 5, 3, 7, 2, 9, 1, 2, 1, 300, 2, 4, 100]);
    assert.equal(other.readDoubleLE(56), 0.25);
    assert.deepEqual([bytes.readInt32LE(36), bytes.readInt32LE(32)], [2, 2]);
    assert.equal(other.readBigInt64LE(dictionary + 12), 46n); // tokens: 40 + 3 + 2 + 1
    assert.equal(other.readBigInt64LE(input + 1), 304n);
    assert.deepEqual(other.subarray(output + 17), Buffer.from(outputVectors.buffer));
    assert.ok(bytes.subarray(output + 17).every((byte) => byte === 0));
  });
  it("give words without counts falling ones", async () => {
    const { words: same, wordVectors, ngramVectors, minN, maxN } = vectors;
    const uncounted = new FastTextVectors(same, wordVectors, { size: 5, ngramVectors, minN, maxN });
    const file = path.join(folder, "uncounted.bin");
    await saveFastText(uncounted, file);
    assert.deepEqual([...(await loadFastText(file)).counts!], [4, 3, 2, 1]);
  });
  it("read the first words and all n-grams when there is a limit", async () => {
    const loaded = await loadFastText((await model()).file, { limit: 2 });
    assert.deepEqual([loaded.words, [...loaded.counts!]], [words.slice(0, 2), [40, 3]]);
    assert.deepEqual(loaded.vector("straße"), vectors.vector("straße"));
    assert.deepEqual(loaded.vector("unseen"), vectors.vector("unseen"));
  });
  it("notice a file that is cut off, wherever it is", async () => {
    const { bytes } = await model();
    for (let length = 0; length < bytes.length; length += length < 200 ? 1 : 97) {
      const cut = put(bytes.subarray(0, length));
      await assert.rejects(loadFastText(cut), /byte \d+: the file ends in .*: it is cut off/);
      await assert.rejects(
        loadFastText(put(gzipSync(bytes.subarray(0, length)), ".gz")),
        RangeError,
      );
    }
    await assert.rejects(loadFastText(put(bytes.subarray(0, -1))), /ends in the output matrix/);
    await assert.rejects(loadFastText(put(Buffer.concat([bytes, Buffer.of(0)]))), /more follows/);
  });
  it("name the byte of what is wrong", async () => {
    const { bytes, dictionary, input } = await model();
    const changed = (change: (copy: Buffer) => void) => {
      const copy = Buffer.from(bytes);
      change(copy);
      return loadFastText(put(copy));
    };
    const cases: [(copy: Buffer) => void, RegExp][] = [
      [(copy) => copy.writeInt32LE(7, 0), /byte 0: is no binary fastText file: it begins with 7/],
      [(copy) => copy.writeInt32LE(13, 4), /is of version 13; versions 11 and 12 can be read/],
      [(copy) => copy.writeInt32LE(-1, 8), /byte 8: size -1, .* damaged/],
      [(copy) => copy.writeInt32LE(6, 8), /the input matrix must be \[304, 6\], is \[304,5\]/],
      [(copy) => copy.writeInt32LE(3, 36), /is a classifier/],
      [(copy) => copy.writeInt32LE(2, dictionary + 8), /words and no labels, has 4 and 2/],
      [(copy) => copy.writeBigInt64LE(1n, dictionary + 20), /has pruned n-grams/],
      [(copy) => (copy[dictionary + 28] = 0xff), /byte \d+: the word is not UTF-8/],
      [(copy) => (copy[input] = 1), /is quantized \(\.ftz\)/],
      [(copy) => copy.writeFloatLE(NaN, input + 17), /number 1 of "the" must be finite/],
      [
        (copy) => copy.writeFloatLE(Infinity, input + 17 + 4 * (20 + 2)),
        new RegExp(`byte ${input + 17 + 4 * 22}: a number must be finite`),
      ],
    ];
    for (const [change, message] of cases) await assert.rejects(changed(change), message);
  });
  it("leave out words that can't be used when told to", async () => {
    const { bytes, dictionary } = await model();
    const copy = Buffer.from(bytes);
    copy[dictionary + 28] = 0xff;
    const seen: string[] = [];
    const loaded = await loadFastText(put(copy), { onBadRow: ({ reason }) => seen.push(reason) });
    assert.deepEqual([loaded.words, [...loaded.counts!]], [words.slice(1), [3, 2, 1]]);
    assert.deepEqual(loaded.vector("東京"), vectors.vector("東京"));
    assert.equal(seen.length, 1);
  });
  it("refuse an output layer of another shape", async () => {
    const saving = saveFastText(vectors, path.join(folder, "x"), { outputVectors: random(3) });
    await assert.rejects(saving, /outputVectors must have 20 numbers, got 3/);
  });
  it("go into a .vec file as words with their pieces mixed in", async () => {
    const file = path.join(folder, "model.vec");
    await saveWord2Vec(vectors, file);
    assert.deepEqual((await loadWord2Vec(file)).values, vectors.values);
  });
});
