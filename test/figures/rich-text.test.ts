import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { html, markdown } from "../../src/figures/rich-text";

describe("html", () => {
  it("escapes what stands in ${…} and keeps what stands around it", () => {
    const { source } = html`<p title="${'"><script>'}">${"<b>"}</p>`;
    assert.equal(source, `<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;</p>`);
  });

  it("puts HTML into HTML as it is, lists joined", () => {
    const words = ["a", "<"].map((text) => html`<i>${text}</i>`);
    assert.equal(html`<b>${words}</b>`.source, "<b><i>a</i><i>&lt;</i></b>");
  });

  it("has its words as text", () => {
    assert.equal(html`<p>1 ${"<"} <b>2</b></p>`.describe(), "1 < 2");
  });
});

describe("markdown", () => {
  it("keeps its source", () => assert.equal(markdown("# x").source, "# x"));
});
