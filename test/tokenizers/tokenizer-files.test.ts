import { after, describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";

const GOLDEN = join(__dirname, "../golden");
const vocabTxt = readFileSync(join(GOLDEN, "wp_vocab.txt"), "utf8");
const tokenizerJson = readFileSync(join(GOLDEN, "wp_tokenizer.json"), "utf8");
const SENTENCE = "Café: the [MASK] runs!";

const root = mkdtempSync(join(tmpdir(), "tokenizer-files-"));
after(() => rmSync(root, { recursive: true }));
let folders = 0;

/** A new folder with these files. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = join(root, String(++folders));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** tokenizer.json with something changed. */
function changed(change: (json: Record<string, unknown>) => void): string {
  const json = JSON.parse(tokenizerJson) as Record<string, unknown>;
  change(json);
  return folderWith({ "tokenizer.json": JSON.stringify(json) });
}

describe("BertTokenizer.load", () => {
  it("reads vocab.txt and tokenizer.json to the same tokenizer", async () => {
    const text = await BertTokenizer.load(join(GOLDEN, "wp_vocab.txt"));
    const json = await BertTokenizer.load(join(GOLDEN, "wp_tokenizer.json"));
    assert.deepEqual(text.vocabulary, json.vocabulary);
    assert.equal(text.vocabulary.length, 294);
    assert.deepEqual(text.encode(SENTENCE), json.encode(SENTENCE));
    assert.deepEqual(
      [json.padId, json.unkId, json.clsId, json.sepId, json.maskId],
      [0, 1, 2, 3, 4],
    );
  });

  it("takes line ends of Windows and a byte order mark for what they are", async () => {
    const folder = folderWith({ "vocab.txt": `\ufeff${vocabTxt.replaceAll("\n", "\r\n")}` });
    const { vocabulary } = await BertTokenizer.load(folder);
    assert.deepEqual(vocabulary.join("\n"), vocabTxt.trimEnd());
  });

  it("asks tokenizer_config.json about small letters, and the options before it", async () => {
    const folder = folderWith({
      "vocab.txt": vocabTxt,
      "tokenizer_config.json": '{"do_lower_case": false, "mask_token": {"content": "[unused1]"}}',
    });
    const loaded = await BertTokenizer.load(folder);
    assert.equal(loaded.encode("The").tokens[1], "The");
    assert.equal(loaded.maskId, 5);
    const lower = await BertTokenizer.load(folder, { lowercase: true });
    assert.equal(lower.encode("The").tokens[1], "the");
  });

  it("prefers tokenizer.json", async () => {
    const folder = folderWith({ "vocab.txt": "not this", "tokenizer.json": tokenizerJson });
    assert.equal((await BertTokenizer.load(folder)).vocabulary.length, 294);
  });

  it("reads BertProcessing as the template it stands for", async () => {
    const folder = changed((json) => {
      Object.assign(json, {
        post_processor: { type: "BertProcessing", sep: ["[SEP]", 3], cls: ["[CLS]", 2] },
      });
    });
    const { tokens } = (await BertTokenizer.load(folder)).encode("the");
    assert.deepEqual(tokens, ["[CLS]", "the", "[SEP]"]);
  });

  it("finds added tokens as their flags say, and keeps them out of words", async () => {
    const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    const folder = changed((json) => {
      (json["added_tokens"] as object[]).push(
        { ...flags, id: 294, content: "<a>", special: true, lstrip: true, rstrip: true },
        { ...flags, id: 295, content: "catdog", special: false, single_word: true },
      );
    });
    const tokenizer = await BertTokenizer.load(folder);
    const { tokens, offsets } = tokenizer.encode("the <a> cat catdog catdogs CATDOG");
    assert.deepEqual(tokens.slice(1, 5), ["the", "<a>", "cat", "catdog"]);
    assert.deepEqual(offsets[2], [3, 8]); // with a space on each side
    assert.ok(!tokens.slice(5).includes("catdog"));
    const saved = join(root, "added");
    await tokenizer.save(saved);
    const again = await BertTokenizer.load(saved);
    assert.deepEqual(again.encode("<a> catdog CATDOG"), tokenizer.encode("<a> catdog CATDOG"));
    assert.equal(tokenizer.decode([294, 295, 140]), "catdog the");
  });

  it("finds the longest of added tokens that begin alike", async () => {
    const folder = changed((json) => {
      const tokens = json["added_tokens"] as object[];
      tokens.push({ id: 294, content: "<a>" }, { id: 295, content: "<a><b>" });
    });
    const { inputIds } = (await BertTokenizer.load(folder)).encode("<a><b><a>");
    assert.deepEqual(inputIds.slice(1, -1), [295, 294]);
  });

  it("refuses other pipelines by name", async () => {
    const cases: [(json: Record<string, Record<string, unknown>>) => void, RegExp][] = [
      [(j) => (j["model"]!["type"] = "BPE"), /model of type "BPE" isn't supported.*with WordPiece/],
      [(j) => (j["model"]!["type"] = "Unigram"), /"Unigram" isn't supported/],
      [(j) => (j["normalizer"] = { type: "NFKC" }), /normalizer of type "NFKC"/],
      [(j) => (j["normalizer"] = null as never), /normalizer must be an object, got null/],
      [(j) => (j["pre_tokenizer"] = { type: "ByteLevel" }), /pre_tokenizer of type "ByteLevel"/],
      [(j) => (j["decoder"] = { type: "BPEDecoder" }), /decoder of type "BPEDecoder"/],
      [(j) => (j["post_processor"] = { type: "RobertaProcessing" }), /"RobertaProcessing"/],
      [(j) => (j["post_processor"]!["pair"] = []), /must put \[CLS\] A \[SEP\]/],
      [
        (j) =>
          (j["post_processor"]!["special_tokens"] = {
            "[CLS]": { id: "[CLS]", ids: [5], tokens: ["[CLS]"] },
            "[SEP]": { id: "[SEP]", ids: [3], tokens: ["[SEP]"] },
          }),
        /must give "\[CLS\]" the vocabulary's id, got 5/,
      ],
      [(j) => (j["model"]!["dropout"] = 0.1), /key "model\.dropout" isn't known here/],
      [(j) => (j["surprise"] = {}), /key "surprise" isn't known here/],
      [(j) => (j["version"] = "2.0" as never), /version must be "1.0", got "2.0"/],
      [(j) => delete j["model"]!["vocab"], /model\.vocab must be an object, got undefined/],
      [(j) => (j["model"]!["vocab"] = { a: 0, b: 0 }), /id 0 must have one entry, got "a" and "b"/],
      [(j) => ((j["model"]!["vocab"] as object) = { "[UNK]": 7 }), /ids must be 0 to/],
      [(j) => (j["model"]!["unk_token"] = "<unk>"), /must have "<unk>" \(for words/],
      [
        (j) => (j["normalizer"]!["lowercase"] = "yes"),
        /lowercase must be true or false, got "yes"/,
      ],
    ];
    for (const [change, pattern] of cases) {
      const folder = changed(change as never);
      await assert.rejects(BertTokenizer.load(folder), (error: Error) => {
        assert.match(error.message, pattern);
        assert.ok(error instanceof RangeError && error.message.startsWith("BertTokenizer.load: "));
        return true;
      });
    }
  });

  it("refuses files that are missing, damaged or no vocabulary", async () => {
    const load = (files: Record<string, string | Uint8Array>) =>
      BertTokenizer.load(folderWith(files));
    await assert.rejects(BertTokenizer.load(join(root, "nowhere")), /there is no file or folder/);
    await assert.rejects(load({}), /the folder must have tokenizer.json or vocab.txt/);
    await assert.rejects(load({ "vocab.txt": "" }), /must have "\[PAD\]".* got 0 entries/);
    await assert.rejects(load({ "vocab.txt": `${vocabTxt}the\n` }), /"the" as 140 and as 294/);
    await assert.rejects(
      load({ "vocab.txt": vocabTxt.replace("a\n", "a\n\n") }),
      /entry \d+ is empty/,
    );
    await assert.rejects(load({ "tokenizer.json": "{" }), /this isn't JSON/);
    await assert.rejects(load({ "tokenizer.json": "[]" }), /the file must be an object/);
    await assert.rejects(
      load({ "vocab.txt": Uint8Array.of(0xff, 0xfe, 0x41, 0) }),
      /must be UTF-8/,
    );
    await assert.rejects(
      load({
        "vocab.txt": vocabTxt,
        "tokenizer_config.json": '{"tokenizer_class": "BertJapaneseTokenizer"}',
      }),
      /tokenizer_class "BertJapaneseTokenizer" isn't supported/,
    );
    await assert.rejects(
      BertTokenizer.load(join(GOLDEN, "wp_tokenizer.json"), { lowercase: false }),
      /says everything itself; options are for vocab.txt, got "lowercase"/,
    );
    await assert.rejects(BertTokenizer.load(3 as unknown as string), /TypeError: .*path of a file/);
  });

  it("refuses a file of 300 MB without reading it", async () => {
    const folder = folderWith({ "vocab.txt": "" });
    truncateSync(join(folder, "vocab.txt"), 300 * 1024 * 1024); // sparse: takes no room
    await assert.rejects(BertTokenizer.load(folder), /vocabulary, of 64 MB at most, got 300 MB/);
  });
});

describe("BertTokenizer.save", () => {
  it("writes three files, whole, from which the same tokenizer is read", async () => {
    const settings = { lowercase: false, stripAccents: true, handleChineseChars: false };
    const tokenizer = new BertTokenizer(vocabTxt.trimEnd().split("\n"), settings);
    const folder = join(root, "new", "folder");
    await tokenizer.save(folder);
    const files = ["tokenizer.json", "tokenizer_config.json", "vocab.txt"];
    assert.deepEqual(readdirSync(folder).sort(), files);
    const texts = ["Café THE the 東京 [MASK]", SENTENCE];
    for (const from of [folder, join(folder, "vocab.txt")]) {
      const again = await BertTokenizer.load(from);
      assert.deepEqual(again.encodeBatch(texts), tokenizer.encodeBatch(texts));
    }
    assert.equal(readFileSync(join(folder, "vocab.txt"), "utf8"), vocabTxt);
  });

  it("writes a tokenizer.json that @huggingface/tokenizers opens, with the same ids", async () => {
    const { Tokenizer } = await import("@huggingface/tokenizers");
    const folder = join(root, "theirs");
    await new BertTokenizer(vocabTxt.trimEnd().split("\n")).save(folder);
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as object;
    const theirs = new Tokenizer(read("tokenizer.json"), read("tokenizer_config.json"));
    const ours = await BertTokenizer.load(folder);
    assert.deepEqual(theirs.encode(SENTENCE).ids, ours.encode(SENTENCE).inputIds);
  });

  it("refuses an entry that a line can't hold, before writing anything", async () => {
    const tokenizer = new BertTokenizer([...vocabTxt.trimEnd().split("\n"), "a\nb"]);
    const folder = join(root, "unwritten");
    await assert.rejects(tokenizer.save(folder), /can't hold an entry with a line break/);
    assert.throws(() => readdirSync(folder));
  });
});
