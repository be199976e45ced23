/**
 * The line of the caller's own code that led to an operation, for error messages.
 *
 * A trace runs through TensorFlow.js and this folder; the first frame outside of both is the line
 * the reader wrote. Where no source is known (a cell that was never saved), the function's name is.
 */
import { join, sep } from "node:path";

/** How many frames to keep: gradients and tidy stack up many before the caller's own. */
const DEPTH = 40;

/** src/engine, whose frames are never the caller's. */
const ENGINE = join(__dirname, "..") + sep;
// Source maps lead TensorFlow.js's frames to files that only its authors have.
const FOREIGN = /node_modules|tfjs-\w+[\\/]src[\\/]|node:internal|\(native\)|<anonymous>\)$/;

/** Runs with stacks deep enough to hold the caller; errors made meanwhile keep them. */
export function withDeepStacks<Result>(act: () => Result): Result {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  try {
    return act();
  } finally {
    Error.stackTraceLimit = before;
  }
}

/** "src/model.ts:12:7", or undefined where no frame is the caller's. */
export function callerOf(site: Error): string | undefined {
  for (const frame of (site.stack ?? "").split("\n").slice(1)) {
    if (!frame.trimStart().startsWith("at ") || FOREIGN.test(frame) || frame.includes(ENGINE))
      continue;
    const place = /\(?((?:file:\/\/)?[^()\s]+:\d+:\d+)\)?$/.exec(frame.trim())?.[1];
    if (place !== undefined) return place.replace(/^file:\/\//, "");
  }
  return undefined;
}

/** " (called at src/model.ts:12:7)", or nothing. */
export function calledAt(site: Error | undefined): string {
  const caller = site && callerOf(site);
  return caller === undefined ? "" : ` (called at ${caller})`;
}

/** The function of TensorFlow.js nearest to the caller: "randomUniform", or undefined. */
export function operationOf(site: Error): string | undefined {
  const names = (site.stack ?? "").split("\n").flatMap((frame) => {
    const name = /at (?:Object\.|Module\.)?([A-Za-z0-9$]+?)__?op /.exec(frame.trim())?.[1];
    return name === undefined ? [] : [name];
  });
  return names[names.length - 1];
}
