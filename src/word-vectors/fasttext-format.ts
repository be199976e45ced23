/**
 * fastText's binary files: a trained model with the vectors of its words and of all n-gram buckets.
 *
 *   magic 793712314, version 12
 *   12 whole numbers and a double: how it was trained
 *   words, labels, tokens; for each word its letters, a 0, its count and a 0
 *   input matrix    [V + buckets, D]   words first
 *   output matrix   [V, D]             what training goes on from
 *
 * All numbers little end first. The order of fields is that of the authors' program, fastText 0.9
 * (Args::save, Dictionary::save, DenseMatrix::save); gensim reads and writes the same. Text files
 * (`.vec`) are word2vec's: word2vec-format.ts.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { inWords } from "../core/check";
import { writeFileWhole } from "../core/write-file";
import { ByteSource } from "./byte-source";
import { FastTextReader } from "./fasttext-reader";
import { FASTTEXT_MAGIC, FASTTEXT_VERSION } from "./fasttext-reader";
import type { FastTextVectors } from "./fasttext-vectors";
import { checkLoadOptions, checkWords } from "./vector-rows";
import type { LoadVectorsOptions } from "./vector-rows";

/** How the vectors were trained: written for programs that go on training. */
export interface SaveFastTextOptions {
  /** Default "skip-gram". */
  architecture?: "skip-gram" | "cbow";
  /** Default "negative-sampling". */
  objective?: "negative-sampling" | "hierarchical-softmax";
  /** Default 5. */
  window?: number;
  /** Default 5. */
  epochs?: number;
  /** Default 5. */
  minCount?: number;
  /** Default 5. */
  negative?: number;
  /** Threshold of frequent words. Default 0.001. */
  sample?: number;
  /** [V, D], the output layer. Default: zeros, from which training can't well go on. */
  outputVectors?: Float32Array;
}

/** Numbers are handed to the disk in pieces of so many bytes. */
const PIECE = 1 << 24;

/**
 * Writes the file, whole or not at all. Words whose counts are not known get falling ones, V to 1,
 * for readers sort by them.
 */
export async function saveFastText(
  vectors: FastTextVectors,
  file: string,
  options: SaveFastTextOptions = {},
): Promise<void> {
  checkWords("saveFastText", vectors.words);
  const { words, size } = vectors;
  const { outputVectors = new Float32Array(words.length * size) } = options;
  if (outputVectors.length !== words.length * size) {
    throw new RangeError(
      `saveFastText: outputVectors must have ${words.length * size} numbers, got ` +
        inWords(outputVectors.length),
    );
  }
  await writeFileWhole(file, pieces(vectors, { ...options, outputVectors }));
}

/**
 * Reads a `.bin` file a piece at a time. With a limit, the first words and all n-grams are read, so
 * that words beyond the limit are still put together from their pieces.
 */
export async function loadFastText(
  file: string,
  options: LoadVectorsOptions = {},
): Promise<FastTextVectors> {
  checkLoadOptions("loadFastText", options);
  const source = await ByteSource.open("loadFastText", file);
  try {
    return await new FastTextReader("loadFastText", source, options).read();
  } finally {
    await source.close();
  }
}

function* pieces(
  vectors: FastTextVectors,
  options: SaveFastTextOptions & { outputVectors: Float32Array },
): Generator<Uint8Array> {
  const { words, size, counts, buckets } = vectors;
  const countOf = (i: number) => Math.round(counts?.[i] ?? words.length - i);
  const total = words.reduce((sum, _, i) => sum + countOf(i), 0);

  yield header(vectors, options);
  yield int32s(words.length, words.length, 0); // entries, of which words, of which labels
  yield int64s(total, -1); // tokens; no n-grams pruned
  for (let first = 0; first < words.length; first += 10000) {
    const some = words.slice(first, first + 10000);
    yield Buffer.concat(
      some.flatMap((word, i) => [
        Buffer.from(`${word}\0`, "utf8"),
        int64s(countOf(first + i)),
        Uint8Array.of(0), // a word, not a label
      ]),
    );
  }
  yield Uint8Array.of(0); // not quantized
  yield int64s(words.length + buckets, size);
  yield* numbers(vectors.wordVectors);
  yield* numbers(vectors.ngramVectors);
  yield Uint8Array.of(0);
  yield int64s(words.length, size);
  yield* numbers(options.outputVectors);
}

function header(vectors: FastTextVectors, options: SaveFastTextOptions): Uint8Array {
  const { window = 5, epochs = 5, minCount = 5, negative = 5, sample = 0.001 } = options;
  const loss = options.objective === "hierarchical-softmax" ? 1 : 2;
  const model = options.architecture === "cbow" ? 1 : 2;
  const [wordNgrams, updateRate] = [1, 100]; // the program's defaults; of no use for words
  const { size, buckets, minN, maxN } = vectors;
  const threshold = Buffer.alloc(8);
  threshold.writeDoubleLE(sample);
  return Buffer.concat([
    int32s(FASTTEXT_MAGIC, FASTTEXT_VERSION, size, window, epochs, minCount, negative, wordNgrams),
    int32s(loss, model, buckets, minN, maxN, updateRate),
    threshold,
  ]);
}

function int32s(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeInt32LE(value, 4 * i));
  return bytes;
}

function int64s(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => bytes.writeBigInt64LE(BigInt(value), 8 * i));
  return bytes;
}

function* numbers(values: Float32Array): Generator<Uint8Array> {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
