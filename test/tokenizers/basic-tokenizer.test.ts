import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { basicTokenize, BasicTokenizer } from "../../src/tokenizers/basic-tokenizer";

describe("basicTokenize", () => {
  it("cleans, folds and splits", () => {
    assert.deepEqual(basicTokenize("Café,\u00a0東京!"), ["cafe", ",", "東", "京", "!"]);
  });

  it("removes control characters without splitting, and splits at every kind of space", () => {
    assert.deepEqual(basicTokenize("a\u0000b\u200bc\ufffdd\ue000e"), ["abcde"]);
    assert.deepEqual(basicTokenize("a\u2028b\u3000c\td\re"), ["a", "b", "c", "d", "e"]);
  });

  it("makes letters small one by one: capital sigma never looks at its neighbours", () => {
    assert.deepEqual(basicTokenize("ΟΔΟΣ"), ["οδοσ"]); // "οδος" with the rule for final sigma
  });

  it("keeps case and accents when asked to, and takes accents without folding case", () => {
    assert.deepEqual(basicTokenize("Éa", { lowercase: false }), ["Éa"]);
    assert.deepEqual(basicTokenize("Éa", { lowercase: false, stripAccents: true }), ["Ea"]);
    assert.deepEqual(basicTokenize("Éa", { stripAccents: false }), ["éa"]);
    assert.deepEqual(basicTokenize("İ", { stripAccents: false }), ["i\u0307"]);
  });

  it("splits Chinese characters of extensions B to E too, and only when asked to", () => {
    assert.deepEqual(basicTokenize("\u{20000}\u{2a6df}a\u{2b920}"), [
      ..."\u{20000}\u{2a6df}a\u{2b920}",
    ]);
    assert.deepEqual(basicTokenize("東京", { handleChineseChars: false }), ["東京"]);
    assert.deepEqual(basicTokenize("かな"), ["かな"]); // Japanese syllables aren't
  });

  it("splits at punctuation of Unicode 8 and no younger one, so that ids stay what they were", () => {
    assert.deepEqual(basicTokenize("a—b‘c$d^e"), ["a", "—", "b", "‘", "c", "$", "d", "^", "e"]);
    assert.deepEqual(basicTokenize("a\u2e4fb"), ["a\u2e4fb"]); // Unicode 12
    assert.deepEqual(basicTokenize("a€b"), ["a€b"]); // a symbol, not punctuation
  });

  it("leaves letters whole whose parts only Unicode 16 knows", () => {
    assert.deepEqual(basicTokenize("\u{105c9}"), ["\u{105c9}"]);
  });

  it("splits at vertical tab and form feed only where nothing is cleaned", () => {
    assert.deepEqual(basicTokenize("a\vb\fc", { cleanText: false }), ["a", "b", "c"]);
    assert.deepEqual(basicTokenize("a\vb\fc"), ["abc"]);
  });

  it("takes half of a surrogate pair for U+FFFD", () => {
    assert.deepEqual(basicTokenize("a\ud83db"), ["ab"]);
    assert.deepEqual(basicTokenize("a\ud83db", { cleanText: false }), ["a\ufffdb"]);
  });

  it("refuses what isn't a text or a switch", () => {
    assert.throws(
      () => basicTokenize(3 as unknown as string),
      /^TypeError: BasicTokenizer.words: text must be a string, got 3$/,
    );
    assert.throws(
      () => basicTokenize("a", { lowercase: 1 as unknown as boolean }),
      /^TypeError: BasicTokenizer: lowercase must be true or false, got 1$/,
    );
  });
});

describe("BasicTokenizer", () => {
  const tokenizer = new BasicTokenizer();

  it("says where in the original each unit of a word came from", () => {
    // units:  0 c  1 a  2 f  3 é  4 ZWSP  5 s  6 space  7-8 𝒳
    const [cafes, letter] = tokenizer.words("Café\u200bs \u{1d4b3}");
    assert.equal(cafes!.text, "cafes");
    assert.deepEqual([cafes!.start, cafes!.end], [0, 6]);
    assert.deepEqual(cafes!.sources, [0, 1, 1, 2, 2, 3, 3, 4, 5, 6]);
    assert.deepEqual([letter!.start, letter!.end, letter!.sources], [7, 9, [7, 9, 7, 9]]);
  });

  it("leaves removed characters at the ends out of a word", () => {
    const [word] = tokenizer.words("\u0301ab\u0301\u200b c");
    assert.deepEqual([word!.text, word!.start, word!.end], ["ab", 1, 3]);
  });

  it("reads a stretch of the text when told so", () => {
    assert.deepEqual(
      tokenizer.words("one two three", 4, 7).map(({ text, start }) => [text, start]),
      [["two", 4]],
    );
  });

  it("shows the text between clean-up and splitting", () => {
    assert.equal(tokenizer.normalize("Ça\tva 東"), "ca va  東 ");
  });
});
