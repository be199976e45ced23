/**
 * What a method costs as its task grows: measured points, and the law that carries on from them,
 * on two logarithmic axes. There a power law is a straight line, and its exponent is the slope.
 *
 * What was measured is drawn as points, what is only extrapolated as a dashed line, so that nobody
 * takes the one for the other.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import { figureTable, plotlyText, type Figure, type FigureOptions, type Trace } from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { houseLayout, PALETTE } from "./style";

export interface CostSeries {
  /** Sizes that were measured, all above 0. */
  readonly sizes: readonly number[];
  /** What each of them cost. */
  readonly costs: readonly number[];
  /** The cost of any size by the law. Default: none is drawn. */
  readonly law?: (size: number) => number;
}

export interface CostCurveOptions extends FigureOptions {
  /** Default "n". */
  xLabel?: string;
  /** Default "seconds". */
  yLabel?: string;
  /** Laws are drawn up to this size. Default: the largest measured. */
  upTo?: number;
  /** Level lines with a name: costs known from elsewhere. Default none. */
  marks?: Readonly<Record<string, number>>;
}

/** Points along a law: it may bend. */
const LAW_POINTS = 40;

/** @param series up to six under their names */
export function costCurve(
  series: Readonly<Record<string, CostSeries>>,
  { xLabel = "n", yLabel = "seconds", upTo, marks = {}, ...options }: CostCurveOptions = {},
): Figure {
  const named = checkedSeries(series);
  const smallest = Math.min(...named.flatMap(([, { sizes }]) => sizes));
  const largest = Math.max(upTo ?? 0, ...named.flatMap(([, { sizes }]) => sizes));
  const along = Array.from({ length: LAW_POINTS }, (_, at) =>
    roundTo(smallest * (largest / smallest) ** (at / (LAW_POINTS - 1))),
  );
  const data = named.flatMap(([name, { sizes, costs, law }], place): Trace[] => {
    const color = PALETTE[place];
    const measured: Trace = {
      ...{ type: "scatter", mode: "markers", name: plotlyText(`${name}, measured`) },
      ...{ x: [...sizes], y: costs.map((cost) => roundTo(cost)) },
      marker: { color, size: 9, symbol: ["circle", "diamond", "square"][place % 3] },
    };
    if (law === undefined) return [measured];
    const drawn: Trace = {
      ...{ type: "scatter", mode: "lines", name: plotlyText(`${name}, by its law`) },
      ...{ x: along, y: along.map((size) => roundTo(law(size))) },
      line: { color, width: 2, dash: "dash" },
    };
    return [measured, drawn];
  });
  for (const [name, cost] of Object.entries(marks)) {
    data.push({
      ...{ type: "scatter", mode: "lines+text", showlegend: false, hoverinfo: "name" },
      ...{ name: plotlyText(name), x: [smallest, largest], y: [cost, cost] },
      ...{ text: [plotlyText(name), ""], textposition: "top right" },
      line: { color: PALETTE[PALETTE.length - 1], width: 1, dash: "dot" },
    });
  }
  const { title, caption } = options;
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    ...{ xLabel, yLabel, height: options.height ?? 420 },
  });
  Object.assign(layout, { showlegend: true });
  Object.assign(layout.xaxis as object, { type: "log", dtick: 1 });
  Object.assign(layout.yaxis as object, { type: "log", dtick: 1 });
  return {
    data,
    layout,
    alt: options.alt ?? inWords(named, largest, title, xLabel, yLabel),
    ...(caption === undefined ? {} : { caption }),
    table: figureTable(["", "how known", xLabel, yLabel], tableRows(named, largest, marks)),
  };
}

function checkedSeries(series: Readonly<Record<string, CostSeries>>): [string, CostSeries][] {
  const named = Object.entries(series);
  if (named.length === 0 || named.length >= PALETTE.length) {
    throw new RangeError(
      `costCurve: there must be 1 to ${PALETTE.length - 1} series, got ${named.length}`,
    );
  }
  for (const [name, { sizes, costs }] of named) {
    if (sizes.length === 0 || sizes.length !== costs.length) {
      throw new RangeError(
        `costCurve: "${name}" needs a cost for each size, got ${sizes.length} sizes ` +
          `and ${costs.length} costs`,
      );
    }
    const wrong = [...sizes, ...costs].find((value) => !(value > 0 && value < Infinity));
    if (wrong === undefined) continue;
    throw new RangeError(`costCurve: sizes and costs must be above 0, got ${wrong} in "${name}"`);
  }
  return named;
}

function tableRows(
  named: readonly [string, CostSeries][],
  largest: number,
  marks: Readonly<Record<string, number>>,
): (string | number)[][] {
  const rows = named.flatMap(([name, { sizes, costs, law }]) => {
    const measured = sizes.map((size, i) => [name, "measured", size, roundTo(costs[i]!)]);
    return law === undefined
      ? measured
      : [...measured, [name, "extrapolated", largest, roundTo(law(largest))]];
  });
  return [...rows, ...Object.entries(marks).map(([name, cost]) => [name, "cited", "", cost])];
}

function inWords(
  named: readonly [string, CostSeries][],
  largest: number,
  title: string | undefined,
  xLabel: string,
  yLabel: string,
): string {
  const each = named.map(([name, { sizes, costs, law }]) => {
    const last = sizes.length - 1;
    const at = `${formatNumber(costs[last]!, 3)} at ${formatNumber(sizes[last]!)}`;
    const beyond = law && `, ${formatNumber(law(largest), 3)} extrapolated to ${largest}`;
    return `${name} ${at}${beyond ?? ""}`;
  });
  const what = `Cost${title === undefined ? "" : `: ${title}`}`;
  return `${what}. ${yLabel} over ${xLabel}: ${each.join("; ")}.`;
}
