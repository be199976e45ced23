/**
 * Products of matrices that lie in the memory of TensorFlow.js's wasm module: see gemm.as for how.
 *
 * Our module is given that same memory, so nothing is copied to and fro. When the memory grows, it
 * grows for both, and nothing here holds a view of it. With several threads the memory is shared
 * already (Emscripten's own threads work on it), and workers of ours join in large products. They
 * are started at the first one, which doesn't wait for them, and sleep between two.
 */
import { Worker } from "node:worker_threads";
import { GEMM_WASM } from "./gemm-wasm";

/** `count` matrices, one after the other; a shorter list begins anew until the product is done. */
export interface Matrices {
  offset: number;
  count: number;
  /** Bytes from one row, or column, to the next. */
  rowStep: number;
  columnStep: number;
}

/** out[i] = a[i]·b[i]: [rows, inner]·[inner, columns], for each i below `count`. */
export interface Product {
  a: Matrices;
  b: Matrices;
  /** Where the results go, row after row. */
  out: number;
  count: number;
  rows: number;
  columns: number;
  inner: number;
}

/** What is needed of the module whose memory it is. */
export interface HostModule {
  /** With threads. */
  wasmMemory?: SharedMemory;
  /** What it exports; without threads, its memory is among that. */
  asm: { memory?: SharedMemory };
  _malloc(bytes: number): number;
}

export interface SharedMemory {
  readonly buffer: ArrayBufferLike;
}

/** Multiplications (0.15 ms of them) from which waking another thread costs less than it saves. */
const WORTH_WAKING = 4_000_000;

/** A piece of less than that many rows or columns would mostly pack. */
const SMALLEST_PIECE = 32;

export class Gemm {
  private readonly job: number;
  private readonly scratch: number;
  private readonly module: object;
  private readonly memory: SharedMemory;
  private readonly exports: Exports;
  private workers: Worker[] | undefined;

  /** @param threads how many work on a large product; the calling one is among them */
  constructor(
    private readonly host: HostModule,
    private readonly threads: number,
  ) {
    const memory = host.wasmMemory ?? host.asm.memory;
    if (memory === undefined) throw new TypeError("Gemm: the wasm module shows no memory");
    this.memory = memory;
    this.module = new webAssembly.Module(bytesFor(memory));
    const { exports } = new webAssembly.Instance(this.module, { env: { memory } });
    this.exports = exports as unknown as Exports;
    // Kept as long as the module lives.
    this.job = host._malloc(this.exports.jobSize());
    new Uint8Array(memory.buffer, this.job >>> 0, this.exports.jobSize()).fill(0);
    this.scratch = host._malloc(this.exports.scratchSize());
  }

  multiply(product: Product): void {
    const { a, b, out, count, rows, columns, inner } = product;
    if (count * rows * columns === 0) return;
    const isShared = this.threads > 1 && count * rows * columns * inner >= WORTH_WAKING;
    if (isShared) this.workers ??= this.startWorkers();
    const [pieceRows, pieceColumns] = isShared ? this.pieceSize(product) : [rows, columns];
    // Written out one by one: a spread of so many costs more than a small product.
    // prettier-ignore
    this.exports.multiply(
      this.job, this.scratch,
      a.offset, a.rowStep, a.columnStep, a.count,
      b.offset, b.rowStep, b.columnStep, b.count,
      out, count, rows, columns, inner, pieceRows, pieceColumns, isShared ? 1 : 0,
    );
  }

  /** Ends the workers. The memory goes with the module. */
  dispose(): void {
    for (const worker of this.workers ?? []) void worker.terminate();
    this.workers = [];
  }

  /** A few pieces for each thread, so that a late one costs little; cut along the longer side. */
  private pieceSize({ count, rows, columns }: Product): [number, number] {
    const pieces = Math.ceil((4 * this.threads) / count);
    const part = (size: number, panel: number) =>
      Math.max(SMALLEST_PIECE, Math.ceil(size / pieces / panel) * panel);
    return rows >= columns ? [part(rows, 4), columns] : [rows, part(columns, 8)];
  }

  private startWorkers(): Worker[] {
    return Array.from({ length: this.threads - 1 }, () => {
      const scratch = this.host._malloc(this.exports.scratchSize());
      const { module, memory, job } = this;
      const worker = new Worker(WORKER_CODE, {
        ...{ eval: true, execArgv: [], env: {}, name: "gemm" },
        workerData: { module, memory, job, scratch },
      });
      // One that can't start is not waited for: the others do its share.
      worker.on("error", () => undefined);
      worker.unref();
      return worker;
    });
  }
}

const WORKER_CODE = `
const { module, memory, job, scratch } = require("node:worker_threads").workerData;
new WebAssembly.Instance(module, { env: { memory } }).exports.help(job, scratch);
`;

interface Exports {
  jobSize(): number;
  scratchSize(): number;
  multiply(...pointersAndSizes: number[]): void;
}

/**
 * The module says of its memory, in the byte after the import's name and kind, whether it is
 * shared (3) or not (1), and must be right; else the two are the same.
 */
function bytesFor({ buffer }: SharedMemory): Uint8Array {
  const bytes = Buffer.from(GEMM_WASM, "base64");
  if (buffer instanceof SharedArrayBuffer) return bytes;
  const limits = bytes.indexOf("memory\x02\x03") + "memory\x02".length;
  bytes[limits] = 1;
  return bytes;
}

/** The part of the global WebAssembly used here: Node's typings have none of it. */
const webAssembly = (
  globalThis as unknown as {
    WebAssembly: {
      Module: new (bytes: Uint8Array) => object;
      Instance: new (module: object, imports: object) => { exports: object };
    };
  }
).WebAssembly;
