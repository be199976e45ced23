/**
 * An index of eight-bit numbers: a quarter of the memory, nearly the same scores.
 *
 *   score(q, d) = q · x̂,  x̂_j = min_j + (level_j + 128) · step_j
 *               = Σ_j q_j · (min_j + 128 step_j)  +  Σ_j (q_j · step_j) · level_j
 *
 * The first sum is the same for all documents. In the second, q_j · step_j is rounded to sixteen
 * bits, far finer than the levels, so that whole numbers are multiplied, many at a time, by a
 * WebAssembly kernel. Embeddings are made length 1 before they are quantized, so that the product
 * is a cosine but for rounding.
 *
 * Lesson: notebooks/13-matryoshka.ipynb
 */
import { assertInteger } from "../core/check";
import type * as tf from "../core/tf";
import { Documents } from "./documents";
import { embeddingMatrix, queryMatrix, unitLengths, type Embeddings } from "./embeddings";
import { bestRows, type DocumentId, type Hit } from "./hit";
import { QuantizedRows } from "./kernels/quantized-rows";
import { calibrationRanges, quantizeInt8, stepOf, type CalibrationRanges } from "./quantization";

export interface QuantizedSearchOptions {
  /** How many documents to return at most. Default 10. */
  k?: number;
}

export class Int8Index {
  private readonly documents = new Documents("Int8Index");
  private readonly rows: QuantizedRows;

  private constructor(private readonly ranges: CalibrationRanges) {
    this.rows = new QuantizedRows("int8Products", ranges.min.length);
  }

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
    this.rows.add(quantizeInt8(unit, this.ranges).values);
  }

  /** Nearest first. */
  search(
    query: ArrayLike<number> | tf.Tensor1D | tf.Tensor2D,
    { k = 10 }: QuantizedSearchOptions = {},
  ): Hit[] {
    assertInteger("Int8Index.search", { k }, { min: 1 });
    const unit = unitLengths(queryMatrix("Int8Index.search", query, this.dimension));
    const { base, scale, digits } = this.roundedQuery(unit);
    const products = this.rows.products(digits);
    return bestRows(products, k).map((row, i) => {
      return { id: this.documents.id(row), score: base + scale * products[row]!, rank: i + 1 };
    });
  }

  /** score = base + scale · Σ_j digit_j · level_j */
  private roundedQuery(query: Float32Array): RoundedQuery {
    const size = this.dimension;
    const factors = new Float64Array(size);
    let [base, largest, sum] = [0, 0, 0];
    for (let j = 0; j < size; j++) {
      const step = stepOf(this.ranges, j);
      factors[j] = query[j]! * step;
      base += query[j]! * (this.ranges.min[j]! + 128 * step);
      largest = Math.max(largest, Math.abs(factors[j]!));
      sum += Math.abs(factors[j]!);
    }
    // The largest fills sixteen bits, unless sums of so many products would not fit into 32.
    // A query of zeros has the scale 0; an Int16Array keeps 0 / 0 as 0.
    const scale = Math.max(largest / 32767, (sum * 128) / 2 ** 30);
    const digits = Int16Array.from(factors, (factor) => Math.round(factor / scale));
    return { base, scale, digits };
  }
}

interface RoundedQuery {
  base: number;
  scale: number;
  digits: Int16Array;
}
