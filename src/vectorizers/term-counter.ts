/**
 * Counting terms, step one of every vectorizer, in the plain way: cut, look up, add one.
 *
 * Each new term gets the next number (its id); each document becomes a list of (id, count). Which
 * ids become columns, and in what order, is decided afterwards (select-terms.ts).
 *
 * This version works for every analyzer and is the one to read. For words with the default
 * pattern ngram-counter.ts gives the same answer faster; a test holds the two together.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import type { Analyze } from "../text/analyze";
import { sortByCodePoint } from "../text/code-point-order";

/** The counts of N documents; ids stand in order of first appearance in the document. */
export interface CountedDocuments {
  /** Length N + 1: document i's pairs stand from rowOffsets[i] to before rowOffsets[i + 1]. */
  readonly rowOffsets: Int32Array;
  readonly ids: Int32Array;
  readonly counts: Int32Array;
}

export interface TermCounter {
  /** Ids so far; some may never have been counted. */
  readonly numIds: number;
  /** Gives these terms ids, for a vocabulary known beforehand; returns them. */
  add(terms: readonly string[]): Int32Array;
  /** With `grow`, new terms get ids; without, terms not seen before are passed over. */
  count(documents: readonly string[], grow: boolean): CountedDocuments;
  /** The place of each kept id among the kept ones in alphabetical order; −1 for the others. */
  alphabeticalColumns(kept: Uint8Array): Int32Array;
  /** The terms of the ids given, in that order. */
  terms(ids: Int32Array): string[];
}

export class PlainTermCounter implements TermCounter {
  private readonly idOf = new Map<string, number>();

  constructor(private readonly analyze: Analyze) {}

  get numIds(): number {
    return this.idOf.size;
  }

  add(terms: readonly string[]): Int32Array {
    return Int32Array.from(terms, (term) => this.findOrAdd(term));
  }

  count(documents: readonly string[], grow: boolean): CountedDocuments {
    const rowOffsets = new Int32Array(documents.length + 1);
    let ids = new Int32Array(1024);
    let counts = new Int32Array(1024);
    let end = 0;
    const place = new Map<number, number>(); // id → where this document counts it

    documents.forEach((document, row) => {
      place.clear();
      for (const term of this.analyze(document)) {
        const id = grow ? this.findOrAdd(term) : this.idOf.get(term);
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

  alphabeticalColumns(kept: Uint8Array): Int32Array {
    const columns = new Int32Array(this.numIds).fill(-1);
    const terms = [...this.idOf.keys()].filter((_, id) => kept[id] === 1);
    sortByCodePoint(terms).forEach((term, column) => {
      columns[this.idOf.get(term)!] = column;
    });
    return columns;
  }

  terms(ids: Int32Array): string[] {
    const all = [...this.idOf.keys()]; // a Map keeps the order in which the ids were given
    return Array.from(ids, (id) => all[id]!);
  }

  private findOrAdd(term: string): number {
    const known = this.idOf.get(term);
    if (known !== undefined) return known;
    this.idOf.set(term, this.idOf.size);
    return this.idOf.size - 1;
  }
}

/** A copy with room for twice as many numbers. */
export function grown(numbers: Int32Array, length = numbers.length * 2): Int32Array {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
