/**
 * A notebook as one web page: what the reader of a lesson sees without Jupyter, figures alive.
 *
 * The page needs three files near it (plotly.min.js, lab.css, katex/) and nothing from the network;
 * bin/pages/export.mjs puts them there. It reads in light and dark, on a phone and on paper.
 */
import { escapeHtml, joined } from "./escape-html.mjs";
import { highlight, markdownToHtml } from "./markdown.mjs";
import { oncePerPage } from "./once-per-page.mjs";
import { outputToHtml } from "./outputs.mjs";

/**
 * @typedef {object} PageOptions
 * @property {string} [title]    default: the notebook's first heading
 * @property {string} [base]     where the assets are, seen from the page; default "", beside it
 * @property {{ href: string, title: string }} [previous]  the lesson before
 * @property {{ href: string, title: string }} [next]      the lesson after
 * @property {string} [home]     address of the list of lessons
 * @property {(address: string) => string | undefined} [image]  an address that works from the page
 */

/**
 * @param {object} notebook a parsed .ipynb, format 4
 * @param {PageOptions} [options]
 * @returns {string} the page
 */
export function notebookToHtml(notebook, options = {}) {
  if (!Array.isArray(notebook?.cells)) {
    throw new TypeError(
      "notebookToHtml: this is no notebook of format 4, got " +
        (notebook === null || typeof notebook !== "object" ? String(notebook) : "no list of cells"),
    );
  }
  const headings = [];
  const cells = notebook.cells.map((cell) => cellToHtml(cell, headings, options.image));
  const title = options.title ?? titleOf(headings);
  return page({
    title,
    base: options.base ?? "",
    body:
      `<header class="bar">${lessonLinks(options)}</header>\n` +
      contents(headings) +
      `<main id="-main" class="lesson">\n${oncePerPage(cells.join("\n"))}\n</main>\n` +
      `<footer class="bar">${lessonLinks(options)}</footer>\n`,
  });
}

/** The list of lessons. */
export function indexToHtml(lessons, { title = "Embedding Lab", base = "" } = {}) {
  const items = lessons.map(
    ({ href, title: name }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`,
  );
  const list = `<ul>${items.join("\n")}</ul>`;
  const body = `<main id="-main" class="lesson"><h1>${escapeHtml(title)}</h1>\n${list}</main>`;
  return page({ title, base, body });
}

/** The notebook's first heading, in plain words. */
export function notebookTitle(notebook) {
  const headings = [];
  for (const cell of notebook.cells ?? []) {
    if (cell.cell_type === "markdown") markdownToHtml(joined(cell.source), { headings });
    if (headings.length > 0) break;
  }
  return titleOf(headings);
}

function titleOf(headings) {
  return headings[0]?.text ?? "Notebook";
}

function page({ title, base, body }) {
  const at = escapeHtml(base);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${at}katex/katex.min.css">
<link rel="stylesheet" href="${at}lab.css">
</head>
<body>
<a class="skip" href="#-main">Skip to the lesson</a>
${body}
</body>
</html>
`;
}

function lessonLinks({ previous, next, home }) {
  const link = (to, words, name) =>
    to ? `<a class="${name}" href="${escapeHtml(to.href)}">${words(escapeHtml(to.title))}</a>` : "";
  return (
    link(previous, (text) => `← ${text}`, "previous") +
    (home ? `<a class="home" href="${escapeHtml(home)}">All lessons</a>` : "") +
    link(next, (text) => `${text} →`, "next")
  );
}

function contents(headings) {
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  if (shown.length < 2) return "";
  const items = shown.map(
    ({ level, text, id }) =>
      `<li class="level-${level}">` +
      `<a href="#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`,
  );
  return (
    `<nav class="contents" aria-label="In this lesson"><details open>` +
    `<summary>In this lesson</summary><ol>${items.join("")}</ol></details></nav>\n`
  );
}

function cellToHtml(cell, headings, image) {
  const source = joined(cell.source);
  if (cell.cell_type === "markdown") {
    const find = (address) => attachment(cell, address) ?? image?.(address);
    return `<section class="text">${markdownToHtml(source, { headings, image: find })}</section>`;
  }
  if (cell.cell_type !== "code") return `<pre class="raw">${escapeHtml(source)}</pre>`;
  if (source.trim() === "" && (cell.outputs ?? []).length === 0) return "";
  const count = cell.execution_count ?? " ";
  const code = `<pre class="code"><code>${highlight(source)}</code></pre>`;
  const shownCode = cell.metadata?.jupyter?.source_hidden
    ? `<details><summary>Code</summary>${code}</details>`
    : code;
  return (
    `<section class="cell"><span class="count" aria-hidden="true">${escapeHtml(count)}</span>` +
    `${shownCode}\n${(cell.outputs ?? []).map(outputToHtml).join("\n")}</section>`
  );
}

/** Pictures pasted into a cell live in the cell. */
function attachment(cell, address) {
  if (!address.startsWith("attachment:")) return undefined;
  const forms = cell.attachments?.[decodeURIComponent(address.slice("attachment:".length))] ?? {};
  const [type, bytes] = Object.entries(forms)[0] ?? [];
  return type === undefined ? undefined : `data:${type};base64,${joined(bytes).replace(/\s/g, "")}`;
}
