/**
 * Embeddings as indexes take them: a tensor, a list of vectors, or one flat array.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertRank } from "../core/check";
import * as tf from "../core/tf";
import { denseMatrix, type DenseMatrix, type Points } from "../similarity/dense-matrix";

/** [N, D]. A tensor is read at once: one on a GPU must be fetched with data() before. */
export type Embeddings = tf.Tensor2D | Points;

/**
 * Finite numbers in rows of equal length.
 *
 * @param size D that the rows must have; undefined where any will do
 */
export function embeddingMatrix(
  caller: string,
  name: string,
  embeddings: Embeddings,
  size?: number,
): DenseMatrix {
  const matrix = denseMatrix(
    caller,
    name,
    isTensor(embeddings) ? read(caller, name, embeddings) : embeddings,
  );
  const width = matrix.shape[1];
  if (matrix.shape[0] > 0 && (width === 0 || (size !== undefined && width !== size))) {
    const wanted = size === undefined ? "at least one number" : `${size} numbers, as the index has`;
    throw new RangeError(`${caller}: each row of ${name} must have ${wanted}, got ${width}`);
  }
  return matrix;
}

/** One vector, or a tensor of one row, as a matrix of one row. */
export function queryMatrix(
  caller: string,
  query: ArrayLike<number> | tf.Tensor1D | tf.Tensor2D,
  size: number,
): DenseMatrix {
  const values = query instanceof tf.Tensor ? Array.from(query.dataSync()) : query;
  return embeddingMatrix(caller, "query", [values], size);
}

/** The rows with length 1; zeros stay zeros. */
export function unitLengths({ shape: [n, d], values }: DenseMatrix): Float32Array {
  const rows = new Float32Array(n * d);
  for (let i = 0; i < n; i++) {
    let squares = 0;
    for (let j = i * d; j < (i + 1) * d; j++) squares += values[j]! ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let j = i * d; j < (i + 1) * d; j++) rows[j] = values[j]! * scale;
  }
  return rows;
}

function isTensor(embeddings: Embeddings): embeddings is tf.Tensor2D {
  return embeddings instanceof tf.Tensor;
}

function read(caller: string, name: string, tensor: tf.Tensor2D): DenseMatrix {
  assertRank(caller, name, tensor, 2);
  return { shape: tensor.shape, values: Float32Array.from(tensor.dataSync()) };
}
