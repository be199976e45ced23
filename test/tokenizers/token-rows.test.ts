import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";
import { padRows, tokenRows } from "../../src/tokenizers/token-rows";

const WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "cat", "sat", "mat"];
const tokenizer = new BertTokenizer(WORDS);

describe("tokenRows", () => {
  it("gives each text its own length, and pairs their segments", () => {
    const { rows, numCut } = tokenRows(tokenizer, ["cat", "cat sat mat", ["cat", "sat mat"]], {
      maxLength: 10,
    });
    assert.deepEqual(
      rows.map(({ inputIds }) => [...inputIds]),
      [
        [2, 5, 3],
        [2, 5, 6, 7, 3],
        [2, 5, 3, 6, 7, 3],
      ],
    );
    assert.deepEqual([...rows[2]!.tokenTypeIds], [0, 0, 0, 1, 1, 1]);
    assert.equal(numCut, 0);
  });

  it("counts what it cuts, and not what just fits", () => {
    const texts = ["cat sat", "cat sat mat", "cat"];
    const { rows, numCut } = tokenRows(tokenizer, texts, { maxLength: 4 });
    assert.equal(numCut, 1);
    assert.deepEqual([...rows[1]!.inputIds], [2, 5, 6, 3]);
  });

  it("keeps the order over many texts", () => {
    const texts = Array.from({ length: 700 }, (_, i) => "cat ".repeat(1 + (i % 7)));
    const { rows } = tokenRows(tokenizer, texts, { maxLength: 20 });
    assert.deepEqual(
      rows.map(({ inputIds }) => inputIds.length),
      texts.map((_, i) => 3 + (i % 7)),
    );
    assert.deepEqual(tokenRows(tokenizer, [], { maxLength: 4 }).rows, []);
  });
});

describe("padRows", () => {
  it("fills rows up to the longest, and masks what it filled in", () => {
    const { rows } = tokenRows(tokenizer, ["cat", ["sat", "mat"]], { maxLength: 9 });
    const { inputIds, tokenTypeIds, attentionMask } = padRows(rows, 4);
    assert.deepEqual(inputIds.shape, [2, 5]);
    assert.deepEqual([...inputIds.data], [2, 5, 3, 4, 4, 2, 6, 3, 7, 3]);
    assert.deepEqual([...tokenTypeIds.data], [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    assert.deepEqual([...attentionMask.data], [1, 1, 1, 0, 0, 1, 1, 1, 1, 1]);
  });
});
