/**
 * Alphabetical order of n-grams, without comparing them.
 *
 * "b", "b a", "b a c", "b c", "ba": a space comes before every word character, so the order of the
 * n-grams is the order in which one walks through their tree: a beginning first, then what
 * continues it, sorted by the next token. Only single tokens are ever compared as strings.
 */
import { sortByCodePoint } from "../text/code-point-order";
import { NgramTable } from "./ngram-table";
import type { TokenTable } from "./token-table";

/**
 * @param kept by id: 1 where the n-gram is to have a column
 * @param longest the largest n in the table
 * @returns by id: its column, 0 for the alphabetically first; −1 where it has none
 */
export function alphabeticalColumns(
  tokens: TokenTable,
  ngrams: NgramTable,
  kept: Uint8Array,
  longest: number,
): Int32Array {
  const { numTokens, numIds } = ngrams;
  // How many kept n-grams there are in the part of the tree below each id, itself included.
  // An n-gram's id is above its beginning's, so downwards every part is complete when it is added.
  const below = Int32Array.from(kept.subarray(0, numIds));
  for (let id = numIds - 1; id >= numTokens; id--) below[ngrams.beginningOf(id)]! += below[id]!;

  const columns = new Int32Array(numIds).fill(-1);
  const next = below; // from here on: the next free column below each id that has been placed
  let free = 0;
  const place = (id: number, column: number): number => {
    const after = column + below[id]!;
    if (kept[id] === 1) columns[id] = column;
    next[id] = column + kept[id]!;
    return after;
  };
  const byToken = tokensInOrder(tokens, numTokens);
  for (const token of byToken) free = place(token, free);

  const byLast = ngramsByLastToken(ngrams, byToken);
  const levels = levelsOf(ngrams);
  for (let level = 2; level <= longest; level++) {
    for (const id of byLast) {
      if (levels[id - numTokens] !== level) continue;
      const beginning = ngrams.beginningOf(id);
      next[beginning] = place(id, next[beginning]!);
    }
  }
  return columns;
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

function tokensInOrder(tokens: TokenTable, numTokens: number): Int32Array {
  const ids = Int32Array.from({ length: numTokens }, (_, id) => id);
  const idByToken = new Map(
    writeTerms(tokens, new NgramTable(numTokens), ids).map((t, id) => [t, id]),
  );
  return Int32Array.from(sortByCodePoint([...idByToken.keys()]), (token) => idByToken.get(token)!);
}

/** All n-grams with n ≥ 2, sorted by their last token alone (a counting sort). */
function ngramsByLastToken(ngrams: NgramTable, byToken: Int32Array): Int32Array {
  const { numTokens, numIds } = ngrams;
  const rank = new Int32Array(numTokens);
  for (let k = 0; k < numTokens; k++) rank[byToken[k]!] = k;
  const offsets = new Int32Array(numTokens + 1);
  for (let id = numTokens; id < numIds; id++) offsets[rank[ngrams.lastOf(id)]! + 1]!++;
  for (let k = 0; k < numTokens; k++) offsets[k + 1]! += offsets[k]!;
  const sorted = new Int32Array(ngrams.size);
  for (let id = numTokens; id < numIds; id++) sorted[offsets[rank[ngrams.lastOf(id)]!]!++] = id;
  return sorted;
}

/** n of each n-gram, by its number in the table. */
function levelsOf(ngrams: NgramTable): Int32Array {
  const { numTokens, numIds } = ngrams;
  const levels = new Int32Array(ngrams.size);
  for (let id = numTokens; id < numIds; id++) {
    const beginning = ngrams.beginningOf(id);
    levels[id - numTokens] = beginning < numTokens ? 2 : levels[beginning - numTokens]! + 1;
  }
  return levels;
}
