import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { createRng } from "../../src/core/rng";
import { loadGloVe, saveGloVe } from "../../src/word-vectors/glove-format";
import { loadWordVectors } from "../../src/word-vectors/load-word-vectors";
import { saveForProjector } from "../../src/word-vectors/projector-format";
import type { BadVectorRow, LoadProgress } from "../../src/word-vectors/vector-rows";
import { loadWord2Vec, saveWord2Vec } from "../../src/word-vectors/word2vec-format";
import { WordVectors } from "../../src/word-vectors/word-vectors";

const folder = mkdtempSync(path.join(tmpdir(), "vectors-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const put = (content: string | Uint8Array, ending = ""): string => {
  const file = path.join(folder, `${files++}${ending}`);
  writeFileSync(file, content);
  return file;
};
const floats = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer);
const rng = createRng(7);
const small = new WordVectors(
  ["straße", "東京", "cat", "</s>", "\u00a01/2", "😀"],
  Float32Array.from({ length: 18 }, () => rng.normal()),
  { size: 3, counts: [6, 5, 4, 3, 2, 1] },
);
const assertSame = (actual: WordVectors, expected: WordVectors) => {
  assert.deepEqual(actual.words, expected.words);
  assert.deepEqual(actual.values, expected.values);
  assert.equal(actual.size, expected.size);
};

describe("saveWord2Vec and loadWord2Vec", () => {
  it("write text as word2vec does, numbers as short as they can be", async () => {
    const file = put("");
    const vectors = new WordVectors(["a", "é"], Float32Array.of(0.1, -2, 1e-9, 1 / 3), { size: 2 });
    await saveWord2Vec(vectors, file);
    assert.equal(readFileSync(file, "utf8"), "2 2\na 0.1 -2\né 1e-9 0.33333334\n");
  });
  it("write binary as word2vec does, a newline after each row", async () => {
    const file = put("");
    await saveWord2Vec(new WordVectors(["é"], Float32Array.of(1, -2), { size: 2 }), file, {
      binary: true,
    });
    const expected = [Buffer.from("1 2\né "), floats(1, -2), Buffer.from("\n")];
    assert.deepEqual(readFileSync(file), Buffer.concat(expected));
  });
  for (const binary of [false, true]) {
    it(`give back every bit, ${binary ? "binary" : "as text"}, in any pieces`, async () => {
      const size = 50;
      const words = Array.from({ length: 3000 }, (_, i) => `w${"é".repeat(i % 9)}${i}`);
      const values = Float32Array.from(
        { length: words.length * size },
        () => rng.normal() * 10 ** -rng.integer(9),
      );
      const vectors = new WordVectors(words, values, { size });
      const file = put("", ".vectors");
      await saveWord2Vec(vectors, file, { binary });
      assertSame(await loadWord2Vec(file), vectors); // several pieces of 64 kB
      assertSame(await loadWordVectors(file), vectors);
      const packed = put(gzipSync(readFileSync(file)), ".gz");
      assertSame(await loadWord2Vec(packed), vectors);
      await saveWord2Vec(small, file, { binary });
      assertSame(await loadWord2Vec(file), small);
    });
  }
  it("reads text with Windows line ends, a byte order mark and a space at the line's end", async () => {
    const plain = await loadWord2Vec(put("2 2\na 1 2\nb 3 4\n"));
    for (const text of [
      "2 2\r\na 1 2\r\nb 3 4\r\n",
      "\ufeff2 2\na 1 2\nb 3 4\n",
      "2 2\na 1 2 \nb 3 4 \n",
    ]) {
      assertSame(await loadWord2Vec(put(text)), plain);
    }
  });
  it("reads binary rows without newlines between them, as gensim writes them", async () => {
    const rows = [Buffer.from("2 2\na "), floats(1, 2), Buffer.from("b "), floats(3, 4)];
    assert.deepEqual([...(await loadWord2Vec(put(Buffer.concat(rows)))).values], [1, 2, 3, 4]);
  });
  it("tells text of one number per word from binary", async () => {
    const vectors = await loadWord2Vec(put("2 1\na 0.5\nb 1\n"));
    assert.deepEqual([...vectors.values], [0.5, 1]);
  });
  it("stops after the limit, whatever follows", async () => {
    const text = put("9 1\na 1\nb 2\nc oh");
    assert.deepEqual((await loadWord2Vec(text, { limit: 2 })).words, ["a", "b"]);
    const rows = [
      Buffer.from("9 1\na "),
      floats(1),
      Buffer.from("\nb "),
      floats(2),
      Buffer.from("\nc"),
    ];
    const binary = put(Buffer.concat(rows));
    assert.deepEqual((await loadWord2Vec(binary, { limit: 2 })).words, ["a", "b"]);
    await assert.rejects(loadWord2Vec(text, { limit: 0 }), /loadWord2Vec: limit .* got 0/);
  });
  it("counts words that are kept, not rows, towards the limit", async () => {
    const seen: BadVectorRow[] = [];
    const options = { limit: 2, onBadRow: (row: BadVectorRow) => seen.push(row) };
    const vectors = await loadWord2Vec(put("4 1\na 1\na 2\nb 3\nc 4\n"), options);
    assert.deepEqual(
      [vectors.words, [...vectors.values]],
      [
        ["a", "b"],
        [1, 3],
      ],
    );
    assert.deepEqual(
      seen.map(({ place }) => place),
      ["line 3"],
    );
  });
  it("tells how far it is", async () => {
    const seen: LoadProgress[] = [];
    const file = put("2 1\na 1\nb 2\n");
    await loadWord2Vec(file, { onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(seen.at(-1), { words: 2, bytes: 12, totalBytes: 12 });
  });
  it("can be stopped", async () => {
    const words = Array.from({ length: 1000 }, (_, i) => `w${i} 1\n`).join("");
    const loading = loadWord2Vec(put(`1000 1\n${words}`), { signal: AbortSignal.abort() });
    await assert.rejects(loading, { name: "InterruptedError", message: /stopped after 256 words/ });
  });
  it("names the line of what is wrong in text", async () => {
    const cases: [string, RegExp][] = [
      ["cat 1 2\n", /line 1: must be the number of words and of numbers per word/],
      ["", /line 1: must be the number of words/],
      ["0 5\n", /line 1: must be/],
      [
        "2 2\na 1 2\n",
        /line 3: the file ends after 1 of 2 words; it is cut off, or its first line/,
      ],
      ["2 2\na 1 2\nb 3 4", /line 3: the last line has no end: the file is cut off/],
      ["2 2\na 1 2\nb 3\n", /line 3: there must be 2 numbers after the word, got 1/],
      ["2 2\na 1 2\nb 3 4 5\n", /line 3: there must be 2 numbers after the word, got 3/],
      ["1 2\na 1 2\nb 3 4\n", /line 3: more follows the 1 words promised/],
      ["2 2\na 1 2\nb 3 nan\n", /line 3: number 2 must be a finite number, got "nan"/],
      ["2 2\na 1 2\nb 1e39 4\n", /line 3: number 1 of "b" must be finite/], // beyond 32 bits
      ["2 2\na 1 2\nb 3 x4\n", /line 3: number 2 must be a finite number, got "x4"/],
      ["2 2\na 1 2\na 3 4\n", /line 3: "a" stands in the file twice/],
      ["2 2\na 1 2\n 3 4\n", /line 3: the row has no word/],
      ["1 3\n 3 4\n", /line 2: there must be 3 numbers after the word, got 2/],
      ["2 2\na 1 2\nb 3  4\n", /line 3: number 1 must be a finite number, got ""/],
      ["2 99999999\na 1 2\n", /line 1: no word of size 99999999 fits into 17 bytes/],
    ];
    for (const [text, message] of cases) {
      await assert.rejects(loadWord2Vec(put(text), { binary: false }), message, text);
      await assert.rejects(loadWord2Vec(put(text), { binary: false }), RangeError, text);
    }
    const badLetters = Buffer.concat([
      Buffer.from("1 1\nab"),
      Buffer.of(0xc3),
      Buffer.from(" 1\n"),
    ]);
    await assert.rejects(
      loadWord2Vec(put(badLetters)),
      /line 2: the word is not UTF-8, it begins "ab/,
    );
  });
  it("reads words with spaces in them", async () => {
    const vectors = await loadWord2Vec(put("2 2\n. . 1 2\nNew York 3 4\n"));
    assert.deepEqual(vectors.words, [". .", "New York"]);
  });
  it("names the byte of what is wrong in a binary file", async () => {
    const rows = (...parts: (string | Buffer)[]) =>
      Buffer.concat(parts.map((part) => Buffer.from(part)));
    const cases: [Buffer, RegExp][] = [
      [rows("2 2\na ", floats(1, 2)), /byte 14: the file ends in word 2 of 2; it is cut off/],
      [rows("2 2\na ", floats(1, 2), "b ", floats(3)), /byte 14: the file ends in word 2 of 2/],
      [rows("2 2\na ", floats(1, 2), "b"), /byte 14: the file ends in word 2 of 2/],
      [rows("1 2\na ", floats(1, 2), "\nb ", floats(1, 2)), /byte 15: more follows the 1 words/],
      [rows("1 2\na ", floats(1, NaN)), /byte 4: number 2 of "a" must be finite/],
      [rows("2 1\na ", floats(1), "a ", floats(2)), /byte 10: "a" stands in the file twice/],
      [rows("1 1\n", Buffer.of(0xff), " ", floats(1)), /byte 4: the word is not UTF-8/],
      [
        rows("2 1\na ", floats(1), Buffer.alloc(70000, 65)),
        /byte 10: word 2 has no end; is the size of 1/,
      ],
    ];
    for (const [content, message] of cases) {
      await assert.rejects(loadWord2Vec(put(content), { binary: true }), message);
      await assert.rejects(loadWord2Vec(put(content)), message); // found out to be binary
    }
  });
  it("says that there is no such file", async () => {
    const missing = path.join(folder, "missing");
    await assert.rejects(loadWord2Vec(missing), {
      message: `loadWord2Vec: there is no file ${missing}`,
    });
    await assert.rejects(loadWord2Vec(folder), /is not a file/);
  });
  it("refuses to write words that can't be read back, and leaves no file behind", async () => {
    for (const word of ["new york", "", "a\nb", "a\tb", "a\0", "\ud800"]) {
      const vectors = new WordVectors([word], Float32Array.of(1), { size: 1 });
      const file = path.join(folder, "refused");
      await assert.rejects(saveWord2Vec(vectors, file), /a word must have letters, and no space/);
      await assert.rejects(saveWord2Vec(vectors, file, { binary: true }), /saveWord2Vec: a word/);
      await assert.rejects(saveGloVe(vectors, file), /saveGloVe: a word must have letters/);
    }
    assert.ok(!readdirSync(folder).some((name) => name.startsWith("refused")));
  });
});

describe("saveGloVe and loadGloVe", () => {
  it("write lines without a header, and read them again", async () => {
    const file = put("");
    await saveGloVe(new WordVectors(["a", "b"], Float32Array.of(0.5, 1, 2, 3), { size: 2 }), file);
    assert.equal(readFileSync(file, "utf8"), "a 0.5 1\nb 2 3\n");
    await saveGloVe(small, file);
    assertSame(await loadGloVe(file), small);
    assertSame(await loadGloVe(put(`\ufeff${readFileSync(file, "utf8")}`)), small);
    assertSame(await loadWordVectors(file), small);
  });
  it("make room for as many rows as come", async () => {
    const count = 70000; // more than there is room for at first
    const lines = Array.from(
      { length: count },
      (_, i) => `${i < 66000 ? "a-long-word-" : ""}w${i} ${i}\n`,
    );
    for (const file of [put(lines.join("")), put(gzipSync(lines.join("")), ".gz")]) {
      const vectors = await loadGloVe(file);
      assert.equal(vectors.words.length, count);
      assert.ok(vectors.values.every((value, i) => value === i));
    }
  });
  it("names the line of what is wrong", async () => {
    await assert.rejects(
      loadGloVe(put("a 1 2\nb 3\n")),
      /loadGloVe: .*, line 2: there must be 2 numbers/,
    );
    await assert.rejects(
      loadGloVe(put("a 1 2\nb 3 4 5\n")),
      /line 2: there must be 2 numbers .* got 3/,
    );
    await assert.rejects(loadGloVe(put("a 1 2\nb 3 4")), /line 2: the last line has no end/);
    await assert.rejects(loadGloVe(put("2 2\na 1 2\nb 3 4\n")), /first line of a word2vec file/);
    await assert.rejects(loadGloVe(put("")), /there is no word in the file/);
  });
  it("passes over bad rows when told to", async () => {
    const seen: BadVectorRow[] = [];
    const file = put("a 1\na 2\nb x\nc 3\nd 4 5\n");
    const vectors = await loadGloVe(file, { onBadRow: (row) => seen.push(row) });
    assert.deepEqual(
      [vectors.words, [...vectors.values]],
      [
        ["a", "c"],
        [1, 3],
      ],
    );
    assert.deepEqual(
      seen.map(({ place }) => place),
      ["line 2", "line 3", "line 5"],
    );
    assert.deepEqual(seen[0], { file, place: "line 2", reason: '"a" stands in the file twice' });
  });
});

describe("saveForProjector", () => {
  const [vectorsFile, metadataFile] = ["v.tsv", "m.tsv"].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  it("writes numbers and words row for row, with a header where there are two columns", async () => {
    const values = Float32Array.of(0.5, 1, 2, 3);
    await saveForProjector(new WordVectors(["a", "b"], values, { size: 2, counts: [9, 1] }), {
      vectorsFile,
      metadataFile,
    });
    assert.equal(readFileSync(vectorsFile, "utf8"), "0.5\t1\n2\t3\n");
    assert.equal(readFileSync(metadataFile, "utf8"), "word\tcount\na\t9\nb\t1\n");
    await saveForProjector(new WordVectors(["a", "b"], values, { size: 2 }), {
      vectorsFile,
      metadataFile,
    });
    assert.equal(readFileSync(metadataFile, "utf8"), "a\nb\n");
  });
});
