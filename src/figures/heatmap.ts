/**
 * A heat map: a table of numbers as colours, such as documents × terms or a similarity matrix.
 *
 * With values of both signs the colours meet in the middle at 0, so blue and red can be trusted to
 * mean "below" and "above"; for cosines fix min −1 and max 1, so that two maps can be compared.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import {
  Figure,
  FigureOptions,
  FigureTable,
  figureTable,
  MAX_TABLE_ROWS,
  plotlyText,
  shorten,
} from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { DIVERGING, houseLayout, SEQUENTIAL } from "./style";

/** Names of the rows and columns; one list serves both when each row is also a column. */
export type HeatmapLabels =
  readonly string[] | { rows: readonly string[]; columns: readonly string[] };

export interface HeatmapOptions extends FigureOptions {
  /** What a cell measures: "count", "cosine similarity". */
  valueLabel?: string;
  /** The value of the palest (or bluest) colour. Default: the smallest value, at most 0. */
  min?: number;
  /** The value of the darkest (or reddest) colour. Default: the largest value. */
  max?: number;
  /** Write the numbers into the cells. Default: where at most 16 columns leave room. */
  showValues?: boolean;
  /** Digits behind the point of a value near 1; smaller values get more. Default 2. */
  digits?: number;
}

const MAX_CELLS = 250_000;
const MAX_TICKS = 60;
const MAX_COLUMNS_WITH_VALUES = 16;
const MAX_TABLE_CELLS = 400;
const ROW_NAME_LENGTH = 36;
const COLUMN_NAME_LENGTH = 22;

/**
 * @param values [R, C] numbers, row by row; for a tensor, `tensor.arraySync()`
 * @param labels R row names and C column names
 */
export function heatmap(
  values: readonly ArrayLike<number>[],
  labels: HeatmapLabels,
  options: HeatmapOptions = {},
): Figure {
  const { rows, columns } = checkedLabels(values, labels);
  const { title, caption, valueLabel = "value", digits = 2 } = options;
  const z = values.map((row) => Array.from(row, (value) => roundTo(value)));
  const { min, max } = colourRange(z, options);
  const isDiverging = min < 0 && max > 0;
  const hasNumbers =
    options.showValues ?? (columns.length <= MAX_COLUMNS_WITH_VALUES && rows.length <= MAX_TICKS);

  const inCell = cellFormat(z, digits);
  const tilt = columnTilt(columns);
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    height: options.height ?? Math.min(Math.max(rows.length * 26 + 150 + tilt.height, 240), 800),
  });
  Object.assign(layout.xaxis as object, ticks(columns, COLUMN_NAME_LENGTH), {
    tickangle: tilt.angle,
  });
  Object.assign(layout.yaxis as object, ticks(rows, ROW_NAME_LENGTH), { autorange: "reversed" });
  // The loader unfolds these into one hover text per cell: R + C texts on the page, not R × C.
  layout.meta = { rows: rows.map(plotlyText), columns: columns.map(plotlyText) };

  return {
    data: [
      {
        type: "heatmap",
        z,
        zmin: min,
        zmax: max,
        // Named by the loader's dark theme: "house" scales turn round with the paper.
        colorscale: isDiverging ? DIVERGING.light : SEQUENTIAL.light,
        xgap: columns.length <= MAX_TICKS ? 1 : 0,
        ygap: rows.length <= MAX_TICKS ? 1 : 0,
        colorbar: { title: { text: plotlyText(valueLabel), side: "right" } },
        hovertemplate: `%{y}<br>%{x}<br>%{z}<extra></extra>`,
        ...(hasNumbers
          ? {
              text: z.map((row) => row.map((value) => inCell(value))),
              texttemplate: "%{text}",
            }
          : {}),
      },
    ],
    layout,
    alt: options.alt ?? inWords(title, z, rows, columns, valueLabel),
    ...(caption === undefined ? {} : { caption }),
    table: numbers(z, rows, columns, valueLabel),
  };
}

function checkedLabels(
  values: readonly ArrayLike<number>[],
  labels: HeatmapLabels,
): { rows: readonly string[]; columns: readonly string[] } {
  const { rows, columns } = "rows" in labels ? labels : { rows: labels, columns: labels };
  const wrong = values.findIndex((row) => row.length !== columns.length);
  if (values.length !== rows.length || wrong >= 0) {
    const shape = `[${values.length}, ${values[Math.max(wrong, 0)]?.length ?? 0}]`;
    throw new RangeError(
      `heatmap: ${rows.length} row and ${columns.length} column labels` +
        ` do not fit the values, got ${shape}${wrong >= 0 ? ` in row ${wrong}` : ""}`,
    );
  }
  const cells = rows.length * columns.length;
  if (cells === 0 || cells > MAX_CELLS) {
    throw new RangeError(
      `heatmap: there must be 1 to ${MAX_CELLS} cells, got ${rows.length} × ${columns.length};` +
        " draw a part of a larger table",
    );
  }
  return { rows, columns };
}

/** The ends of the colour scale: 0 belongs to it, and around 0 both sides are equally long. */
function colourRange(z: number[][], { min, max }: HeatmapOptions): { min: number; max: number } {
  let lowest = 0;
  let highest = 0;
  for (const row of z) {
    for (const value of row) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  if (lowest < 0 && highest > 0) {
    highest = Math.max(highest, -lowest);
    lowest = -highest;
  }
  const range = { min: min ?? lowest, max: max ?? highest };
  if (range.min === range.max) range.max = range.min + 1;
  if (!(range.min < range.max)) {
    throw new RangeError(`heatmap: min must be below max, got ${range.min} and ${range.max}`);
  }
  return range;
}

/** Names at places 0, 1, 2 …: two rows may share a name, and "2024" is no number. */
function ticks(labels: readonly string[], length: number): object {
  const step = Math.ceil(labels.length / MAX_TICKS);
  const shown = labels.map((_, index) => index).filter((index) => index % step === 0);
  return {
    tickvals: shown,
    ticktext: shown.map((index) => plotlyText(shorten(labels[index]!, length))),
    showgrid: false,
    zeroline: false,
  };
}

/** The whole table, or of a large one its largest cells, which is what anyone looks for in it. */
function numbers(
  z: number[][],
  rows: readonly string[],
  columns: readonly string[],
  valueLabel: string,
): FigureTable {
  if (rows.length * columns.length <= MAX_TABLE_CELLS) {
    return figureTable(
      ["", ...columns],
      rows.map((row, index) => [row, ...z[index]!]),
    );
  }
  const cells = z.flatMap((line, r) => line.map((value, c) => ({ value, r, c })));
  const largest = cells
    .filter(({ value, r, c }) => Number.isFinite(value) && !isItself(rows, columns, r, c))
    .sort((a, b) => b.value - a.value)
    .slice(0, MAX_TABLE_ROWS);
  return {
    columns: ["row", "column", valueLabel],
    rows: largest.map(({ value, r, c }) => [rows[r]!, columns[c]!, value]),
    total: cells.length,
  };
}

/** A similarity matrix has its largest values on the diagonal, which says nothing. */
function isItself(
  rows: readonly string[],
  columns: readonly string[],
  row: number,
  column: number,
): boolean {
  return row === column && rows.length === columns.length && rows[row] === columns[column];
}

/** Numbers of one table with equally many decimals, so that they can be compared at a glance. */
function cellFormat(z: number[][], digits: number): (value: number) => string {
  const values = z.flat().filter((value) => Number.isFinite(value));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const isWhole = values.every((value) => Number.isInteger(value));
  if (isWhole || largest === 0) return (value) => formatNumber(value);
  const decimals = Math.min(Math.max(0, digits - Math.floor(Math.log10(largest))), 8);
  return (value) => (value === 0 ? "0" : value.toFixed(decimals));
}

/** Column names stand level where they fit; else they lean to the left, where there is room. */
function columnTilt(columns: readonly string[]): { angle: number; height: number } {
  const longest = Math.min(Math.max(...columns.map((name) => name.length)), COLUMN_NAME_LENGTH);
  const isLevel = longest * 8 < 600 / columns.length;
  return isLevel ? { angle: 0, height: 0 } : { angle: -45, height: longest * 4 };
}

function inWords(
  title: string | undefined,
  z: number[][],
  rows: readonly string[],
  columns: readonly string[],
  valueLabel: string,
): string {
  let best = { value: -Infinity, row: 0, column: 0 };
  z.forEach((line, row) =>
    line.forEach((value, column) => {
      if (value > best.value && !isItself(rows, columns, row, column))
        best = { value, row, column };
    }),
  );
  const place = `${rows[best.row]} and ${columns[best.column]}`;
  const largest =
    best.value === -Infinity ? "" : `, largest at ${place} (${formatNumber(best.value, 3)})`;
  return (
    `Heat map${title === undefined ? "" : `: ${title}`}. ${valueLabel} of ${rows.length} rows` +
    ` and ${columns.length} columns${largest}.`
  );
}
