"use strict";
/**
 * Runs notebooks without Python: npm run notebook -- notebooks/01-bag-of-words.ipynb
 *
 * Every code cell is run in order, in a process of its own for each notebook; outputs are written
 * back into the file. Exits with 1 on any error, promise rejection that nobody caught, or time-out.
 */
const path = require("node:path");
const { fork } = require("node:child_process");
const { parseArgs } = require("node:util");
const { readNotebook, writeNotebook } = require("./notebook/notebook-file.cjs");
const { plainText } = require("./notebook/cell-error.cjs");

const HELP = `Usage: npm run notebook -- [options] notebook.ipynb...

Runs every cell, without Python, and writes the outputs into the notebook.

  --check           run, but leave the file as it is
  --output FILE     write there instead of in place (one notebook only)
  --keep-going      go on after a cell that fails
  --timeout SECONDS the longest one cell may take (default 300)
  --backend NAME    tensorflow, webgpu, wasm or cpu (default: the best there is)
  --help            this text`;

/**
 * @param file path of the notebook
 * @param options.keepGoing go on after a cell that fails. Default false
 * @param options.timeout seconds that one cell may take. Default 300
 * @param options.env further environment variables for the notebook's process
 * @param options.onCell called with { index, source, seconds, error } as each code cell ends
 * @returns {Promise<{ ok, seconds, notebook, cells: { index, seconds, error }[] }>} the notebook
 *   holds the new outputs; nothing is written
 */
async function runNotebook(file, { keepGoing = false, timeout = 300, env = {}, onCell } = {}) {
  const notebook = readNotebook(file);
  const began = performance.now();
  const code = notebook.cells
    .map(({ cell_type: type, source }, index) => ({ type, source, index }))
    .filter(({ type, source }) => type === "code" && source.trim() !== "");
  const results = await runInChild(code, { keepGoing, timeout, env, onCell });

  let count = 0;
  for (const [index, cell] of notebook.cells.entries()) {
    if (cell.cell_type !== "code") continue;
    const result = results.get(index);
    cell.outputs = result?.outputs ?? [];
    cell.execution_count = result ? ++count : null;
    for (const output of cell.outputs) {
      if (output.output_type === "execute_result") output.execution_count = count;
    }
  }
  const cells = [...results].map(([index, { seconds, error }]) => ({ index, seconds, error }));
  return {
    ok: cells.length === code.length && cells.every(({ error }) => !error),
    seconds: (performance.now() - began) / 1000,
    notebook,
    cells,
  };
}

/** @returns {Promise<Map<number, { outputs, seconds, error }>>} by the cell's place in the notebook */
function runInChild(code, { keepGoing, timeout, env, onCell }) {
  const results = new Map();
  return new Promise((resolve) => {
    const child = fork(path.join(__dirname, "notebook/run-cells.cjs"), {
      env: { ...process.env, ...env },
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let running; // { index, timer, began }
    let stopped; // why we ended the process ourselves

    child.on("message", (message) => {
      if (message.type === "ready") child.send({ cells: code, keepGoing });
      if (message.type === "started") {
        const timer = setTimeout(() => {
          stopped = `took longer than the ${timeout} s that a cell may take (see --timeout)`;
          child.kill("SIGKILL");
        }, timeout * 1000);
        running = { index: message.index, timer, began: performance.now() };
      }
      if (message.type === "ended")
        end(message.index, message.seconds, message.error, message.outputs);
      if (message.type === "outputs") {
        for (const { index, outputs } of message.cells) results.get(index).outputs = outputs;
      }
    });
    child.on("exit", (status, signal) => {
      if (running) {
        const evalue = stopped ?? `ended the whole process (${signal ?? `exit code ${status}`})`;
        const error = { ename: stopped ? "TimeOut" : "ProcessEnded", evalue };
        error.traceback = [`${error.ename}: this cell ${evalue}`];
        const seconds = (performance.now() - running.began) / 1000;
        end(running.index, seconds, error, [{ output_type: "error", ...error }]);
      }
      resolve(results);
    });

    function end(index, seconds, error, outputs) {
      clearTimeout(running.timer);
      running = undefined;
      results.set(index, { outputs, seconds, error });
      onCell?.({ index, source: code.find((cell) => cell.index === index).source, seconds, error });
    }
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: "boolean" },
      output: { type: "string" },
      "keep-going": { type: "boolean" },
      timeout: { type: "string", default: "300" },
      backend: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const timeout = Number(values.timeout);
  if (!(timeout > 0)) throw new Error(`--timeout: must be above 0, got ${values.timeout}`);
  if (values.output && positionals.length > 1) {
    throw new Error(`--output: takes one notebook, got ${positionals.length}`);
  }

  let failed = 0;
  for (const file of positionals) {
    console.log(`${file}: running`);
    const run = await runNotebook(file, {
      keepGoing: values["keep-going"],
      timeout,
      env: values.backend ? { LAB_BACKEND: values.backend } : {},
      onCell: printCell,
    });
    if (!values.check) writeNotebook(values.output ?? file, run.notebook);
    if (!run.ok) failed++;
    const verdict = run.ok ? "all cells ran" : "FAILED";
    console.log(`${file}: ${verdict}, ${run.cells.length} cells in ${run.seconds.toFixed(1)} s`);
  }
  return failed > 0 ? 1 : 0;
}

function printCell({ index, source, seconds, error }) {
  const firstLine = source.trim().split("\n")[0].slice(0, 60);
  console.log(`  ${error ? "✗" : "✓"} cell ${index + 1}  ${seconds.toFixed(2)} s  ${firstLine}`);
  if (error) console.log(plainText(error).replace(/^/gm, "      "));
}

module.exports = { runNotebook };

if (require.main === module) {
  main().then(
    (status) => (process.exitCode = status),
    (error) => {
      console.error(`run-notebook: ${error.message}`);
      process.exitCode = 2;
    },
  );
}
