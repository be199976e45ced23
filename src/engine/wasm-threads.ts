/**
 * WebAssembly threads under Node, which TensorFlow.js has only in browsers (its issue 3830).
 *
 * Its threaded build (Emscripten) does contain the code for Node. Three things stand in the way,
 * and each is lifted only while the module starts:
 *
 * - workers are made with `new Worker(path)`, but the package ships the worker's code as a string
 *   inside a module: a `Worker` that runs that string stands in the global scope during one
 *   synchronous call;
 * - eight workers are made whatever is asked for: those beyond need are placeholders, so that a
 *   machine with two cores starts one worker, not eight;
 * - the thread count is capped at half the cores: the module is told of twice as many as wanted.
 */
import { Worker } from "node:worker_threads";
import { load } from "./load";

const PACKAGE = "@tensorflow/tfjs-backend-wasm/wasm-out";

/** What Emscripten's factory function takes. */
export interface WasmModuleConfig {
  instantiateWasm(imports: WasmImports, receive: WasmReceiver): object;
  mainScriptUrlOrBlob?: string;
  locateFile?(file: string): string;
  onAbort?(reason: unknown): void;
}

export interface WasmImports {
  env: Record<string, unknown>;
}

export type WasmReceiver = (instance: object, module: object) => void;

/** The pool that Emscripten takes a worker from when C++ starts a thread. */
export interface ThreadPool {
  unusedWorkers: unknown[];
}

/** The workers of one module: made, watched while it starts, and ended if it doesn't. */
export class ThreadWorkers {
  /** Rejects when a worker breaks down; never fulfils. */
  readonly failure: Promise<never>;
  private readonly workers: ThreadWorker[] = [];
  private fail: (error: Error) => void = () => undefined;

  /** @param threads how many work together; the calling one is among them */
  constructor(private readonly threads: number) {
    this.failure = new Promise((_, reject) => (this.fail = reject));
    this.failure.catch(() => undefined); // whoever waits for it hears of it; nobody must
  }

  /** Runs `start` with a `Worker` in the global scope from which Emscripten builds its pool. */
  during<Result>(start: () => Result): Result {
    const code = workerCode();
    const makeWorker = () => {
      if (this.workers.length === this.threads - 1) return new PlaceholderWorker();
      const worker = new ThreadWorker(code, this.fail);
      this.workers.push(worker);
      return worker;
    };
    const before = Object.getOwnPropertyDescriptor(globalThis, "Worker");
    // Emscripten overwrites the global just before use: hence a property that can't be set. A
    // `function`, since an arrow can't stand behind `new`.
    Object.defineProperty(globalThis, "Worker", {
      configurable: true,
      get: () =>
        function () {
          return makeWorker();
        },
      set: () => undefined,
    });
    try {
      return start();
    } finally {
      if (before) Object.defineProperty(globalThis, "Worker", before);
      else delete (globalThis as { Worker?: unknown }).Worker;
    }
  }

  /**
   * Takes the placeholders out once all is loaded: were a thread ever given to one, the main
   * thread would wait for it for ever. Throws where too few real ones are left.
   */
  keepOnlyReal(pool: ThreadPool): void {
    pool.unusedWorkers = pool.unusedWorkers.filter((worker) => worker instanceof ThreadWorker);
    if (pool.unusedWorkers.length === this.threads - 1) return;
    throw new Error(`${pool.unusedWorkers.length + 1} threads started, not ${this.threads}`);
  }

  terminate(): void {
    for (const worker of this.workers) void worker.terminate();
  }
}

/** Lets the module believe in enough cores for this many threads. */
export function reportCores(imports: WasmImports, threads: number): void {
  imports.env["emscripten_num_logical_cores"] = () => 2 * threads;
}

function workerCode(): string {
  const { wasmWorkerContents } = load<{ wasmWorkerContents: string }>(
    `${PACKAGE}/tfjs-backend-wasm-threaded-simd.worker.js`,
  );
  // The package lost one level of escaping: a line break now stands inside a quoted string.
  return wasmWorkerContents.replace(/\n/g, "\\n");
}

class ThreadWorker extends Worker {
  constructor(code: string, fail: (error: Error) => void) {
    // No arguments or environment of this process: `--import tsx` alone would cost 0.2 s a thread.
    super(code, { eval: true, execArgv: [], env: {}, name: "wasm" });
    // At once: Emscripten listens only when its code is loaded, and an error that comes before
    // would end the process.
    super.on("error", fail);
  }

  /** Emscripten would answer an error by ending the process; the lab goes on with one thread. */
  override on(event: string, listener: (...args: never[]) => void): this {
    return event === "error" ? this : super.on(event, listener as () => void);
  }

  /** Emscripten wants running threads to hold the process open; a lab that is done should end. */
  override ref(): void {
    this.unref();
  }
}

/** Says at once that it has loaded, and nothing more. */
class PlaceholderWorker {
  onmessage: ((event: { data: { cmd: string } }) => void) | undefined;

  postMessage({ cmd }: { cmd: string }): void {
    if (cmd === "load") queueMicrotask(() => this.onmessage?.({ data: { cmd: "loaded" } }));
  }
  on(): void {}
  ref(): void {}
  unref(): void {}
  terminate(): void {}
}
