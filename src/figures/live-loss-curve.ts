/**
 * A loss curve that grows while a model trains: one output, redrawn in place.
 *
 * Redrawing takes the page about a tenth of a second, so it happens a few times a second however
 * fast the steps come; finish() draws the last one, which is what a saved notebook keeps.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { notebookHost } from "../core/notebook-host";
import { figureBundle } from "./bundle";
import { Figure } from "./figure";
import { lossCurve, LossCurveOptions } from "./loss-curve";

export interface LiveLossCurveOptions extends LossCurveOptions {
  /** The shortest time between two drawings, in milliseconds. Default 300. */
  interval?: number;
}

export interface LiveLossCurve {
  /** Adds one value to each curve named; curves may start late and skip steps. */
  update(step: number, values: Record<string, number>): void;
  /** Draws what has not been drawn yet. Call it once, when training ends or is interrupted. */
  finish(): void;
  /** The curve so far, as a figure. */
  figure(): Figure;
}

let started = 0;

/** Shows nothing before the first update; outside a notebook it prints the last figure as text. */
export function liveLossCurve(options: LiveLossCurveOptions = {}): LiveLossCurve {
  const { interval = 300, ...curveOptions } = options;
  if (!(interval >= 0)) {
    throw new RangeError(`liveLossCurve: interval must be at least 0 ms, got ${interval}`);
  }
  const curves: Record<string, { steps: number[]; values: number[] }> = {};
  const id = `loss-curve-${process.pid}-${++started}`;
  const host = notebookHost();
  let lastDrawn = -Infinity;
  let isDisplayed = false;
  let isStale = false;

  const figure = () => lossCurve(curves, curveOptions);
  const draw = (isLive: boolean) => {
    lastDrawn = performance.now();
    isStale = false;
    if (!host) return;
    const bundle = figureBundle(figure(), isLive);
    if (isDisplayed) host.update(id, bundle);
    else host.display(bundle, { id });
    isDisplayed = true;
  };
  return {
    figure,
    update(step, values) {
      for (const [name, value] of Object.entries(values)) {
        const curve = (curves[name] ??= { steps: [], values: [] });
        curve.steps.push(step);
        curve.values.push(value);
      }
      isStale = true;
      if (performance.now() - lastDrawn >= interval) draw(true);
    },
    finish() {
      if (Object.keys(curves).length === 0) return;
      if (host) draw(false);
      else if (isStale) process.stdout.write(`${String(figureBundle(figure())["text/plain"])}\n`);
      isStale = false;
    },
  };
}
