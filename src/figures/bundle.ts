/**
 * Any value as one output: a bundle of forms, of which the page takes the richest it knows.
 *
 *   text/plain                       a terminal, a search index
 *   text/html, text/markdown         Jupyter, exported pages
 *   application/vnd.plotly.v1+json   figures in VS Code, whose notebooks cannot load local scripts
 *
 * Every text that comes from data is escaped here or in the functions called; the one exception is
 * what an object's own `toHtml()` returns.
 */
import { inspect } from "node:util";
import { escapeHtml } from "../core/escape-html";
import { MimeBundle } from "../core/notebook-host";
import { Figure, isFigure } from "./figure";
import { figureHtml } from "./figure-html";
import { formatNumber } from "./format-number";
import { htmlTable, TableOptions, tableFromRecords, TableRecord, textTable } from "./html-table";
import { dataFramePreview, isDataFrame, isSparse, Preview, sparsePreview } from "./preview";
import { Markdown } from "./rich-text";
import { frameContent, isSliderFigure, SliderFigure } from "./slider";

/** Something that can put itself into words: a model, a device report. */
export interface Describable {
  describe(): string;
}

/** Something that can show itself: `toHtml` escapes whatever came from data. */
export interface Drawable {
  toHtml(): string;
}

export interface BundleOptions extends TableOptions {
  /** A line above tables and previews. */
  title?: string;
}

export function bundleOf(value: unknown, options: BundleOptions = {}): MimeBundle {
  if (isSliderFigure(value)) return sliderBundle(value);
  if (isFigure(value)) return figureBundle(value);
  if (value instanceof Markdown) {
    return { "text/markdown": value.source, "text/plain": value.source };
  }
  if (isDataFrame(value)) return previewBundle(dataFramePreview(value, options), options);
  if (isSparse(value)) return previewBundle(sparsePreview(value), options);
  if (isRecords(value)) {
    const table = tableFromRecords(value, options);
    return previewBundle({ headline: "", table }, options);
  }
  if (hasMethod<Drawable>(value, "toHtml")) {
    const text = hasMethod<Describable>(value, "describe") ? value.describe() : inspect(value);
    return { "text/html": value.toHtml(), "text/plain": text };
  }
  if (hasMethod<Describable>(value, "describe")) return textBundle(value.describe());
  return textBundle(inWords(value));
}

/** The line above, and the table below it. */
export function previewBundle({ headline, table }: Preview, options: BundleOptions): MimeBundle {
  const { title } = options;
  const lines = [title, headline].filter((line) => line !== undefined && line !== "");
  const above = lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join("");
  return {
    "text/html": above + htmlTable(table, options),
    "text/plain": [...lines, textTable(table, options)].join("\n"),
  };
}

/** Text in a fixed-width block, so that columns made with spaces stay columns. */
export function textBundle(text: string): MimeBundle {
  return {
    "text/html": `<pre style="white-space:pre-wrap">${escapeHtml(text)}</pre>`,
    "text/plain": text,
  };
}

/** @param isLive whether this output will soon be replaced by the next */
export function figureBundle(figure: Figure, isLive = false): MimeBundle {
  return {
    "text/html": figureHtml(figure, { isLive }),
    "text/plain": figureText(figure),
    "application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout },
  };
}

function sliderBundle({ figure, control, frames }: SliderFigure): MimeBundle {
  const extra = { ...frameContent(figure), control, frames };
  const moves = `slider "${control.label}": ${control.values.join(", ")}`;
  return {
    ...figureBundle(figure),
    "text/html": figureHtml(figure, { extra }),
    "text/plain": `${figureText(figure)}\n${moves}`,
  };
}

function figureText({ alt = "Figure", caption, table }: Figure): string {
  const lines = [`[${alt}]`];
  if (caption !== undefined) lines.push(caption);
  if (table !== undefined) lines.push(textTable(table, { maxRows: 10 }));
  return lines.join("\n");
}

/** Numbers and strings as they are, lists of numbers rounded, everything else as Node prints it. */
function inWords(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatNumber(value, 6);
  const isTyped = ArrayBuffer.isView(value) && !(value instanceof DataView);
  if (isTyped || (Array.isArray(value) && value.length > 0 && value.every(isNumber))) {
    const numbers = Array.from(value as unknown as ArrayLike<number>);
    const shown = numbers.slice(0, 20).map((number) => formatNumber(Number(number)));
    const more = numbers.length > 20 ? `, … (${formatNumber(numbers.length)} numbers)` : "";
    return `[${shown.join(", ")}${more}]`;
  }
  return inspect(value, { depth: 3, maxArrayLength: 30, breakLength: 96 });
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function isRecords(value: unknown): value is TableRecord[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((row) => {
    if (typeof row !== "object" || row === null) return false;
    const prototype: unknown = Object.getPrototypeOf(row);
    return prototype === null || (prototype as object).constructor?.name === "Object";
  });
}

function hasMethod<T>(value: unknown, name: keyof T & string): value is T {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === "function";
}
