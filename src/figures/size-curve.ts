/**
 * Quality against size: one line a method, with its interval, over a logarithmic axis, because
 * sizes double.
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import { figureTable, plotlyText, type Figure, type FigureOptions } from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { houseLayout, PALETTE } from "./style";

export interface SizePoint {
  /** Numbers or bytes; above 0. */
  readonly size: number;
  readonly value: number;
  /** Ends of an interval around the value. Default: none is drawn. */
  readonly low?: number;
  readonly high?: number;
}

export interface SizeCurveOptions extends FigureOptions {
  /** Default "numbers per embedding". */
  xLabel?: string;
  yLabel?: string;
}

const SYMBOLS = ["circle", "diamond", "square", "triangle-up", "cross", "x", "star"];
/** Intervals at one size stand side by side: each series this much to the right. */
const SHIFT = 1.03;

/** @param series up to seven under their names */
export function sizeCurve(
  series: Readonly<Record<string, readonly SizePoint[]>>,
  { xLabel = "numbers per embedding", yLabel = "value", ...options }: SizeCurveOptions = {},
): Figure {
  const named = checkedSeries(series);
  const data = named.map(([name, points], place) => ({
    ...{ type: "scatter", mode: "lines+markers", name: plotlyText(name) },
    x: points.map(({ size }) => roundTo(size * SHIFT ** (place - (named.length - 1) / 2))),
    y: points.map(({ value }) => roundTo(value)),
    customdata: points.map(({ size }) => size),
    hovertemplate: `%{customdata}: %{y:.3f}<extra>${plotlyText(name)}</extra>`,
    ...{ line: { color: PALETTE[place], width: 2 } },
    marker: { color: PALETTE[place], size: 9, symbol: SYMBOLS[place] },
    error_y: {
      ...{ type: "data", symmetric: false, thickness: 1, width: 3 },
      array: points.map(({ value, high }) => roundTo((high ?? value) - value)),
      arrayminus: points.map(({ value, low }) => roundTo(value - (low ?? value))),
    },
  }));
  const { title, caption } = options;
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    ...{ xLabel, yLabel, height: options.height ?? 400 },
  });
  const sizes = [...new Set(named.flatMap(([, points]) => points.map(({ size }) => size)))];
  sizes.sort((a, b) => a - b);
  const ticks = { tickvals: sizes, ticktext: sizes.map((size) => formatNumber(size)) };
  Object.assign(layout, { showlegend: named.length > 1 });
  Object.assign(layout.xaxis as object, { type: "log", ...ticks });
  return {
    data,
    layout,
    alt: options.alt ?? inWords(named, { title, xLabel, yLabel }),
    ...(caption === undefined ? {} : { caption }),
    table: figureTable(
      ["", xLabel, yLabel, "low", "high"],
      named.flatMap(([name, points]) =>
        points.map(({ size, value, low, high }) => {
          return [name, size, roundTo(value), ...[low, high].map((end) => roundTo(end ?? value))];
        }),
      ),
    ),
  };
}

function checkedSeries(
  series: Readonly<Record<string, readonly SizePoint[]>>,
): [string, readonly SizePoint[]][] {
  const named = Object.entries(series);
  if (named.length === 0 || named.length > PALETTE.length) {
    throw new RangeError(
      `sizeCurve: there must be 1 to ${PALETTE.length} series, got ${named.length}`,
    );
  }
  for (const [name, points] of named) {
    const wrong = points.find(({ size, value }) => !(size > 0) || !Number.isFinite(value));
    if (wrong === undefined && points.length > 0) continue;
    throw new RangeError(
      `sizeCurve: "${name}" needs points with a size above 0 and a finite value, got ` +
        (wrong ? `size ${wrong.size}, value ${wrong.value}` : "none"),
    );
  }
  return named;
}

function inWords(
  named: readonly [string, readonly SizePoint[]][],
  { title, xLabel, yLabel }: { title: string | undefined; xLabel: string; yLabel: string },
): string {
  const each = named.map(([name, points]) => {
    const ends = [points[0]!, points[points.length - 1]!];
    const [first, last] = ends.map(
      ({ size, value }) => `${formatNumber(value, 3)} at ${formatNumber(size)}`,
    );
    return points.length === 1 ? `${name} ${first}` : `${name} from ${first} to ${last}`;
  });
  const what = title === undefined ? "Quality against size" : title;
  return `${what}. ${yLabel} over ${xLabel}: ${each.join("; ")}.`;
}
