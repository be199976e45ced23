/**
 * A bar chart: one value per label, or several series side by side.
 *
 * Bars lie by default, because labels are words and words are read from left to right.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { Figure, FigureOptions, figureTable, plotlyText, shorten, Trace } from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { houseLayout, PALETTE } from "./style";

/** One series of values, or several under their names. */
export type BarValues = ArrayLike<number> | Record<string, ArrayLike<number>>;

export interface BarsOptions extends FigureOptions {
  /** What the values measure, with its unit: "documents", "TF-IDF weight". */
  valueLabel?: string;
  /** Standing bars, for labels with an order, such as years or k = 1, 2, 3. Default false. */
  vertical?: boolean;
  /** Significant digits written at the bars' ends. Default 3. */
  digits?: number;
  /** The value axis' ends, for figures to be compared. Default: 0 and what the values need. */
  range?: [number, number];
}

const MAX_BARS = 2000;
const LABEL_LENGTH = 42;

/**
 * @param values [N] numbers, or up to seven named series of N numbers each
 * @param labels [N] one per bar; any text, the first one on top (or at the left)
 */
export function bars(
  values: BarValues,
  labels: readonly string[],
  options: BarsOptions = {},
): Figure {
  const { title, caption, valueLabel, vertical = false, digits = 3, range } = options;
  const series = namedSeries(values, labels);
  const isGrouped = series.length > 1;
  const ticks = {
    tickvals: labels.map((_, index) => index),
    ticktext: labels.map((label) => plotlyText(shorten(label, LABEL_LENGTH))),
    showgrid: false,
    zeroline: false,
  };
  const data = series.map(([name, numbers], index): Trace => {
    // Places are 0, 1, 2, not the labels: two documents may share a title.
    const places = labels.map((_, place) => place);
    const lengths = Array.from(numbers, (value) => roundTo(value));
    return {
      type: "bar",
      ...(isGrouped ? { name: plotlyText(name) } : {}),
      ...(vertical ? { x: places, y: lengths } : { orientation: "h", x: lengths, y: places }),
      marker: { color: PALETTE[index] },
      text: isGrouped && labels.length > 12 ? [] : lengths.map((v) => formatNumber(v, digits)),
      textposition: "outside",
      cliponaxis: false,
      // Labels apart from values: a slider's frames then repeat the values only.
      customdata: labels.map(plotlyText),
      hovertemplate: hoverTemplate(isGrouped ? name : valueLabel, vertical ? "y" : "x"),
    };
  });
  const size = vertical ? 380 : labels.length * (10 + 16 * series.length) + 110;
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    ...(valueLabel === undefined ? {} : { [vertical ? "yLabel" : "xLabel"]: valueLabel }),
    height: options.height ?? Math.max(size, 180),
  });
  const [labelAxis, valueAxis] = vertical ? ["xaxis", "yaxis"] : ["yaxis", "xaxis"];
  Object.assign(layout[labelAxis!] as object, ticks, vertical ? {} : { autorange: "reversed" });
  Object.assign(layout[valueAxis!] as object, { range: range ?? withRoom(series) });
  layout.showlegend = isGrouped;

  return {
    data,
    layout,
    alt: options.alt ?? inWords(title, series, labels, valueLabel),
    ...(caption === undefined ? {} : { caption }),
    table: figureTable(
      ["", ...series.map(([name]) => name)],
      labels.map((label, row) => [label, ...series.map(([, numbers]) => numbers[row]!)]),
    ),
  };
}

function namedSeries(values: BarValues, labels: readonly string[]): [string, ArrayLike<number>][] {
  const isOne = Array.isArray(values) || ArrayBuffer.isView(values);
  const series: [string, ArrayLike<number>][] = isOne
    ? [["value", values as ArrayLike<number>]]
    : Object.entries(values as Record<string, ArrayLike<number>>);
  if (labels.length === 0) throw new RangeError("bars: there must be a bar to draw, got 0 labels");
  if (labels.length > MAX_BARS) {
    throw new RangeError(
      `bars: at most ${MAX_BARS} bars can be read, got ${labels.length}; show the largest`,
    );
  }
  if (series.length === 0 || series.length > PALETTE.length) {
    throw new RangeError(
      `bars: there must be 1 to ${PALETTE.length} series, as more colours cannot be told apart,` +
        ` got ${series.length}`,
    );
  }
  for (const [name, numbers] of series) {
    if (numbers.length !== labels.length) {
      throw new RangeError(
        `bars: each label needs a value, got ${labels.length} labels` +
          ` and ${numbers.length} values (${name})`,
      );
    }
  }
  return series;
}

/** The full label, and below it the name of the value and the value. */
function hoverTemplate(name: string | undefined, axis: string): string {
  // A name that looks like a place for a value is a name all the same.
  const what = name === undefined ? "" : `${plotlyText(name).replace(/%\{/g, "%&#123;")} `;
  return `%{customdata}<br>${what}%{${axis}:,}<extra></extra>`;
}

/** From 0 to the longest bar, and room for the number written at its end. */
function withRoom(series: [string, ArrayLike<number>][]): [number, number] {
  const values = series.flatMap(([, numbers]) => Array.from(numbers)).filter(Number.isFinite);
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (lowest === highest) return [0, 1];
  const room = 0.12 * (highest - lowest);
  return [lowest < 0 ? lowest - room : 0, highest > 0 ? highest + room : 0];
}

function inWords(
  title: string | undefined,
  series: [string, ArrayLike<number>][],
  labels: readonly string[],
  valueLabel: string | undefined,
): string {
  const [, numbers] = series[0]!;
  const order = labels.map((_, index) => index).sort((a, b) => numbers[b]! - numbers[a]!);
  const at = (index: number) => `${labels[index]} (${formatNumber(numbers[index]!, 3)})`;
  const of = series.length > 1 ? ` of ${series.length} series` : "";
  const what = valueLabel === undefined ? "" : `, ${valueLabel}`;
  return (
    `Bar chart${title === undefined ? "" : `: ${title}`}. ${labels.length} bars${of}${what},` +
    ` from ${at(order[order.length - 1]!)} to ${at(order[0]!)}.`
  );
}
