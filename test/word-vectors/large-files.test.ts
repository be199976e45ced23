/**
 * Files larger than memory should hold: each reading runs in a process of its own, whose largest
 * resident memory is compared with that of one that reads a few words.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { saveWord2Vec } from "../../src/word-vectors/word2vec-format";
import { WordVectors } from "../../src/word-vectors/word-vectors";
import { runChild } from "../support/child";

const MB = 1e6;
const folder = mkdtempSync(path.join(tmpdir(), "large-"));
after(() => rmSync(folder, { recursive: true }));
const [text, binary] = ["text", "binary"].map((name) => path.join(folder, name)) as [
  string,
  string,
];

/** The largest resident memory of a process that reads the file, in MB, above that of an idle one. */
async function memoryToRead(file: string, limit?: number): Promise<number> {
  const { stdout, stderr, code } = await runChild([
    "-e",
    `const { loadWordVectors } = require("./src/word-vectors/load-word-vectors");
     const memory = () => process.resourceUsage().maxRSS * 1024 / ${MB};
     const before = memory();
     loadWordVectors(${JSON.stringify(file)}, { limit: ${limit} })
       .then(({ values }) => console.log(memory() - before, values.length));`,
  ]);
  assert.equal(code, 0, stderr);
  return Number(stdout.split(" ")[0]);
}

describe("loadWordVectors of a large file", () => {
  const [numWords, size] = [50_000, 300];
  const matrix = (numWords * size * 4) / MB; // 60 MB
  before(async () => {
    const rng = createRng(1);
    const values = Float32Array.from({ length: 3000 * size }, () => rng.uniform() - 0.5);
    const words = Array.from({ length: numWords }, (_, i) => `word-${i}`);
    const all = new Float32Array(numWords * size);
    for (let at = 0; at < all.length; at += values.length) {
      all.set(values.subarray(0, all.length - at), at);
    }
    const vectors = new WordVectors(words, all, { size, copy: false });
    await saveWord2Vec(vectors, binary, { binary: true });
    const few = new WordVectors(words.slice(0, 10_000), all.slice(0, 10_000 * size), { size });
    await saveWord2Vec(few, text);
  });
  it("takes the matrix and little else: the file is never in memory whole", async () => {
    assert.ok(statSync(binary).size > 60 * MB);
    const used = await memoryToRead(binary);
    assert.ok(used > 0.9 * matrix && used < matrix + 45, `${used} MB for ${matrix}`);
  });
  it("throws the text of numbers away as it goes", async () => {
    const [file, numbers] = [statSync(text).size / MB, (10_000 * size * 4) / MB];
    assert.ok(file > 2 * numbers, `${file} ${numbers}`);
    const used = await memoryToRead(text);
    assert.ok(used < numbers + 45, `${used} MB for ${numbers}`);
  });
  it("reads no farther than the limit", async () => {
    assert.ok((await memoryToRead(binary, 100)) < 20);
  });
});
