/**
 * Several encoded texts side by side: filled up to one length, as rows or as flat typed arrays.
 *
 *   [CLS] the cat [SEP] [PAD] [PAD]      attention mask 1 1 1 1 0 0
 *   [CLS] un ##believ ##able ! [SEP]                    1 1 1 1 1 1
 *
 * A tensor has to be a rectangle. [PAD] fills it; the mask tells the model not to look there.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import type { EncodeBatchOptions } from "./encode-options";

/** Where a token came from: `text.slice(start, end)`; [0, 0] for [CLS], [SEP] and [PAD]. */
export type Offset = readonly [start: number, end: number];

/** One text, or one pair, as BERT takes it. All lists have the same length. */
export interface Encoding {
  inputIds: number[];
  /** The segment: 0 in sentence A, 1 in sentence B. */
  tokenTypeIds: number[];
  /** 1 for a token, 0 for padding. */
  attentionMask: number[];
  /** 1 for what the encoder put there: [CLS], [SEP], [PAD]. */
  specialTokensMask: number[];
  tokens: string[];
  /** In sentence B they count from the beginning of B. */
  offsets: Offset[];
  /** Which word of its sentence a token belongs to; null for [CLS], [SEP] and [PAD]. */
  wordIds: (number | null)[];
}

/** Row i belongs to text i; all rows are equally long, unless padding was false. */
export interface EncodedBatch {
  inputIds: number[][];
  tokenTypeIds: number[][];
  attentionMask: number[][];
  specialTokensMask: number[][];
  tokens: string[][];
  offsets: Offset[][];
  wordIds: (number | null)[][];
}

/** The same numbers without words: [B, T], row by row, ready for `tf.tensor2d(ids, shape)`. */
export interface EncodedArrays {
  shape: [batch: number, tokens: number];
  inputIds: Int32Array;
  tokenTypeIds: Int32Array;
  attentionMask: Int32Array;
  /** [B] tokens of each row that aren't padding. */
  lengths: Int32Array;
}

/** The length that a row, or a batch whose longest row this is, is filled up to. */
export function paddedLength(
  longest: number,
  { padding, maxLength = 0, padToMultipleOf = 1 }: EncodeBatchOptions,
): number {
  if (padding === false || padding === undefined) return longest;
  const length = padding === "max_length" ? Math.max(longest, maxLength) : longest;
  return Math.ceil(length / padToMultipleOf) * padToMultipleOf;
}

/** Fills one encoding up, in place. */
export function pad(
  encoding: Encoding,
  length: number,
  padToken: { id: number; content: string },
  side: "right" | "left" = "right",
): Encoding {
  const missing = length - encoding.inputIds.length;
  if (missing <= 0) return encoding;
  const fill = <T>(list: T[], value: T): void => {
    for (let i = 0; i < missing; i++) list.push(value);
    if (side === "left") list.copyWithin(missing, 0).fill(value, 0, missing);
  };
  fill(encoding.inputIds, padToken.id);
  fill(encoding.tokenTypeIds, 0);
  fill(encoding.attentionMask, 0);
  fill(encoding.specialTokensMask, 1);
  fill(encoding.tokens, padToken.content);
  fill<Offset>(encoding.offsets, [0, 0]);
  fill<number | null>(encoding.wordIds, null);
  return encoding;
}

/** Encodings of texts, turned into lists by property. */
export function asBatch(encodings: readonly Encoding[]): EncodedBatch {
  return {
    inputIds: encodings.map((row) => row.inputIds),
    tokenTypeIds: encodings.map((row) => row.tokenTypeIds),
    attentionMask: encodings.map((row) => row.attentionMask),
    specialTokensMask: encodings.map((row) => row.specialTokensMask),
    tokens: encodings.map((row) => row.tokens),
    offsets: encodings.map((row) => row.offsets),
    wordIds: encodings.map((row) => row.wordIds),
  };
}

/** Collects rows of ids without padding, then lays them out as a rectangle. */
export class RowCollector {
  private ids = new Int32Array(4096);
  private size = 0;
  private readonly lengths: number[] = [];
  /** Where segment 1 begins in each row. */
  private readonly seconds: number[] = [];

  push(id: number): void {
    if (this.size === this.ids.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.size++] = id;
  }

  /** @param second tokens of the row that belong to segment 0 */
  endRow(length: number, second: number): void {
    this.lengths.push(length);
    this.seconds.push(second);
  }

  toArrays(padId: number, options: EncodeBatchOptions): EncodedArrays {
    const numRows = this.lengths.length;
    const longest = this.lengths.reduce((most, length) => Math.max(most, length), 0);
    const width = paddedLength(longest, options);
    const inputIds = new Int32Array(numRows * width).fill(padId);
    const tokenTypeIds = new Int32Array(numRows * width);
    const attentionMask = new Int32Array(numRows * width);
    let from = 0;
    this.lengths.forEach((length, row) => {
      const start = row * width + (options.paddingSide === "left" ? width - length : 0);
      inputIds.set(this.ids.subarray(from, from + length), start);
      attentionMask.fill(1, start, start + length);
      tokenTypeIds.fill(1, start + this.seconds[row]!, start + length);
      from += length;
    });
    const lengths = Int32Array.from(this.lengths);
    return { shape: [numRows, width], inputIds, tokenTypeIds, attentionMask, lengths };
  }
}
