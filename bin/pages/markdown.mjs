/**
 * Markdown cells as HTML: headings that can be linked, code in colour, TeX as text and pictures of
 * letters, raw HTML only as far as sanitize.mjs lets it.
 */
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import katex from "katex";
import { Marked } from "marked";
import { escapeHtml } from "./escape-html.mjs";
import { safeAddress, sanitizeHtml } from "./sanitize.mjs";

hljs.registerLanguage("bash", bash);
hljs.registerLanguage("json", json);
hljs.registerLanguage("typescript", typescript);
hljs.registerAliases(["ts", "js", "javascript"], { languageName: "typescript" });
hljs.registerAliases(["sh", "shell"], { languageName: "bash" });

/** @typedef {{ level: number, text: string, id: string }} Heading */

/**
 * @param {string} source Markdown
 * @param {{ headings?: Heading[], image?: (address: string) => string | undefined }} options
 *   `headings` collects those of the cell; `image` turns an address into one that works from here
 */
export function markdownToHtml(source, { headings = [], image = (address) => address } = {}) {
  const marked = new Marked({ gfm: true });
  marked.use({
    extensions: [blockMath, environment, inlineMath],
    renderer: renderer(headings, image),
  });
  return marked.parse(source);
}

/** Code as HTML; in a language that is not known here, plain. */
export function highlight(code, language = "typescript") {
  if (!hljs.getLanguage(language)) return escapeHtml(code);
  return hljs.highlight(code, { language }).value;
}

/** The words of a line of Markdown, without its marks. */
export function plainText(tokens) {
  return tokens
    .map((token) => (token.tokens ? plainText(token.tokens) : unescaped(token.text ?? "")))
    .join("");
}

function renderer(headings, image) {
  return {
    heading({ tokens, depth }) {
      const text = plainText(tokens);
      const id = uniqueId(text, headings);
      headings.push({ level: depth, text, id });
      return `<h${depth} id="${escapeHtml(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code({ text, lang = "" }) {
      const language = lang.split(/\s/)[0] || "text";
      return `<pre><code>${highlight(text, language)}</code></pre>\n`;
    },
    html({ text }) {
      return sanitizeHtml(text);
    },
    link({ href, title, tokens }) {
      const words = this.parser.parseInline(tokens);
      const address = safeAddress(href);
      if (address === undefined) return words;
      // Lessons are pages here.
      const page = /^[a-z]+:/i.test(address) ? address : address.replace(/\.ipynb(?=$|#)/, ".html");
      return `<a href="${escapeHtml(page)}"${titleOf(title)}>${words}</a>`;
    },
    image({ href, title, text }) {
      const address = safeAddress(image(href) ?? href, { isImage: true });
      if (address === undefined) return escapeHtml(text);
      return `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}"${titleOf(title)}>`;
    },
    table({ header, rows }) {
      const cell = (tag) => (token) => {
        const align = token.align ? ` style="text-align:${token.align}"` : "";
        return `<${tag}${align}>${this.parser.parseInline(token.tokens)}</${tag}>`;
      };
      const body = rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`).join("\n");
      const head = `<thead><tr>${header.map(cell("th")).join("")}</tr></thead>`;
      return `<div class="wide"><table>${head}<tbody>${body}</tbody></table></div>\n`;
    },
  };
}

function titleOf(title) {
  return title ? ` title="${escapeHtml(title)}"` : "";
}

/** As Jupyter makes them, so that links inside a notebook work in both: words joined by dashes. */
function uniqueId(text, headings) {
  const base = text.trim().replace(/\s+/g, "-");
  const taken = new Set(headings.map(({ id }) => id));
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

function unescaped(text) {
  const letters = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => letters[name]);
}

function tex(source, displayMode) {
  return katex.renderToString(source, { displayMode, throwOnError: false, trust: false });
}

const blockMath = {
  name: "blockMath",
  level: "block",
  start: (source) => source.match(/\$\$/)?.index,
  tokenizer(source) {
    const match = /^\$\$([\s\S]+?)\$\$(?:\n|$)/.exec(source);
    return match ? { type: "blockMath", raw: match[0], text: match[1].trim() } : undefined;
  },
  renderer: ({ text }) => `<div class="wide">${tex(text, true)}</div>\n`,
};

const environment = {
  name: "environment",
  level: "block",
  start: (source) => source.match(/\\begin\{/)?.index,
  tokenizer(source) {
    const match = /^\\begin\{([a-z]+\*?)\}[\s\S]+?\\end\{\1\}(?:\n|$)/.exec(source);
    return match ? { type: "environment", raw: match[0], text: match[0].trim() } : undefined;
  },
  renderer: ({ text }) => `<div class="wide">${tex(text, true)}</div>\n`,
};

// No space inside the dollars and no digit after them, so that "$5 and $6" are prices; no backtick,
// so that code stays code.
const inlineMath = {
  name: "inlineMath",
  level: "inline",
  start: (source) => source.match(/\$/)?.index,
  tokenizer(source) {
    const match =
      /^\$\$([^$]+?)\$\$/.exec(source) ??
      /^\$(?!\s)((?:\\.|[^$\\\n`])+?)(?<!\s)\$(?!\d)/.exec(source);
    return match ? { type: "inlineMath", raw: match[0], text: match[1] } : undefined;
  },
  renderer: ({ raw, text }) => tex(text, raw.startsWith("$$")),
};
