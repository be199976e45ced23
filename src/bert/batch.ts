/**
 * What a model is given: token ids, and what is known of each token.
 *
 *   inputIds       which token                                     [[2, 17, 23, 3], [2, 4, 3, 0]]
 *   tokenTypeIds   0 in sentence A, 1 in sentence B                [[0, 0, 0, 0], [0, 0, 0, 0]]
 *   attentionMask  1 for a token, 0 for padding                    [[1, 1, 1, 1], [1, 1, 1, 0]]
 *
 * Devlin et al. 2019, "BERT", section 3 and figure 2.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { inWords } from "../core/check";
import * as tf from "../core/tf";
import { maxSequenceLength, type BertConfig } from "./config";

/** Rows of equal length, as a tokenizer's encodeBatch gives them, or a tensor [B, T] of int32. */
export type IdRows = readonly (readonly number[])[] | tf.Tensor;

export interface BertBatch {
  inputIds: IdRows;
  /** Default: all 0. */
  tokenTypeIds?: IdRows;
  /** Default: all 1, nothing is padding. */
  attentionMask?: IdRows;
}

/** The same as tensors; what wasn't given stays out, so that no work is done for it. */
export interface BatchTensors {
  inputIds: tf.Tensor2D;
  tokenTypeIds?: tf.Tensor2D;
  attentionMask?: tf.Tensor2D;
}

/**
 * Checks a batch and turns it into tensors; call it inside tf.tidy.
 *
 * Ids in arrays are checked one by one. Those in tensors are not read: the cpu and wasm back ends
 * refuse an id outside a table when they look it up, a GPU and a compiled model may not.
 *
 * @throws RangeError for an empty batch, rows of different lengths, other shapes, a sequence longer
 *         than the positions, an id outside its table
 */
export function batchTensors(caller: string, batch: BertBatch, config: BertConfig): BatchTensors {
  if (typeof batch !== "object" || batch === null || batch.inputIds === undefined) {
    throw new TypeError(`${caller}: batch must be { inputIds, … }, got ${inWords(batch)}`);
  }
  const { vocabSize, typeVocabSize } = config;
  const inputIds = idTensor(caller, "inputIds", batch.inputIds, vocabSize);
  const [batchSize, length] = inputIds.shape;
  if (batchSize === 0 || length === 0) {
    throw new RangeError(
      `${caller}: a batch must have a sequence with a token, got shape [${inputIds.shape}]`,
    );
  }
  const longest = maxSequenceLength(config);
  if (length > longest) {
    throw new RangeError(
      `${caller}: this model has ${longest} positions, got a sequence of ${length} tokens; ` +
        "truncate it when tokenizing (maxLength)",
    );
  }
  const tensors: BatchTensors = { inputIds };
  const optional = { tokenTypeIds: typeVocabSize, attentionMask: 2 } as const;
  for (const [name, limit] of Object.entries(optional) as [keyof typeof optional, number][]) {
    const given = batch[name];
    if (given === undefined) continue;
    const tensor = idTensor(caller, name, given, limit);
    if (String(tensor.shape) !== String(inputIds.shape)) {
      throw new RangeError(
        `${caller}: ${name} must have inputIds' shape [${inputIds.shape}], got [${tensor.shape}]`,
      );
    }
    tensors[name] = tensor;
  }
  return tensors;
}

function idTensor(caller: string, name: string, ids: IdRows, limit: number): tf.Tensor2D {
  if (ids instanceof tf.Tensor) {
    if (ids.rank !== 2) {
      throw new RangeError(`${caller}: ${name} must have shape [B, T], got [${ids.shape}]`);
    }
    if (name !== "attentionMask" && ids.dtype !== "int32") {
      throw new TypeError(`${caller}: ${name} must be int32, got ${ids.dtype}`);
    }
    return ids as tf.Tensor2D;
  }
  if (!Array.isArray(ids) || !ids.every((row) => Array.isArray(row))) {
    throw new TypeError(`${caller}: ${name} must be rows of ids, got ${inWords(ids)}`);
  }
  const rows = ids as readonly (readonly number[])[];
  const length = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== length) {
      throw new RangeError(
        `${caller}: all rows of ${name} must be equally long (pad them), got ${length} and, ` +
          `in row ${i}, ${row.length}`,
      );
    }
    const wrong = row.findIndex((id) => !(Number.isInteger(id) && id >= 0 && id < limit));
    if (wrong < 0) return;
    throw new RangeError(
      `${caller}: ${name}[${i}][${wrong}] must be a whole number from 0 to ${limit - 1}, ` +
        `got ${inWords(row[wrong])}`,
    );
  });
  return tf.tensor2d(Int32Array.from(rows.flat()), [rows.length, length], "int32");
}
