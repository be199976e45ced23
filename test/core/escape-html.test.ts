import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { escapeHtml } from "../../src/core/escape-html";

describe("escapeHtml", () => {
  it("turns each of the five characters into its entity", () => {
    assert.equal(escapeHtml(`&<>"'`), "&amp;&lt;&gt;&quot;&#39;");
  });
  it("escapes every occurrence, not only the first", () => {
    assert.equal(escapeHtml("<<a>>"), "&lt;&lt;a&gt;&gt;");
  });
  it("leaves no tag or quote of a hostile title alive", () => {
    const escaped = escapeHtml(`</script><img src=x onerror="alert('1')">`);
    assert.doesNotMatch(escaped, /[<>"']/);
    assert.match(escaped, /onerror/); // still to be read
  });
  it("escapes an ampersand that already begins an entity, so that text shows as it was", () => {
    assert.equal(escapeHtml("&lt;"), "&amp;lt;");
  });
  it("leaves other text alone, beyond ASCII too", () => {
    assert.equal(escapeHtml("Zürich 東京 👋 a=b`c"), "Zürich 東京 👋 a=b`c");
  });
  it("takes what is not a string as a template would", () => {
    assert.equal(escapeHtml(3.5), "3.5");
    assert.equal(escapeHtml(null), "null");
  });
});
