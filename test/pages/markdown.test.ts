import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { importBin } from "../browser/chromium";

interface MarkdownModule {
  markdownToHtml(source: string, options?: { headings?: { id: string; text: string }[] }): string;
}
interface SanitizeModule {
  sanitizeHtml(source: string): string;
  safeAddress(address: string, options?: { isImage?: boolean }): string | undefined;
}
interface OutputsModule {
  outputToHtml(output: unknown): string;
  ansiToHtml(text: string): string;
}

let markdown: MarkdownModule;
let sanitize: SanitizeModule;
let outputs: OutputsModule;
before(async () => {
  markdown = await importBin<MarkdownModule>("pages/markdown.mjs");
  sanitize = await importBin<SanitizeModule>("pages/sanitize.mjs");
  outputs = await importBin<OutputsModule>("pages/outputs.mjs");
});

describe("markdownToHtml", () => {
  it("gives headings the ids that Jupyter gives them, each its own", () => {
    const headings: { id: string; text: string }[] = [];
    const html = markdown.markdownToHtml("# What is `idf`?\n\n## Same\n\n## Same", { headings });
    assert.deepEqual(
      headings.map(({ id }) => id),
      ["What-is-idf?", "Same", "Same-2"],
    );
    assert.match(html, /<h1 id="What-is-idf\?">What is <code>idf<\/code>\?<\/h1>/);
  });

  it("sets TeX between dollars, and leaves prices and code alone", () => {
    const html = markdown.markdownToHtml("$x^2$ costs $5 and $6, `$y$`.\n\n$$\\frac{a}{b}$$\n");
    assert.equal(html.split('class="katex"').length - 1, 2);
    assert.equal(html.split('class="katex-display"').length - 1, 1);
    assert.match(html, /costs \$5 and \$6, <code>\$y\$<\/code>/);
  });

  it("shows broken TeX as it was written instead of failing", () => {
    assert.match(markdown.markdownToHtml("$\\frac{a$"), /katex-error|\\frac\{a/);
  });

  it("links notebooks as pages, and no scripts", () => {
    const html = markdown.markdownToHtml(
      "[a](02-word2vec.ipynb#CBOW) [b](javascript:alert(1)) [c](https://x.org/a.ipynb)",
    );
    assert.match(
      html,
      /<a href="02-word2vec\.html#CBOW">a<\/a> b <a href="https:\/\/x\.org\/a\.ipynb">/,
    );
  });

  it("colours TypeScript, and escapes code in languages it does not know", () => {
    assert.match(markdown.markdownToHtml("```ts\nconst x = 1;\n```"), /hljs-keyword">const/);
    assert.match(markdown.markdownToHtml("```xyz\n<b>\n```"), /<code>&lt;b&gt;<\/code>/);
  });
});

describe("sanitizeHtml", () => {
  it("keeps the tags and attributes of text", () => {
    const source = "<details open><summary>More</summary>H<sub>2</sub>O <br/></details>";
    assert.equal(
      sanitize.sanitizeHtml(source),
      source.replace(" open", ' open=""').replace("<br/>", "<br>"),
    );
  });

  it("turns every other tag into letters, and drops every other attribute", () => {
    const cases: [string, string][] = [
      ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
      ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
      ['<b onclick="alert(1)" id="Plotly" style="x">y</b>', "<b>y</b>"],
      ['<a href="java&#115;cript:alert(1)">x</a>', "<a>x</a>"],
      ['<a href="&#x6A;avascript&colon;alert(1)">x</a>', "<a>x</a>"],
      ['<a href=" java\tscript:alert(1)">x</a>', "<a>x</a>"],
      ["<a href=javascript:alert(1)>x</a>", "<a>x</a>"],
      ["a < b <!-- gone --> c", "a &lt; b  c"],
      ["<b", "&lt;b"],
      ["<svg/onload=alert(1)>", "&lt;svg/onload=alert(1)&gt;"],
      ['<b title="><script>">x</b>', '<b title=">&lt;script>">x</b>'],
    ];
    for (const [source, expected] of cases) {
      assert.equal(sanitize.sanitizeHtml(source), expected, source);
    }
  });
});

describe("safeAddress", () => {
  it("lets data through for pictures only", () => {
    const png = "data:image/png;base64,AAAA";
    assert.equal(sanitize.safeAddress(png, { isImage: true }), png);
    assert.equal(sanitize.safeAddress(png), undefined);
    assert.equal(
      sanitize.safeAddress("data:image/svg+xml;base64,AAAA", { isImage: true }),
      undefined,
    );
    assert.equal(sanitize.safeAddress("//example.org/x"), undefined);
    assert.equal(sanitize.safeAddress("#a:b"), "#a:b");
  });
});

describe("outputToHtml", () => {
  it("prefers HTML, then Markdown, then pictures, then text", () => {
    const show = (data: object) => outputs.outputToHtml({ output_type: "display_data", data });
    assert.match(show({ "text/html": ["<i>", "x</i>"], "text/plain": "y" }), /<i>x<\/i>/);
    assert.match(
      show({ "text/markdown": "*x* <script>", "text/plain": "y" }),
      /<em>x<\/em> &lt;script/,
    );
    assert.match(show({ "image/png": "AA\nAA", "text/plain": '"' }), /base64,AAAA" alt="&quot;">/);
    assert.match(
      show({ "image/svg+xml": "<svg onload=x>" }),
      /<img src="data:image\/svg\+xml;base64,/,
    );
    assert.match(show({ "text/plain": "<b>" }), /<pre>&lt;b&gt;<\/pre>/);
    assert.match(outputs.outputToHtml({ output_type: "display_data" }), /<pre><\/pre>/);
  });

  it("shows errors and streams as text", () => {
    const error = { output_type: "error", ename: "E", evalue: "<b>", traceback: [] };
    assert.match(outputs.outputToHtml(error), /role="alert">E: &lt;b&gt;</);
    const stream = { output_type: "stream", name: "stderr", text: ["a", "<"] };
    assert.match(outputs.outputToHtml(stream), /class="output stderr">a&lt;</);
  });
});

describe("ansiToHtml", () => {
  it("turns colours into classes, drops other codes and lets \\r rewrite its line", () => {
    assert.equal(
      outputs.ansiToHtml("\u001b[1;31mno\u001b[0m \u001b[2K\u001b[90m<b>\u001b[39m."),
      '<span class="ansi-red ansi-bold">no</span> <span class="ansi-black">&lt;b&gt;</span>.',
    );
    assert.equal(outputs.ansiToHtml("10%\r20%\r100%\r\ndone"), "100%\ndone");
  });
});
