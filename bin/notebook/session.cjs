"use strict";
/**
 * One running notebook: compiles and runs cells through tslab, and says what came of it.
 *
 * The Jupyter kernel (bin/kernel.cjs) and the runner that needs no Python
 * (bin/notebook/run-notebook.cjs) are two faces of this. Beyond plain tslab 1.0.22 it gives:
 * the repository as working folder, errors with TypeScript positions, changed library files
 * together with all that import them, a host for rich displays (src/core/notebook-host.ts), and
 * an interrupt that also ends loops which wait on timers.
 */
const util = require("node:util");
const vm = require("node:vm");
const { AsyncLocalStorage } = require("node:async_hooks");
const positions = require("./typescript-positions.cjs");
const { compileError, runtimeError, plainText } = require("./cell-error.cjs");
const { watchLibraryFiles } = require("./library-files.cjs");

const HOST_KEY = Symbol.for("embedding-lab.notebook-host");
const DIAGNOSTIC_FORMAT = "%s%d:%d - %s";

/**
 * @param root the repository's folder; the process moves there
 * @param outputs {{ stream(name, text), display(bundle, id), update(bundle, id), result(bundle) }}
 *   where what the cells print, show and return goes
 */
function createSession(root, outputs) {
  process.chdir(root);
  positions.keepSourceMaps(root);
  const library = watchLibraryFiles(root);
  const { createConverter } = require("tslab/dist/converter");
  const { createExecutor } = require("tslab/dist/executor");

  let complaints = []; // what tslab reports of the running cell: diagnostics or what was thrown
  let strays = []; // rejections and exceptions that nobody caught while the cell ran
  let isExecuting = false;
  let interruptListeners = new Set();
  let running; // { name, code, interrupted }
  let count = 0;

  const node = library.refreshDependents(createConverter({ isJS: false, isBrowser: false }));
  const executor = createExecutor(
    root,
    { node, browser: undefined, close: () => node.close() },
    {
      log: (value) => outputs.result(asBundle(value)),
      error: (...complaint) => complaints.push(complaint),
    },
  );

  const insideCell = stopTimersOfInterruptedCells();
  nameCellScripts(() => running?.name);
  process[HOST_KEY] = {
    display: (bundle, { id } = {}) => outputs.display(bundle, id),
    update: (id, bundle) => outputs.update(bundle, id),
    onInterrupt(listener) {
      interruptListeners.add(listener);
      return () => interruptListeners.delete(listener);
    },
  };
  process.on("unhandledRejection", noteStray);
  process.on("uncaughtException", noteStray);
  sendWritesTo(outputs.stream);

  return {
    /** @returns {Promise<{ ename, evalue, traceback } | undefined>} the error, if there was one */
    async execute(code) {
      running = { name: `cell ${++count}`, code, interrupted: false };
      const cell = running;
      complaints = [];
      strays = [];
      isExecuting = true;
      library.noticeChanges();
      const ok = await insideCell
        .run(cell, () => executor.execute(code))
        // The compiler itself broke down; without this the cell would never end.
        .catch((error) => void complaints.push([error]));
      // One turn of the event loop, so that a rejection nobody caught belongs to this cell.
      await new Promise((resolve) => setImmediate(resolve));
      isExecuting = false;
      return errorOf(cell, ok);
    },
    interrupt() {
      if (running) running.interrupted = true;
      const listeners = interruptListeners;
      interruptListeners = new Set();
      for (const listener of listeners) listener();
      executor.interrupt();
    },
    complete: (code, position) => executor.complete(code, position),
    inspect: (code, position) => executor.inspect(code, position),
    close: () => executor.close(),
  };

  function noteStray(reason) {
    if (isExecuting) strays.push(reason);
    else outputs.stream("stderr", `${plainText(runtimeError(reason, running, root))}\n`);
  }

  function errorOf(cell, ok) {
    // A loop that never awaits is broken off by Node itself, with an error of its own.
    if (complaints[0]?.[0]?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") cell.interrupted = true;
    if (cell.interrupted && !ok) {
      const evalue = "stopped by you; what was computed before is kept";
      return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
    }
    if (!ok) {
      const diagnostics = complaints.filter(([format]) => format === DIAGNOSTIC_FORMAT);
      if (diagnostics.length > 0) return compileError(diagnostics.map(asDiagnostic), cell.code);
      return runtimeError(complaints[0]?.[0], cell, root);
    }
    return strays.length > 0 ? runtimeError(strays[0], cell, root) : undefined;
  }
}

/** The value of a cell's last expression, as rich as the notebook's own display can make it. */
function asBundle(value) {
  if (value instanceof Promise) {
    return { "text/plain": "a Promise: put `await` before the call to wait for its value" };
  }
  return process[HOST_KEY].formatResult?.(value) ?? { "text/plain": util.inspect(value) };
}

function asDiagnostic([, fileName, line, column, text]) {
  return { fileName: fileName.trim(), line, column, text };
}

/** Scripts that tslab runs for a cell are named after it, so that a stack trace tells which. */
function nameCellScripts(currentName) {
  const run = vm.runInThisContext;
  vm.runInThisContext = (code, options) => {
    const name = currentName();
    if (!name || !options?.breakOnSigint) return run(code, options);
    positions.nameCell(name, code.indexOf("{ ") + 2);
    return run(code, { ...options, filename: name });
  };
}

/**
 * A cell's promise can be given up, but code that waits inside it would wake up again and go on in
 * the background. So every timer remembers its cell, and does nothing once that is interrupted.
 */
function stopTimersOfInterruptedCells() {
  const insideCell = new AsyncLocalStorage();
  for (const name of ["setTimeout", "setInterval", "setImmediate"]) {
    const original = globalThis[name];
    const wrapped = (callback, ...rest) => {
      const cell = insideCell.getStore();
      if (!cell || typeof callback !== "function") return original(callback, ...rest);
      return original(
        (...values) => {
          if (!cell.interrupted) callback(...values);
        },
        ...rest,
      );
    };
    globalThis[name] = Object.defineProperties(
      wrapped,
      Object.getOwnPropertyDescriptors(original), // util.promisify finds its own form here
    );
  }
  return insideCell;
}

/** What a cell prints goes to the page; so does what it prints after it has ended. */
function sendWritesTo(stream) {
  for (const name of ["stdout", "stderr"]) {
    process[name].write = (chunk, encoding, callback) => {
      stream(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
      const done = typeof encoding === "function" ? encoding : callback;
      if (done) process.nextTick(done);
      return true;
    };
  }
}

module.exports = { createSession };
