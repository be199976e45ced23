/**
 * Matrix products on wasm, fast in all their forms.
 *
 *   out[i] = A[i]·B[i],  A[i]ᵀ·B[i],  A[i]·B[i]ᵀ  or  A[i]ᵀ·B[i]ᵀ   for each i of the batch
 *
 * TensorFlow.js 4.22 hands only one plain product A·B to XNNPACK, its fast library with threads.
 * Every transposed or batched one goes through a simple loop, 12 to 50 times slower; and those are
 * all gradients of a product, and all of attention:
 *
 *   y = x·w   ⇒   ∂x = ∂y·wᵀ,   ∂w = xᵀ·∂y
 *
 * Here they go to a product of our own (gemm.ts), which reads a transposed factor where it lies.
 * So do small plain ones, which XNNPACK is slow to begin. The results differ from the loop's in the
 * last digits only, as the order of adding is another.
 */
import * as tf from "../../core/tf";
import { Gemm, type HostModule, type Matrices } from "./gemm";

/** What is needed of TensorFlow.js's wasm back end. */
interface WasmBackend {
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
  readonly wasm: HostModule & { readonly tfjs: { getThreadsCount(): number } };
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
}

/**
 * Multiplications from which a plain product goes to XNNPACK. With one thread it is as fast as ours
 * there; with more it would take up to 0.14 ms to wake them for less.
 */
const LARGE = 262_144;

/**
 * So many rows gemm.as multiplies at once. For fewer it packs the other matrix, which takes longer
 * than the product; XNNPACK keeps that matrix packed from the last time.
 */
const PANEL = 4;

const NAME = "labBatchMatMul";

/** Puts this kernel before TensorFlow.js's own, which keeps what it is good at; once is enough. */
export function registerBatchMatMul(): void {
  const original = tf.getKernel(tf.BatchMatMul, "wasm");
  if (original.kernelFunc.name === NAME) return;
  let gemm: Gemm | undefined;
  let isThreaded = false;
  const kernel = {
    [NAME](params: Parameters<tf.KernelFunc>[0]) {
      const { a, b } = params.inputs as { a: tf.TensorInfo; b: tf.TensorInfo };
      const { transposeA, transposeB } = params.attrs as unknown as tf.BatchMatMulAttrs;
      const work = { a, b, transposeA, transposeB };
      if (gemm === undefined || isForOriginal(work, isThreaded)) {
        return original.kernelFunc(params);
      }
      return multiply(work, params.backend as WasmBackend, gemm);
    },
  };
  tf.unregisterKernel(tf.BatchMatMul, "wasm");
  tf.registerKernel({
    ...original,
    kernelFunc: kernel[NAME] as tf.KernelFunc,
    setupFunc: (backend) => {
      original.setupFunc?.(backend);
      const { wasm } = backend as unknown as WasmBackend;
      const threads = wasm.tfjs.getThreadsCount();
      isThreaded = threads > 1;
      gemm = new Gemm(wasm, threads);
    },
    disposeFunc: (backend) => {
      original.disposeFunc?.(backend);
      gemm?.dispose();
    },
  });
}

interface Work {
  a: tf.TensorInfo;
  b: tf.TensorInfo;
  transposeA: boolean;
  transposeB: boolean;
}

/**
 * What TensorFlow.js keeps: other types, what doesn't fit together (it has a message for that), and
 * plain products where XNNPACK is as fast or faster.
 */
function isForOriginal({ a, b, transposeA, transposeB }: Work, isThreaded: boolean): boolean {
  if (a.dtype !== "float32" || b.dtype !== "float32") return true;
  const rankA = a.shape.length;
  const rankB = b.shape.length;
  if (a.shape[rankA - (transposeA ? 2 : 1)] !== b.shape[rankB - (transposeB ? 1 : 2)]) return true;
  const countA = countOf(a);
  const countB = countOf(b);
  if (countA === 1 && countB === 1) {
    if (transposeA || transposeB) return false;
    const rows = a.shape[rankA - 2]!;
    const work = rows * a.shape[rankA - 1]! * b.shape[rankB - 1]!;
    return work >= LARGE || (work > 0 && rows < PANEL && !isThreaded);
  }
  // Either side may be one matrix for the whole batch of the other; nothing in between.
  return countA !== 1 && countB !== 1 && !haveSameBatch(a.shape, b.shape);
}

function multiply(work: Work, backend: WasmBackend, gemm: Gemm): tf.TensorInfo {
  const a = describe(work.a, work.transposeA, backend);
  const b = describe(work.b, work.transposeB, backend);
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(
    work.a.shape.slice(0, -2),
    work.b.shape.slice(0, -2),
  );
  let { rows } = a;
  let count = a.count === 1 ? b.count : a.count;
  const result = backend.makeOutput([...batch, rows, b.columns], "float32");
  if (b.count === 1 && !work.transposeA) {
    // All matrices against the same one are one tall matrix.
    rows *= count;
    count = 1;
  }
  const out = backend.dataIdMap.get(result.dataId).memoryOffset;
  gemm.multiply({ a, b, out, count, rows, columns: b.columns, inner: a.columns });
  return result;
}

/** The matrices of a tensor [..., rows, columns], or of [..., columns, rows] to be transposed. */
function describe(
  { shape, dataId }: tf.TensorInfo,
  isTransposed: boolean,
  backend: WasmBackend,
): Matrices & { rows: number; columns: number } {
  const [outer, inner] = shape.slice(-2) as [number, number];
  const count = countOf({ shape });
  const { memoryOffset: offset } = backend.dataIdMap.get(dataId);
  return isTransposed
    ? { offset, count, rows: inner, columns: outer, rowStep: 4, columnStep: 4 * inner }
    : { offset, count, rows: outer, columns: inner, rowStep: 4 * inner, columnStep: 4 };
}

/** How many matrices a tensor holds. */
function countOf({ shape }: { shape: number[] }): number {
  let count = 1;
  for (let axis = 0; axis < shape.length - 2; axis++) count *= shape[axis]!;
  return count;
}

function haveSameBatch(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((size, i) => i >= a.length - 2 || size === b[i]);
}
