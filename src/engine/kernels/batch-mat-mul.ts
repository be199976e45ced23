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
 * Here a transposed factor is first written out transposed, which costs n² where the product costs
 * n³, and a batch is taken apart into views of its parts, which costs nothing. Every part is then
 * a plain product. Small products stay with the loop: waking threads takes longer than the work.
 * The results differ from the loop's in the last digits only, as the order of adding is another.
 */
import * as tf from "../../core/tf";

/** What is needed of TensorFlow.js's wasm back end to call its C++ kernel on views. */
interface WasmBackend {
  dataIdNextNumber: number;
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
  readonly wasm: {
    cwrap(name: string, returns: null, takes: string[]): Product;
    readonly tfjs: {
      getThreadsCount(): number;
      registerTensor(id: number, size: number, memoryOffset: number): void;
      disposeData(id: number): void;
    };
  };
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
  disposeData(dataId: object): boolean;
}

/** The C++ kernel: ids, shapes as bytes, ranks, the two flags, and the id of the output. */
type Product = (...args: (number | boolean | Uint8Array)[]) => void;

/** A batch of equal matrices, one after the other in memory. */
interface Matrices {
  count: number;
  rows: number;
  columns: number;
  offset: number;
}

/**
 * Multiplications from which XNNPACK is the faster one. With threads it takes 0.14 ms to wake
 * them, in which the loop has done a quarter of a million.
 */
const WORTH_PREPARING = { oneThread: 8_192, threads: 262_144 };

const NAME = "labBatchMatMul";

/** Puts this kernel before TensorFlow.js's own, which keeps the small cases; once is enough. */
export function registerBatchMatMul(): void {
  const original = tf.getKernel(tf.BatchMatMul, "wasm");
  if (original.kernelFunc.name === NAME) return;
  let product: Product;
  let isThreaded = false;
  const kernel = {
    [NAME](params: Parameters<tf.KernelFunc>[0]) {
      const { a, b } = params.inputs as { a: tf.TensorInfo; b: tf.TensorInfo };
      const { transposeA, transposeB } = params.attrs as unknown as tf.BatchMatMulAttrs;
      const backend = params.backend as WasmBackend;
      const work = { a, b, transposeA, transposeB };
      switch (choosePath(work, isThreaded)) {
        case "parts":
          return multiplyParts(work, backend, product);
        case "loop":
          return withTransposed(b, backend, (turned) =>
            original.kernelFunc({
              ...params,
              inputs: { a, b: turned },
              attrs: { transposeA: false, transposeB: true },
            }),
          );
        default:
          return original.kernelFunc(params);
      }
    },
  };
  tf.unregisterKernel(tf.BatchMatMul, "wasm");
  tf.registerKernel({
    ...original,
    kernelFunc: kernel[NAME] as tf.KernelFunc,
    setupFunc: (backend) => {
      original.setupFunc?.(backend);
      const { wasm } = backend as unknown as WasmBackend;
      const [id, bytes] = ["number", "array"];
      const takes = [id, bytes, "number", id, bytes, "number", "number", "number", id];
      product = wasm.cwrap(tf.BatchMatMul, null, takes);
      isThreaded = wasm.tfjs.getThreadsCount() > 1;
    },
  });
}

interface Work {
  a: tf.TensorInfo;
  b: tf.TensorInfo;
  transposeA: boolean;
  transposeB: boolean;
}

/** "parts": XNNPACK, one by one. "loop": the slow loop, by turning b. "original": as it comes. */
function choosePath(work: Work, isThreaded: boolean): "parts" | "loop" | "original" {
  const { a, b, transposeA, transposeB } = work;
  if (a.dtype !== "float32" || b.dtype !== "float32") return "original";
  const [rowsA = 0, columnsA = 0] = a.shape.slice(-2);
  const [rowsB = 0, columnsB = 0] = b.shape.slice(-2);
  const inner = transposeA ? rowsA : columnsA;
  // What doesn't fit together is refused by the original, with a message.
  if (inner !== (transposeB ? columnsB : rowsB)) return "original";
  const size = (rowsA * columnsA * rowsB * columnsB) / Math.max(inner, 1);
  const isLarge = size >= (isThreaded ? WORTH_PREPARING.threads : WORTH_PREPARING.oneThread);

  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const isSingle = tf.util.sizeFromShape(batchA) * tf.util.sizeFromShape(batchB) === 1;
  if (isSingle && !transposeA && !transposeB) {
    return isLarge || !isThreaded || size === 0 ? "original" : "loop";
  }
  // Either side may be one matrix for the whole batch of the other; nothing in between.
  const fits =
    tf.util.arraysEqual(batchA, batchB) ||
    [batchA, batchB].some((batch) => tf.util.sizeFromShape(batch) === 1);
  return isLarge && fits ? "parts" : "original";
}

function multiplyParts(work: Work, backend: WasmBackend, product: Product): tf.TensorInfo {
  const { a, b, transposeA, transposeB } = work;
  const scratch: tf.TensorInfo[] = [];
  const plain = (x: tf.TensorInfo, isTransposed: boolean) => {
    const matrices = isTransposed ? transpose(x, backend) : x;
    if (isTransposed) scratch.push(matrices);
    return describe(matrices, backend);
  };
  const left = plain(a, transposeA);
  const right = plain(b, transposeB);
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  const result = backend.makeOutput([...batch, left.rows, right.columns], "float32");
  const out = describe(result, backend);

  // One matrix that stands against a whole batch is prepared once, if it is the right one.
  const shared = right.count === 1 ? view(right, 0, backend) : undefined;
  for (let i = 0; i < out.count; i++) {
    const x = view(left, left.count === 1 ? 0 : i, backend);
    const y = shared ?? view(right, i, backend);
    const z = view(out, i, backend);
    product(x.id, x.shape, 3, y.id, y.shape, 3, false, false, z.id);
    forget([x, z, ...(shared ? [] : [y])], backend);
  }
  if (shared) forget([shared], backend);
  for (const { dataId } of scratch) backend.disposeData(dataId);
  return result;
}

/** [..., M, N] to [..., N, M], by the back end's own kernel. */
function transpose(x: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  const batch = x.shape.slice(0, -2);
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const { kernelFunc } = tf.getKernel(tf.Transpose, "wasm");
  const turned = kernelFunc({
    inputs: { x: { ...x, shape: [tf.util.sizeFromShape(batch), rows, columns] } },
    attrs: { perm: [0, 2, 1] },
    backend,
  }) as tf.TensorInfo;
  return { ...turned, shape: [...batch, columns, rows] };
}

function withTransposed<Result>(
  x: tf.TensorInfo,
  backend: WasmBackend,
  use: (turned: tf.TensorInfo) => Result,
): Result {
  const turned = transpose(x, backend);
  try {
    return use(turned);
  } finally {
    backend.disposeData(turned.dataId);
  }
}

function describe({ shape, dataId }: tf.TensorInfo, backend: WasmBackend): Matrices {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const count = tf.util.sizeFromShape(shape.slice(0, -2));
  return { count, rows, columns, offset: backend.dataIdMap.get(dataId).memoryOffset };
}

interface View {
  id: number;
  shape: Uint8Array;
}

/** The i-th matrix under an id of its own, in the memory where it lies. */
function view({ rows, columns, offset }: Matrices, i: number, backend: WasmBackend): View {
  const id = backend.dataIdNextNumber++;
  const size = rows * columns;
  backend.wasm.tfjs.registerTensor(id, size, offset + 4 * size * i);
  return { id, shape: new Uint8Array(Int32Array.of(1, rows, columns).buffer) };
}

function forget(views: readonly View[], backend: WasmBackend): void {
  for (const { id } of views) backend.wasm.tfjs.disposeData(id);
}
