import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Gemm, type HostModule, type Product } from "../../../src/engine/kernels/gemm";
import { importBin, ROOT } from "../../browser/chromium";
import { labCode, runChild } from "../../support/child";

const PAGE = 65536;

interface GrowingMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

const { Memory } = (
  globalThis as unknown as {
    WebAssembly: { Memory: new (limits: object) => GrowingMemory };
  }
).WebAssembly;

/** A module that hands out its memory from below, as much as was asked for. */
class Host implements HostModule {
  readonly memory: GrowingMemory;
  readonly asm: { memory?: GrowingMemory };
  readonly wasmMemory?: GrowingMemory;
  readonly taken: number[] = [];
  private next = PAGE;

  constructor(isShared: boolean) {
    this.memory = new Memory({ initial: 100, maximum: 65536, shared: isShared });
    this.asm = isShared ? {} : { memory: this.memory };
    if (isShared) this.wasmMemory = this.memory;
  }

  _malloc(bytes: number): number {
    const address = this.next;
    this.next += Math.ceil(bytes / 8) * 8;
    this.taken.push(address);
    return address;
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }
}

/** Aᵀ·B of whole numbers, at some address, checked against plain loops. */
function multiplyAndCheck(host: Host, gemm: Gemm, start: number, sizes: number[]): void {
  const [count, rows, inner, columns] = sizes as [number, number, number, number];
  const a = host.floats(start, count * inner * rows).map((_, i) => (i % 13) - 6);
  const b = host.floats(start, count * inner * columns).map((_, i) => (i % 7) - 3);
  const [atB, atOut] = [start + a.byteLength, start + a.byteLength + b.byteLength];
  host.floats(start, a.length).set(a);
  host.floats(atB, b.length).set(b);
  const length = count * rows * columns;
  host.floats(atOut, length + 1).fill(0.5);
  const product: Product = {
    a: { offset: start, count, rowStep: 4, columnStep: 4 * rows },
    b: { offset: atB, count, rowStep: 4 * columns, columnStep: 4 },
    ...{ out: atOut, count, rows, columns, inner },
  };
  gemm.multiply(product);
  const out = host.floats(atOut, length + 1);
  assert.equal(out[length], 0.5, "nothing is written behind the product");
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          sum += a[(i * inner + k) * rows + row]! * b[(i * inner + k) * columns + column]!;
        }
        const value = out[(i * rows + row) * columns + column];
        if (value !== sum) assert.fail(`${value}, not ${sum}, at ${i}, ${row}, ${column}`);
      }
    }
  }
}

/** Large enough for several threads: one matrix, tall and wide, and a batch. */
const SHARED = [
  [1, 499, 31, 271],
  [1, 37, 131, 1009],
  [17, 67, 71, 61],
];

describe("Gemm", () => {
  it("is what its source compiles to", async () => {
    const { build, moduleFile } = await importBin<{
      build(kernel: string): Promise<string>;
      moduleFile(kernel: string): string;
    }>("build-kernels.mjs");
    const kernel = "src/engine/kernels/gemm.as";
    const committed = fs.readFileSync(path.join(ROOT, moduleFile(kernel)), "utf8");
    assert.equal(await build(kernel), committed, "run npm run build:kernels");
  });

  for (const isShared of [false, true]) {
    it(`is right before and after ${isShared ? "shared " : ""}memory grows`, () => {
      const host = new Host(isShared);
      const gemm = new Gemm(host, 1);
      multiplyAndCheck(host, gemm, 40 * PAGE, [3, 17, 23, 29]);
      host.memory.grow(50);
      multiplyAndCheck(host, gemm, 101 * PAGE, [3, 17, 23, 29]);
    });
  }

  it("shares a large product among its threads, now and after memory grows", async () => {
    const host = new Host(true);
    const gemm = new Gemm(host, 3);
    const job = new Int32Array(host.memory.buffer, host.taken[0], 4);
    /** Each thread asks once in vain, when the pieces are used up. */
    const threadsOf = (pieces: number) => Atomics.load(job, 1) - pieces;
    let most = 0;
    for (let tries = 0; most < 3 && tries < 2000; tries++) {
      multiplyAndCheck(host, gemm, 30 * PAGE, [1, 499, 31, 271]);
      assert.equal(Atomics.load(job, 2), 0, "nobody is at work any more");
      most = Math.max(most, threadsOf(12));
      await sleep(1);
    }
    assert.equal(most, 3, "all threads have helped");
    host.memory.grow(200);
    for (const sizes of [...SHARED, ...SHARED, ...SHARED]) {
      multiplyAndCheck(host, gemm, 110 * PAGE, sizes);
    }
    gemm.dispose();
    multiplyAndCheck(host, gemm, 110 * PAGE, SHARED[0]!); // without help
  });

  it("leaves a small product to the caller", () => {
    const host = new Host(true);
    const gemm = new Gemm(host, 2);
    multiplyAndCheck(host, gemm, 30 * PAGE, [1, 31, 37, 41]);
    assert.equal(host.taken.length, 2, "no worker was given memory of its own");
  });

  it("refuses a module whose memory it can't see", () => {
    const host: HostModule = { asm: {}, _malloc: () => 0 };
    assert.throws(() => new Gemm(host, 1), /the wasm module shows no memory/);
  });

  it("holds no process open, and none of its workers outlives the back end", async () => {
    const { code, stdout, stderr } = await runChild(
      labCode(`
        const threads = require("node:worker_threads");
        const made = [];
        threads.Worker = class extends threads.Worker {
          constructor(code, options) {
            super(code, options);
            if (options.name === "gemm") made.push(this);
          }
        };
        for (const threads of [2, 1, 2]) {
          await startLab({ backend: "wasm", threads, quiet: true });
          const x = tf.ones([8, 128, 128]);
          const y = tf.matMul(x, x, true, false);
          console.log(threads, (await y.data()).every((value) => value === 128));
          tf.dispose([x, y]);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        console.log(made.length, made.filter(({ threadId }) => threadId > 0).length);`),
      { timeoutMs: 20_000 },
    );
    assert.equal(code, 0, stderr.slice(0, 500));
    assert.deepEqual(stdout.trim().split("\n"), ["2 true", "1 true", "2 true", "2 1"]);
  });
});
