/**
 * What a figure is here: plain Plotly JSON, a sentence for those who cannot see it, its numbers.
 *
 * Nothing in src/ loads plotly.js (it needs a browser): functions such as bars() return this
 * object, show() puts it on the page, and plotly.js, loaded once by that page, draws it. So a
 * figure can be tested, changed and saved like any other value.
 *
 * Lesson: notebooks/00-start-here.ipynb
 */

/** One Plotly trace: `type` and whatever attributes that type has. */
export type Trace = Record<string, unknown>;

/** Plotly's layout: titles, axes, sizes. */
export type Layout = Record<string, unknown>;

/** The numbers behind a figure, for those who read them rather than look. */
export interface FigureTable {
  columns: string[];
  rows: (string | number)[][];
  /** How many rows there would be, when `rows` holds only the first of them. */
  total?: number;
}

export interface Figure {
  data: Trace[];
  layout: Layout;
  /** What the figure shows, in a sentence: read aloud, and shown where no picture can be. */
  alt?: string;
  /** The line below the figure: what to look at. */
  caption?: string;
  table?: FigureTable;
}

/** What every figure function accepts. */
export interface FigureOptions {
  title?: string;
  caption?: string;
  /** Default: a sentence made from the title and the numbers. */
  alt?: string;
  /** Height in pixels. Default: what the content needs. */
  height?: number;
}

/** The most rows a figure's table lists; the rest is counted. */
export const MAX_TABLE_ROWS = 60;

/** Whether the value is Plotly JSON, ours or a learner's own `{ data, layout }`. */
export function isFigure(value: unknown): value is Figure {
  if (typeof value !== "object" || value === null) return false;
  const { data, layout } = value as Partial<Figure>;
  return (
    Array.isArray(data) &&
    data.every((trace) => typeof trace === "object" && trace !== null) &&
    typeof layout === "object" &&
    layout !== null
  );
}

/**
 * Text from data, made safe to stand in a Plotly title, label or hover text.
 *
 * Plotly reads a little HTML in all of these (`<b>`, `<br>`, `<a href>`): a document called
 * "a <b> c" would lose its `<b>`, and one with a link would become one. Entities stay letters.
 */
export function plotlyText(text: unknown): string {
  return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The text cut to `length` characters (never through an emoji), with … where something is gone. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** The first rows, and how many there are. */
export function figureTable(columns: string[], rows: (string | number)[][]): FigureTable {
  if (rows.length <= MAX_TABLE_ROWS) return { columns, rows };
  return { columns, rows: rows.slice(0, MAX_TABLE_ROWS), total: rows.length };
}
