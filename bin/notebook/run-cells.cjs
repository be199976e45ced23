"use strict";
/**
 * The process that runs one notebook's cells for bin/run-notebook.cjs, and tells its parent of each
 * as it starts and ends. A process of its own: what a notebook does to it ends with it.
 */
const path = require("node:path");
const { createSession } = require("./session.cjs");

const ROOT = path.resolve(__dirname, "../..");

let outputs = []; // of the running cell
const displays = new Map(); // id → output, to be replaced in place

const session = createSession(ROOT, {
  stream(name, text) {
    const last = outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else outputs.push({ output_type: "stream", name, text });
  },
  display(data, id) {
    const output = { output_type: "display_data", data, metadata: {} };
    if (id !== undefined) displays.set(id, output);
    outputs.push(output);
  },
  update(data, id) {
    const output = displays.get(id);
    if (output) output.data = data;
  },
  result(data) {
    outputs.push({ output_type: "execute_result", data, metadata: {}, execution_count: undefined });
  },
});

process.on("message", ({ cells, keepGoing }) => void runAll(cells, keepGoing));
process.send({ type: "ready" });

/** @param cells {{ index: number, source: string }[]} the code cells, in order */
async function runAll(cells, keepGoing) {
  const all = [];
  for (const { index, source } of cells) {
    outputs = [];
    const cell = { index, outputs };
    process.send({ type: "started", index });
    const began = performance.now();
    const error = await session.execute(source);
    cell.seconds = (performance.now() - began) / 1000;
    if (error) outputs.push({ output_type: "error", ...error });
    all.push(cell);
    // The outputs so far, should a later cell take the process down.
    process.send({ type: "ended", index, seconds: cell.seconds, error, outputs });
    if (error && !keepGoing) break;
  }
  // Sent again at the very end: a display may be updated by a later cell.
  process.send({ type: "outputs", cells: all }, () => process.exit(0));
}
