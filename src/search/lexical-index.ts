/**
 * A lexical index: search by words, with documents that have names and metadata.
 *
 * It knows no weighting of its own. Whatever scores every document for a query will do, above all
 * BM25: new LexicalIndex(new Bm25()).
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger, assertStrings, inWords } from "../core/check";
import { Documents } from "./documents";
import type { SearchOptions } from "./flat-index";
import { bestRows, type DocumentId, type Hit } from "./hit";
import { assertFilter, type Metadata } from "./metadata-filter";

/** What weighs words: Bm25 is one. */
export interface LexicalScorer {
  /** Learns from all documents; those of an earlier call are forgotten. */
  fit(documents: readonly string[]): unknown;
  /** [N], 0 where a document shares no word with the query. */
  scores(query: string): ArrayLike<number>;
}

export class LexicalIndex {
  private readonly documents = new Documents("LexicalIndex");
  private readonly texts: string[] = [];
  private isFitted = true;

  constructor(private readonly scorer: LexicalScorer) {
    if (typeof scorer?.fit !== "function" || typeof scorer.scores !== "function") {
      throw new TypeError(
        `LexicalIndex: scorer must have fit and scores, as Bm25 has, got ${inWords(scorer)}`,
      );
    }
  }

  /** How many documents there are. */
  get size(): number {
    return this.documents.size;
  }

  /** The words are weighed anew at the next search: how rare one is depends on all documents. */
  add(ids: readonly DocumentId[], texts: readonly string[], metadata?: readonly Metadata[]): void {
    assertStrings("LexicalIndex.add", "texts", texts);
    if (texts.length !== ids.length) {
      throw new RangeError(
        `LexicalIndex.add: there must be a text for each of the ${ids.length} ids,` +
          ` got ${texts.length}`,
      );
    }
    this.documents.add(ids, metadata);
    for (const text of texts) this.texts.push(text);
    this.isFitted = false;
  }

  /** The best documents, best first; those that share no word with the query are left out. */
  search(query: string, { k = 10, filter }: SearchOptions = {}): Hit[] {
    assertInteger("LexicalIndex.search", { k }, { min: 1 });
    assertStrings("LexicalIndex.search", "query", [query]);
    if (filter !== undefined) assertFilter("LexicalIndex.search", filter);
    if (this.size === 0) return [];
    if (!this.isFitted) {
      this.scorer.fit(this.texts);
      this.isFitted = true;
    }
    const scores = Float64Array.from(this.scorer.scores(query), (score, row) => {
      const isIn = score > 0 && (filter === undefined || this.documents.matches(row, filter));
      return isIn ? score : -Infinity;
    });
    return bestRows(scores, k).map((row, i) => {
      return { id: this.documents.id(row), score: scores[row]!, rank: i + 1 };
    });
  }
}
