/**
 * Progress of long work: how far, how fast, how much longer.
 *
 *   const progress = startProgress({ label: "Training", total: steps });
 *   for (let step = 1; step <= steps; step++) {
 *     const { loss } = trainer.step();
 *     progress.update(step, { loss });
 *   }
 *   progress.finish();
 *
 * One display that changes in place: below the cell in a notebook (a saved notebook holds only its
 * last state), one line in a terminal, a plain line now and then in a log file. Updates may come as
 * often as they like; at most ten a second are drawn.
 */
import { assertInteger, inWords } from "./check";
import { escapeHtml } from "./escape-html";
import { notebookHost, type NotebookHost } from "./notebook-host";

export interface ProgressOptions {
  /** What is being done: "Training". Default "Working". */
  label?: string;
  /** How many units of work there are. Default: not known, so that only the count is shown. */
  total?: number;
  /** Units that were done before: work that goes on. The pace is that of the others. Default 0. */
  from?: number;
  /** What is counted: "step", "document", "MB". Default: a bare number. */
  unit?: string;
  /** Where it appears. Default: the notebook if one runs, else standard error. */
  output?: ProgressOutput;
}

export interface Progress {
  /**
   * @param done    units done so far, from 0 to total; it may not fall
   * @param details shown beside: { loss: 0.31 }
   */
  update(done: number, details?: ProgressDetails): void;
  /** Draws the last state with the time it all took. Later calls change nothing. */
  finish(details?: ProgressDetails): void;
  /** Draws the last state as one that was cut off: in a `catch`, before throwing on. */
  fail(reason: string): void;
}

export type ProgressDetails = Record<string, number | string>;

/** What there is to draw, already in words. */
export interface ProgressState {
  label: string;
  /** 0 to 1, or undefined without a total. */
  fraction: number | undefined;
  /** "120 of 600 steps · 41/s · 12 s left · loss 0.310" */
  text: string;
  status: "running" | "finished" | "failed";
}

export interface ProgressOutput {
  draw(state: ProgressState): void;
  /** Milliseconds that must pass between two drawings. */
  readonly interval: number;
}

/** Starts the clock and shows the empty bar. */
export function startProgress({
  label = "Working",
  total,
  from = 0,
  unit = "",
  output = defaultOutput(),
}: ProgressOptions = {}): Progress {
  if (total !== undefined) assertInteger("startProgress", { total }, { min: 0 });
  assertInteger("startProgress", { from }, { min: 0, max: total });
  const began = performance.now();
  let drawn = -Infinity;
  let done = from;
  let details: ProgressDetails = {};
  let status: ProgressState["status"] = "running";

  const draw = (note?: string) => {
    drawn = performance.now();
    const seconds = (drawn - began) / 1000;
    const fraction = total === undefined ? undefined : total === 0 ? 1 : done / total;
    const parts = [
      count(done, total, unit),
      status === "running" ? pace({ from, done, total }, seconds) : `in ${duration(seconds)}`,
      inDetail(details),
      note ?? "",
    ];
    output.draw({ label, fraction, text: parts.filter(Boolean).join(" · "), status });
  };
  const end = (how: "finished" | "failed", note?: string) => {
    if (status !== "running") return;
    status = how;
    draw(note);
  };

  draw();
  return {
    update(nowDone, nowDetails = details) {
      if (!Number.isFinite(nowDone) || nowDone < done || nowDone > (total ?? Infinity)) {
        const limit = total === undefined ? "" : ` and at most ${total}`;
        throw new RangeError(
          `progress.update: done must be at least ${done}${limit}, got ${inWords(nowDone)}`,
        );
      }
      if (status !== "running") return;
      done = nowDone;
      details = nowDetails;
      if (performance.now() - drawn >= output.interval) draw();
    },
    finish(lastDetails = details) {
      details = lastDetails;
      end("finished");
    },
    fail: (reason) => end("failed", reason),
  };
}

function defaultOutput(): ProgressOutput {
  const host = notebookHost();
  if (host) return notebookOutput(host);
  return process.stderr.isTTY ? terminalOutput(process.stderr) : logOutput(process.stderr);
}

let displays = 0;

/** One output below the cell, replaced in place: a bar as HTML, and the same as plain text. */
export function notebookOutput(host: NotebookHost): ProgressOutput {
  const id = `progress-${process.pid}-${++displays}`;
  let isNew = true;
  return {
    interval: 100,
    draw(state) {
      const bundle = { "text/html": toHtml(state), "text/plain": toLine(state) };
      if (isNew) host.display(bundle, { id });
      else host.update(id, bundle);
      isNew = false;
    },
  };
}

/** The part of a stream that is written to; process.stderr is one. */
export interface TextSink {
  write(text: string): unknown;
  readonly columns?: number;
}

/** One line, written over by the next. */
export function terminalOutput(sink: TextSink): ProgressOutput {
  return {
    interval: 100,
    draw(state) {
      // A line longer than the terminal is wide would wrap, and \r only returns to the last row.
      const line = toLine(state).slice(0, (sink.columns ?? 80) - 1);
      sink.write(`\r\x1b[K${line}${state.status === "running" ? "" : "\n"}`);
    },
  };
}

/** For a file or a pipe: a line every five seconds and one at the end. Quick work leaves one. */
export function logOutput(sink: TextSink): ProgressOutput {
  let isFirst = true;
  return {
    interval: 5000,
    draw(state) {
      const skip = isFirst && state.status === "running";
      isFirst = false;
      if (!skip) sink.write(`${toLine(state)}\n`);
    },
  };
}

function toLine({ label, fraction, text, status }: ProgressState): string {
  const percent = fraction === undefined ? "" : `${Math.floor(fraction * 100)} % · `;
  const stopped = status === "failed" ? "stopped at " : "";
  return `${label}: ${stopped}${percent}${text}`;
}

function toHtml({ label, fraction, text, status }: ProgressState): string {
  const value =
    fraction !== undefined ? ` value="${fraction}"` : status === "finished" ? ' value="1"' : "";
  const name = escapeHtml(label);
  const stopped = status === "failed" ? "stopped at " : "";
  return (
    `<div><label>${name} <progress max="1"${value} aria-label="${name}"></progress></label> ` +
    `<span style="font-variant-numeric: tabular-nums">${stopped}${escapeHtml(text)}</span></div>`
  );
}

function count(done: number, total: number | undefined, unit: string): string {
  const of = total === undefined ? "" : ` of ${total.toLocaleString("en")}`;
  const plural = /^[a-z]+$/.test(unit) && (total ?? done) !== 1 ? "s" : "";
  return `${rounded(done)}${of}${unit === "" ? "" : ` ${unit}${plural}`}`;
}

/** "41/s · 12 s left"; nothing in the first moment, when it would be a guess. */
function pace(
  { from, done, total }: { from: number; done: number; total: number | undefined },
  seconds: number,
): string {
  if (done === from || seconds < 0.2) return "";
  const rate = (done - from) / seconds;
  const left = total === undefined ? "" : ` · ${duration((total - done) / rate)} left`;
  return `${rounded(rate)}/s${left}`;
}

function inDetail(details: ProgressDetails): string {
  return Object.entries(details)
    .map(([name, value]) => `${name} ${typeof value === "number" ? rounded(value) : value}`)
    .join(" · ");
}

/** Three significant digits, whole numbers in full: 12,345 and 0.0312. */
function rounded(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) {
    return Math.round(value).toLocaleString("en");
  }
  return String(Number(value.toPrecision(3)));
}

/** "0.4 s", "12 s", "3 min 5 s", "2 h 10 min" */
function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
