/**
 * Points as one flat array: [N, D] numbers, row after row.
 *
 * What the functions of this folder compute with. They take lists of vectors, too; a list is
 * copied into this form once, and checked on the way: equally long rows, finite numbers.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { inWords } from "../core/check";

/** [N, D]: the number in row i and column j is `values[i * D + j]`. */
export interface DenseMatrix {
  readonly shape: readonly [numRows: number, numColumns: number];
  readonly values: Float32Array | Float64Array;
}

/** N points of D numbers each: a list of vectors, or one flat array. */
export type Points = readonly ArrayLike<number>[] | DenseMatrix;

/**
 * The points as a matrix; a matrix is given back as it is, not copied.
 *
 * @param caller the function whose argument this is, for the error message
 * @param name   the argument's name
 */
export function denseMatrix(caller: string, name: string, points: Points): DenseMatrix {
  const matrix = isDenseMatrix(points) ? points : fromRows(caller, name, points);
  const { shape, values } = matrix;
  if (values.length !== shape[0] * shape[1]) {
    throw new RangeError(
      `${caller}: ${name} of shape [${shape}] needs ${shape[0] * shape[1]} numbers,` +
        ` got ${values.length}`,
    );
  }
  for (let at = 0; at < values.length; at++) {
    if (Number.isFinite(values[at])) continue;
    const row = Math.floor(at / shape[1]);
    throw new RangeError(`${caller}: ${name} must be finite, got ${values[at]} in row ${row}`);
  }
  return matrix;
}

/** Row i as a view of the matrix: changing it changes the matrix. */
export function rowOf({ shape, values }: DenseMatrix, i: number): Float32Array | Float64Array {
  return values.subarray(i * shape[1], (i + 1) * shape[1]);
}

function isDenseMatrix(points: Points): points is DenseMatrix {
  return !Array.isArray(points) && Array.isArray((points as Partial<DenseMatrix> | null)?.shape);
}

function fromRows(caller: string, name: string, rows: Points): DenseMatrix {
  if (!Array.isArray(rows)) {
    throw new TypeError(`${caller}: ${name} must be a list of vectors, got ${inWords(rows)}`);
  }
  const list = rows as readonly ArrayLike<number>[];
  const size = list[0]?.length ?? 0;
  const odd = list.findIndex((row) => row?.length !== size);
  if (odd >= 0) {
    throw new RangeError(
      `${caller}: every row of ${name} needs ${size} numbers,` +
        ` got ${list[odd]?.length} in row ${odd}`,
    );
  }
  const values = new (list[0] instanceof Float32Array ? Float32Array : Float64Array)(
    list.length * size,
  );
  list.forEach((row, i) => values.set(row, i * size));
  return { shape: [list.length, size], values };
}
