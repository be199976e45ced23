/**
 * Early stopping: watch one number on held-out data, remember where it was best, and stop when it
 * has not improved for a while.
 *
 *   improved:  v < best - δ  (or v > best + δ)          stop:  p evaluations in a row without it
 *
 * Prechelt 1998, "Early stopping: but when?", section 2 (his third class of criteria, UP_s).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertBetween, assertInteger, inWords } from "../core/check";

export interface MonitorOptions {
  /** Which of the evaluation's numbers. */
  metric: string;
  /** Is a small number good, as of a loss, or a large one, as of an accuracy? Default "min". */
  goal?: "min" | "max";
  /** p: evaluations in a row without improvement that end the training. Default: none do. */
  patience?: number;
  /** δ: what counts as an improvement. Default 0: any. */
  minChange?: number;
}

/** Everything a monitor remembers, as it goes into a checkpoint. */
export interface MonitorState {
  bestStep: number;
  bestValue: number;
  /** Evaluations since the best one. */
  waited: number;
}

export interface Verdict {
  isBest: boolean;
  shouldStop: boolean;
}

export class Monitor {
  private current: MonitorState | undefined;
  private readonly options: Required<MonitorOptions>;

  constructor({ metric, goal = "min", patience = Infinity, minChange = 0 }: MonitorOptions) {
    if (goal !== "min" && goal !== "max") {
      throw new RangeError(`monitor: goal must be "min" or "max", got ${inWords(goal)}`);
    }
    if (patience !== Infinity) assertInteger("monitor", { patience }, { min: 1 });
    assertBetween("monitor", { minChange }, 0, Number.MAX_VALUE);
    this.options = { metric, goal, patience, minChange };
  }

  /** @param metrics of the evaluation after `step`; NaN never counts as best */
  observe(step: number, metrics: Readonly<Record<string, number>>): Verdict {
    const { metric, goal, minChange } = this.options;
    const value = metrics[metric];
    if (value === undefined) {
      const names = Object.keys(metrics).join(", ");
      throw new RangeError(`monitor: the evaluation gives no ${metric}; it gives ${names}`);
    }
    const sign = goal === "min" ? 1 : -1;
    const gain = this.current === undefined ? Infinity : sign * (this.current.bestValue - value);
    const isBest = Number.isFinite(value) && gain > minChange;
    if (isBest) this.current = { bestStep: step, bestValue: value, waited: 0 };
    else if (this.current) this.current = { ...this.current, waited: this.current.waited + 1 };
    return { isBest, shouldStop: this.shouldStop };
  }

  get shouldStop(): boolean {
    return (this.current?.waited ?? 0) >= this.options.patience;
  }

  get state(): MonitorState | undefined {
    return this.current;
  }

  restore(state: MonitorState | undefined): void {
    this.current = state;
  }
}
