/**
 * One case of bench/engine.ts, and the numbers that both sides begin with: weights, ids and labels
 * come from one hash, computed here and in peers/bert_torch.py, so that losses can be compared.
 *
 *   h ← i·0x9E3779B1 + crc32(name), then MurmurHash3's finalizer (Appleby 2011, public domain)
 */
import { crc32 } from "node:zlib";
import * as tf from "../../src/core/tf";
import type { HostArray } from "../../src/engine/host-array";

export interface BertCase {
  /** "mlm" and "siamese" take training steps, "encode" turns all sentences into vectors. */
  readonly task: "mlm" | "siamese" | "encode";
  readonly vocabulary: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Width inside the feed-forward part. */
  readonly inner: number;
  readonly dropout: number;
  /** Sequences in a batch. */
  readonly batch: number;
  /** Tokens in each sequence, for training. */
  readonly length: number;
  /** Tokens in each sentence, for encoding. */
  readonly lengths?: readonly number[];
  readonly threads: number;
  readonly learningRate: number;
  readonly device?: "cpu" | "webgpu";
  /** Of our side. "mixed" scales the loss too. Default "float32". */
  readonly precision?: "float32" | "mixed";
}

/** The shapes of the published small BERTs (Turc et al. 2019), of BERT-base, and of ours. */
export const SHAPES = {
  "bert-small": { vocabulary: 5000, width: 128, layers: 4, heads: 4, inner: 512 },
  tiny: { vocabulary: 8000, width: 128, layers: 2, heads: 2, inner: 512 },
  mini: { vocabulary: 8000, width: 256, layers: 4, heads: 4, inner: 1024 },
  base: { vocabulary: 30522, width: 768, layers: 12, heads: 12, inner: 3072 },
} as const;

export type ShapeName = keyof typeof SHAPES;

/** Weights of the given shapes: uniform with standard deviation 0.02; gains 1, biases 0. */
export function hashedWeights(
  shapes: Readonly<Record<string, readonly number[]>>,
): Record<string, tf.Tensor> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      if (shape.length === 1) {
        return [
          name,
          name.endsWith("LayerNorm.weight") ? tf.ones([...shape]) : tf.zeros([...shape]),
        ];
      }
      const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
      const seed = crc32(name);
      const scale = 0.02 * Math.sqrt(3);
      for (let i = 0; i < values.length; i++) {
        values[i] = ((hashed(seed, i) / 2 ** 32) * 2 - 1) * scale;
      }
      return [name, tf.tensor(values, [...shape])];
    }),
  );
}

/** One batch for training: 15% of the places are to be guessed. */
export function trainingBatch({ batch, length, vocabulary }: BertCase): Record<string, HostArray> {
  const masked = maskedPerRow(length);
  const places = Array.from({ length: batch * masked }, (_, i) => {
    const row = Math.floor(i / masked);
    return row * length + (((i % masked) * Math.floor(length / masked) + row * 7) % length);
  });
  return {
    ids: whole("ids", vocabulary, [batch, length]),
    otherIds: whole("otherIds", vocabulary, [batch, length]),
    types: { dtype: "int32", shape: [batch, length], data: new Int32Array(batch * length) },
    mask: {
      dtype: "float32",
      shape: [batch, length],
      data: new Float32Array(batch * length).fill(1),
    },
    positions: { dtype: "int32", shape: [places.length], data: Int32Array.from(places) },
    labels: whole("labels", vocabulary, [batch * masked]),
    classes: whole("classes", 3, [batch]),
  };
}

/** Neighbouring sentences together, each batch padded to its longest. */
export function sentenceBatches({ lengths = [], batch, vocabulary }: BertCase) {
  const batches: Record<"ids" | "types" | "mask", HostArray>[] = [];
  for (let start = 0; start < lengths.length; start += batch) {
    const part = lengths.slice(start, start + batch);
    const longest = Math.max(...part);
    const shape = [part.length, longest];
    const mask = Float32Array.from({ length: part.length * longest }, (_, i) =>
      i % longest < part[Math.floor(i / longest)]! ? 1 : 0,
    );
    batches.push({
      ids: whole(`ids ${start}`, vocabulary, shape),
      types: { dtype: "int32", shape, data: new Int32Array(mask.length) },
      mask: { dtype: "float32", shape, data: mask },
    });
  }
  return batches;
}

function maskedPerRow(length: number): number {
  return Math.max(1, Math.round(length * 0.15));
}

function whole(name: string, limit: number, shape: number[]): HostArray {
  const seed = crc32(name);
  const length = shape.reduce((product, size) => product * size, 1);
  const data = Int32Array.from({ length }, (_, i) => hashed(seed, i) % limit);
  return { dtype: "int32", shape, data };
}

/** 32 well mixed bits, as a number from 0 to 2^32 - 1. */
function hashed(seed: number, i: number): number {
  let h = (Math.imul(i, 0x9e3779b1) + seed) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0;
  return (h ^ (h >>> 16)) >>> 0;
}
