import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { encodeText } from "../../src/word-vectors/vocabulary";

const encode = (sentences: unknown, minCount = 1) =>
  encodeText("test", sentences as string[][], minCount);

describe("encodeText", () => {
  it("numbers words by frequency, then by their first place", () => {
    const { vocabulary, words, ends } = encode([["b", "a", "c"], [], ["a", "c"], ["d"]]);
    assert.deepEqual(vocabulary.words, ["a", "c", "b", "d"]);
    assert.deepEqual([...vocabulary.counts], [2, 2, 1, 1]);
    assert.deepEqual([...words], [2, 0, 1, 0, 1, 3]);
    assert.deepEqual([...ends], [3, 5, 6]); // the empty sentence is gone
    assert.equal(vocabulary.numberOf("b"), 2);
    assert.equal(vocabulary.numberOf("x"), undefined);
  });

  it("drops rare words as if they had never stood there", () => {
    const { vocabulary, words, ends } = encode(
      [
        ["a", "rare", "b"],
        ["b", "a"],
      ],
      2,
    );
    assert.deepEqual(vocabulary.words, ["a", "b"]);
    assert.deepEqual([...words], [0, 1, 1, 0]);
    assert.deepEqual([...ends], [2, 4]);
  });

  it("cuts sentences of more than 10,000 words and loses none", () => {
    const { words, ends } = encode([Array.from({ length: 25000 }, (_, i) => `w${i % 3}`)]);
    assert.equal(words.length, 25000);
    assert.deepEqual([...ends], [10000, 20000, 25000]);
  });

  it("is not confused by words that name parts of an object", () => {
    const { vocabulary } = encode([["constructor", "__proto__", "toString", "__proto__"]]);
    assert.deepEqual(vocabulary.words, ["__proto__", "constructor", "toString"]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => encode([]), /must have words in them, got none/);
    assert.throws(() => encode([[], []]), /must have words in them, got none/);
    assert.throws(() => encode([["a", "a"]]), /two different words.*got 1/);
    assert.throws(
      () => encode([["a", "b", "a"]], 5),
      /5 times \(minCount\), got 0.*occurs 2 times/,
    );
    assert.throws(() => encode([["a"], ["b"]]), /nothing to predict/);
    assert.throws(() => encode("the cat"), /array of arrays of words, got "the cat"/);
    assert.throws(() => encode(["the cat"]), /sentences\[0\].*got "the cat"; split it first/);
    assert.throws(() => encode([["a"], ["b", 3]]), /sentences\[1\]\[1\] must be a string, got 3/);
    assert.throws(() => encode([["a"], ["b", undefined]]), /\[1\]\[1\].*got undefined/);
    assert.throws(() => encode(null), /got null/);
  });
});
