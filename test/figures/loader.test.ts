import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { jsonForScript, loaderSource } from "../../src/figures/loader";

describe("jsonForScript", () => {
  it("cannot end its script or open a comment, and reads back the same", () => {
    const value = { text: "</script><!-- <script> ]]> &amp; \u2028 \u2029 ünï" };
    const json = jsonForScript(value);
    assert.ok(!/[<>&\u2028\u2029]/.test(json));
    assert.deepEqual(JSON.parse(json), value);
  });
});

describe("loaderSource", () => {
  it("is JavaScript that may stand inside a script, small, without comments", () => {
    const source = loaderSource();
    assert.doesNotThrow(() => new Function(source));
    assert.ok(!/<\/script|<!--|"THEMES"|^\s*\/\//m.test(source));
    assert.ok(source.length < 18_000, String(source.length));
  });
});
