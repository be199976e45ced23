import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../../src/core/rng";
import * as tf from "../../../src/core/tf";
import { registerBatchMatMul } from "../../../src/engine/kernels/batch-mat-mul";
import { startLab } from "../../../src/engine/lab";
import { assertLeaves } from "../../support/leaks";

const rng = createRng(11);

function randomTensor(shape: number[]): tf.Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => rng.normal()),
    shape,
  );
}

/** Straight from the definition, in double precision, on any back end. */
function productByDefinition(a: tf.Tensor, b: tf.Tensor, turnA: boolean, turnB: boolean): number[] {
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number];
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number];
  const countA = a.size / (rowsA * columnsA);
  const countB = b.size / (rowsB * columnsB);
  const [valuesA, valuesB] = [a.dataSync(), b.dataSync()];
  const [rows, inner] = turnA ? [columnsA, rowsA] : [rowsA, columnsA];
  const columns = turnB ? rowsB : columnsB;
  const out: number[] = [];
  for (let i = 0; i < Math.max(countA, countB); i++) {
    const fromA = countA === 1 ? 0 : i * rowsA * columnsA;
    const fromB = countB === 1 ? 0 : i * rowsB * columnsB;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          const x = valuesA[fromA + (turnA ? k * columnsA + row : row * columnsA + k)]!;
          const y = valuesB[fromB + (turnB ? column * columnsB + k : k * columnsB + column)]!;
          sum += x * y;
        }
        out.push(sum);
      }
    }
  }
  return out;
}

// Sizes are prime where they can be, so that no mixed-up axis goes unnoticed. Plain products are
// XNNPACK's from 262,144 multiplications on; "deep" and "wide" are more than one block of ours.
const SIZES: [string, number, number, number][] = [
  ["tiny", 2, 3, 5],
  ["small", 19, 23, 31],
  ["large", 61, 67, 71],
  ["deep", 5, 521, 11],
  ["wide", 67, 3, 263],
];

for (const threads of [1, 2]) {
  describe(`matMul on wasm with ${threads} thread${threads === 1 ? "" : "s"}`, () => {
    for (const [name, m, k, n] of SIZES) {
      for (const [turnA, turnB] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ] as const) {
        for (const [batchA, batchB] of [
          [[], []],
          [[4], [4]],
          [
            [2, 3],
            [2, 3],
          ],
          [[1], [4]],
          [[4], [1]],
          [[3], []],
        ] as const) {
          const shapes = `[${batchA}] × [${batchB}]${turnA ? ", Aᵀ" : ""}${turnB ? ", Bᵀ" : ""}`;
          it(`is the product by definition: ${name}, batches ${shapes}`, async () => {
            await startLab({ backend: "wasm", threads, quiet: true });
            const a = randomTensor([...batchA, ...(turnA ? [k, m] : [m, k])]);
            const b = randomTensor([...batchB, ...(turnB ? [n, k] : [k, n])]);
            const product = assertLeaves(1, () => tf.matMul(a, b, turnA, turnB));
            const batch = batchA.length >= batchB.length && batchA[0] !== 1 ? batchA : batchB;
            assert.deepEqual(product.shape, [...batch, m, n]);
            const expected = productByDefinition(a, b, turnA, turnB);
            product.dataSync().forEach((value, i) => {
              assert.ok(
                Math.abs(value - expected[i]!) < 2e-4,
                `${value} at ${i}, not ${expected[i]}`,
              );
            });
            tf.dispose([a, b, product]);
          });
        }
      }
    }

    it("is right for every size around that of a tile", async () => {
      await startLab({ backend: "wasm", threads, quiet: true });
      for (let m = 1; m <= 9; m++) {
        for (let n = 1; n <= 9; n++) {
          for (const k of [1, 2, 3, 4, 5, 7, 9]) {
            for (const turns of [0, 1, 2, 3]) {
              const [turnA, turnB] = [turns % 2 === 1, turns > 1];
              // Small whole numbers: every order of adding gives the same.
              const a = wholeNumbers(turnA ? [2, k, m] : [2, m, k], 7);
              const b = wholeNumbers(turnB ? [2, n, k] : [2, k, n], 11);
              const product = tf.matMul(a, b, turnA, turnB);
              const expected = productByDefinition(a, b, turnA, turnB);
              assert.deepEqual([...product.dataSync()], expected, `${m} ${k} ${n} ${turns}`);
              tf.dispose([a, b, product]);
            }
          }
        }
      }
    });

    it("writes nothing but its product, and leaves no memory behind", async () => {
      await startLab({ backend: "wasm", threads, quiet: true });
      const factors = [randomTensor([3, 67, 61]), randomTensor([3, 71, 67])] as const;
      const before = factors.map((x) => x.dataSync().slice());
      tf.matMul(...factors, true, true).dispose();
      const taken = watchMemory();
      const backend = tf.backend() as tf.KernelBackend;
      const count = backend.numDataIds();
      for (let i = 0; i < 50; i++) tf.matMul(...factors, true, true).dispose();
      assert.equal(backend.numDataIds(), count);
      assert.equal(taken.all, 50, "one piece of memory for each result, and nothing else");
      assert.equal(taken.open.size, 0);
      taken.stop();
      factors.forEach((x, i) => assert.deepEqual(x.dataSync(), before[i]));
      tf.dispose([...factors]);
    });

    it("is right after the memory has grown", async () => {
      await startLab({ backend: "wasm", threads, quiet: true });
      const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
      const bytes = wasm.HEAPU8.length;
      const filler = tf.zeros([bytes / 4]); // as much as there is
      const a = randomTensor([7, 43, 211]);
      const b = randomTensor([7, 211, 89]);
      assert.ok(wasm.HEAPU8.length > bytes, "the memory has grown");
      const product = tf.matMul(a, b);
      const expected = productByDefinition(a, b, false, false);
      product.dataSync().forEach((value, i) => {
        assert.ok(Math.abs(value - expected[i]!) < 2e-4, `${value} at ${i}, not ${expected[i]}`);
      });
      tf.dispose([filler, a, b, product]);
    });

    it("has the gradients of a product", async () => {
      await startLab({ backend: "wasm", threads, quiet: true });
      const a = wholeNumbers([2, 5, 3], 7);
      const b = wholeNumbers([2, 7, 3], 11);
      const dy = wholeNumbers([2, 5, 7], 5);
      const product = (x: tf.Tensor, y: tf.Tensor) => tf.matMul(x, y, false, true);
      const [da, db] = tf.grads(product)([a, b], dy) as [tf.Tensor, tf.Tensor];
      // y = a·bᵀ: ∂a = ∂y·b and ∂b = ∂yᵀ·a
      assert.deepEqual([...da.dataSync()], productByDefinition(dy, b, false, false));
      assert.deepEqual([...db.dataSync()], productByDefinition(dy, a, true, false));
      tf.dispose([a, b, dy, da, db]);
    });
  });
}

function wholeNumbers(shape: number[], below: number): tf.Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  const values = Float32Array.from({ length: size }, () => rng.integer(below) - 3);
  return tf.tensor(values, shape, "float32");
}

/** What is taken from the module's memory and not given back, from now on. */
function watchMemory(): { all: number; open: Set<number>; stop(): void } {
  const { wasm } = tf.backend() as unknown as { wasm: WasmMemory };
  const { _malloc, _free } = wasm;
  const taken = {
    all: 0,
    open: new Set<number>(),
    stop: () => void Object.assign(wasm, { _malloc, _free }),
  };
  wasm._malloc = (bytes) => {
    const address = _malloc(bytes) >>> 0;
    taken.all++;
    taken.open.add(address);
    return address;
  };
  wasm._free = (address) => {
    taken.open.delete(address >>> 0);
    _free(address);
  };
  return taken;
}

interface WasmMemory {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

describe("registerBatchMatMul", () => {
  it("changes nothing the second time", () => {
    const registered = tf.getKernel(tf.BatchMatMul, "wasm");
    registerBatchMatMul();
    assert.equal(tf.getKernel(tf.BatchMatMul, "wasm"), registered);
  });

  it("leaves it to the original to refuse what does not fit together", () => {
    const [a, b] = [tf.zeros([2, 100, 90]), tf.zeros([2, 100, 90])];
    assert.throws(() => tf.matMul(a, b), /inner shapes \(90\) and \(100\)/);
    tf.dispose([a, b]);
  });

  it("multiplies nothing to nothing, and sums over nothing to zeros", () => {
    assert.deepEqual(tf.matMul(tf.zeros([0, 3]), tf.zeros([3, 2])).shape, [0, 2]);
    assert.deepEqual(tf.matMul(tf.zeros([3, 0]), tf.zeros([2, 3]), true, true).shape, [0, 2]);
    assert.deepEqual(tf.matMul(tf.zeros([0, 2, 3]), tf.zeros([3, 5])).shape, [0, 2, 5]);
    const zeros = tf.matMul(tf.zeros([2, 3, 0]), tf.zeros([2, 0, 5]));
    assert.deepEqual([...zeros.dataSync()], new Array(30).fill(0));
  });
});
