/**
 * An index of eight-bit numbers: a quarter of the memory, nearly the same scores.
 *
 *   score(q, d) = q · x̂,  x̂_j = min_j + (level_j + 128) · step_j
 *               = Σ_j q_j · (min_j + 128 step_j)  +  Σ_j (q_j · step_j) · level_j
 *
 * The query keeps its digits; the first sum is the same for all documents. Embeddings are made
 * length 1 before they are quantized, so that the product is a cosine but for rounding.
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import { assertInteger } from "../core/check";
import type * as tf from "../core/tf";
import { Documents } from "./documents";
import { embeddingMatrix, queryMatrix, unitLengths, type Embeddings } from "./embeddings";
import { bestRows, type DocumentId, type Hit } from "./hit";
import { calibrationRanges, quantizeInt8, stepOf, type CalibrationRanges } from "./quantization";

export interface QuantizedSearchOptions {
  /** How many documents to return at most. Default 10. */
  k?: number;
}

export class Int8Index {
  private readonly documents = new Documents("Int8Index");
  private readonly parts: Int8Array[] = [];

  private constructor(private readonly ranges: CalibrationRanges) {}

  /** @param embeddings [N, D] some that are typical; they are not added */
  static calibrate(embeddings: Embeddings, options: { clip?: number } = {}): Int8Index {
    const matrix = embeddingMatrix("Int8Index.calibrate", "embeddings", embeddings);
    const unit = { shape: matrix.shape, values: unitLengths(matrix) };
    return new Int8Index(calibrationRanges(unit, options));
  }

  get size(): number {
    return this.documents.size;
  }

  /** D. */
  get dimension(): number {
    return this.ranges.min.length;
  }

  /** @param embeddings [N, D] */
  add(ids: readonly DocumentId[], embeddings: Embeddings): void {
    const matrix = embeddingMatrix("Int8Index.add", "embeddings", embeddings, this.dimension);
    if (matrix.shape[0] !== ids.length) {
      throw new RangeError(
        `Int8Index.add: there must be an embedding for each of the ${ids.length} ids,` +
          ` got ${matrix.shape[0]}`,
      );
    }
    this.documents.add(ids);
    const unit = { shape: matrix.shape, values: unitLengths(matrix) };
    this.parts.push(quantizeInt8(unit, this.ranges).values);
  }

  /** Nearest first. */
  search(
    query: ArrayLike<number> | tf.Tensor1D | tf.Tensor2D,
    { k = 10 }: QuantizedSearchOptions = {},
  ): Hit[] {
    assertInteger("Int8Index.search", { k }, { min: 1 });
    const unit = unitLengths(queryMatrix("Int8Index.search", query, this.dimension));
    const scores = this.scores(unit);
    return bestRows(scores, k).map((row, i) => {
      return { id: this.documents.id(row), score: scores[row]!, rank: i + 1 };
    });
  }

  private scores(query: Float32Array): Float64Array {
    const size = this.dimension;
    const scaled = new Float64Array(size);
    let base = 0;
    for (let j = 0; j < size; j++) {
      const step = stepOf(this.ranges, j);
      scaled[j] = query[j]! * step;
      base += query[j]! * (this.ranges.min[j]! + 128 * step);
    }
    const scores = new Float64Array(this.size);
    let row = 0;
    for (const levels of this.parts) {
      for (let from = 0; from < levels.length; from += size) {
        let sum = base;
        for (let j = 0; j < size; j++) sum += scaled[j]! * levels[from + j]!;
        scores[row++] = sum;
      }
    }
    return scores;
  }
}
