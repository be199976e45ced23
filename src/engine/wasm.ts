/**
 * The `wasm` back end: TensorFlow.js's C++ kernels as WebAssembly, with SIMD and, in Node too,
 * threads (see wasm-threads.ts).
 *
 * The module is started here rather than by TensorFlow.js, whose own start-up leaves two listeners
 * on the process that turn every unhandled rejection into the end of the notebook kernel.
 */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import * as tf from "../core/tf";
import { BackendUnavailable, type StartedBackend } from "./backend";
import { cpuName } from "./devices";
import { registerBatchMatMul } from "./kernels/batch-mat-mul";
import { registerUnsortedSegmentSum } from "./kernels/unsorted-segment-sum";
import { registerValueTypes } from "./kernels/value-types";
import { load, packageFolder } from "./load";
import { reportCores, ThreadWorkers, type ThreadPool, type WasmModuleConfig } from "./wasm-threads";

const PACKAGE = "@tensorflow/tfjs-backend-wasm";

/** Emscripten keeps eight workers, and XNNPACK, the library inside, uses no more threads. */
export const MAX_THREADS = 8;

/** Longer than any start seen, by far: better one thread late than never. */
const THREADS_TIMEOUT_MS = 10_000;

interface WasmModule {
  cwrap(name: string, returns: string | null, takes: string[]): (...args: number[]) => number;
  PThread?: ThreadPool;
  tfjs?: object;
}

interface WasmPackage {
  BackendWasm: new (module: WasmModule) => tf.KernelBackend;
  setThreadsCount(threads: number): void;
}

type WasmFactory = (config: WasmModuleConfig) => Promise<WasmModule>;

/** One thread for each core, up to eight. */
export function defaultThreads(): number {
  return Math.min(availableParallelism(), MAX_THREADS);
}

/**
 * Starts the module and registers it as back end "wasm". Where threads can't be had it runs with
 * one and says why in `note`.
 *
 * Started before with another number of threads, it is started anew: only while no tensor lives
 * on it, since its memory goes with it.
 */
export async function startWasm(threads: number): Promise<StartedBackend> {
  const folder = packageFolder(PACKAGE);
  if (folder === undefined) {
    throw new BackendUnavailable(
      `${PACKAGE} is not installed`,
      "Run npm install.",
      "its package is not installed",
    );
  }
  const { BackendWasm, setThreadsCount } = load<WasmPackage>(PACKAGE);
  const files = join(folder, "wasm-out");
  refuseToLoseTensors(threads);

  let module: WasmModule | undefined;
  let note: string | undefined;
  if (threads > 1) {
    try {
      module = await startThreaded(files, threads);
    } catch (error) {
      note = `one thread, since more could not be started: ${(error as Error).message}`;
    }
  }
  module ??= await startSingle(files);
  const functions = bind(module);
  setThreadsCount(threads);

  if (tf.findBackendFactory("wasm")) tf.removeBackend("wasm");
  const backend = new BackendWasm(module); // starts the threads
  tf.registerBackend("wasm", () => backend);
  registerUnsortedSegmentSum();
  registerBatchMatMul();
  registerValueTypes();
  const running = functions.getThreadsCount();
  if (running !== threads) note ??= `${threads} threads asked for`;
  return { device: cpuName(), isSoftware: false, threads: running, note };
}

function refuseToLoseTensors(threads: number): void {
  const alive = tf.engine().registry["wasm"]?.numDataIds() ?? 0;
  if (alive === 0) return;
  throw new RangeError(
    `startLab: wasm can't change to ${threads} thread${threads === 1 ? "" : "s"} while tensors ` +
      `live in its memory, got ${alive}; dispose of them first, or restart the kernel`,
  );
}

async function startSingle(files: string): Promise<WasmModule> {
  const binary = await readFile(join(files, "tfjs-backend-wasm-simd.wasm"));
  const factory = load<WasmFactory>(join(files, "tfjs-backend-wasm.js"));
  return instantiate(binary, (config) => keepingListeners(() => factory(config)));
}

async function startThreaded(files: string, threads: number): Promise<WasmModule> {
  const binary = await readFile(join(files, "tfjs-backend-wasm-threaded-simd.wasm"));
  const script = join(files, "tfjs-backend-wasm-threaded-simd.js");
  const factory = load<WasmFactory>(script);
  const workers = new ThreadWorkers(threads);
  const module = instantiate(binary, (config) => {
    const threaded: WasmModuleConfig = {
      ...config,
      mainScriptUrlOrBlob: script,
      instantiateWasm: (imports, receive) => {
        reportCores(imports, threads);
        return config.instantiateWasm(imports, receive);
      },
    };
    const started = keepingListeners(() => workers.during(() => factory(threaded)));
    return Promise.race([started, workers.failure]);
  });
  try {
    const started = await module;
    workers.keepOnlyReal(started.PThread!);
    return started;
  } catch (error) {
    workers.terminate();
    throw error;
  }
}

/** Starts a module from its bytes; rejects when it aborts, and after ten seconds of silence. */
function instantiate(
  binary: Uint8Array,
  start: (config: WasmModuleConfig) => Promise<WasmModule>,
): Promise<WasmModule> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer in ${THREADS_TIMEOUT_MS / 1000} s`)),
      THREADS_TIMEOUT_MS,
    );
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    const fail = (error: unknown) => settle(() => reject(error as Error));
    start({
      instantiateWasm: (imports, receive) => {
        webAssembly
          .instantiate(binary, imports)
          .then(({ instance, module }) => receive(instance, module))
          .catch(fail);
        return {};
      },
      onAbort: (reason) => fail(new Error(`WebAssembly stopped: ${String(reason)}`)),
    }).then((module) => settle(() => resolve(module)), fail);
  });
}

/** Gives the module the functions that TensorFlow.js's back end calls by these names. */
function bind(module: WasmModule): Record<"getThreadsCount", () => number> {
  const dispose = module.cwrap("dispose", null, []);
  const functions = {
    init: module.cwrap("init", null, []),
    initWithThreadsCount: module.cwrap("init_with_threads_count", null, ["number"]),
    getThreadsCount: module.cwrap("get_threads_count", "number", []),
    registerTensor: module.cwrap("register_tensor", null, ["number", "number", "number"]),
    disposeData: module.cwrap("dispose_data", null, ["number"]),
    dispose: () => keepingListeners(dispose),
  };
  module.tfjs = functions;
  return functions;
}

/**
 * Emscripten adds process listeners at start, and at the end removes everybody's. Both are undone:
 * what a notebook kernel does with a stray error is its own affair.
 */
function keepingListeners<Result>(act: () => Result): Result {
  const events = ["uncaughtException", "unhandledRejection"];
  const before = events.map((event) => process.rawListeners(event));
  try {
    return act();
  } finally {
    events.forEach((event, i) => {
      process.removeAllListeners(event);
      for (const listener of before[i]!) process.on(event, listener as () => void);
    });
  }
}

/** The part of the global WebAssembly used here: Node's typings have none of it. */
const webAssembly = (
  globalThis as unknown as {
    WebAssembly: {
      instantiate(
        bytes: Uint8Array,
        imports: object,
      ): Promise<{ instance: object; module: object }>;
    };
  }
).WebAssembly;
