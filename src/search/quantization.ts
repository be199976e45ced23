/**
 * Quantization: embeddings in a quarter (int8) or a thirty-second (binary) of the memory.
 *
 *   int8    q_d = round((x_d − min_d) / step_d) − 128,  step_d = (max_d − min_d) / 255
 *   binary  one bit for each number: is it above 0?     distance: how many bits differ (Hamming)
 *
 * The ranges of int8 are measured on a calibration set; what lies outside is cut. Shakir, Aarsen &
 * Lee 2024, "Binary and Scalar Embedding Quantization" (a web article of Hugging Face); bits of
 * signs compare as angles do: Charikar 2002, "Similarity Estimation Techniques from Rounding
 * Algorithms", section 3.
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import { assertBetween, assertInteger } from "../core/check";
import type { DenseMatrix } from "../similarity/dense-matrix";
import { embeddingMatrix, type Embeddings } from "./embeddings";

/** [D] each: what −128 and 127 stand for. */
export interface CalibrationRanges {
  readonly min: Float32Array;
  readonly max: Float32Array;
}

export interface CalibrationOptions {
  /** The share of numbers cut off at either end, so that one outlier doesn't widen all steps.
   *  Default 0: from the smallest to the largest. */
  clip?: number;
}

/** [N, D] numbers of eight bits. */
export interface Int8Embeddings {
  readonly shape: readonly [rows: number, size: number];
  readonly values: Int8Array;
  readonly ranges: CalibrationRanges;
}

/** [N, D / 8] bytes; bit 7 of byte 0 is the first number's sign. */
export interface BinaryEmbeddings {
  readonly shape: readonly [rows: number, size: number];
  readonly bytes: Uint8Array;
}

const LEVELS = 255;

/** @param embeddings [N, D], N at least 1: some that are typical of those to come */
export function calibrationRanges(
  embeddings: Embeddings,
  { clip = 0 }: CalibrationOptions = {},
): CalibrationRanges {
  const { shape, values } = embeddingMatrix("calibrationRanges", "embeddings", embeddings);
  const [n, d] = shape;
  assertInteger("calibrationRanges", { rows: n }, { min: 1 });
  assertBetween("calibrationRanges", { clip }, 0, 0.49);
  const ranges = { min: new Float32Array(d), max: new Float32Array(d) };
  const column = new Float32Array(n);
  const cut = Math.floor(clip * (n - 1));
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < n; i++) column[i] = values[i * d + j]!;
    column.sort();
    ranges.min[j] = column[cut]!;
    ranges.max[j] = column[n - 1 - cut]!;
  }
  return ranges;
}

/** @param embeddings [N, D], as wide as the ranges */
export function quantizeInt8(embeddings: Embeddings, ranges: CalibrationRanges): Int8Embeddings {
  const width = ranges.min.length;
  const { shape, values } = embeddingMatrix("quantizeInt8", "embeddings", embeddings, width);
  const [n, d] = shape;
  const quantized = new Int8Array(n * d);
  for (let at = 0; at < n * d; at++) {
    const j = at % d;
    const step = stepOf(ranges, j);
    const level = step > 0 ? Math.round((values[at]! - ranges.min[j]!) / step) : 0;
    quantized[at] = Math.min(LEVELS, Math.max(0, level)) - 128;
  }
  return { shape: [n, d], values: quantized, ranges };
}

/** Back to numbers: off by half a step at most, where nothing was cut. @returns [N, D] */
export function dequantizeInt8({ shape, values, ranges }: Int8Embeddings): DenseMatrix {
  const restored = Float32Array.from(values, (level, at) => {
    const j = at % shape[1];
    return ranges.min[j]! + (level + 128) * stepOf(ranges, j);
  });
  return { shape: [shape[0], shape[1]], values: restored };
}

/** What one level of column j is worth. */
export function stepOf({ min, max }: CalibrationRanges, j: number): number {
  return (max[j]! - min[j]!) / LEVELS;
}

/** @param embeddings [N, D], D divisible by 8 */
export function quantizeBinary(embeddings: Embeddings): BinaryEmbeddings {
  const { shape, values } = embeddingMatrix("quantizeBinary", "embeddings", embeddings);
  const [n, d] = shape;
  if (d % 8 !== 0) {
    throw new RangeError(
      `quantizeBinary: a row must have a multiple of 8 numbers, eight to a byte, got ${d};` +
        ` cut it to ${d - (d % 8)}`,
    );
  }
  const bytes = new Uint8Array((n * d) / 8);
  for (let at = 0; at < n * d; at++) {
    if (values[at]! > 0) bytes[at >> 3]! |= 128 >> (at & 7);
  }
  return { shape: [n, d], bytes };
}

/** How many bits differ: of two rows of BinaryEmbeddings, as bytes of one length. */
export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) {
    throw new RangeError(
      `hammingDistance: both must have the same length, got ${a.length} and ${b.length} bytes`,
    );
  }
  let distance = 0;
  for (let i = 0; i < a.length; i++) distance += BITS[a[i]! ^ b[i]!]!;
  return distance;
}

/** How many bits each byte has. */
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
});
