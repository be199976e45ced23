/** What the lab's commands say on the terminal: one line for each step, and errors in two. */

export function say(text) {
  console.log(`lab: ${text}`);
}

/** An error with what to do about it, meant to be read without a stack trace. */
export class LabError extends Error {
  /**
   * @param what what is wrong, one line
   * @param remedy what to do, one line
   */
  constructor(what, remedy) {
    super(`${what}\n     ${remedy}`);
    this.name = "LabError";
  }
}

/** Ends the process: 1 with two readable lines for an expected error, the stack for a bug. */
export function fail(error) {
  console.error(error instanceof LabError ? `lab: ${error.message}` : error);
  process.exit(1);
}

/**
 * Says every few seconds that something is still going on, and how far it is.
 * @param describe returns the line to say, or undefined for nothing
 * @returns {() => void} stops it
 */
export function heartbeat(describe, everySeconds = 5) {
  const began = Date.now();
  const timer = setInterval(() => {
    const text = describe(Math.round((Date.now() - began) / 1000));
    if (text) say(text);
  }, everySeconds * 1000);
  return () => clearInterval(timer);
}
