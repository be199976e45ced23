/**
 * All n-grams of a corpus, in alphabetical order and with their counts, by sorting alone.
 *
 * Every place in the text begins one n-gram. Sort the places by the n-gram's last token and then,
 * keeping that order among equals, by its beginning (an (n−1)-gram that is already numbered in
 * order): equal n-grams now stand next to each other, and in alphabetical order. Two counting
 * sorts per n, O(places): far less work for the memory than a hash table with millions of keys.
 * (Radix sort by the least significant key first: Knuth 1998, "The Art of Computer Programming"
 * volume 3, section 5.2.5.)
 */
import type { Csr } from "./csr";

/** Documents as token ids; the ids are in alphabetical order of the tokens. */
export interface TokenizedText {
  /** Length N + 1: document i's tokens stand from offsets[i] to before offsets[i + 1]. */
  readonly offsets: Int32Array;
  readonly tokens: Int32Array;
  readonly numTokens: number;
}

/** The n-grams of one n, numbered in alphabetical order. */
export interface NgramLevel {
  readonly n: number;
  readonly size: number;
  /** By n-gram: the number of its beginning in the level below; empty for n = 1. */
  readonly beginnings: Int32Array;
  /** By n-gram: its last token; empty for n = 1. */
  readonly lasts: Int32Array;
  /** By place in the text: the n-gram that begins there, or −1. Only where a level follows. */
  readonly ngramAt: Int32Array;
  /** By n-gram: the documents that hold it, with counts; [size, N]. */
  readonly postings: Csr;
}

/** @returns levels 1 … longest */
export function buildLevels(text: TokenizedText, longest: number): NgramLevel[] {
  const levels = [singleTokens(text)];
  const documentAt = longest > 1 ? documentsByPlace(text) : new Int32Array(0);
  while (levels.length < longest) {
    levels.push(nextLevel(text, documentAt, levels.at(-1)!, levels.length + 1 < longest));
  }
  return levels;
}

function singleTokens({ offsets, tokens, numTokens }: TokenizedText): NgramLevel {
  const numDocuments = offsets.length - 1;
  const end = offsets[numDocuments]!;
  const starts = new Int32Array(numTokens + 1);
  for (let place = 0; place < end; place++) starts[tokens[place]! + 1]!++;
  for (let token = 0; token < numTokens; token++) starts[token + 1]! += starts[token]!;

  const next = starts.slice();
  const rows = new Int32Array(end);
  for (let row = 0; row < numDocuments; row++) {
    const last = offsets[row + 1]!;
    for (let place = offsets[row]!; place < last; place++) rows[next[tokens[place]!]!++] = row;
  }
  const postings = collapse(rows, starts, numTokens, numDocuments);
  const none = new Int32Array(0);
  return { n: 1, size: numTokens, beginnings: none, lasts: none, ngramAt: tokens, postings };
}

function nextLevel(
  { offsets, tokens, numTokens }: TokenizedText,
  documentAt: Int32Array,
  below: NgramLevel,
  isNeeded: boolean,
): NgramLevel {
  const n = below.n + 1;
  const numDocuments = offsets.length - 1;
  const places = placesWith(n, offsets);
  const sorted = sortedBy(
    below.ngramAt,
    below.size,
    sortedBy(tokens.subarray(n - 1), numTokens, places),
  );

  const ngramAt = isNeeded ? new Int32Array(offsets[numDocuments]!).fill(-1) : new Int32Array(0);
  const starts = new Int32Array(sorted.length + 1);
  const beginnings = new Int32Array(sorted.length);
  const lasts = new Int32Array(sorted.length);
  let size = 0;
  let beginning = -1;
  let last = -1;
  for (let k = 0; k < sorted.length; k++) {
    const place = sorted[k]!;
    const nextBeginning = below.ngramAt[place]!;
    const nextLast = tokens[place + n - 1]!;
    if (nextBeginning !== beginning || nextLast !== last) {
      starts[size] = k;
      beginnings[size] = beginning = nextBeginning;
      lasts[size++] = last = nextLast;
    }
    if (isNeeded) ngramAt[place] = size - 1;
    sorted[k] = documentAt[place]!; // from here on the document is enough
  }
  starts[size] = sorted.length;
  const postings = collapse(sorted, starts, size, numDocuments);
  return { n, size, beginnings, lasts, ngramAt, postings };
}

/** The places that have n tokens of their document before them, in order. */
function placesWith(n: number, offsets: Int32Array): Int32Array {
  const places = new Int32Array(offsets.at(-1)!);
  let end = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const last = offsets[row + 1]! - n;
    for (let place = offsets[row]!; place <= last; place++) places[end++] = place;
  }
  return places.subarray(0, end);
}

/** The places in ascending order of keys[place]; equal keys stay in the order they have. */
function sortedBy(keys: Int32Array, numKeys: number, places: Int32Array): Int32Array {
  const next = new Int32Array(numKeys + 1);
  for (let k = 0; k < places.length; k++) next[keys[places[k]!]! + 1]!++;
  for (let key = 0; key < numKeys; key++) next[key + 1]! += next[key]!;
  const sorted = new Int32Array(places.length);
  for (let k = 0; k < places.length; k++) {
    const place = places[k]!;
    sorted[next[keys[place]!]!++] = place;
  }
  return sorted;
}

function documentsByPlace({ offsets }: TokenizedText): Int32Array {
  const documentAt = new Int32Array(offsets.at(-1)!);
  for (let row = 0; row + 1 < offsets.length; row++) {
    documentAt.fill(row, offsets[row]!, offsets[row + 1]!);
  }
  return documentAt;
}

/** Runs of the same document become one entry with a count; `rows` is used up. */
function collapse(rows: Int32Array, starts: Int32Array, size: number, numDocuments: number): Csr {
  const counts = new Int32Array(rows.length);
  const offsets = new Int32Array(size + 1);
  let end = 0;
  for (let ngram = 0; ngram < size; ngram++) {
    let last = -1;
    const stop = starts[ngram + 1]!;
    for (let k = starts[ngram]!; k < stop; k++) {
      const row = rows[k]!;
      if (row !== last) rows[end++] = last = row;
      counts[end - 1]!++;
    }
    offsets[ngram + 1] = end;
  }
  const shape = [size, numDocuments] as const;
  return {
    shape,
    rowOffsets: offsets,
    columns: rows.subarray(0, end),
    values: counts.subarray(0, end),
  };
}
