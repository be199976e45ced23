/**
 * Counting terms, step one of every vectorizer, in the plain way: cut, look up, add one.
 *
 * Learning gives every term of the documents a number (its id), in alphabetical order; which ids
 * become columns is decided afterwards (select-terms.ts). Counting turns each document into a list
 * of (id, count).
 *
 * This version works for every analyzer and is the one to read. For words with the default
 * pattern ngram-counter.ts gives the same answer faster; a test holds the two together.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import type { Analyze } from "../text/analyze";
import { sortByCodePoint } from "../text/code-point-order";
import { transposed } from "./csr";
import type { Csr } from "./csr";

/** The counts of N documents; ids stand in order of first appearance in the document. */
export interface CountedDocuments {
  /** Length N + 1: document i's pairs stand from rowOffsets[i] to before rowOffsets[i + 1]. */
  readonly rowOffsets: Int32Array;
  readonly ids: Int32Array;
  readonly counts: Int32Array;
}

export interface TermCounter {
  /** Gives these terms the ids 0, 1, 2 …, for a vocabulary known beforehand. Once, or learn. */
  add(terms: readonly string[]): void;
  /**
   * Gives all terms of the documents ids in alphabetical order.
   *
   * @returns [V, N]: the documents that hold each term, and how often
   */
  learn(documents: readonly string[]): Csr;
  /** Counts the terms that have ids, and passes over the others. */
  count(documents: readonly string[]): CountedDocuments;
  /** The terms of the ids given, in that order. */
  terms(ids: Int32Array): string[];
}

export class PlainTermCounter implements TermCounter {
  private termList: readonly string[] = [];
  private idOf = new Map<string, number>();

  constructor(private readonly analyze: Analyze) {}

  add(terms: readonly string[]): void {
    this.termList = [...terms];
    this.idOf = new Map(terms.map((term, id) => [term, id]));
  }

  learn(documents: readonly string[]): Csr {
    const met = new Map<string, number>(); // ids in the order in which terms are met
    const { rowOffsets, ids, counts } = this.countWith(documents, (term) => {
      const known = met.get(term);
      if (known !== undefined) return known;
      met.set(term, met.size);
      return met.size - 1;
    });
    this.add(sortByCodePoint([...met.keys()]));
    const sorted = Int32Array.from([...met.keys()].map((term) => this.idOf.get(term)!));
    const columns = ids.map((id) => sorted[id]!);
    const shape = [documents.length, met.size] as const;
    return transposed({ shape, rowOffsets, columns, values: counts });
  }

  count(documents: readonly string[]): CountedDocuments {
    return this.countWith(documents, (term) => this.idOf.get(term));
  }

  terms(ids: Int32Array): string[] {
    return Array.from(ids, (id) => this.termList[id]!);
  }

  private countWith(
    documents: readonly string[],
    find: (term: string) => number | undefined,
  ): CountedDocuments {
    const rowOffsets = new Int32Array(documents.length + 1);
    let ids: Int32Array = new Int32Array(1024);
    let counts: Int32Array = new Int32Array(1024);
    let end = 0;
    const place = new Map<number, number>(); // id → where this document counts it

    documents.forEach((document, row) => {
      place.clear();
      for (const term of this.analyze(document)) {
        const id = find(term);
        if (id === undefined) continue;
        const known = place.get(id);
        if (known !== undefined) {
          counts[known]!++;
          continue;
        }
        if (end === ids.length) {
          ids = grown(ids);
          counts = grown(counts);
        }
        place.set(id, end);
        ids[end] = id;
        counts[end++] = 1;
      }
      rowOffsets[row + 1] = end;
    });
    return { rowOffsets, ids: ids.subarray(0, end), counts: counts.subarray(0, end) };
  }
}

/** A copy with room for twice as many numbers. */
export function grown(numbers: Int32Array, length = numbers.length * 2): Int32Array {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
