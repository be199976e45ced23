import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { bundleOf } from "../../src/figures/bundle";
import { tokenView, type TokenLists } from "../../src/figures/tokens";

const lists: TokenLists = {
  tokens: ["[CLS]", "un", "##able", "dog", "[SEP]", "<b>", "[SEP]"],
  inputIds: [2, 155, 157, 143, 3, 9, 3],
  offsets: [
    [0, 0],
    [0, 2],
    [2, 6],
    [7, 10],
    [0, 0],
    [0, 3],
    [0, 0],
  ],
  wordIds: [null, 0, 0, 1, null, 0, null],
  tokenTypeIds: [0, 0, 0, 0, 0, 1, 1],
};
const EVIL = '"><img src=x onerror=alert(1)>';

/** The boxes alone, without caption and table. */
function boxes(html: string): string[] {
  return html.match(/<span role="listitem"[\s\S]*?<\/span>/g) ?? [];
}
const colour = (box: string) => /border:1px \w+ (#\w+)/.exec(box)![1];

describe("tokenView", () => {
  const html = tokenView(lists, { text: "Unable dog", pair: "<B>" }).toHtml();

  it("has a box with token and id for every token, in order", () => {
    const found = boxes(html).map((box) =>
      /<bdi[^>]*>(.*)<\/bdi><br><small[^>]*>(\d+)</.exec(box)!,
    );
    assert.deepEqual(
      found.map(([, token, id]) => [token, id]),
      lists.tokens.map((token, i) => [
        token.replace("<b>", "&lt;b&gt;"),
        String(lists.inputIds[i]),
      ]),
    );
  });

  it("gives pieces of one word one colour, the next word another, special tokens grey", () => {
    const [cls, un, able, dog] = boxes(html).map(colour);
    assert.equal(un, able);
    assert.notEqual(able, dog);
    assert.equal(cls, "#888888");
    assert.match(boxes(html)[0]!, /dashed/);
  });

  it("tells on hover and on focus where a token came from, in the sentence it belongs to", () => {
    assert.match(
      boxes(html)[2]!,
      /tabindex="0" title="##able · id 157 · from 2 to 6: “able” · word 0"/,
    );
    assert.match(boxes(html)[5]!, /title="&lt;b&gt; · id 9 · from 0 to 3: “&lt;B&gt;” · word 0"/);
    assert.match(boxes(html)[0]!, /title="\[CLS\] · id 2"/);
  });

  it("escapes tokens, text and title", () => {
    const view = tokenView(
      { ...lists, tokens: lists.tokens.map(() => EVIL) },
      { title: EVIL, text: EVIL },
    );
    assert.ok(!view.toHtml().includes("<img"));
    assert.ok(view.toHtml().includes("&lt;img"));
  });

  it("makes what has no shape of its own visible", () => {
    const view = tokenView({ tokens: ["##\u0301", "a\u200db", "\u05d0"], inputIds: [1, 2, 3] });
    assert.match(view.toHtml(), /##◌\u0301/);
    assert.match(view.toHtml(), /a\\u200db/);
    assert.match(view.describe(), /^3 tokens\n/);
  });

  it("works with ids and tokens alone, and without ids below", () => {
    const view = tokenView({ tokens: ["a"], inputIds: [7] }, { showIds: false });
    assert.ok(!view.toHtml().includes("<small"));
    assert.match(view.toHtml(), /1 token</);
  });

  it("shows the first of very many, and counts the rest", () => {
    const many = Array.from({ length: 1000 }, () => "a");
    const view = tokenView({ tokens: many, inputIds: many.map(() => 1) });
    assert.equal(boxes(view.toHtml()).length, 300);
    assert.match(view.toHtml(), /… 700 more/);
  });

  it("needs no script and no address, so that it works offline and in exported pages", () => {
    assert.ok(!/<script|https?:|\bid="/.test(html));
  });

  it("is shown by show(): boxes in a page, a table in a terminal", () => {
    const bundle = bundleOf(tokenView(lists));
    assert.match(String(bundle["text/html"]), /lab-tokens/);
    assert.match(String(bundle["text/plain"]), /##able +157/);
  });

  it("refuses lists of different lengths, and what isn't an encoding", () => {
    assert.throws(
      () => tokenView({ tokens: ["a"], inputIds: [1, 2] }),
      /RangeError: tokenView: inputIds must be as long as tokens \(1\), got 2/,
    );
    assert.throws(() => tokenView("a" as unknown as TokenLists), /TypeError: tokenView: .*got "a"/);
  });
});
