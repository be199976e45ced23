/**
 * HTML as blocks: what a reader would see of it, paragraph by paragraph, below its headings.
 *
 * parse5 builds the tree that a browser would build, from broken pages, too.
 */
import { parse } from "parse5";
import { VISIBLE, visibility } from "./hidden-style.mjs";
import { Outline } from "./outline.mjs";

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset" +
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav" +
    " ol option optgroup p pre search section select summary table tbody tfoot thead tr ul"
  ).split(" "),
);
const CELL = /^t[dh]$/;
/** Not text, or that of a browser that lacks something. */
const NO_TEXT = new Set(
  "annotation annotation-xml audio canvas embed iframe object script style svg textarea video".split(
    " ",
  ),
);
/** Text of its own, which isn't shown. */
const UNSHOWN = new Set(["template", "noscript", "noframes", "datalist"]);

/**
 * @param {string} text
 * @param {{ maxCharacters: number, hasLineMarks?: boolean }} options
 *   hasLineMarks: text is on the line of the last data-line before it (Markdown's), not of its own
 */
export function parseHtml(text, options) {
  const reader = new HtmlReader(options);
  // Without scripting, what stands in <noscript> is parsed like the rest.
  reader.visit(
    parse(text, { sourceCodeLocationInfo: !options.hasLineMarks, scriptingEnabled: false }),
  );
  const { title, hiddenCharacters } = reader;
  return { blocks: reader.finish(), ...(title && { title }), hiddenCharacters };
}

class HtmlReader {
  hiddenCharacters = 0;
  title = undefined;
  #outline;
  #hasLineMarks;
  #text = "";
  #line = undefined;
  #markedLine = undefined;
  #preformatted = 0;

  constructor({ maxCharacters, hasLineMarks = false }) {
    this.#outline = new Outline({ maxCharacters });
    this.#hasLineMarks = hasLineMarks;
  }

  finish() {
    this.#close();
    return this.#outline.finish();
  }

  visit(node, inherited = VISIBLE) {
    const { nodeName, tagName } = node;
    if (nodeName === "#text") return this.#addText(node, inherited);
    if (nodeName === "#comment") return this.#hide(node.data);
    if (tagName === "title") return this.#setTitle(node);
    if (NO_TEXT.has(tagName)) return;
    const state = tagName === undefined ? inherited : visibility(node, inherited);
    if (UNSHOWN.has(tagName)) state.isHidden = true;
    this.#readLineMark(node);
    if (BLOCKS.has(tagName) || isBox(node)) this.#visitBlock(node, state);
    else this.#visitInline(node, state);
  }

  #visitInline(node, state) {
    const { tagName } = node;
    if (tagName === "br") this.#text += this.#preformatted > 0 ? "\n" : " ";
    // Cells of a row stay one block, and apart.
    const isLaterCell = CELL.test(tagName) && this.#text.trim() !== "";
    if (isLaterCell) this.#text = `${this.#text.trimEnd()} | `;
    for (const child of childrenOf(node)) this.visit(child, state);
  }

  #visitBlock(node, state) {
    const { tagName } = node;
    this.#close();
    if (tagName === "pre") this.#preformatted++;
    for (const child of childrenOf(node)) this.visit(child, state);
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level) this.#closeHeading(Number(level));
    else this.#close();
    if (tagName === "pre") this.#preformatted--;
  }

  #addText({ value, sourceCodeLocation: place }, { isHidden }) {
    if (isHidden) return this.#hide(value);
    if (this.#text.trim() === "" && value.trim() !== "") {
      const before = value.slice(0, value.length - value.trimStart().length);
      const first = place && place.startLine + before.split("\n").length - 1;
      this.#line = this.#hasLineMarks ? this.#markedLine : first;
      this.#text = "";
      value = this.#preformatted > 0 ? value.replace(/^(\s*\n)+/, "") : value.trimStart();
    }
    // Line ends stay, so that a sentence's line can be counted; empty lines would end it.
    this.#text += this.#preformatted > 0 ? value : value.replace(/\s*\n\s*/g, "\n");
  }

  #close() {
    const text =
      this.#preformatted > 0 ? this.#text.trimEnd() : this.#text.trim().replace(/ +/g, " ");
    const isPreformatted = this.#preformatted > 0;
    this.#outline.block(text, { line: this.#line, ...(isPreformatted && { isPreformatted }) });
    this.#text = "";
  }

  #closeHeading(level) {
    this.#outline.heading(level, this.#text, { line: this.#line });
    this.#text = "";
  }

  #hide(text) {
    this.hiddenCharacters += text.replace(/\s+/g, "").length;
  }

  #setTitle(node) {
    const text = childrenOf(node)
      .map((child) => child.value ?? "")
      .join("");
    this.title ??= text.trim().replace(/\s+/g, " ") || undefined;
  }

  #readLineMark({ attrs = [] }) {
    const mark = this.#hasLineMarks && attrs.find(({ name }) => name === "data-line");
    if (mark) this.#markedLine = Number(mark.value);
  }
}

/** A cell that lays out a part of the page, rather than one of a table. */
function isBox(node) {
  return CELL.test(node.tagName) && childrenOf(node).some(({ tagName }) => BLOCKS.has(tagName));
}

/** A template's children are in a document of their own. */
function childrenOf(node) {
  return node.content?.childNodes ?? node.childNodes ?? [];
}
