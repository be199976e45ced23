import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { cbowWindows, skipGramPairs } from "../../src/word-vectors/skip-gram-pairs";
import { golden } from "./golden-word2vec";

describe("skipGramPairs", () => {
  it("finds the pairs of the reference, in its order", () => {
    for (const { sentence, window, pairs } of golden.skipgram_pairs) {
      assert.deepEqual(skipGramPairs(sentence as string[], { window }), pairs);
    }
  });

  it("asks for the window of each position when it is given a function", () => {
    // reach 1 for the first word, 2 for the others: only the first does not see the third
    const pairs = skipGramPairs(["a", "b", "c"], { window: (i) => (i === 0 ? 1 : 2) });
    assert.deepEqual(pairs.map((pair) => pair.join("")).join(" "), "ab ba bc ca cb");
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => skipGramPairs("the cat" as never), /sentence must be an array.*"the cat"/);
    assert.throws(() => skipGramPairs(["a", "b"], { window: 0 }), /window.*at least 1, got 0/);
  });
});

describe("cbowWindows", () => {
  it("finds the windows of the reference", () => {
    for (const { sentence, window, cbow } of golden.cbow_windows) {
      assert.deepEqual(cbowWindows(sentence, { window }), cbow);
    }
  });

  it("leaves out a word that stands alone", () => {
    assert.deepEqual(cbowWindows(["alone"]), []);
  });
});
