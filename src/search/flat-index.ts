/**
 * A flat index: compare the query with every document. Exact, and fast enough for 100,000.
 *
 *   score(q, d) = q · d / (|q| |d|), or q · d for the metric "dot"
 *
 * Documents lie in blocks, each in the memory of a WebAssembly kernel that keeps the best k while
 * it multiplies, so the N products are never stored. Scores are single precision.
 *
 * Johnson, Douze & Jégou 2017, "Billion-scale similarity search with GPUs", call this exhaustive
 * search; faiss names it IndexFlatIP.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type * as tf from "../core/tf";
import { rowOf, type DenseMatrix } from "../similarity/dense-matrix";
import { searchKernel, type SearchKernel } from "../similarity/kernels/search-kernel";
import { Documents } from "./documents";
import { embeddingMatrix, queryMatrix, unitLengths, type Embeddings } from "./embeddings";
import type { DocumentId, Hit } from "./hit";
import { assertFilter, type Metadata, type MetadataFilter } from "./metadata-filter";

export interface FlatIndexOptions {
  /** Default cosine. */
  metric?: "cosine" | "dot";
}

export interface SearchOptions {
  /** How many documents to return at most. Default 10. */
  k?: number;
  /** Only documents with these metadata. Default: all. */
  filter?: MetadataFilter;
}

/** Documents in one block: 6 MB at 192 numbers each. */
const BLOCK = 8192;

export class FlatIndex {
  private readonly documents = new Documents("FlatIndex");
  private readonly blocks: SearchKernel[] = [];
  private readonly metric: "cosine" | "dot";
  private width: number | undefined;

  constructor({ metric = "cosine" }: FlatIndexOptions = {}) {
    if (metric !== "cosine" && metric !== "dot") {
      throw new RangeError(`FlatIndex: metric must be cosine or dot, got ${inWords(metric)}`);
    }
    this.metric = metric;
  }

  /** How many documents there are. */
  get size(): number {
    return this.documents.size;
  }

  /** D; undefined before the first are added. */
  get dimension(): number | undefined {
    return this.width;
  }

  /**
   * Adds all, or, where something is wrong with one, none.
   *
   * @param ids        N names that the index doesn't have yet
   * @param embeddings [N, D]; copied
   * @param metadata   for filters: one record for each document
   */
  add(ids: readonly DocumentId[], embeddings: Embeddings, metadata?: readonly Metadata[]): void {
    const matrix = embeddingMatrix("FlatIndex.add", "embeddings", embeddings, this.width);
    const [count, width] = matrix.shape;
    if (count !== ids.length) {
      throw new RangeError(
        `FlatIndex.add: there must be an embedding for each of the ${ids.length} ids, got ${count}`,
      );
    }
    const places = this.documents.add(ids, metadata);
    if (count === 0) return;
    this.width = width;
    const rows = this.prepared(matrix);
    for (const [i, row] of places.entries()) {
      const [block, place] = [Math.floor(row / BLOCK), row % BLOCK];
      const kernel = (this.blocks[block] ??= searchKernel({ size: width, capacity: BLOCK }));
      kernel.setPoint(place, rows, i);
    }
  }

  /** Takes documents out; their memory is used for those added next. @returns how many */
  remove(ids: readonly DocumentId[]): number {
    return this.documents.remove(ids);
  }

  has(id: DocumentId): boolean {
    return this.documents.has(id);
  }

  /**
   * The documents nearest to the query, nearest first; of equally near ones the first added, as
   * long as none was removed.
   *
   * @param query [D] numbers, or a tensor of shape [D] or [1, D]
   */
  search(query: ArrayLike<number> | tf.Tensor1D | tf.Tensor2D, options: SearchOptions = {}): Hit[] {
    if (this.width === undefined) return this.none(options);
    const matrix = queryMatrix("FlatIndex.search", query, this.width);
    return this.nearest(this.prepared(matrix), this.checked(options));
  }

  /** The same for several queries. @param queries [Q, D] */
  searchBatch(queries: Embeddings, options: SearchOptions = {}): Hit[][] {
    const matrix = embeddingMatrix("FlatIndex.searchBatch", "queries", queries, this.width);
    if (this.width === undefined) {
      return Array.from({ length: matrix.shape[0] }, () => this.none(options));
    }
    const checked = this.checked(options);
    const values = this.prepared(matrix);
    return Array.from({ length: matrix.shape[0] }, (_, i) =>
      this.nearest(rowOf({ ...matrix, values }, i) as Float32Array, checked),
    );
  }

  private nearest(query: Float32Array, { k, isIn }: CheckedOptions): Hit[] {
    const found = this.blocks.flatMap((block, number) => {
      const first = number * BLOCK;
      const { points, scores } = block.best(query, k, isIn && ((at) => isIn(first + at)));
      return Array.from(points, (point, i) => ({ row: first + point, score: scores[i]! }));
    });
    // Stable: equal scores stay in the order of their rows.
    found.sort((a, b) => b.score - a.score);
    return found.slice(0, k).map(({ row, score }, i) => {
      return { id: this.documents.id(row), score, rank: i + 1 };
    });
  }

  private prepared(matrix: DenseMatrix): Float32Array {
    return this.metric === "cosine" ? unitLengths(matrix) : Float32Array.from(matrix.values);
  }

  private none(options: SearchOptions): Hit[] {
    this.checked(options);
    return [];
  }

  private checked({ k = 10, filter }: SearchOptions): CheckedOptions {
    assertInteger("FlatIndex.search", { k }, { min: 1 });
    if (filter !== undefined) assertFilter("FlatIndex.search", filter);
    else if (!this.documents.hasFree) return { k };
    const isIn = Uint8Array.from({ length: this.documents.end }, (_, row) =>
      this.documents.matches(row, filter) ? 1 : 0,
    );
    return { k, isIn: (row) => isIn[row] === 1 };
  }
}

interface CheckedOptions {
  k: number;
  isIn?: (row: number) => boolean;
}
