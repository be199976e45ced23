/**
 * Checks of what losses are given: embeddings of one shape, finite, and labels that mean something.
 *
 * Shapes are checked always. Values are checked where they can be read at once: eagerly on a CPU.
 * A compiled step has no values while it is traced, and a GPU's would have to be waited for; there
 * the trainer finds what isn't finite.
 */
import { assertRank, assertSameShape, inWords } from "../core/check";
import * as tf from "../core/tf";

const READABLE = ["cpu", "wasm", "tensorflow"];

export interface BatchOptions {
  /** In-batch losses need others to compare with: 2. Default 1. */
  minRows?: number;
}

export interface LabelRange {
  /** The smallest label allowed. */
  min: number;
  /** The largest. */
  max: number;
  /** Default false. */
  isWhole?: boolean;
}

/** All of one shape [B, D], with enough rows, and finite. */
export function assertBatch(
  caller: string,
  embeddings: Record<string, tf.Tensor2D>,
  { minRows = 1 }: BatchOptions = {},
): void {
  for (const [name, tensor] of Object.entries(embeddings)) assertRank(caller, name, tensor, 2);
  assertSameShape(caller, embeddings);
  const [rows, width] = Object.values(embeddings)[0]!.shape;
  if (rows < minRows || width === 0) {
    const why = minRows > 1 ? ", since the other rows are the negatives" : "";
    const what = minRows > 1 ? `at least ${minRows} rows` : "a row";
    throw new RangeError(`${caller}: a batch needs ${what}${why}, got shape [${[rows, width]}]`);
  }
  assertFinite(caller, embeddings);
}

/** No NaN and no infinity, where values can be read. */
export function assertFinite(caller: string, tensors: Record<string, tf.Tensor>): void {
  if (!canRead()) return;
  for (const [name, tensor] of Object.entries(tensors)) {
    const values = tensor.dataSync();
    const at = values.findIndex((value) => !Number.isFinite(value));
    if (at < 0) continue;
    const row = Math.floor((at * (tensor.shape[0] ?? 1)) / values.length);
    throw new RangeError(`${caller}: ${name} must be finite, got ${values[at]} in row ${row}`);
  }
}

/** One number for each of the rows; in the range, where values can be read. */
export function assertLabels(
  caller: string,
  name: string,
  labels: tf.Tensor1D,
  rows: number,
  { min, max, isWhole = false }: LabelRange,
): void {
  if (!(labels instanceof tf.Tensor)) {
    throw new TypeError(`${caller}: ${name} must be a tensor [B], got ${inWords(labels)}`);
  }
  if (labels.rank !== 1 || labels.shape[0] !== rows) {
    throw new RangeError(
      `${caller}: ${name} must have one number for each of the ${rows} rows,` +
        ` got shape [${labels.shape}]`,
    );
  }
  if (!canRead()) return;
  const values = labels.dataSync();
  const isWrong = (value: number) =>
    !(value >= min && value <= max) || (isWhole && !Number.isInteger(value));
  const at = values.findIndex(isWrong);
  if (at < 0) return;
  const kind = isWhole ? "whole numbers" : "numbers";
  throw new RangeError(
    `${caller}: ${name} must be ${kind} from ${min} to ${max}, got ${values[at]} in row ${at}`,
  );
}

/** True where a tensor's values can be read without waiting. */
export function canRead(): boolean {
  return READABLE.includes(tf.getBackend());
}
