/**
 * What show() says of tensors, sparse matrices and DataFrames: shape, kind, and the first numbers.
 *
 * All three are known by what they have, not by their class: figures know no model and no library,
 * and danfojs (slow to load) is only there when the learner loaded it.
 */
import * as tf from "../core/tf";
import { FigureTable } from "./figure";
import { formatNumber } from "./format-number";
import { TableOptions } from "./html-table";

/** A line about the value, and a part of its numbers as a table. */
export interface Preview {
  headline: string;
  table: FigureTable;
}

/** A compressed sparse row matrix, such as `BagOfWords.transform` returns. */
export interface SparseLike {
  readonly shape: readonly [number, number];
  readonly rowOffsets: ArrayLike<number>;
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** A danfojs DataFrame or Series. */
export interface DataFrameLike {
  readonly $isSeries: boolean;
  readonly shape: readonly number[];
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
}

const TENSOR_ROWS = 8;
const TENSOR_COLUMNS = 10;
const SPARSE_ROWS = 10;
const SPARSE_ENTRIES = 12;

export function isTensor(value: unknown): value is tf.Tensor {
  const { shape, dtype, dataId } = (value ?? {}) as Record<string, unknown>;
  return Array.isArray(shape) && typeof dtype === "string" && dataId !== undefined;
}

export function isSparse(value: unknown): value is SparseLike {
  const { shape, rowOffsets, columns, values } = (value ?? {}) as Record<string, unknown>;
  return (
    Array.isArray(shape) && shape.length === 2 && [rowOffsets, columns, values].every(isNumberList)
  );
}

export function isDataFrame(value: unknown): value is DataFrameLike {
  return typeof (value as Partial<DataFrameLike> | null)?.$isSeries === "boolean";
}

/** "tensor [3, 4] float32 on wasm"; reads no numbers. */
export function tensorHeadline(tensor: tf.Tensor): string {
  if (tensor.isDisposed) return `tensor [${tensor.shape.join(", ")}] ${tensor.dtype}, disposed`;
  const shape = tensor.rank === 0 ? "scalar" : `tensor [${tensor.shape.join(", ")}]`;
  return `${shape} ${tensor.dtype} on ${tf.getBackend()}`;
}

/**
 * The corner of a tensor that a preview shows, as a tensor of its own: [r, c]. Axes before the last
 * two are shown at their first place. Only this much is read back from the device.
 */
export function tensorCorner(tensor: tf.Tensor): tf.Tensor2D {
  return tf.tidy(() => {
    const width = tensor.rank === 0 ? 1 : tensor.shape[tensor.rank - 1]!;
    const height = tensor.rank < 2 ? 1 : tensor.shape[tensor.rank - 2]!;
    const begin = tensor.shape.map(() => 0);
    const fromEnd = [Math.min(width, TENSOR_COLUMNS), Math.min(height, TENSOR_ROWS)];
    const size = tensor.shape.map((_, axis) => fromEnd[tensor.rank - 1 - axis] ?? 1);
    const corner = tensor.rank === 0 ? tensor : tf.slice(tensor, begin, size);
    return tf.reshape(corner, [Math.min(height, TENSOR_ROWS), Math.min(width, TENSOR_COLUMNS)]);
  });
}

/** @param corner the numbers of tensorCorner(), row by row */
export function tensorPreview(tensor: tf.Tensor, corner: ArrayLike<unknown>): Preview {
  const { rank, shape } = tensor;
  const width = Math.min(rank === 0 ? 1 : shape[rank - 1]!, TENSOR_COLUMNS);
  const height = width === 0 ? 0 : corner.length / width;
  const isCutRight = rank > 0 && shape[rank - 1]! > width;
  const place =
    rank > 2
      ? `${shape
          .slice(2)
          .map(() => "0")
          .join(", ")}, `
      : "";
  const rowName = (row: number) => (rank < 2 ? "" : `[${place}${row}]`);
  const isBoolean = tensor.dtype === "bool";
  const rows = Array.from({ length: height }, (_, row) => [
    rowName(row),
    ...Array.from({ length: width }, (_, column) => {
      const value = corner[row * width + column];
      return isBoolean ? String(Boolean(value)) : (value as string | number);
    }),
    ...(isCutRight ? ["…"] : []),
  ]);
  const columns = ["", ...Array.from({ length: width }, (_, c) => String(c))];
  if (isCutRight) columns.push("…");
  const total = rank < 2 ? height : shape[rank - 2]!;
  return { headline: tensorHeadline(tensor), table: { columns, rows, total } };
}

/** Each row as its first "column: value" pairs: a dense corner would be almost all zeros. */
export function sparsePreview(matrix: SparseLike): Preview {
  const [height, width] = matrix.shape;
  const stored = matrix.values.length;
  const cells = height * width;
  const density = cells === 0 ? 0 : (100 * stored) / cells;
  const rows = Array.from({ length: Math.min(height, SPARSE_ROWS) }, (_, row) => {
    const begin = matrix.rowOffsets[row]!;
    const end = matrix.rowOffsets[row + 1]!;
    const pairs = [];
    for (let at = begin; at < Math.min(end, begin + SPARSE_ENTRIES); at++) {
      pairs.push(`${matrix.columns[at]}: ${formatNumber(matrix.values[at]!, 3)}`);
    }
    if (end - begin > SPARSE_ENTRIES) pairs.push("…");
    return [row, end - begin, pairs.join("   ")];
  });
  return {
    headline:
      `sparse matrix [${height}, ${width}], ${formatNumber(stored)} values stored,` +
      ` density ${formatNumber(density, 2)}%`,
    table: { columns: ["row", "stored", "column: value"], rows, total: height },
  };
}

export function dataFramePreview(
  frame: DataFrameLike,
  { maxRows = 20 }: TableOptions = {},
): Preview {
  const rows = frame.values.slice(0, maxRows).map((row, at) => {
    const cells = Array.isArray(row) ? row : [row];
    return [frame.index[at] ?? at, ...cells.map(plainCell)];
  });
  const kind = frame.$isSeries ? "Series" : "DataFrame";
  return {
    headline: `${kind} [${frame.shape.join(", ")}]`,
    table: { columns: ["", ...frame.columns], rows, total: frame.values.length },
  };
}

function plainCell(value: unknown): string | number {
  return typeof value === "number" ? value : String(value ?? "");
}

function isNumberList(value: unknown): boolean {
  return ArrayBuffer.isView(value) || (Array.isArray(value) && typeof value[0] !== "string");
}
