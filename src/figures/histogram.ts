/**
 * A histogram: how often do values fall into each of many equal bins?
 *
 * Several series lie over each other in the same bins, each as a share of its own values, so that
 * 500 cosines of one model can be held beside 5,000 of another.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { figureTable, plotlyText, type Figure, type FigureOptions, type Trace } from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { houseLayout, PALETTE } from "./style";

export interface HistogramOptions extends FigureOptions {
  /** What is counted: "cosine". Default "value". */
  valueLabel?: string;
  /** Default 40. */
  numBins?: number;
  /** Ends of the value axis; what lies outside is refused. Default: the smallest and largest. */
  range?: readonly [number, number];
}

/**
 * @param series up to seven lists of values under their names
 */
export function histogram(
  series: Readonly<Record<string, ArrayLike<number>>>,
  { valueLabel = "value", numBins = 40, ...options }: HistogramOptions = {},
): Figure {
  const named = Object.entries(series);
  const [low, high] = rangeOf(named, numBins, options.range);
  const width = (high - low) / numBins;
  const middles = Array.from({ length: numBins }, (_, bin) => roundTo(low + (bin + 0.5) * width));
  const shares = named.map(([, values]) => binShares(values, low, width, numBins));
  const data = named.map(([name], place): Trace => ({
    type: "scatter",
    mode: "lines",
    name: plotlyText(name),
    x: middles,
    y: shares[place]!.map((share) => roundTo(share)),
    // Steps, filled below: where series overlap, both stay visible.
    line: { color: PALETTE[place], width: 2, shape: "hvh" },
    fill: "tozeroy",
    fillcolor: `${PALETTE[place]!}33`,
    hovertemplate: "%{y:.1%}",
  }));
  const { title, caption } = options;
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    xLabel: valueLabel,
    yLabel: "share",
    height: options.height ?? 340,
  });
  Object.assign(layout, { showlegend: named.length > 1, hovermode: "x unified" });
  Object.assign(layout.xaxis as object, { range: [low, high] });
  Object.assign(layout.yaxis as object, { tickformat: ".0%", rangemode: "tozero" });
  return {
    data,
    layout,
    alt: options.alt ?? inWords(named, title, valueLabel),
    ...(caption === undefined ? {} : { caption }),
    table: figureTable(
      ["", "values", "lowest", "median", "highest"],
      named.map(([name, values]) => {
        const [lowest, median, highest] = [0, 0.5, 1].map((share) => quantile(values, share));
        return [name, values.length, lowest!, median!, highest!];
      }),
    ),
  };
}

function rangeOf(
  named: readonly [string, ArrayLike<number>][],
  numBins: number,
  range?: readonly [number, number],
): readonly [number, number] {
  if (named.length === 0 || named.length > PALETTE.length) {
    throw new RangeError(
      `histogram: there must be 1 to ${PALETTE.length} series, got ${named.length}`,
    );
  }
  if (!(Number.isInteger(numBins) && numBins >= 1)) {
    throw new RangeError(`histogram: numBins must be a whole number above 0, got ${numBins}`);
  }
  let [lowest, highest] = [Infinity, -Infinity];
  for (const [name, values] of named) {
    if (values.length === 0) throw new RangeError(`histogram: "${name}" has no values`);
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value)) {
        throw new RangeError(`histogram: values must be finite, got ${value} in "${name}"`);
      }
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }
  if (range === undefined) return lowest < highest ? [lowest, highest] : [lowest, lowest + 1];
  if (range[0] <= lowest && highest <= range[1] && range[0] < range[1]) return range;
  throw new RangeError(
    `histogram: range must hold all values, ${lowest} to ${highest}, got [${range.join(", ")}]`,
  );
}

/** The share of the values in each bin; the last bin holds the upper end, too. */
function binShares(
  values: ArrayLike<number>,
  low: number,
  width: number,
  numBins: number,
): number[] {
  const counts = new Array<number>(numBins).fill(0);
  for (let i = 0; i < values.length; i++) {
    counts[Math.min(numBins - 1, Math.floor((values[i]! - low) / width))]!++;
  }
  return counts.map((count) => count / values.length);
}

/** The value below which this share of the values lies. */
function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return roundTo(sorted[Math.round(share * (sorted.length - 1))]!);
}

function inWords(
  named: readonly [string, ArrayLike<number>][],
  title: string | undefined,
  valueLabel: string,
): string {
  const each = named.map(([name, values]) => {
    const [low, middle, high] = [0, 0.5, 1].map((share) =>
      formatNumber(quantile(values, share), 3),
    );
    return `${name} from ${low!} to ${high!}, half below ${middle!}`;
  });
  const what = `Histogram${title === undefined ? "" : `: ${title}`}`;
  return `${what}. ${valueLabel}: ${each.join("; ")}.`;
}
