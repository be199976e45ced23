/**
 * n-grams of all lengths in one alphabetical list.
 *
 * "b", "b a", "b a c", "b c", "ba": a space comes before every word character, so the order is
 * the one in which one walks through the tree of n-grams: a beginning first, then what continues
 * it. Each level is in order already, so walking is all there is to do.
 */
import type { Csr } from "./csr";
import type { NgramLevel } from "./ngram-levels";
import type { NgramTable } from "./ngram-table";
import type { TokenTable } from "./token-table";

export interface OrderedNgrams {
  /** By place in the list: the n-gram's id, as NgramTable numbers the levels one after another. */
  readonly ids: Int32Array;
  /** [number of n-grams, N]: the documents that hold each n-gram of the list, with counts. */
  readonly postings: Csr;
}

/** @param shortest n-grams below it only serve as beginnings; so do those in no document */
export function inAlphabeticalOrder(
  levels: readonly NgramLevel[],
  shortest: number,
): OrderedNgrams {
  if (levels.length === 1) return withoutUnused(levels[0]!);
  const listed = levels.filter(({ n }) => n >= shortest);
  const numNgrams = listed.reduce((sum, level) => sum + numUsed(level), 0);
  const numEntries = listed.reduce((sum, { postings }) => sum + postings.columns.length, 0);
  const ids = new Int32Array(numNgrams);
  const rowOffsets = new Int32Array(numNgrams + 1);
  const columns = new Int32Array(numEntries);
  const values = new Int32Array(numEntries);
  const firstIds = levels.map((_, i) => levels.slice(0, i).reduce((sum, l) => sum + l.size, 0));
  const next = levels.map(() => 0); // by level: the first n-gram not yet listed
  let end = 0;
  let place = 0;

  const list = (i: number): void => {
    const { n, postings } = levels[i]!;
    const ngram = next[i]!++;
    const start = postings.rowOffsets[ngram]!;
    const stop = postings.rowOffsets[ngram + 1]!;
    if (n >= shortest && stop > start) {
      for (let k = start; k < stop; k++) {
        columns[end] = postings.columns[k]!;
        values[end++] = postings.values[k]!;
      }
      ids[place++] = firstIds[i]! + ngram;
      rowOffsets[place] = end;
    }
    const above = levels[i + 1];
    if (above === undefined) return;
    while (next[i + 1]! < above.size && above.beginnings[next[i + 1]!] === ngram) list(i + 1);
  };
  while (next[0]! < levels[0]!.size) list(0);
  const numDocuments = levels[0]!.postings.shape[1];
  return { ids, postings: { shape: [numNgrams, numDocuments], rowOffsets, columns, values } };
}

/** The n-grams of these ids as strings, tokens joined by one space. */
export function writeTerms(tokens: TokenTable, ngrams: NgramTable, ids: Int32Array): string[] {
  const terms = new Array<string>(ids.length);
  let written = 0;
  let buffer = Buffer.alloc(1 << 16);
  let end = 0;
  // One long string cut by the engine is far quicker than a million short ones put together.
  const flush = (): void => {
    if (end === 0) return;
    for (const term of buffer.toString("utf8", 0, end - 1).split("\n")) terms[written++] = term;
    end = 0;
  };
  for (const id of ids) {
    const length = lengthOf(tokens, ngrams, id) + 1;
    if (end + length > buffer.length) flush();
    if (length > buffer.length) buffer = Buffer.alloc(length * 2);
    end = write(tokens, ngrams, id, buffer, end);
    buffer[end++] = 0x0a; // a newline: no token of words holds one
  }
  flush();
  return terms;
}

/** Single tokens are in order already; what nobody used has no entries that would have to move. */
function withoutUnused({ postings }: NgramLevel): OrderedNgrams {
  const { rowOffsets, shape } = postings;
  const ids = new Int32Array(shape[0])
    .map((_, ngram) => ngram)
    .filter((ngram) => rowOffsets[ngram + 1]! > rowOffsets[ngram]!);
  const offsets = new Int32Array(ids.length + 1);
  for (let place = 0; place < ids.length; place++) {
    offsets[place + 1] = rowOffsets[ids[place]! + 1]!;
  }
  return { ids, postings: { ...postings, shape: [ids.length, shape[1]], rowOffsets: offsets } };
}

/** All n-grams of a level but those that nobody used: stop words have a number and no document. */
function numUsed({ size, postings }: NgramLevel): number {
  let used = 0;
  for (let ngram = 0; ngram < size; ngram++) {
    if (postings.rowOffsets[ngram + 1]! > postings.rowOffsets[ngram]!) used++;
  }
  return used;
}

function lengthOf(tokens: TokenTable, ngrams: NgramTable, id: number): number {
  let length = 0;
  for (; id >= ngrams.numTokens; id = ngrams.beginningOf(id)) {
    length += 1 + tokens.lengthOf(ngrams.lastOf(id));
  }
  return length + tokens.lengthOf(id);
}

function write(
  tokens: TokenTable,
  ngrams: NgramTable,
  id: number,
  target: Uint8Array,
  at: number,
): number {
  if (id < ngrams.numTokens) return tokens.write(id, target, at);
  const end = write(tokens, ngrams, ngrams.beginningOf(id), target, at);
  target[end] = 0x20;
  return tokens.write(ngrams.lastOf(id), target, end + 1);
}
