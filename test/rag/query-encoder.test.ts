import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { cutToTokens, queryEncoder } from "../../src/rag/query-encoder";

/** A token for each three letters of a word. */
const countTokens = (text: string) =>
  Array.from(text.match(/\S+/g) ?? []).reduce((sum, word) => sum + Math.ceil(word.length / 3), 0);

describe("cutToTokens", () => {
  it("leaves what fits as it is", () => {
    assert.deepEqual(cutToTokens("one two", { maxTokens: 2, countTokens }), { text: "one two" });
  });

  it("keeps as many whole words as fit, and says how many tokens there were", () => {
    // one 1, four 2, two 1, seven 2
    assert.deepEqual(cutToTokens("one four two seven", { maxTokens: 5, countTokens }), {
      text: "one four two",
      cut: { tokens: 6, kept: 4 },
    });
    assert.equal(
      cutToTokens("one four two seven", { maxTokens: 4, countTokens }).text,
      "one four two",
    );
    assert.equal(cutToTokens("one four two", { maxTokens: 2, countTokens }).text, "one");
  });

  it("cuts a word only where it is the first and too long", () => {
    assert.deepEqual(cutToTokens("abcdefgh one", { maxTokens: 2, countTokens }), {
      text: "abcdef",
      cut: { tokens: 4, kept: 2 },
    });
  });

  it("reads ten thousand words in a few counts", () => {
    let counts = 0;
    const counting = (text: string) => (counts++, countTokens(text));
    const text = "word ".repeat(10_000);
    const { cut } = cutToTokens(text, { maxTokens: 126, countTokens: counting });
    assert.deepEqual(cut, { tokens: 20_000, kept: 126 });
    assert.ok(counts < 25, `${counts} counts`);
  });

  it("says what it got when the input is wrong", () => {
    const options = { maxTokens: 0, countTokens };
    assert.throws(() => cutToTokens("a", options), /maxTokens .*at least 1, got 0/);
    assert.throws(() => cutToTokens(7 as never, { maxTokens: 1, countTokens }), /string, got 7/);
  });
});

describe("queryEncoder", () => {
  it("is the same encoder, one question at a time", async () => {
    const encoder = queryEncoder({
      ...{ dimension: 2, fingerprint: "f", maxTokens: 9, countTokens },
      encode: async (texts) => texts.map((text) => Float32Array.of(text.length, texts.length)),
    });
    assert.deepEqual([...(await encoder.embedQuery("abc"))], [3, 1]);
    const { dimension, fingerprint, maxTokens } = encoder;
    assert.deepEqual(
      { dimension, fingerprint, maxTokens },
      { dimension: 2, fingerprint: "f", maxTokens: 9 },
    );
    assert.equal(encoder.countTokens("abcd"), 2);
  });
});
