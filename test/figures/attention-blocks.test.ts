import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { blockPattern } from "../../src/figures/attention-blocks";
import { bundleOf } from "../../src/figures/bundle";

const GROUPS = ["[CLS]", "A", "[SEP]", "B", "[SEP]"];
const even = GROUPS.map(() => GROUPS.map(() => 0.2));
/** Everyone looks at sentence B alone. */
const toB = GROUPS.map(() => [0, 0, 0, 1, 0]);

describe("blockPattern", () => {
  it("has a row for each head, and the shares of A and B over all groups", () => {
    const figure = blockPattern(
      [
        [even, toB],
        [toB, even],
      ].slice(0, 1),
      GROUPS,
    );
    const { z, zmin, zmax } = figure.data[0] as { z: number[][]; zmin: number; zmax: number };
    assert.deepEqual([zmin, zmax], [0, 1]);
    // A, B, [CLS] once each, [SEP] twice: 0.2, 0.2, 0.2, 0.4
    assert.deepEqual(z, [
      [0.2, 0.2, 0.2, 0.4, 0.2, 0.2, 0.2, 0.4],
      [0, 1, 0, 0, 0, 1, 0, 0],
    ]);
    assert.deepEqual(figure.table!.columns, [
      ...["", "A → A", "A → B", "A → [CLS]", "A → [SEP]"],
      ...["B → A", "B → B", "B → [CLS]", "B → [SEP]"],
    ]);
    assert.deepEqual(
      figure.table!.rows.map(([name]) => name),
      ["layer 1, head 1", "layer 1, head 2"],
    );
  });

  it("counts layers and heads from 1, in their order", () => {
    const names = blockPattern([[even], [toB]], GROUPS).table!.rows.map(([name]) => name);
    assert.deepEqual(names, ["layer 1, head 1", "layer 2, head 1"]);
  });

  it("looks from the groups that are asked for", () => {
    const { table } = blockPattern([[toB]], GROUPS, { from: ["[CLS]"] });
    assert.deepEqual(table!.rows, [["layer 1, head 1", 0, 1, 0, 0]]);
    assert.deepEqual(table!.columns[1], "[CLS] → A");
  });

  it("escapes names that come from data", () => {
    const groups = ["<img src=x>", "B", "B", "B", "B"];
    assert.ok(!String(bundleOf(blockPattern([[even]], groups))["text/html"]).includes("<img"));
  });

  it("refuses groups that aren't there", () => {
    assert.throws(
      () => blockPattern([[even]], GROUPS, { from: ["C"] }),
      /RangeError: blockPattern: from must name groups \(A, B, \[CLS\], \[SEP\]\), got "C"/,
    );
    assert.throws(() => blockPattern([[even]], ["A"]), /attentionBlocks: for 1 groups/);
  });
});
