import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { attentionBlocks, sentenceGroups } from "../../src/bert/attention-blocks";

const WEIGHTS = [
  [0.5, 0.25, 0.25, 0],
  [0.25, 0.5, 0, 0.25],
  [0, 1, 0, 0],
  [0.125, 0.125, 0.25, 0.5],
];

describe("attentionBlocks", () => {
  it("equals the shares worked out by hand", () => {
    const shares = attentionBlocks(WEIGHTS, ["A", "A", "B", "[SEP]"]);
    // A: rows 0 and 1. To A (0.75 + 0.75) / 2, to B (0.25 + 0) / 2, to [SEP] (0 + 0.25) / 2.
    assert.deepEqual(
      [...shares.get("A")!],
      [
        ["A", 0.75],
        ["B", 0.125],
        ["[SEP]", 0.125],
      ],
    );
    assert.deepEqual([...shares.get("B")!.values()], [1, 0, 0]);
    assert.deepEqual([...shares.get("[SEP]")!.values()], [0.25, 0.25, 0.5]);
  });

  it("has shares that sum to 1 from every group, wherever its tokens stand", () => {
    for (const [, to] of attentionBlocks(WEIGHTS, ["A", "B", "A", "B"])) {
      const sum = [...to.values()].reduce((a, b) => a + b);
      assert.ok(Math.abs(sum - 1) < 1e-12);
    }
  });

  it("says what it got when sizes differ", () => {
    assert.throws(
      () => attentionBlocks(WEIGHTS, ["A", "B"]),
      /RangeError: attentionBlocks: for 2 groups the weights must be \[2, 2\], got \[4, 4\]/,
    );
    assert.throws(() => attentionBlocks([], []), /for 0 groups/);
    assert.throws(() => attentionBlocks(WEIGHTS, "AABB" as never), /array of strings/);
  });
});

describe("sentenceGroups", () => {
  it("names the words by their sentence, special tokens by themselves", () => {
    const tokens = ["[CLS]", "who", "##se", "[SEP]", "[MASK]", "duck", "[SEP]", "[PAD]"];
    assert.deepEqual(sentenceGroups(tokens, [0, 0, 0, 0, 1, 1, 1, 0]), [
      ...["[CLS]", "A", "A", "[SEP]", "[MASK]", "B", "[SEP]", "[PAD]"],
    ]);
  });

  it("takes a bracketed word of the text for a word", () => {
    assert.deepEqual(sentenceGroups(["[", "[note]"], [0, 1]), ["A", "B"]);
  });

  it("says what it got when the types don't fit", () => {
    assert.throws(() => sentenceGroups(["a"], [0, 1]), /as long as tokens \(1\), got 2/);
    assert.throws(() => sentenceGroups(["a"], [2]), /must be 0 or 1, got 2/);
  });
});
