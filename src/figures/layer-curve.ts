/**
 * A measurement at each layer of a model, from what goes in to what comes out: the cosine of two
 * occurrences of a word, say, or of two groups of them.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import type { Figure, FigureOptions } from "./figure";
import { formatNumber } from "./format-number";
import { lossCurve } from "./loss-curve";

export interface LayerCurveOptions extends FigureOptions {
  /** Default "cosine". */
  yLabel?: string;
  /** Ends of the value axis. Default [0, 1], wider where values lie outside. */
  range?: readonly [number, number];
  /** What stands before layer 1, one name a point. Default ["input"]. */
  before?: readonly string[];
}

/** @param curves up to seven under their names, each `before` and then layers 1, 2, 3 … */
export function layerCurve(
  curves: Record<string, readonly number[]>,
  options: LayerCurveOptions = {},
): Figure {
  const { yLabel = "cosine", before = ["input"], ...rest } = options;
  const lengths = new Set(Object.values(curves).map(({ length }) => length));
  if (lengths.size > 1) {
    throw new RangeError(
      `layerCurve: curves must have equally many layers, got ${[...lengths].join(" and ")}`,
    );
  }
  const length = [...lengths][0] ?? 0;
  const names = Array.from({ length }, (_, at) => before[at] ?? `layer ${at + 1 - before.length}`);
  const figure = lossCurve(curves, { xLabel: "layer", ...rest, yLabel });
  const all = Object.values(curves).flat();
  const range = options.range ?? [Math.min(0, ...all), Math.max(1, ...all)];
  const space = 0.03 * (range[1] - range[0]);
  Object.assign(figure.layout.xaxis as object, {
    ...{ tickvals: names.map((_, at) => at), ticktext: names, title: undefined },
    range: [-0.15, length - 0.85],
  });
  Object.assign(figure.layout.yaxis as object, { range: [range[0] - space, range[1] + space] });
  // Few points: they are the layers, so each is marked.
  for (const trace of figure.data) Object.assign(trace, { mode: "lines+markers" });
  return {
    ...figure,
    alt: options.alt ?? inWords(curves, names, options.title),
    table: {
      columns: ["layer", ...Object.keys(curves)],
      rows: names.map((name, at) => [name, ...Object.values(curves).map((values) => values[at]!)]),
    },
  };
}

function inWords(
  curves: Record<string, readonly number[]>,
  names: readonly string[],
  title: string | undefined,
): string {
  const last = names.length - 1;
  const each = Object.entries(curves).map(([name, values]) => {
    const [from, to] = [values[0]!, values[last]!].map((value) => formatNumber(value, 3));
    return `${name} goes from ${from} (${names[0]!}) to ${to} (${names[last]!})`;
  });
  return `Curves by layer${title === undefined ? "" : `: ${title}`}. ${each.join("; ")}.`;
}
