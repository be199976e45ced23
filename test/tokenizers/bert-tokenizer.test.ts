import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRng, type Rng } from "../../src/core/rng";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";

const vocabulary = readFileSync(join(__dirname, "../golden/wp_vocab.txt"), "utf8")
  .trimEnd()
  .split("\n");
const tokenizer = new BertTokenizer(vocabulary);
const cased = new BertTokenizer(vocabulary, { lowercase: false });

describe("BertTokenizer.encode", () => {
  it("puts [CLS] and [SEP] around one text", () => {
    assert.deepEqual(tokenizer.encode("the cats"), {
      inputIds: [2, 140, 142, 3],
      tokenTypeIds: [0, 0, 0, 0],
      attentionMask: [1, 1, 1, 1],
      specialTokensMask: [1, 0, 0, 1],
      tokens: ["[CLS]", "the", "cats", "[SEP]"],
      offsets: [
        [0, 0],
        [0, 3],
        [4, 8],
        [0, 0],
      ],
      wordIds: [null, 0, 1, null],
    });
  });

  it("gives the second text segment 1, and offsets of its own", () => {
    const { tokenTypeIds, offsets, tokens } = tokenizer.encode("the cat", { pair: "a dog" });
    assert.deepEqual(tokens.join(" "), "[CLS] the cat [SEP] a dog [SEP]");
    assert.deepEqual(tokenTypeIds, [0, 0, 0, 0, 1, 1, 1]);
    assert.deepEqual(offsets[5], [2, 5]);
  });

  it("slices the original by UTF-16 units, or counts characters", () => {
    const text = "😀 café";
    assert.equal(text.slice(...tokenizer.encode(text).offsets[2]!), "café");
    assert.deepEqual(tokenizer.encode(text, { offsetUnit: "codePoint" }).offsets[2], [2, 6]);
  });

  it("takes special tokens in the text for what they are, unless they are to be split", () => {
    assert.deepEqual(tokenizer.encode("x[MASK]y").tokens.slice(1, -1), ["x", "[MASK]", "y"]);
    assert.deepEqual(tokenizer.encode("[MASK]", { splitSpecialTokens: true }).tokens.slice(1, -1), [
      "[",
      "mask",
      "]",
    ]);
  });

  it("encodes nothing as nothing between the special tokens", () => {
    assert.deepEqual(tokenizer.encode("").inputIds, [2, 3]);
    assert.deepEqual(tokenizer.encode("\u200b", { pair: "" }).inputIds, [2, 3, 3]);
    assert.deepEqual(tokenizer.encode("", { addSpecialTokens: false }).inputIds, []);
  });

  it("fills up to maxLength, on either side, and cuts nothing when told not to", () => {
    const options = { maxLength: 6, padding: "max_length" } as const;
    assert.deepEqual(tokenizer.encode("the cat", options).tokens.slice(3), [
      "[SEP]",
      "[PAD]",
      "[PAD]",
    ]);
    const left = tokenizer.encode("the cat", { ...options, paddingSide: "left" });
    assert.deepEqual(left.inputIds, [0, 0, 2, 140, 141, 3]);
    assert.deepEqual(left.attentionMask, [0, 0, 1, 1, 1, 1]);
    assert.deepEqual(left.specialTokensMask, [1, 1, 1, 0, 0, 1]);
    assert.deepEqual(left.wordIds, [null, null, null, 0, 1, null]);
    const long = tokenizer.encode("a a a a a a", { ...options, truncation: false });
    assert.equal(long.inputIds.length, 8);
  });

  it("gives the same answer the second time, when it remembers the words", () => {
    const fresh = new BertTokenizer(vocabulary);
    const text = "Unbelievable café: 東京 hello\u0301 xyzzy 😀😀!";
    assert.deepEqual(fresh.encode(text), fresh.encode(text));
  });

  it("refuses what it can't do, and says so", () => {
    const refuse = (options: object, pattern: RegExp, text: unknown = "the cat sat") =>
      assert.throws(() => tokenizer.encode(text as string, options), pattern);
    refuse({}, /TypeError: BertTokenizer.encode: text must be a string, got null/, null);
    refuse({ pair: 3 }, /TypeError: .*pair must be a string, got 3/);
    refuse({ maxLength: 1 }, /RangeError: .*maxLength must have room for the 2 special .*got 1/);
    refuse({ maxLength: 2, pair: "a" }, /RangeError: .*room for the 3 special tokens, got 2/);
    refuse({ maxLength: 0 }, /RangeError: .*maxLength must be a whole number/);
    refuse({ truncation: "only_second" }, /RangeError: .*"only_second" needs a second text/);
    refuse(
      { pair: "the dog sat", maxLength: 5, truncation: "only_first" },
      /RangeError: .*"only_first" must leave a piece of the first sentence.*4 of its 3/,
    );
    refuse({ truncation: true }, /RangeError: .*truncation must be "longest_first" or .*got true/);
    refuse({ padding: "max_length" }, /RangeError: .*padding "max_length" needs maxLength/);
    refuse({ max_length: 3 }, /RangeError: .*there is no option "max_length"; there are/);
  });
});

describe("BertTokenizer.encodeBatch", () => {
  it("makes a rectangle of sentences and pairs", () => {
    const batch = tokenizer.encodeBatch(["the cat", ["a", "dog sat"]]);
    assert.deepEqual(batch.inputIds, [
      [2, 140, 141, 3, 0, 0],
      [2, 58, 3, 143, 144, 3],
    ]);
    assert.deepEqual(batch.attentionMask[0], [1, 1, 1, 1, 0, 0]);
    assert.deepEqual(batch.tokenTypeIds[1], [0, 0, 0, 1, 1, 1]);
    assert.deepEqual(batch.tokens[0]!.slice(-2), ["[PAD]", "[PAD]"]);
    const { lengths } = tokenizer.encodeToArrays(["the cat", ["a", "dog sat"]]);
    assert.deepEqual([...lengths], [4, 6]);
  });

  it("leaves rows as long as they are without padding", () => {
    const { inputIds } = tokenizer.encodeBatch(["a", "the cat"], { padding: false });
    assert.deepEqual(
      inputIds.map((row) => row.length),
      [3, 4],
    );
  });

  it("makes an empty batch of no texts", () => {
    assert.deepEqual(tokenizer.encodeBatch([]).inputIds, []);
    assert.deepEqual(tokenizer.encodeToArrays([]).shape, [0, 0]);
  });

  it("gives the numbers that encode gives, row by row, as arrays too", () => {
    const rng = createRng(11);
    const texts = Array.from({ length: 40 }, () => randomText(rng));
    const options = { maxLength: 12, padding: "max_length", paddingSide: "left" } as const;
    const batch = tokenizer.encodeBatch(texts, options);
    const arrays = tokenizer.encodeToArrays(texts, options);
    texts.forEach((text, row) => {
      const encoding = tokenizer.encode(text, options);
      assert.deepEqual(batch.inputIds[row], encoding.inputIds);
      assert.deepEqual(batch.offsets[row], encoding.offsets);
      const flat = [...arrays.inputIds.subarray(row * 12, row * 12 + 12)];
      assert.deepEqual(flat, encoding.inputIds);
    });
  });

  it("names the row that isn't a text", () => {
    const texts = ["a", ["b"]] as unknown as string[];
    const pattern = /TypeError: .*texts\[1\] must be a string or a pair of strings/;
    assert.throws(() => tokenizer.encodeBatch(texts), pattern);
    assert.throws(() => tokenizer.encodeToArrays("a" as unknown as string[]), /must be an array/);
    assert.throws(
      () => tokenizer.encodeToArrays(["a"], { padding: false }),
      /RangeError: .*padding must be "longest" or "max_length", got false/,
    );
  });
});

describe("BertTokenizer.decode", () => {
  it("joins pieces, and takes the space before a full stop away", () => {
    const ids = tokenizer.encode("Embedding runing, the cat.").inputIds;
    assert.equal(tokenizer.decode(ids), "embedding runing, the cat.");
    assert.equal(
      tokenizer.decode(Int32Array.from(ids), { skipSpecialTokens: false, cleanUp: false }),
      "[CLS] embedding runing , the cat . [SEP]",
    );
    assert.equal(tokenizer.decode([]), "");
    const [able, the] = [tokenizer.tokenToId("##able")!, tokenizer.tokenToId("the")!];
    assert.equal(tokenizer.decode([able, able, the]), "##ableable the"); // nothing to join it to
  });

  it("refuses ids outside the vocabulary", () => {
    for (const id of [-1, 294, 1.5, NaN]) {
      assert.throws(
        () => tokenizer.decode([2, id]),
        new RegExp(`RangeError: .*ids\\[1\\] must be a whole number from 0 to 293, got ${id}`),
      );
    }
    assert.throws(() => tokenizer.decode("a" as unknown as number[]), /TypeError: .*list of ids/);
  });
});

describe("BertTokenizer", () => {
  it("refuses vocabularies it can't work with", () => {
    const refuse = (entries: unknown, pattern: RegExp) =>
      assert.throws(() => new BertTokenizer(entries as string[]), pattern);
    refuse(
      vocabulary.filter((e) => e !== "[UNK]"),
      /must have "\[UNK\]" \(for words that can't/,
    );
    refuse([...vocabulary, "the"], /no entry may stand twice, got "the" as 140 and as 294/);
    refuse([...vocabulary, ""], /entry 294 is empty/);
    refuse([...vocabulary, "\ud83d"], /entry 294 holds half a character/);
    refuse([...vocabulary, 3], /TypeError: .*entry 294 must be a string, got 3/);
    refuse("vocab.txt", /TypeError: .*must be an array of strings, got "vocab.txt"/);
    assert.throws(
      () => new BertTokenizer(vocabulary, { lowerCase: false } as object),
      /there is no option "lowerCase"; there are lowercase/,
    );
  });

  it("explains every step, ending at the ids that encode gives", () => {
    const steps = tokenizer.explain("Unbelievable CAFÉ");
    assert.equal(steps.normalized, "unbelievable cafe");
    assert.deepEqual(steps.words[0]!.pieces, ["un", "##believ", "##able"]);
    assert.deepEqual([steps.words[1]!.start, steps.words[1]!.end], [13, 17]);
    const { inputIds } = tokenizer.encode("Unbelievable CAFÉ", { addSpecialTokens: false });
    assert.deepEqual(steps.ids, inputIds);
  });

  it("explains a special token in the text as the one piece that it is", () => {
    const text = "The [MASK] sat";
    const { words, ids, normalized } = tokenizer.explain(text);
    assert.equal(normalized, "the [MASK] sat");
    assert.deepEqual(words[1], {
      ...{ word: "[MASK]", pieces: ["[MASK]"], ids: [4], steps: [], start: 4, end: 10 },
    });
    assert.deepEqual(ids, tokenizer.encode(text, { addSpecialTokens: false }).inputIds);
  });

  it("is trained and uses what it learned, with the same clean-up", () => {
    const trained = BertTokenizer.train(["Abc Abc abc"], { lowercase: false });
    assert.deepEqual(trained.encode("Abc abc", { addSpecialTokens: false }).tokens, [
      "Abc",
      "a",
      "##bc",
    ]);
  });

  it("never throws, and slices the original, whatever the text", () => {
    const rng = createRng(5);
    for (let i = 0; i < 1500; i++) {
      const text = randomText(rng);
      for (const each of [tokenizer, cased]) {
        const { offsets, tokens, inputIds, wordIds } = each.encode(text, {
          addSpecialTokens: false,
        });
        let [before, word] = [[0, 0] as readonly [number, number], 0];
        offsets.forEach(([start, end], k) => {
          assert.ok(start >= before[0] && end >= before[1] && start < end && end <= text.length);
          assert.ok(wordIds[k]! === word || wordIds[k]! === word + 1);
          [before, word] = [[start, end], wordIds[k]!];
          // A piece is what the basic tokenizer makes of its slice.
          const slice = text.slice(start, end);
          const token = tokens[k]!;
          if (token === "[UNK]" || each.tokenToId(slice) === inputIds[k]) return;
          const folded = each
            .explain(slice)
            .words.map((w) => w.word)
            .join("");
          assert.ok(
            folded.includes(token.replace(/^##/, "")),
            JSON.stringify({ text, slice, token }),
          );
        });
      }
    }
  });

  it("reads its own writing: decoding and encoding again gives the same ids", () => {
    const rng = createRng(6);
    for (let i = 0; i < 1500; i++) {
      const ids = tokenizer.encode(randomText(rng)).inputIds.filter((id) => id > 4);
      const decoded = tokenizer.decode(ids);
      const again = tokenizer.encode(decoded, { addSpecialTokens: false }).inputIds;
      assert.deepEqual(again, ids, JSON.stringify(decoded));
      assert.equal(tokenizer.decode(again), decoded);
    }
  });
});

/** Words of the vocabulary between signs of every kind: marks, emoji, right-to-left, halves. */
function randomText(rng: Rng): string {
  const strange = [
    ..."\u0301\u0323\u200b\u200d\ufeff\u0000\ufffd\u00a0\u3000\u0085\ud83d\udc00",
    ..."😀👍🏽東𠀀אבشكกข한İßﬁﬀ½①ǅΣ…—“”‘’¿",
    ...["[MASK]", "[SEP]", "##", "[", "\r\n", "a".repeat(101), "e\u0301\u0323"],
  ];
  return Array.from({ length: rng.integer(10) }, () => {
    const kind = rng.integer(5);
    if (kind === 0) return rng.pick(strange);
    if (kind === 1) return String.fromCharCode(rng.integer(0x10000));
    if (kind === 2) return String.fromCodePoint(rng.integer(0x110000));
    if (kind === 3) return rng.pick(vocabulary).replace("##", "");
    return ` ${rng.pick(vocabulary).toUpperCase()} `;
  }).join("");
}
