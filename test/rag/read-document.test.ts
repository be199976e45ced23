import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { readDocument, type SourceDocument } from "../../src/rag/read-document";
import type { ReadLimits } from "../../src/rag/read-limits";
import { RefusedDocument, type RefusalKind } from "../../src/rag/refused-document";
import { lines, makePdf, makePdfBomb, shown } from "./make-pdf";

let folder: string;
before(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "read-document-"))));
after(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

/** What a file of this name and content is read as. */
function read(
  name: string,
  content: string | Uint8Array,
  limits?: ReadLimits,
): Promise<SourceDocument> {
  return readDocument(write(name, content), { source: name, limits });
}

/** Texts with their place: the headings, and the line or page. */
async function blocksOf(name: string, content: string | Uint8Array): Promise<unknown[][]> {
  const { blocks } = await read(name, content);
  return blocks.map(({ text, headings, line, page }) => [text, headings.join("/"), line ?? page]);
}

async function assertRefused(
  document: Promise<SourceDocument>,
  kind: RefusalKind,
  message: RegExp,
): Promise<void> {
  await assert.rejects(document, (error) => {
    assert.ok(error instanceof RefusedDocument, String(error));
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, message);
    return true;
  });
}

describe("readDocument, text", () => {
  it("gives paragraphs with the line they begin on", async () => {
    assert.deepEqual(await blocksOf("a.txt", "\nOne\ntwo  \n\n \nThree\n"), [
      ["One\ntwo", "", 2],
      ["Three", "", 6],
    ]);
  });
  it("reads a byte order mark, Windows' line ends and UTF-16", async () => {
    const wanted = [
      ["Été", "", 1],
      ["42 €", "", 3],
    ];
    const text = "Été\r\n\r\n42 €\r\n";
    assert.deepEqual(await blocksOf("bom.txt", `\ufeff${text}`), wanted);
    assert.deepEqual(await blocksOf("16.txt", Buffer.from(`\ufeff${text}`, "utf16le")), wanted);
    const bigEndian = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    assert.deepEqual(await blocksOf("16be.txt", bigEndian), wanted);
    assert.deepEqual(await blocksOf("mac.txt", "Été\r\r42 €"), wanted);
  });
  it("refuses other bytes in a file named .txt", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    await assertRefused(read("b.txt", png), "not text", /no UTF-8/);
    await assertRefused(read("n.txt", "a\0b"), "not text", /NUL/);
    await assertRefused(read("u.txt", Buffer.from("ab", "utf16le")), "not text", /byte order mark/);
    await assertRefused(read("l.txt", Buffer.from("\xe9t\xe9", "latin1")), "not text", /no UTF-8/);
  });
  it("refuses what holds nothing, and what isn't there or isn't a document", async () => {
    await assertRefused(read("e.txt", ""), "no text", /is empty/);
    await assertRefused(read("s.txt", " \n\t\n"), "no text", /holds no text/);
    await assertRefused(readDocument(path.join(folder, "none.txt")), "unreadable", /ENOENT/);
    await assertRefused(read("x.docx", "a"), "format", /text, Markdown, HTML or PDF \(\.docx\)/);
    await assertRefused(read("x", "a"), "format", /no ending/);
    fs.mkdirSync(path.join(folder, "dir.txt"));
    await assertRefused(readDocument(path.join(folder, "dir.txt")), "not a file", /folder/);
  });
  it("refuses a pipe at once, instead of waiting for somebody to write", async () => {
    const pipe = path.join(folder, "pipe.txt");
    execFileSync("mkfifo", [pipe]);
    await assertRefused(readDocument(pipe), "not a file", /pipe/);
  });
  it("refuses a file of 100 MB without reading it", async () => {
    const file = write("large.txt", "");
    fs.truncateSync(file, 100e6);
    await assertRefused(readDocument(file), "too large", /has 100 MB, of which 20 MB are allowed/);
  });
  it("leaves out letters of the invisible alphabet, and counts them", async () => {
    const { blocks, hiddenCharacters } = await read("t.txt", "So \u{e0068}\u{e0069}it is.");
    assert.deepEqual([blocks[0]!.text, hiddenCharacters], ["So it is.", 2]);
  });
  it("says what it got when the input is wrong", async () => {
    await assert.rejects(readDocument(""), /readDocument: file must be a path, got ""/);
    const limits = { maxBytes: 0 };
    await assert.rejects(readDocument("a.txt", { limits }), /maxBytes must be above 0, got 0/);
  });
});

describe("readDocument, Markdown", () => {
  it("gives paragraphs, items and rows below their headings, with their lines", async () => {
    const text = [
      "# Hills", // 1
      "",
      "The **Anvil** is", // 3
      "[high](http://example.org).",
      "",
      "## A list", // 6
      "",
      "- one", // 8
      "  more",
      "- two", // 10
      "",
      "Inns", // 12
      "====",
      "| a | b |", // 14
      "|---|---|",
      "| c | d |", // 16
    ];
    assert.deepEqual(await blocksOf("a.md", text.join("\n")), [
      ["The Anvil is\nhigh.", "Hills", 3],
      ["one\nmore", "Hills/A list", 8],
      ["two", "Hills/A list", 10],
      ["a | b", "Inns", 14],
      ["c | d", "Inns", 16],
    ]);
  });
  it("keeps the lines of code, and knows them from prose", async () => {
    const { blocks } = await read("c.md", "# Code\n\n```js\nif (x) {\n  y();\n}\n```\n");
    const code = { text: "if (x) {\n  y();\n}", headings: ["Code"], line: 4, isPreformatted: true };
    assert.deepEqual(blocks, [code]);
  });
  it("leaves out front matter and takes the title from it", async () => {
    const { title, blocks } = await read("f.md", '---\ntitle: "The Hills"\ntags: x\n---\nText.\n');
    assert.deepEqual([title, blocks.length, blocks[0]!.line], ["The Hills", 1, 5]);
    assert.equal((await read("g.md", "# Hills\n\nText.")).title, "Hills");
  });
  it("leaves out what HTML within it hides, over several blocks, too", async () => {
    const text =
      "Seen. <span hidden>not</span>\n\n<div style='display:none'>\n\n*nor* this\n\n</div>\n";
    const { blocks, hiddenCharacters } = await read("h.md", `${text}\n<!-- no -->\n\nEnd.`);
    assert.deepEqual(
      blocks.map((block) => block.text.trim()),
      ["Seen.", "End."],
    );
    assert.equal(hiddenCharacters, "not".length + "northis".length + "no".length);
  });
});

describe("readDocument, HTML", () => {
  it("gives what a browser would show, below its headings, with lines", async () => {
    const page = [
      "<!doctype html><title>The  Hills</title><style>p { color: red }</style>",
      "<h1>Hills</h1><p>The <b>An</b>vil &amp; the", // 2
      "Bell.</p>",
      "<h3>Small</h3><ul><li>one<li>two <i>and</i> half</ul>", // 4
      "<h2>Table</h2><table><tr><th>a<th>b<tr><td>c<td><b>d</b></table>", // 5
      "<script>document.write('no')</script>tail<br>end", // 6
    ];
    assert.deepEqual(await blocksOf("a.html", page.join("\n")), [
      ["The Anvil & the\nBell.", "Hills", 2],
      ["one", "Hills/Small", 4],
      ["two and half", "Hills/Small", 4],
      ["a | b", "Hills/Table", 5],
      ["c | d", "Hills/Table", 5],
      ["tail end", "Hills/Table", 6],
    ]);
    assert.equal((await read("t.html", page.join("\n"))).title, "The Hills");
  });
  it("reads broken pages and pages laid out in tables", async () => {
    const broken = "<p>one<div>two<b>three</p></table><td>four";
    assert.deepEqual(
      (await blocksOf("b.htm", broken)).map(([text]) => text),
      [...["one", "twothree", "four"]],
    );
    const layout = "<table><tr><td><h1>Hills</h1><p>one</p><td><p>two</p></table>";
    assert.deepEqual(await blocksOf("l.html", layout), [
      ["one", "Hills", 1],
      ["two", "Hills", 1],
    ]);
  });
  it("makes a block of a heading with nothing below it, so that no word is lost", async () => {
    assert.deepEqual(await blocksOf("h.html", "<h1>One</h1><h2>Two</h2><h2>Three</h2>end"), [
      ["Two", "One", 1],
      ["end", "One/Three", 1],
    ]);
  });
  it("takes a heading as long as a paragraph for one", async () => {
    const long = "word ".repeat(50).trim();
    assert.deepEqual(await blocksOf("long.html", `<h1>One</h1><h2>${long}</h2><p>end`), [
      [long, "One", 1],
      ["end", "One", 1],
    ]);
  });
  it("keeps the lines of pre, but no other space", async () => {
    const { blocks } = await read("p.html", "<p> a \n\n  b </p>\n<pre>\nx\n  y\n</pre>");
    assert.deepEqual(
      blocks.map(({ text, line, isPreformatted }) => [text, line, isPreformatted]),
      [
        ["a\nb", 1, undefined],
        ["x\n  y", 5, true],
      ],
    );
  });
  it("decodes as the page declares, and refuses what it doesn't know", async () => {
    const page = (charset: string) =>
      Buffer.from(`<meta charset="${charset}"><p>\xe9t\xe9 \x80`, "latin1");
    assert.equal((await read("e.html", page("windows-1252"))).blocks[0]!.text, "été €");
    await assertRefused(read("k.html", page("klingon")), "not text", /"klingon"/);
    await assertRefused(read("u.html", page("utf-8")), "not text", /no UTF-8/);
  });

  const hidden: Record<string, string> = {
    "the attribute hidden": "<p hidden>secret</p>",
    "display: none": '<div style="color: red; DISPLAY:none !important"><p>secret</p></div>',
    "visibility: hidden": "<p style=visibility:hidden>secret</p>",
    "a font size of nothing": '<span style="font-size:0">secret</span>',
    "a font size of a pixel": '<span style="font-size: 1px">secret</span>',
    "white on white": '<p style="color: #FFF">secret</p>',
    "nearly white on white": '<p style="color: rgb(254, 254, 254)">secret</p>',
    "a colour on itself": '<div style="background:#036"><p style="color:#003366">secret</p></div>',
    "an attribute of old": "<font color=white>secret</font>",
    "a place off the screen": '<p style="position:absolute; left:-9999px">secret</p>',
    "no opacity": "<p style=opacity:0>secret</p>",
    "transparent letters": '<p style="color:rgba(0, 0, 0, 0)">secret</p>',
    "a box without height": '<p style="height:0;overflow:hidden">secret</p>',
    "a comment": "<!-- secret -->",
    "a template": "<template><p>secret</p></template>",
    noscript: "<noscript><p>secret</p></noscript>",
    "a closed dialog": "<dialog>secret</dialog>",
  };
  it("leaves out and counts what hides behind each of many ways", async () => {
    for (const [way, html] of Object.entries(hidden)) {
      const { blocks, hiddenCharacters } = await read("x.html", `<p>Seen.</p>${html}<p>Too.</p>`);
      const texts = blocks.map(({ text }) => text);
      assert.deepEqual([texts, hiddenCharacters], [["Seen.", "Too."], "secret".length], way);
    }
  });
  const visible = [
    '<p style="color:#fff; background:#036">shown</p>',
    '<div style="background: url(x.png)"><p style="color: white">shown</p></div>',
    '<p style="color: #eee">shown</p>',
    '<p style="opacity:.5; font-size: 9px; left: -5px; overflow: hidden; height: 2em">shown</p>',
    "<details><summary>shown</summary></details>",
    "<p aria-hidden=true>shown</p>",
  ];
  it("keeps what can be seen", async () => {
    for (const html of visible) {
      const { blocks, hiddenCharacters } = await read("v.html", html);
      assert.deepEqual([blocks[0]?.text, hiddenCharacters], ["shown", 0], html);
    }
  });
  it("refuses a page of which nothing can be seen", async () => {
    await assertRefused(read("n.html", "<p hidden>abc"), "no text", /only 3 hidden characters/);
    await assertRefused(read("m.html", "<script>abc</script>"), "no text", /holds no text/);
  });
});

describe("readDocument, PDF", () => {
  it("gives paragraphs with their page, below what is printed larger", async () => {
    const first =
      shown("Hills", 72, 760, { size: 20 }) +
      lines([
        "The Anvil lies north of Quillmouth, and",
        "rises to 1214 me-",
        "tres. It is (high).",
      ]) +
      lines(["A paragraph of its own goes on"], 630);
    const second = lines(["over the page. [Indeed.]"]) + shown("Inns", 72, 600, { size: 20 });
    const pdf = makePdf([first, second + lines(["The Blue Heron."], 570)], { title: "Town" });
    assert.deepEqual(await blocksOf("a.pdf", pdf), [
      ["The Anvil lies north of Quillmouth, and\nrises to 1214 metres. It is (high).", "Hills", 1],
      ["A paragraph of its own goes on\nover the page. [Indeed.]", "Hills", 1],
      ["The Blue Heron.", "Inns", 2],
    ]);
    assert.equal((await read("t.pdf", pdf)).title, "Town");
  });
  it("puts together words that are placed in parts, and parts those that are apart", async () => {
    const kerned = "BT /F1 11 Tf 72 700 Td [(Qui)20(llmouth)-400(town)] TJ ET\n";
    const placed = shown("Bell", 72, 686) + shown("Hill", 100, 686);
    const [block] = (await read("k.pdf", makePdf([kerned + placed]))).blocks;
    assert.equal(block!.text, "Quillmouth town\nBell Hill");
  });

  const hidden: Record<string, string> = {
    "rendering mode 3": shown("secret", 72, 500, { before: "3 Tr" }),
    "letters of no size": shown("secret", 72, 500, { size: 0.1 }),
    "letters scaled to nothing": `q .01 0 0 .01 0 0 cm ${shown("secret", 7200, 50000)} Q`,
    "off the page": shown("secret", 72, 5000),
    "white on the page": shown("secret", 72, 500, { before: "1 g" }),
    "white before something is painted":
      shown("secret", 72, 500, { before: "1 1 1 rg" }) + "0 0 1 rg 60 490 200 30 re f\n",
  };
  it("leaves out and counts what nobody sees", async () => {
    for (const [way, content] of Object.entries(hidden)) {
      const { blocks, hiddenCharacters } = await read(
        "h.pdf",
        makePdf([lines(["Seen."]) + content]),
      );
      assert.deepEqual([blocks[0]!.text, blocks.length], ["Seen.", 1], way);
      assert.equal(hiddenCharacters, "secret".length, way);
    }
  });
  it("keeps white letters on a dark ground", async () => {
    const ground = "0 0 .4 rg 60 490 200 30 re f\n";
    const { blocks } = await read(
      "w.pdf",
      makePdf([ground + shown("Shown", 72, 500, { before: "1 g" })]),
    );
    assert.equal(blocks[0]!.text, "Shown");
  });
  it("refuses a scan, with or without hidden letters behind it", async () => {
    const picture = "q 500 0 0 500 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n";
    await assertRefused(read("s.pdf", makePdf([picture])), "no text", /pictures \(a scan\)/);
    const layer = shown("words", 72, 300, { before: "3 Tr" });
    await assertRefused(read("o.pdf", makePdf([picture + layer])), "no text", /only 5 hidden/);
  });
  it("refuses what isn't a PDF, is cut short, or has too many pages", async () => {
    await assertRefused(read("x.pdf", "%PDF-1.7 and no more"), "damaged", /can't be parsed/);
    const pages = makePdf(["", "", ""].map((_, i) => lines([`Page ${i}.`])));
    await assertRefused(read("p.pdf", pages, { maxPages: 2 }), "too large", /3 pages, .* 2 are/);
    await assertRefused(read("b.pdf", Buffer.alloc(0)), "no text", /empty/);
  });
});

describe("readDocument, files made to do harm", () => {
  it("refuses a PDF of 3 kB that unpacks to a gigabyte", async () => {
    const bomb = makePdfBomb(1e9);
    assert.ok(bomb.length < 4000, `${bomb.length}`);
    const limits = { maxMemory: 256 };
    await assertRefused(read("bomb.pdf", bomb, limits), "too large", /more than 256 MB of memory/);
  });
  it("refuses what takes too long", async () => {
    // Each paragraph looks through all that is open, which is ever so much.
    const slow = "<div>".repeat(40_000) + "<p></p>".repeat(40_000);
    const limits = { maxSeconds: 0.3 };
    await assertRefused(
      read("slow.html", slow, limits),
      "too large",
      /longer to parse than 0\.3 s/,
    );
  });
  it("refuses a page nested too deeply, and one with too much text", async () => {
    await assertRefused(read("deep.html", "<b><i>".repeat(20_000)), "damaged", /nested too deeply/);
    const much = { maxCharacters: 100 };
    const long = `<p>${"word ".repeat(50)}`;
    await assertRefused(read("much.html", long, much), "too large", /more than 100 characters/);
    await assertRefused(read("much.txt", long, much), "too large", /more than 100 characters/);
  });
});
