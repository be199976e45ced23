/**
 * UnsortedSegmentSum for the wasm back end: adds up the rows that share an id.
 *
 *   out[s, …] = Σ over i with ids[i] = s of x[i, …]
 *
 * It is the gradient of a row lookup: in the backward pass each looked-up row sends its share back
 * to the row it came from, and a word that stands twice in a batch gets both. TensorFlow.js 4.22
 * brings it for its other back ends only, so without this file no embedding trains on wasm.
 *
 * Departure from the cpu back end: int32 rows give an int32 sum (as in TensorFlow), not float32.
 */
import * as tf from "../../core/tf";

/** The part of TensorFlow.js's wasm back end that a kernel written in TypeScript needs. */
export interface WasmHeap {
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array | Int32Array | Uint8Array;
}

/**
 * Registers the kernel; a second call changes nothing.
 *
 * Inputs: x [N, …] float32 or int32, segmentIds [N] int32; attribute numSegments.
 * Output: [numSegments, …] of x's type. Ids outside 0…numSegments-1 are left out, as on cpu.
 */
export function registerUnsortedSegmentSum(): void {
  if (tf.getKernel(tf.UnsortedSegmentSum, "wasm") !== undefined) return;
  tf.registerKernel({
    kernelName: tf.UnsortedSegmentSum,
    backendName: "wasm",
    kernelFunc: ({ inputs, backend, attrs }) => {
      const { x, segmentIds } = inputs as tf.UnsortedSegmentSumInputs;
      const { numSegments } = attrs as unknown as tf.UnsortedSegmentSumAttrs;
      return sumSegments(x!, segmentIds!, numSegments, backend as WasmHeap);
    },
  });
}

function sumSegments(
  x: tf.TensorInfo,
  segmentIds: tf.TensorInfo,
  numSegments: number,
  heap: WasmHeap,
): tf.TensorInfo {
  if (x.dtype !== "float32" && x.dtype !== "int32") {
    throw new TypeError(`unsortedSegmentSum: x must be float32 or int32, got ${x.dtype}`);
  }
  if (segmentIds.shape.length !== 1 || segmentIds.shape[0] !== x.shape[0]) {
    throw new RangeError(
      `unsortedSegmentSum: segmentIds must hold one id for each of the ${x.shape[0]} rows of x, ` +
        `got shape [${segmentIds.shape}]`,
    );
  }
  const rowShape = x.shape.slice(1);
  const out = heap.makeOutput([numSegments, ...rowShape], x.dtype);
  // Views are taken after the output has its memory: making room can move the heap.
  addRows(
    heap.typedArrayFromHeap(x),
    heap.typedArrayFromHeap(segmentIds),
    heap.typedArrayFromHeap(out),
    tf.util.sizeFromShape(rowShape),
    numSegments,
  );
  return out;
}

type HeapArray = Float32Array | Int32Array | Uint8Array;

function addRows(x: HeapArray, ids: HeapArray, sums: HeapArray, width: number, limit: number) {
  sums.fill(0);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    if (id < 0 || id >= limit) continue;
    const from = row * width;
    const to = id * width;
    for (let j = 0; j < width; j++) sums[to + j]! += x[from + j]!;
  }
}
