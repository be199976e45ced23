/**
 * The script of a figure that draws itself, as text to stand inside a `<script>`.
 *
 * Every figure brings its script along, because in a notebook any output may be cleared; the first
 * one on a page does the work, and later ones only ask it to look for new figures. It is packed
 * with gzip, which browsers unpack themselves (DecompressionStream, in all of them since 2023):
 * less than half of its size. Where that is missing, the sentence or the picture stays.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { jsonForScript } from "./loader";

export interface PageScriptOptions {
  /** Files of browser/, without .js, in the order in which they need each other. */
  parts: readonly string[];
  /** What the page has of it, `window.labMaps`; the last part sets it, with a `scan()`. */
  global: string;
  /** Colours for light and dark pages, in place of `"THEMES"`. */
  themes: object;
}

/** The script itself, without comments and indentation; each file in a scope of its own. */
export function pageScript({ parts, global, themes }: PageScriptOptions): string {
  return [
    "(function () {",
    '"use strict";',
    rescan(global),
    "const lab = {};",
    ...parts.map((name) => `{\n${partSource(name, themes)}\n}`),
    "})();",
  ].join("\n");
}

/** What stands in the page: unpacks the script and runs it. */
export function packedScript(options: PageScriptOptions): string {
  const packed = gzipSync(pageScript(options), { level: 9 }).toString("base64");
  return [
    "(async function () {",
    '"use strict";',
    rescan(options.global),
    `const bytes = Uint8Array.from(atob("${packed}"), (letter) => letter.charCodeAt(0));`,
    'const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));',
    'const script = document.createElement("script");',
    "script.textContent = await new Response(stream).text();",
    "document.head.appendChild(script).remove();",
    "})();",
  ].join("\n");
}

function rescan(global: string): string {
  return `if ((window.${global} || {}).scan) return window.${global}.scan();`;
}

function partSource(name: string, themes: object): string {
  return readFileSync(join(__dirname, "browser", `${name}.js`), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n")
    .replace('"THEMES"', () => jsonForScript(themes));
}
