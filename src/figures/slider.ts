/**
 * A figure with a slider: move it, and see what one number changes.
 *
 * The kernel cannot be asked while a page is read, so every position is computed beforehand, by
 * the same function that the lesson uses; a position stores only what differs from the first.
 * Moving the slider works offline, in exported pages, and with the arrow keys.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { Figure, isFigure } from "./figure";
import { compact } from "./figure-html";
import { formatNumber } from "./format-number";
import { tableTexts } from "./html-table";

export interface SliderOptions {
  /** What the slider sets, with its unit: "k1", "temperature". */
  label: string;
  /** First position. Not needed with `values`. */
  min?: number;
  /** Last position. */
  max?: number;
  /** From one position to the next. Default: a twentieth of the way. */
  step?: number;
  /** The positions themselves, for uneven steps such as 0.1, 1, 10. */
  values?: readonly number[];
  /** Where it stands at first. Default: the first position. */
  value?: number;
  /** The figure at each position, or a function that draws it. Same kind, size and axes for all. */
  frames: readonly Figure[] | ((value: number) => Figure);
}

/** The figure at the start, and what is needed to show the others. */
export interface SliderFigure {
  readonly figure: Figure;
  readonly control: { label: string; values: string[]; start: number; reset: string };
  readonly frames: FrameChange[][];
}

/** Where a frame differs from the first figure, and what it has there; null for nothing. */
export type FrameChange = [path: (string | number)[], value: unknown];

const MAX_FRAMES = 200;

export function sliderFigure(options: SliderOptions): SliderFigure {
  const values = positions(options);
  const { label, frames, value = values[0]! } = options;
  const figures = typeof frames === "function" ? values.map(frames) : frames;
  const wrong = figures.findIndex((figure) => !isFigure(figure));
  if (wrong >= 0) {
    throw new TypeError(
      `sliderFigure: frame ${wrong} must be a figure, got ${typeof figures[wrong]}`,
    );
  }
  if (figures.length !== values.length) {
    throw new RangeError(
      `sliderFigure: each position needs a frame, got ${figures.length} frames` +
        ` for ${values.length} positions`,
    );
  }
  const rowCounts = figures.map(({ table }) => table?.rows.length ?? 0);
  const other = rowCounts.findIndex((count) => count !== rowCounts[0]);
  if (other >= 0) {
    throw new RangeError(
      "sliderFigure: every frame must have as many table rows as the first," +
        ` got ${rowCounts[0]} and ${rowCounts[other]} in frame ${other}`,
    );
  }
  const start = values.findIndex((position) => Math.abs(position - value) < 1e-9);
  if (start < 0) {
    throw new RangeError(`sliderFigure: value must be one of ${values.join(", ")}, got ${value}`);
  }
  const texts = values.map((position) => formatNumber(position));
  const first = figures[start]!;
  const base = frameContent(first);
  return {
    figure: first,
    control: { label, values: texts, start, reset: `back to ${texts[start]}` },
    frames: figures.map((figure) => differences(base, frameContent(figure))),
  };
}

/** Whether the value came from sliderFigure(). */
export function isSliderFigure(value: unknown): value is SliderFigure {
  if (typeof value !== "object" || value === null) return false;
  const { figure, control, frames } = value as Partial<SliderFigure>;
  return isFigure(figure) && typeof control === "object" && Array.isArray(frames);
}

/** What a slider may change: the figure itself and all its words. */
export function frameContent(figure: Figure): Record<string, unknown> {
  const { data, layout } = compact(figure);
  return {
    data,
    layout,
    alt: figure.alt ?? "Figure",
    ...(figure.caption === undefined ? {} : { caption: figure.caption }),
    ...(figure.table === undefined ? {} : { rows: tableTexts(figure.table) }),
  };
}

function positions({ min, max, step, values }: SliderOptions): number[] {
  if (values !== undefined) {
    if (values.length < 2 || values.length > MAX_FRAMES) {
      throw new RangeError(
        `sliderFigure: there must be 2 to ${MAX_FRAMES} positions, got ${values.length}`,
      );
    }
    return [...values];
  }
  if (min === undefined || max === undefined || !(min < max)) {
    throw new RangeError(`sliderFigure: min must be below max, got ${min} and ${max}`);
  }
  const width = step ?? (max - min) / 20;
  const count = Math.floor((max - min) / width + 1e-9) + 1;
  if (!(width > 0) || count < 2 || count > MAX_FRAMES) {
    throw new RangeError(
      `sliderFigure: step must make 2 to ${MAX_FRAMES} positions from ${min} to ${max},` +
        ` got ${width}`,
    );
  }
  // Multiplied, not added up: 0.1 + 0.1 + 0.1 is not 0.3.
  return Array.from({ length: count }, (_, index) => Number((min + index * width).toPrecision(12)));
}

/** The paths at which two plain objects differ; lists of other lengths are replaced whole. */
function differences(from: unknown, to: unknown, path: (string | number)[] = []): FrameChange[] {
  if (from === to || (Number.isNaN(from) && Number.isNaN(to))) return [];
  const bothLists = Array.isArray(from) && Array.isArray(to) && from.length === to.length;
  // A list of numbers is one value: a pair per number would be longer than the list. In table rows
  // few cells change.
  const isOneValue =
    path.length >= 2 && path[0] !== "rows" && Array.isArray(to) && typeof to[0] !== "object";
  if (bothLists && !isOneValue) {
    return to.flatMap((value, index) => differences(from[index], value, [...path, index]));
  }
  if (bothLists && to.every((value, index) => value === from[index])) return [];
  if (isRecord(from) && isRecord(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) => differences(from[key], to[key], [...path, key]));
  }
  return [[path, to === undefined ? null : to]];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
