/**
 * Counting words and word n-grams fast: for the default token pattern.
 *
 * First all documents become token ids (document-scanner.ts), then the n-grams of each document
 * are looked up as pairs of ids (ngram-table.ts). Only the fitted terms are ever strings, and
 * only when they are asked for. Same answer as PlainTermCounter, which is the one to read first.
 */
import { DocumentScanner } from "./document-scanner";
import type { DocumentScannerOptions } from "./document-scanner";
import { alphabeticalColumns, writeTerms } from "./ngram-order";
import { NgramTable } from "./ngram-table";
import { grown } from "./term-counter";
import type { CountedDocuments, TermCounter } from "./term-counter";
import { TokenTable } from "./token-table";

export interface NgramCounterOptions extends DocumentScannerOptions {
  ngramRange: readonly [min: number, max: number];
  stopWords: readonly string[];
}

/** Tokens of all documents, one after the other. */
interface TokenizedDocuments {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
}

export class NgramCounter implements TermCounter {
  private readonly scanner: DocumentScanner;
  private readonly tokens = new TokenTable();
  private readonly numStopWords: number;
  private ngrams = new NgramTable(0);
  /** By id: one more than where the current document counts it; lower values are left overs. */
  private place = new Int32Array(0);

  constructor(private readonly options: NgramCounterOptions) {
    this.scanner = new DocumentScanner(options);
    // Stop words come first, so that an id tells whether it is one.
    for (const word of options.stopWords) this.scanner.add(word, this.tokens);
    this.numStopWords = this.tokens.size;
  }

  get numIds(): number {
    return this.ngrams.numIds;
  }

  add(terms: readonly string[]): Int32Array {
    const tokenized = terms.map((term) =>
      term.split(" ").map((token) => this.scanner.add(token, this.tokens)),
    );
    this.ngrams = new NgramTable(this.tokens.size);
    return Int32Array.from(tokenized, (tokens) =>
      tokens.reduce((beginning, last) => this.ngrams.findOrAdd(beginning, last)),
    );
  }

  count(documents: readonly string[], grow: boolean): CountedDocuments {
    const tokenized = this.tokenize(documents, grow);
    if (grow) this.ngrams = new NgramTable(this.tokens.size);
    const counted = this.countNgrams(tokenized, grow);
    if (grow) this.place = new Int32Array(0);
    else for (const id of counted.ids) this.place[id] = 0;
    return counted;
  }

  alphabeticalColumns(kept: Uint8Array): Int32Array {
    return alphabeticalColumns(this.tokens, this.ngrams, kept, this.options.ngramRange[1]);
  }

  terms(ids: Int32Array): string[] {
    return writeTerms(this.tokens, this.ngrams, ids);
  }

  private tokenize(documents: readonly string[], grow: boolean): TokenizedDocuments {
    const { scanner, tokens } = this;
    const offsets = new Int32Array(documents.length + 1);
    scanner.begin(documents.reduce((sum, document) => sum + document.length + 1, 0));
    documents.forEach((document, row) => {
      scanner.scan(document, tokens, grow);
      if (this.numStopWords > 0) this.dropStopWords(offsets[row]!);
      offsets[row + 1] = scanner.end;
    });
    const { ids } = scanner;
    scanner.begin(0);
    return { offsets, ids };
  }

  private dropStopWords(start: number): void {
    const { ids, end } = this.scanner;
    let kept = start;
    for (let k = start; k < end; k++) {
      const id = ids[k]!;
      if (id < 0 || id >= this.numStopWords) ids[kept++] = id;
    }
    this.scanner.end = kept;
  }

  private countNgrams({ offsets, ids: tokens }: TokenizedDocuments, grow: boolean) {
    const [min, max] = this.options.ngramRange;
    const numDocuments = offsets.length - 1;
    const most = offsets[numDocuments]! * (max - min + 1);
    // Zeroed memory that is never written to costs nothing, so room for the worst case is cheap.
    const ids = new Int32Array(most);
    const counts = new Int32Array(most);
    const rowOffsets = new Int32Array(numDocuments + 1);
    const { ngrams } = this;
    this.makePlaceFor(ngrams.numIds);

    let end = 0;
    for (let row = 0; row < numDocuments; row++) {
      const rowStart = end;
      const last = offsets[row + 1]!;
      for (let start = offsets[row]!; start < last; start++) {
        let id = tokens[start]!;
        const longest = Math.min(max, last - start);
        for (let n = 1; id >= 0; n++) {
          if (n >= min) {
            if (id >= this.place.length) this.makePlaceFor(id + 1);
            const place = this.place[id]!;
            if (place > rowStart) {
              counts[place - 1]!++;
            } else {
              ids[end] = id;
              counts[end] = 1;
              this.place[id] = ++end;
            }
          }
          if (n >= longest) break;
          const next = tokens[start + n]!;
          id = next < 0 ? -1 : grow ? ngrams.findOrAdd(id, next) : ngrams.find(id, next);
        }
      }
      rowOffsets[row + 1] = end;
    }
    return { rowOffsets, ids: ids.subarray(0, end), counts: counts.subarray(0, end) };
  }

  private makePlaceFor(numIds: number): void {
    if (numIds > this.place.length) this.place = grown(this.place, numIds * 2);
  }
}
