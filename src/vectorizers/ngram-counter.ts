/**
 * Counting words and word n-grams fast: for the default token pattern.
 *
 * Documents become token ids in one pass over their bytes (document-scanner.ts). To learn a
 * vocabulary the places of the text are sorted by the n-gram that begins there (ngram-levels.ts);
 * to count with one, n-grams are looked up as pairs of ids (ngram-table.ts). Terms become strings
 * only when they are asked for. Same answer as PlainTermCounter, which is the one to read first.
 */
import { DocumentScanner } from "./document-scanner";
import type { DocumentScannerOptions } from "./document-scanner";
import type { Csr } from "./csr";
import { buildLevels } from "./ngram-levels";
import type { TokenizedText } from "./ngram-levels";
import { inAlphabeticalOrder, writeTerms } from "./ngram-order";
import { NgramTable } from "./ngram-table";
import type { CountedDocuments, TermCounter } from "./term-counter";
import { TokenTable } from "./token-table";

export interface NgramCounterOptions extends DocumentScannerOptions {
  ngramRange: readonly [min: number, max: number];
  stopWords: readonly string[];
}

export class NgramCounter implements TermCounter {
  private readonly scanner: DocumentScanner;
  private readonly tokens = new TokenTable();
  private ngrams = new NgramTable(0);
  private stopIds: Set<number>;
  /** By term: its id in `ngrams`. */
  private ngramOf: Int32Array = new Int32Array(0);
  /** By id in `ngrams`: its term, or −1. */
  private termOf: Int32Array | undefined;
  /** By term: one more than where the current document counts it; lower values are left overs. */
  private place: Int32Array = new Int32Array(0);

  constructor(private readonly options: NgramCounterOptions) {
    this.scanner = new DocumentScanner(options);
    const stopWords = [...new Set(options.stopWords)];
    this.stopIds = new Set(stopWords.map((word) => this.scanner.add(word, this.tokens)));
  }

  add(terms: readonly string[]): void {
    const tokenized = terms.map((term) =>
      term.split(" ").map((token) => this.scanner.add(token, this.tokens)),
    );
    this.ngrams = new NgramTable(this.tokens.size);
    this.ngramOf = Int32Array.from(tokenized, (tokens) =>
      tokens.reduce((beginning, last) => this.ngrams.findOrAdd(beginning, last)),
    );
  }

  learn(documents: readonly string[]): Csr {
    const { offsets, tokens } = this.tokenize(documents, true);
    const newIds = this.tokens.renumberAlphabetically();
    this.stopIds = new Set(Array.from(this.stopIds, (id) => newIds[id]!));
    const end = offsets.at(-1)!;
    for (let place = 0; place < end; place++) tokens[place] = newIds[tokens[place]!]!;

    const [shortest, longest] = this.options.ngramRange;
    const text = { offsets, tokens, numTokens: this.tokens.size };
    const levels = buildLevels(text, longest);
    const { ids, postings } = inAlphabeticalOrder(levels, shortest);
    this.ngrams = NgramTable.fromLevels(levels);
    this.ngramOf = ids;
    return postings;
  }

  count(documents: readonly string[]): CountedDocuments {
    return this.countNgrams(this.tokenize(documents, false));
  }

  terms(ids: Int32Array): string[] {
    return writeTerms(
      this.tokens,
      this.ngrams,
      ids.map((id) => this.ngramOf[id]!),
    );
  }

  private tokenize(documents: readonly string[], grow: boolean): TokenizedText {
    const { scanner, tokens } = this;
    const offsets = new Int32Array(documents.length + 1);
    scanner.begin(documents.reduce((sum, document) => sum + document.length + 1, 0));
    documents.forEach((document, row) => {
      scanner.scan(document, tokens, grow);
      if (this.stopIds.size > 0) this.dropStopWords(offsets[row]!);
      offsets[row + 1] = scanner.end;
    });
    const { ids } = scanner;
    scanner.begin(0);
    return { offsets, tokens: ids, numTokens: tokens.size };
  }

  private dropStopWords(start: number): void {
    const { ids, end } = this.scanner;
    let kept = start;
    for (let k = start; k < end; k++) {
      if (!this.stopIds.has(ids[k]!)) ids[kept++] = ids[k]!;
    }
    this.scanner.end = kept;
  }

  private countNgrams({ offsets, tokens }: TokenizedText): CountedDocuments {
    const [min, max] = this.options.ngramRange;
    const { ngrams } = this;
    const termOf = (this.termOf ??= invert(this.ngramOf, ngrams.numIds));
    if (this.place.length === 0) this.place = new Int32Array(this.ngramOf.length);
    const { place } = this;
    const numDocuments = offsets.length - 1;
    const most = offsets[numDocuments]! * (max - min + 1);
    // Zeroed memory that is never written to costs nothing, so room for the worst case is cheap.
    const ids = new Int32Array(most);
    const counts = new Int32Array(most);
    const rowOffsets = new Int32Array(numDocuments + 1);

    let end = 0;
    for (let row = 0; row < numDocuments; row++) {
      const rowStart = end;
      const last = offsets[row + 1]!;
      for (let start = offsets[row]!; start < last; start++) {
        let ngram = tokens[start]!;
        const longest = Math.min(max, last - start);
        for (let n = 1; ngram >= 0; n++) {
          const id = n < min ? -1 : termOf[ngram]!;
          if (id >= 0 && place[id]! > rowStart) {
            counts[place[id]! - 1]!++;
          } else if (id >= 0) {
            ids[end] = id;
            counts[end] = 1;
            place[id] = ++end;
          }
          if (n >= longest) break;
          const next = tokens[start + n]!;
          ngram = next < 0 ? -1 : ngrams.find(ngram, next);
        }
      }
      rowOffsets[row + 1] = end;
    }
    for (let k = 0; k < end; k++) place[ids[k]!] = 0;
    return { rowOffsets, ids: ids.subarray(0, end), counts: counts.subarray(0, end) };
  }
}

function invert(idOf: Int32Array, numIds: number): Int32Array {
  const inverse = new Int32Array(numIds).fill(-1);
  for (let k = 0; k < idOf.length; k++) inverse[idOf[k]!] = k;
  return inverse;
}
