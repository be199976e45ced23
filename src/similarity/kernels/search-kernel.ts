/**
 * A block of points in the kernel's own memory, to be searched with queries that come one by one.
 */
import { instantiate } from "./instantiate";
import { NEIGHBOURS_WASM } from "./neighbours-wasm";

export interface SearchKernelOptions {
  /** D, numbers per point. */
  size: number;
  /** The most points. */
  capacity: number;
}

export interface SearchKernel {
  /** Point number `at`. */
  setPoint(at: number, rows: Float32Array, row: number): void;
  /**
   * The k points with the largest product with the query, best first; of equal ones the first.
   *
   * @param isIn leaves points out; default: none
   */
  best(query: Float32Array, k: number, isIn?: (at: number) => boolean): SearchResult;
}

export interface SearchResult {
  readonly points: Int32Array;
  readonly scores: Float32Array;
}

type KeepBestOfOne = (...pointersAndSizes: number[]) => void;

/** The kernel's scratch space lies below. */
const FIRST_ADDRESS = 128;
/** Points that the kernel takes in one go. */
const STRIDE = 16;

export function searchKernel({ size, capacity }: SearchKernelOptions): SearchKernel {
  const rows = Math.ceil(capacity / STRIDE) * STRIDE;
  const panels = FIRST_ADDRESS;
  const offsets = panels + rows * size * 4;
  const query = offsets + rows * 4;
  const lists = query + Math.ceil(size / 4) * 16;
  const { memory, exports } = instantiate(NEIGHBOURS_WASM, lists + rows * 8);
  const keepBest = exports["keepBestOfOne"] as KeepBestOfOne;
  const floats = (address: number, length: number) =>
    new Float32Array(memory.buffer, address, length);
  const panelView = floats(panels, rows * size);
  const offsetView = floats(offsets, rows).fill(-Infinity);
  const queryView = floats(query, size);
  let count = 0;
  return {
    setPoint(at, points, row) {
      const panel = (at >> 3) * 8 * size + (at & 7);
      for (let j = 0; j < size; j++) panelView[panel + j * 8] = points[row * size + j]!;
      offsetView[at] = 0;
      count = Math.max(count, at + 1);
    },
    best(values, k, isIn) {
      const width = Math.min(k, count);
      queryView.set(values);
      if (isIn) for (let at = 0; at < count; at++) offsetView[at] = isIn(at) ? 0 : -Infinity;
      const scores = floats(lists, width).fill(-Infinity);
      const points = new Int32Array(memory.buffer, lists + width * 4, width).fill(-1);
      const numPoints = Math.ceil(count / STRIDE) * STRIDE;
      if (width > 0) {
        keepBest(query, panels, offsets, numPoints, size, lists, lists + width * 4, width, 0);
      }
      if (isIn) offsetView.fill(0, 0, count);
      // Fewer than k where some were left out.
      const found = points.findIndex((point) => point < 0);
      const end = found < 0 ? width : found;
      return { points: points.slice(0, end), scores: scores.slice(0, end) };
    },
  };
}
