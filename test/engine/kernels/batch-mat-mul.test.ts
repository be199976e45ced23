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

// Sizes are prime where they can be, so that no mixed-up axis goes unnoticed. Each case is given
// below and above the size from which XNNPACK takes over, with one thread (8,192) and with two
// (262,144 multiplications).
const SIZES: [string, number, number, number][] = [
  ["tiny", 2, 3, 5],
  ["small", 19, 23, 31],
  ["large", 61, 67, 71],
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
                Math.abs(value - expected[i]!) < 1e-4,
                `${value} at ${i}, not ${expected[i]}`,
              );
            });
            tf.dispose([a, b, product]);
          });
        }
      }
    }

    it("gives the memory of its scratch back", async () => {
      await startLab({ backend: "wasm", threads, quiet: true });
      const backend = tf.backend() as tf.KernelBackend;
      const large = [randomTensor([3, 67, 61]), randomTensor([3, 71, 67])] as const;
      const small = [randomTensor([5, 7]), randomTensor([7, 3])] as const;
      const before = backend.numDataIds();
      const ids = watchIds();
      tf.matMul(...large, true, true).dispose();
      tf.matMul(...small).dispose();
      assert.equal(backend.numDataIds(), before);
      assert.ok(ids.registered.size >= 12, "three parts have three views each, and more");
      // XNNPACK keeps what it prepared for a factor until that factor's id is disposed of.
      assert.deepEqual(ids.registered, ids.disposed);
      tf.dispose([...large, ...small]);
    });
  });
}

/** Which ids C++ is told of, and told to forget, from now on. */
function watchIds(): { registered: Set<number>; disposed: Set<number> } {
  const seen = { registered: new Set<number>(), disposed: new Set<number>() };
  const { tfjs } = (tf.backend() as unknown as { wasm: { tfjs: WasmIds } }).wasm;
  const { registerTensor, disposeData } = tfjs;
  tfjs.registerTensor = (id, ...rest) => {
    seen.registered.add(id);
    registerTensor(id, ...rest);
  };
  tfjs.disposeData = (id) => {
    seen.disposed.add(id);
    disposeData(id);
  };
  return seen;
}

interface WasmIds {
  registerTensor(id: number, size: number, memoryOffset: number): void;
  disposeData(id: number): void;
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

  it("multiplies nothing to nothing", () => {
    assert.deepEqual(tf.matMul(tf.zeros([0, 3]), tf.zeros([3, 2])).shape, [0, 2]);
    assert.deepEqual(tf.matMul(tf.zeros([3, 0]), tf.zeros([2, 3]), true, true).shape, [0, 2]);
  });
});
