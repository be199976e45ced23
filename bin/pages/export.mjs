/**
 * Notebooks → a folder of pages that open from a disk, without Jupyter and without network.
 *
 *   node bin/pages/export.mjs [notebook.ipynb …] [--out pages]
 *
 * Without names it takes all of notebooks/. Outputs are shown as they were saved; run the notebooks
 * first where they should be new.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { indexToHtml, notebookTitle, notebookToHtml } from "./notebook-html.mjs";
import { writeFileAtomic } from "./write-file.mjs";

export { notebookToHtml } from "./notebook-html.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, "../..");
const IMAGE_TYPES = {
  ".png": "png",
  ".jpg": "jpeg",
  ".jpeg": "jpeg",
  ".gif": "gif",
  ".webp": "webp",
};
const MAX_IMAGE_BYTES = 2_000_000;

/**
 * @param {{ notebooks?: string[], out?: string }} [options] paths; `out` default pages/
 * @returns {{ pages: string[], index: string }} the paths written
 */
export function exportPages({ notebooks = allNotebooks(), out = join(ROOT, "pages") } = {}) {
  if (notebooks.length === 0) throw new RangeError("exportPages: there is no notebook to export");
  const lessons = notebooks.map((path) => {
    const notebook = readNotebook(path);
    const href = `${basename(path, ".ipynb")}.html`;
    return { path, notebook, href, title: notebookTitle(notebook) };
  });
  const names = new Set(lessons.map(({ href }) => href));
  if (names.size < lessons.length) {
    throw new RangeError("exportPages: two notebooks have the same name, and so would their pages");
  }
  copyAssets(out);
  const pages = lessons.map(({ path, notebook, href, title }, index) => {
    const html = notebookToHtml(notebook, {
      title,
      previous: lessons[index - 1],
      next: lessons[index + 1],
      home: "index.html",
      image: (address) => imageData(dirname(path), address),
    });
    const page = join(out, href);
    writeFileAtomic(page, html);
    return page;
  });
  const index = join(out, "index.html");
  writeFileAtomic(index, indexToHtml(lessons));
  return { pages, index };
}

function allNotebooks() {
  const folder = join(ROOT, "notebooks");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => join(folder, name));
}

function readNotebook(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`exportPages: ${path} cannot be read (${error.code ?? error.message})`);
  }
  try {
    const notebook = JSON.parse(text);
    if (Array.isArray(notebook?.cells)) return notebook;
  } catch {
    // Falls through to the one message for both.
  }
  throw new Error(
    `exportPages: ${path} is no notebook of format 4; open it in Jupyter and save it`,
  );
}

/** plotly.js, the style sheet, and KaTeX with its fonts: 5.2 MB, copied when they changed. */
function copyAssets(out) {
  mkdirSync(join(out, "katex/fonts"), { recursive: true });
  const modules = join(ROOT, "node_modules");
  const katex = join(modules, "katex/dist");
  const fonts = readdirSync(join(katex, "fonts")).filter((name) => name.endsWith(".woff2"));
  const assets = [
    [join(HERE, "lab.css"), "lab.css"],
    [join(modules, "plotly.js-dist-min/plotly.min.js"), "plotly.min.js"],
    [join(katex, "katex.min.css"), "katex/katex.min.css"],
    ...fonts.map((name) => [join(katex, "fonts", name), `katex/fonts/${name}`]),
  ];
  for (const [from, to] of assets) {
    const target = join(out, to);
    const isSame =
      existsSync(target) &&
      statSync(target).size === statSync(from).size &&
      statSync(target).mtimeMs >= statSync(from).mtimeMs;
    if (!isSame) copyFileSync(from, target);
  }
}

/** Small pictures of the repository go into the page; others keep their address. */
function imageData(folder, address) {
  const type = IMAGE_TYPES[extname(address).toLowerCase()];
  if (type === undefined || /^[a-z]+:/i.test(address)) return undefined;
  const path = resolve(folder, decodeURIComponent(address));
  const isInside = !relative(ROOT, path).startsWith(`..${sep}`);
  if (!isInside || !existsSync(path) || statSync(path).size > MAX_IMAGE_BYTES) return undefined;
  return `data:image/${type};base64,${readFileSync(path).toString("base64")}`;
}

function main(words) {
  const notebooks = [];
  let out;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === "--help") {
      return console.log("node bin/pages/export.mjs [notebook.ipynb …] [--out folder]");
    }
    if (word === "--out") out = words[++index];
    else if (word.startsWith("-")) throw new Error(`export: unknown option, got ${word}`);
    else notebooks.push(resolve(word));
  }
  const options = { ...(notebooks.length && { notebooks }), ...(out && { out: resolve(out) }) };
  const { pages, index } = exportPages(options);
  console.log(`${pages.length} ${pages.length === 1 ? "page" : "pages"}, start at ${index}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
