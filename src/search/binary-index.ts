/**
 * An index of signs: a thirty-second of the memory, searched by counting bits, then re-scored.
 *
 *   1. candidates: the k · rescoreMultiplier documents with the fewest differing bits
 *   2. of those, score(q, d) = Σ_j q_j · sign_j(d) / √D, with the query's own digits
 *
 * Yamada, Asai & Hajishirzi 2021, "Efficient Passage Retrieval with Hashing for Open-domain
 * Question Answering", section 2.2. √D is a row of signs' length, so for a query of length 1 the
 * second score is a cosine. Bits are counted by a WebAssembly kernel (readable: hammingDistance).
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import { assertInteger } from "../core/check";
import type * as tf from "../core/tf";
import { Documents } from "./documents";
import { embeddingMatrix, queryMatrix, unitLengths, type Embeddings } from "./embeddings";
import { bestRows, type DocumentId, type Hit } from "./hit";
import type { QuantizedSearchOptions } from "./int8-index";
import { QuantizedRows } from "./kernels/quantized-rows";
import { quantizeBinary } from "./quantization";

export interface BinarySearchOptions extends QuantizedSearchOptions {
  /** Candidates for each hit. Default 4; 0 leaves the order of the Hamming distances, with scores
   *  from 1 (all bits equal) to −1 (none). */
  rescoreMultiplier?: number;
}

export class BinaryIndex {
  private readonly documents = new Documents("BinaryIndex");
  private rows: QuantizedRows | undefined;
  private width: number | undefined;

  get size(): number {
    return this.documents.size;
  }

  /** D; undefined before the first are added. */
  get dimension(): number | undefined {
    return this.width;
  }

  /** @param embeddings [N, D], D divisible by 8 */
  add(ids: readonly DocumentId[], embeddings: Embeddings): void {
    const matrix = embeddingMatrix("BinaryIndex.add", "embeddings", embeddings, this.width);
    if (matrix.shape[0] !== ids.length) {
      throw new RangeError(
        `BinaryIndex.add: there must be an embedding for each of the ${ids.length} ids,` +
          ` got ${matrix.shape[0]}`,
      );
    }
    const { bytes } = quantizeBinary(matrix);
    this.documents.add(ids);
    if (ids.length === 0) return;
    this.width = matrix.shape[1];
    this.rows ??= new QuantizedRows("signProducts", this.width / 8);
    this.rows.add(bytes);
  }

  /** Nearest first. */
  search(
    query: ArrayLike<number> | tf.Tensor1D | tf.Tensor2D,
    { k = 10, rescoreMultiplier = 4 }: BinarySearchOptions = {},
  ): Hit[] {
    assertInteger("BinaryIndex.search", { k }, { min: 1 });
    assertInteger("BinaryIndex.search", { rescoreMultiplier }, { min: 0 });
    const { rows, width } = this;
    if (rows === undefined || width === undefined) return [];
    const matrix = queryMatrix("BinaryIndex.search", query, width);
    const { bytes } = quantizeBinary(matrix);
    const products = rows.products(bytes); // D − 2 · distance
    if (rescoreMultiplier === 0) {
      return this.hits(bestRows(products, k), (row) => products[row]! / width);
    }
    const candidates = bestRows(products, k * rescoreMultiplier);
    const unit = unitLengths(matrix);
    const scores = candidates.map((row) => signProduct(unit, rows.row(row)) / Math.sqrt(width));
    const order = bestRows(scores, k);
    return this.hits(
      order.map((at) => candidates[at]!),
      (_, i) => scores[order[i]!]!,
    );
  }

  private hits(rows: readonly number[], scoreOf: (row: number, i: number) => number): Hit[] {
    return rows.map((row, i) => {
      return { id: this.documents.id(row), score: scoreOf(row, i), rank: i + 1 };
    });
  }
}

/** Σ_j q_j · (1 where the bit is set, else −1) */
function signProduct(query: Float32Array, bytes: Uint8Array): number {
  let sum = 0;
  for (let j = 0; j < query.length; j++) {
    sum += bytes[j >> 3]! & (128 >> (j & 7)) ? query[j]! : -query[j]!;
  }
  return sum;
}
