/**
 * BM25: the weighting of search engines. A word counts more the rarer it is, each repetition
 * counts less than the one before, and long documents don't win by being long.
 *
 *   score(q, d) = Σ_{t in q} idf(t) · tf / (tf + k1 · (1 − b + b · |d| / mean length))
 *   idf(t)      = ln(1 + (N − df(t) + 0.5) / (df(t) + 0.5))
 *
 * tf is the count of t in d; the fraction rises from 0 towards 1 and never reaches it, where
 * TF-IDF's tf rises without end. Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework:
 * BM25 and Beyond", section 3.4. Their idf lacks the "1 +" and turns negative for a term in more
 * than half of the documents; this one, and k1 = 1.2 and b = 0.75, are Lucene's. A factor (k1 + 1)
 * that many texts write above the line is the same for all scores and left out, as in Lucene.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { assertBetween, assertInteger, inWords } from "../core/check";
import { CountingVectorizer } from "./counting-vectorizer";
import { bestHits } from "./nearest-rows";
import type { Hit } from "./nearest-rows";
import { SparseMatrix } from "./sparse-matrix";
import { assertString } from "./vectorizer-options";
import type { BagOfWordsOptions } from "./vectorizer-options";

export interface Bm25Options extends BagOfWordsOptions {
  /**
   * How long repetition goes on counting: a term that stands k1 times in a document of mean length
   * reaches half of the most it can. Default 1.2.
   */
  k1?: number;
  /** How much length matters: 0 not at all, 1 fully. Default 0.75. */
  b?: number;
}

export interface SearchOptions {
  /** How many documents to return at most. Default 10. */
  k?: number;
}

interface Fitted {
  readonly idf: Float64Array;
  readonly meanLength: number;
  /** [V, N]: per term, the documents that hold it and its weight there. */
  readonly postings: SparseMatrix;
}

export class Bm25 extends CountingVectorizer {
  private readonly k1: number;
  private readonly b: number;
  private fitted: Fitted | undefined;

  /** TypeError or RangeError when an option can't be used. */
  constructor(options: Bm25Options = {}) {
    super("Bm25", options, ["k1", "b"]);
    const { k1 = 1.2, b = 0.75 } = options;
    if (!(Number.isFinite(k1) && k1 >= 0)) {
      throw new RangeError(`Bm25: k1 must be 0 or above, got ${inWords(k1)}`);
    }
    assertBetween("Bm25", { b }, 0, 1);
    this.k1 = k1;
    this.b = b;
  }

  /** Learns the vocabulary, how rare each term is, and the documents that are searched. */
  fit(documents: readonly string[]): this {
    const counts = this.model.fit(documents);
    const lengths = counts.rowSums();
    const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const idf = Float64Array.from(counts.documentFrequency(), (frequency) =>
      Math.log(1 + (lengths.length - frequency + 0.5) / (frequency + 0.5)),
    );
    const postings = this.weigh(counts, idf, meanLength).transpose();
    this.fitted = { idf, meanLength, postings };
    return this;
  }

  /**
   * The weight of each term in each document, [N, V]. A document's score is the sum of the
   * weights of the query's terms, so these rows can be searched like any other vectors.
   */
  transform(documents: readonly string[]): SparseMatrix {
    const { idf, meanLength } = this.requireFitted("transform");
    return this.weigh(this.model.transform(documents), idf, meanLength);
  }

  /** The score of every fitted document, [N]; 0 where it shares no term with the query. */
  scores(query: string): Float64Array {
    const { postings } = this.requireFitted("scores");
    assertString("Bm25.scores", "query", query);
    const scores = new Float64Array(postings.shape[1]);
    for (const [term, count] of this.model.transform([query]).entries(0)) {
      for (const [document, weight] of postings.entries(term)) {
        scores[document]! += count * weight; // a term that the query repeats counts as often
      }
    }
    return scores;
  }

  /** The best documents, best first; documents that share no term with the query are left out. */
  search(query: string, { k = 10 }: SearchOptions = {}): Hit[] {
    assertInteger("Bm25.search", { k }, { min: 1 });
    return bestHits(this.scores(query), k);
  }

  /** The weight of each term, [V], never negative. A copy. */
  get idf(): Float64Array {
    return this.requireFitted("idf").idf.slice();
  }

  /** Counted terms per document, on average. */
  get meanLength(): number {
    return this.requireFitted("meanLength").meanLength;
  }

  private weigh(counts: SparseMatrix, idf: Float64Array, meanLength: number): SparseMatrix {
    const { shape, rowOffsets, columns } = counts;
    const lengths = counts.rowSums();
    const values = new Float64Array(counts.numNonZero);
    lengths.forEach((length, row) => {
      const saturation = this.k1 * (1 - this.b + this.b * (length / meanLength));
      for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++) {
        const termFrequency = counts.values[k]!;
        values[k] = (idf[columns[k]!]! * termFrequency) / (termFrequency + saturation);
      }
    });
    return new SparseMatrix({ shape, rowOffsets, columns, values });
  }

  private requireFitted(member: string): Fitted {
    if (this.fitted) return this.fitted;
    throw new Error(
      `Bm25.${member}: not fitted; call fit(documents) first, so that there is something to search`,
    );
  }
}
