/**
 * The script that draws maps, as text to stand inside a `<script>`.
 *
 * Every map brings it along, because in a notebook any output may be cleared; the first one on a
 * page does the work. It is packed with gzip, which browsers unpack themselves
 * (DecompressionStream, in all of them since 2023): 26 kB a map instead of 60. Where that is
 * missing, the sentence or the picture stays.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { MAP_THEMES } from "./embedding-map-style";
import { jsonForScript } from "./loader";

/** Files of browser/embedding-map/, in the order in which they need each other. */
const PARTS = ["data", "geometry", "theme", "paint", "labels", "overlay", "panel", "style"].concat([
  "frames",
  "controls",
  "map",
  "moving",
  "drawing",
  "gestures",
  "page",
]);

let packed: string | undefined;

/** What stands in the page: unpacks the script and runs it. */
export function mapLoaderSource(): string {
  packed ??= gzipSync(mapScript(), { level: 9 }).toString("base64");
  return [
    "(async function () {",
    '"use strict";',
    "if ((window.labMaps || {}).scan) return window.labMaps.scan();",
    `const bytes = Uint8Array.from(atob("${packed}"), (letter) => letter.charCodeAt(0));`,
    'const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));',
    'const script = document.createElement("script");',
    "script.textContent = await new Response(stream).text();",
    "document.head.appendChild(script).remove();",
    "})();",
  ].join("\n");
}

/** The script itself, without comments and indentation; each file in a scope of its own. */
export function mapScript(): string {
  return [
    "(function () {",
    '"use strict";',
    "if ((window.labMaps || {}).scan) return window.labMaps.scan();",
    "const lab = {};",
    ...PARTS.map((name) => `{\n${partSource(name)}\n}`),
    "})();",
  ].join("\n");
}

function partSource(name: string): string {
  return readFileSync(join(__dirname, "browser", "embedding-map", `${name}.js`), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n")
    .replace('"THEMES"', () => jsonForScript(MAP_THEMES));
}
