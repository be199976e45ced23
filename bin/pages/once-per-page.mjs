/**
 * What many figures of a page have in common, kept once.
 *
 * In a notebook every figure stands alone, as any output may be cleared: it brings the script that
 * draws it, and all its texts. A page is read as a whole, so the script stays with the first figure
 * only, and long lists of texts (document titles under the mouse) that several figures show move to
 * the top of the page.
 */
import { escapeHtml } from "./escape-html.mjs";

const LOADER = /<script class="(lab-(?:map-|attention-|softmax-)?loader)">[\s\S]*?<\/script>\n?/g;
const DATA = /(<script type="application\/json" class="lab-data">)([\s\S]*?)(<\/script>)/g;
const MIN_LENGTH = 1000;

/** @param {string} html the body of a page, with its figures */
export function oncePerPage(html) {
  const loaders = new Set();
  const withOneLoader = html.replace(LOADER, (loader, kind) => {
    if (loaders.has(kind)) return "";
    loaders.add(kind);
    return loader;
  });
  const counts = new Map();
  for (const [, , json] of withOneLoader.matchAll(DATA)) {
    eachTextList(parsed(json), (list) => {
      const key = JSON.stringify(list);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return list;
    });
  }
  const shared = [...counts.keys()].filter((key) => counts.get(key) > 1);
  if (shared.length === 0) return withOneLoader;
  const keyOf = new Map(shared.map((text, index) => [text, index]));
  const texts = shared.map(
    (text, index) =>
      `<script type="application/json" class="lab-texts" data-key="${escapeHtml(index)}">` +
      `${forScript(text)}</script>\n`,
  );
  const body = withOneLoader.replace(DATA, (whole, begin, json, end) => {
    const data = parsed(json);
    if (data === undefined) return whole;
    const smaller = eachTextList(data, (list) => {
      const key = keyOf.get(JSON.stringify(list));
      return key === undefined ? list : { labTexts: key };
    });
    return begin + forScript(JSON.stringify(smaller)) + end;
  });
  return texts.join("") + body;
}

/** Long lists of strings, wherever they are; the callback says what to put in their place. */
function eachTextList(value, callback) {
  if (Array.isArray(value)) {
    const isTexts = value.length > 0 && value.every((item) => typeof item === "string");
    if (isTexts && JSON.stringify(value).length >= MIN_LENGTH) return callback(value);
    return value.map((item) => eachTextList(item, callback));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, eachTextList(item, callback)]),
  );
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function forScript(json) {
  return json.replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
}
