import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { explainWordPiece } from "../../src/tokenizers/explain-wordpiece";
import { WordPiece } from "../../src/tokenizers/wordpiece";

const ENTRIES = ["[UNK]", "un", "unbe", "##believ", "##able", "##b", "a", "##a", "😀", "##😀"];
const model = new WordPiece(ENTRIES.map((entry, id) => [entry, id]));

describe("WordPiece", () => {
  it("takes the longest entry at each place", () => {
    const short = new WordPiece([...ENTRIES.filter((e) => e !== "unbe")].map((e, id) => [e, id]));
    // un (1) ends at 2, ##believ (2) at 8, ##able (3) at 12
    assert.deepEqual(short.encodeWord("unbelievable"), { ids: [1, 2, 3], ends: [2, 8, 12] });
  });

  it("never takes a piece back: with unbe in the vocabulary the same word is unknown", () => {
    assert.deepEqual(model.encodeWord("unbelievable"), { ids: [0], ends: [12] });
  });

  it("looks for continuing pieces inside a word only, for others at its beginning only", () => {
    assert.deepEqual(model.encodeWord("able"), { ids: [0], ends: [4] });
    assert.deepEqual(model.encodeWord("aun"), { ids: [0], ends: [3] });
  });

  it("makes words over 100 characters unknown, counted in code points", () => {
    assert.equal(model.encodeWord("a".repeat(100)).ids.length, 100);
    assert.deepEqual(model.encodeWord("a".repeat(101)).ids, [0]);
    assert.equal(model.encodeWord("😀".repeat(100)).ids.length, 100);
    assert.deepEqual(model.encodeWord("😀".repeat(101)).ids, [0]);
  });

  it("refuses a vocabulary without [UNK], and an empty prefix", () => {
    assert.throws(
      () => new WordPiece([["a", 0]]),
      /RangeError: WordPiece: the vocabulary must have "\[UNK\]", for words.*got 1 entries/,
    );
    assert.throws(() => new WordPiece([["[UNK]", 0]], { continuingSubwordPrefix: "" }), RangeError);
  });
});

describe("explainWordPiece", () => {
  it("tells every attempt, longest first, down to the one that was taken", () => {
    const { steps, pieces, ids } = explainWordPiece("unab", model);
    assert.deepEqual(pieces, ["un", "##a", "##b"]);
    assert.deepEqual(ids, [1, 7, 5]);
    assert.deepEqual(steps[0], {
      start: 0,
      rest: "unab",
      attempts: ["unab", "una", "un"],
      found: "un",
      id: 1,
    });
    assert.deepEqual(steps[1]!.attempts, ["##ab", "##a"]);
    assert.deepEqual([steps[2]!.start, steps[2]!.found], [3, "##b"]);
  });

  it("takes the pieces that the tokenizer takes", () => {
    for (const word of ["unbelievable", "unable", "a😀😀b", "a".repeat(101), "", "x"]) {
      assert.deepEqual(explainWordPiece(word, model).ids, model.encodeWord(word).ids, word);
    }
  });

  it("says why a word is unknown, and where the search got stuck", () => {
    const stuck = explainWordPiece("unbelievable", model);
    assert.deepEqual(stuck.pieces, ["[UNK]"]);
    assert.equal(stuck.unknownBecause, 'no entry fits at "##lievable"');
    assert.equal(stuck.steps.at(-1)!.attempts.at(-1), "##l");
    const long = explainWordPiece("a".repeat(101), model);
    assert.equal(long.unknownBecause, "101 characters, more than 100");
    assert.deepEqual(long.steps, []);
  });

  it("refuses a vocabulary that is no WordPiece", () => {
    assert.throws(
      () => explainWordPiece("a", ENTRIES as unknown as WordPiece),
      /TypeError: explainWordPiece: model must be a WordPiece .* got an array of 10/,
    );
  });
});
