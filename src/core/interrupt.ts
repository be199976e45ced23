/**
 * Stopping long work when the reader asks for it: the notebook's stop button, or Ctrl-C.
 *
 * JavaScript can't be stopped from outside between two awaits, and an asynchronous cell that is
 * interrupted goes on computing unseen. So a training loop gives way once a step and asks:
 *
 *   await withInterrupt(async (signal) => {
 *     for (let step = 0; step < steps; step++) {
 *       await yieldToHost(signal, () => `the model as of step ${step}`);
 *       trainer.step();
 *     }
 *   });
 */
import { inWords } from "./check";
import { notebookHost } from "./notebook-host";

/** The reader stopped the work; what had been done by then is kept, and the message says what. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/**
 * Runs work with a signal that fires when the running cell is interrupted, or, in a terminal, at
 * Ctrl-C. The listener is taken away when the work ends, whichever way it does.
 *
 * A second Ctrl-C ends the process at once, as it would have without this.
 *
 * @returns what the work returns
 */
export async function withInterrupt<Result>(
  work: (signal: AbortSignal) => Promise<Result> | Result,
): Promise<Result> {
  if (typeof work !== "function") {
    throw new TypeError(`withInterrupt: work must be a function, got ${inWords(work)}`);
  }
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  try {
    return await work(controller.signal);
  } finally {
    stopListening();
  }
}

/**
 * Lets the event loop run once (timers, messages, the stop button), then goes on, or throws an
 * InterruptedError if the signal has fired meanwhile. Costs about 0.01 ms: call it once a step.
 *
 * @param kept what the reader still has when the work is cut off here: "the model as of step 12".
 *             A function is only called when it is needed. Default: nothing is said of it.
 */
export async function yieldToHost(
  signal?: AbortSignal,
  kept?: string | (() => string),
): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (!signal?.aborted) return;
  const whatIsKept = typeof kept === "function" ? kept() : kept;
  throw new InterruptedError(
    whatIsKept === undefined ? "stopped at your request" : `stopped; kept: ${whatIsKept}`,
  );
}

/** In a notebook its host says when; in a terminal the operating system's SIGINT does. */
function onInterrupt(listener: () => void): () => void {
  const host = notebookHost();
  if (host) return host.onInterrupt(listener);
  process.once("SIGINT", listener);
  return () => process.removeListener("SIGINT", listener);
}
