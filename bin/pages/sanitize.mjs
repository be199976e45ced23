/**
 * HTML written inside Markdown, cut down to what text needs.
 *
 * Tags on the list stay, with the attributes on theirs; every other tag becomes letters. So a
 * lesson can have a <details> or a <sub>, and a document title that is a <script> is read, not run.
 * No ids: an element's id is also a name in the page's scripts. No <img>: Markdown has its own.
 */
import { escapeHtml } from "./escape-html.mjs";

const TAGS = new Set(
  (
    "a abbr b blockquote br caption code dd del details div dl dt em figcaption figure hr i " +
    "ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th " +
    "thead tr u ul"
  ).split(" "),
);
const ATTRIBUTES = new Set("align colspan href open rowspan title".split(" "));
const NAME = `[^<>"'=\\s/]+`;
const VALUE = `"[^"]*"|'[^']*'|[^\\s"'<>=\`]+`;
const TAG = new RegExp(
  `<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+${NAME}(?:\\s*=\\s*(?:${VALUE}))?)*)\\s*(/?)>`,
  "y",
);
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g;

export function sanitizeHtml(source) {
  let result = "";
  for (let at = 0; at < source.length;) {
    if (source.startsWith("<!--", at)) {
      const end = source.indexOf("-->", at + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    TAG.lastIndex = at;
    const tag = source[at] === "<" ? TAG.exec(source) : null;
    if (tag && TAGS.has(tag[2].toLowerCase())) {
      const name = tag[2].toLowerCase();
      result += tag[1] ? `</${name}>` : `<${name}${safeAttributes(tag[3])}>`;
      at = TAG.lastIndex;
    } else {
      const character = source[at++];
      // Entities stay: they are letters already.
      result += character === "<" || character === ">" ? escapeHtml(character) : character;
    }
  }
  return result;
}

/** Web, mail, anchors and relative addresses; no scripts. Pictures may also be data. */
export function safeAddress(address, { isImage = false } = {}) {
  const plain = decodeEntities(address).replace(/[\u0000-\u0020]/g, "");
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(plain)?.[1]?.toLowerCase();
  if (scheme === undefined) return plain.startsWith("//") ? undefined : address;
  if (["https", "http", "mailto"].includes(scheme)) return address;
  if (isImage && /^data:image\/(png|jpeg|gif|webp);base64,/i.test(plain)) return address;
  return undefined;
}

function safeAttributes(source) {
  let result = "";
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    const value = double ?? single ?? bare ?? "";
    if (!ATTRIBUTES.has(key)) continue;
    if (key === "href" && safeAddress(value) === undefined) continue;
    result += ` ${key}="${value.replace(/"/g, "&quot;").replace(/</g, "&lt;")}"`;
  }
  return result;
}

/** A colon can be written &#58; or &colon;, and a browser would read it. */
function decodeEntities(text) {
  return text
    .replace(/&#x([0-9a-f]+);?/gi, (_, code) => fromCode(parseInt(code, 16)))
    .replace(/&#(\d+);?/g, (_, code) => fromCode(Number(code)))
    .replace(/&colon;/gi, ":")
    .replace(/&(tab|newline);/gi, "");
}

function fromCode(code) {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
