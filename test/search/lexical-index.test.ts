import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LexicalIndex } from "../../src/search/lexical-index";
import { Bm25 } from "../../src/vectorizers/bm25";

const TEXTS = ["the old mill by the river", "a mill", "the town hall", "the river and the mill"];
const filled = () => {
  const index = new LexicalIndex(new Bm25());
  index.add(
    ["old", "short", "hall", "both"],
    TEXTS,
    TEXTS.map((text) => ({ words: text.split(" ").length })),
  );
  return index;
};

describe("LexicalIndex", () => {
  it("finds what its scorer finds, under the documents' own names", () => {
    const names = ["old", "short", "hall", "both"];
    const expected = new Bm25().fit(TEXTS).search("river mill", { k: 3 });
    assert.deepEqual(
      filled().search("river mill", { k: 3 }),
      expected.map(({ id, score, rank }) => ({ id: names[id], score, rank })),
    );
  });
  it("weighs words anew when documents are added", () => {
    const index = filled();
    const before = index.search("hall")[0]!.score;
    index.add(["more"], ["hall and hall"]);
    const [first] = index.search("hall");
    assert.equal(first!.id, "more");
    assert.ok(index.search("hall").find(({ id }) => id === "hall")!.score < before);
  });
  it("leaves out documents without a word of the query, and those that the filter leaves out", () => {
    assert.deepEqual(
      filled()
        .search("mill", { filter: { words: [2, 5] } })
        .map(({ id, rank }) => [id, rank]),
      [
        ["short", 1],
        ["both", 2],
      ],
    );
    assert.deepEqual(filled().search("bakery"), []);
    assert.deepEqual(new LexicalIndex(new Bm25()).search("mill"), []);
  });
  it("refuses wrong input", () => {
    const index = filled();
    assert.throws(() => index.add(["x"], ["a", "b"]), /a text for each of the 1 ids, got 2/);
    assert.throws(() => index.add(["old"], ["a"]), /ids must differ, got "old" twice/);
    assert.throws(() => index.add(["x"], [3 as never]), /texts\[0\] must be a string, got 3/);
    assert.throws(() => index.search(3 as never), /query\[0\] must be a string, got 3/);
    assert.throws(() => index.search("mill", { k: 0 }), /k must be/);
    assert.throws(() => new LexicalIndex({} as never), /scorer must have fit and scores/);
  });
});
