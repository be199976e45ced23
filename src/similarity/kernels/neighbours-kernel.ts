/**
 * The kernel of nearest-neighbours.ts with its memory: see neighbours.as for what it computes.
 */
import { instantiate } from "./instantiate";
import { NEIGHBOURS_WASM } from "./neighbours-wasm";

export interface NeighboursKernelOptions {
  /** D, numbers per point. */
  size: number;
  /** How many candidates are kept for a query. */
  width: number;
  /** The most queries at a time. */
  queryBlock: number;
  numPoints: number;
}

export interface NeighboursKernel {
  /** Eight points beginning with `first`, from all rows. */
  setPanel(first: number, rows: Float32Array, offsets: Float32Array): void;
  /** New queries, row after row; their candidates are forgotten. */
  setQueries(rows: Float32Array): void;
  /** Compares the queries, of which the first is point `firstQuery`, with some of the points. */
  keepBest(firstQuery: number, numQueries: number, firstPoint: number, numPoints: number): void;
  /** The best candidates of a query so far. */
  candidates(query: number): Int32Array;
}

type KeepBest = (...pointersAndSizes: number[]) => void;

/** The kernel's scratch space lies below. */
const FIRST_ADDRESS = 128;

export function neighboursKernel({
  size,
  width,
  queryBlock,
  numPoints,
}: NeighboursKernelOptions): NeighboursKernel {
  const numPanels = Math.ceil(numPoints / 8);
  const rows = Math.ceil(queryBlock / 4) * 4;
  const panels = FIRST_ADDRESS;
  const offsets = panels + numPanels * 8 * size * 4;
  const queries = offsets + numPanels * 8 * 4;
  const scores = queries + rows * size * 4;
  const ids = scores + rows * width * 4;
  const { memory, exports } = instantiate(NEIGHBOURS_WASM, ids + rows * width * 4);
  const keepBest = exports["keepBest"] as KeepBest;
  const view = (address: number, length: number) =>
    new Float32Array(memory.buffer, address, length);
  const panelView = view(panels, numPanels * 8 * size);
  const offsetView = view(offsets, numPanels * 8).fill(-Infinity);
  const queryView = view(queries, rows * size);
  const scoreView = view(scores, rows * width);
  const idView = new Int32Array(memory.buffer, ids, rows * width);
  return {
    setPanel(first, points, pointOffsets) {
      const end = Math.min(first + 8, numPoints);
      for (let i = first; i < end; i++) {
        offsetView[i] = pointOffsets[i]!;
        for (let j = 0; j < size; j++) {
          panelView[first * size + j * 8 + (i - first)] = points[i * size + j]!;
        }
      }
    },
    setQueries(points) {
      queryView.set(points);
      scoreView.fill(-Infinity);
      idView.fill(-1);
    },
    keepBest(firstQuery, numQueries, firstPoint, count) {
      const [panel, offset] = [panels + firstPoint * size * 4, offsets + firstPoint * 4];
      keepBest(
        ...[queries, numQueries, panel, offset, count, size],
        ...[scores, ids, width, firstQuery, firstPoint],
      );
    },
    candidates: (query) => idView.subarray(query * width, (query + 1) * width),
  };
}
