/**
 * The script that draws figures on a page, as text to stand inside a `<script>`.
 *
 * It is plain JavaScript of its own file, not the source of a compiled function: compilers and
 * coverage tools write calls into functions that a page knows nothing of. It rides along with each
 * figure, because in a notebook any output may be cleared; the first one on a page does the work.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIVERGING, houseTemplate, SEQUENTIAL, Theme } from "./style";

/** Files of browser/, in the order in which they need each other. */
const PARTS = ["find-plotly", "dress", "keyboard", "slider", "draw", "page"];

let source: string | undefined;

/** The script's text, without comments and indentation. */
export function loaderSource(): string {
  source ??= [
    "(function () {",
    '"use strict";',
    "if ((window.labFigures || {}).scan) return window.labFigures.scan();",
    "const lab = {};",
    ...PARTS.map(partSource),
    "})();",
  ].join("\n");
  return source;
}

function partSource(name: string): string {
  return readFileSync(join(__dirname, "browser", `${name}.js`), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n")
    .replace('"THEMES"', () => jsonForScript(themes()));
}

/**
 * JSON that may stand inside a `<script>`: no text in it can end the script or open a comment.
 *
 * The two line separators that JSON allows and old JavaScript did not become escapes, too.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

function themes(): object {
  const of = (theme: Theme) => ({
    template: houseTemplate(theme),
    scales: { "house-sequential": SEQUENTIAL[theme], "house-diverging": DIVERGING[theme] },
  });
  return { light: of("light"), dark: of("dark") };
}
