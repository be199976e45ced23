/**
 * Curves over training steps: the loss, an accuracy, a learning rate.
 *
 * A loss over single batches jumps about, so a smoothed line can be laid over the raw one: the
 * exponential moving average s_t = w·s_{t−1} + (1 − w)·x_t, divided by 1 − w^t so that the first
 * values are not pulled towards 0 (the correction of Kingma & Ba 2015, "Adam", section 3).
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { Figure, FigureOptions, figureTable, plotlyText, Trace } from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { houseLayout, PALETTE } from "./style";

/** One curve: its values at steps 0, 1, 2 …, or values with the steps they belong to. */
export type Curve = ArrayLike<number> | { steps: ArrayLike<number>; values: ArrayLike<number> };

export interface LossCurveOptions extends FigureOptions {
  /** Default "step". */
  xLabel?: string;
  /** Default "loss". */
  yLabel?: string;
  /**
   * w of the moving average, from 0 (none, the default) to below 1; 0.9 remembers ~10 steps.
   * A curve of fewer than 2 / (1 − w) points is drawn as it is.
   */
  smoothing?: number;
  /** Logarithmic value axis. Default false. */
  logY?: boolean;
}

interface NamedCurve {
  name: string;
  steps: number[];
  values: number[];
}

/** More than this many points in a curve cannot be seen; it is drawn from evenly spaced ones. */
const MAX_POINTS = 1000;
/** Curves differ in dash as well as colour, for prints and for eyes that mix the colours up. */
const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "solid"];

/**
 * @param curves up to seven curves under their names: `{ training: [...], validation: [...] }`
 */
export function lossCurve(curves: Record<string, Curve>, options: LossCurveOptions = {}): Figure {
  const { title, caption, xLabel = "step", yLabel = "loss", smoothing = 0, logY } = options;
  const named = checkedCurves(curves, smoothing);
  const hasOne = named.length === 1;
  const data = named.flatMap((curve, place): Trace[] => {
    const drawn = thinned(curve);
    const line = { color: PALETTE[place], width: 2, dash: DASHES[place] };
    const trace = {
      type: "scatter",
      mode: drawn.steps.length === 1 ? "markers" : "lines",
      name: plotlyText(curve.name),
      x: drawn.steps,
      y: drawn.values.map((value) => roundTo(value)),
      hovertemplate: "%{y:.4~g}",
      line,
    };
    // An average over more points than there are would only lag behind them.
    if (smoothing === 0 || curve.values.length * (1 - smoothing) < 2) return [trace];
    const smooth = thinned({ ...curve, values: smoothed(curve.values, smoothing) });
    const pale = { line: { color: PALETTE[place], width: 1 }, opacity: 0.4, hoverinfo: "skip" };
    return [
      { ...trace, hovertemplate: undefined, ...pale, showlegend: false },
      { ...trace, y: smooth.values.map((value) => roundTo(value)) },
    ];
  });
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    xLabel,
    yLabel,
    height: options.height ?? 340,
  });
  Object.assign(layout, { showlegend: !hasOne, hovermode: "x unified" });
  if (logY) Object.assign(layout.yaxis as object, { type: "log", dtick: 1 });
  return {
    data,
    layout,
    alt: options.alt ?? inWords(title, named, xLabel),
    ...(caption === undefined ? {} : { caption }),
    table: figureTable(["curve", xLabel, yLabel], named.flatMap(tableRows)),
  };
}

/** The moving average of the values, free of the pull towards 0 at the start. */
export function smoothed(values: ArrayLike<number>, weight: number): number[] {
  let average = 0;
  let seen = 0;
  return Array.from(values, (value) => {
    if (!Number.isFinite(value)) return value;
    seen++;
    average = weight * average + (1 - weight) * value;
    return average / (1 - weight ** seen);
  });
}

function checkedCurves(curves: Record<string, Curve>, smoothing: number): NamedCurve[] {
  const entries = Object.entries(curves);
  if (entries.length === 0 || entries.length > PALETTE.length) {
    throw new RangeError(
      `lossCurve: there must be 1 to ${PALETTE.length} curves, got ${entries.length}`,
    );
  }
  if (!(smoothing >= 0 && smoothing < 1)) {
    throw new RangeError(`lossCurve: smoothing must be at least 0 and below 1, got ${smoothing}`);
  }
  return entries.map(([name, curve]) => {
    const values = Array.from("values" in curve && "steps" in curve ? curve.values : curve);
    const steps =
      "steps" in curve ? Array.from(curve.steps) : values.map((_, index): number => index);
    if (values.length === 0 || steps.length !== values.length) {
      throw new RangeError(
        `lossCurve: "${name}" needs values, one per step,` +
          ` got ${values.length} values and ${steps.length} steps`,
      );
    }
    return { name, steps, values };
  });
}

/** At most MAX_POINTS of the curve, evenly spaced, always with the last. */
function thinned({ name, steps, values }: NamedCurve, most = MAX_POINTS): NamedCurve {
  if (values.length <= most) return { name, steps, values };
  const places = Array.from({ length: most }, (_, index) =>
    Math.round((index * (values.length - 1)) / (most - 1)),
  );
  return { name, steps: places.map((p) => steps[p]!), values: places.map((p) => values[p]!) };
}

function tableRows(curve: NamedCurve): (string | number)[][] {
  const { steps, values } = thinned(curve, 12);
  return steps.map((step, index) => [curve.name, step, roundTo(values[index]!)]);
}

function inWords(title: string | undefined, curves: NamedCurve[], xLabel: string): string {
  const each = curves.map(({ name, steps, values }) => {
    const last = values.length - 1;
    const from = formatNumber(values[0]!, 3);
    const to = formatNumber(values[last]!, 3);
    return `${name} goes from ${from} to ${to} at ${xLabel} ${formatNumber(steps[last]!)}`;
  });
  return `Curves${title === undefined ? "" : `: ${title}`}. ${each.join("; ")}.`;
}
