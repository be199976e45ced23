/**
 * The character n-grams of a word, and the rows of fastText's table that they share.
 *
 *   where → <wh, <whe, <wher, <where, whe, … , ere>, re>       (n from 3 to 6, < and > added)
 *
 * A word's vector is built from the vectors of its pieces, so words that look alike have something
 * in common, and a word never seen still has pieces that were. There are too many n-grams to keep a
 * row for each: each is hashed to one of a fixed number of buckets, and some share one by accident.
 *
 *   hash = FNV-1a, 32 bits:  h ← (h XOR byte) · 16777619,  from h = 2166136261
 *
 * Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information", section 3.2. The
 * authors' program takes bytes as signed: a byte of 128 or more flips the upper 24 bits too, so its
 * hashes differ from plain FNV-1a (Fowler, Noll & Vo) for all but ASCII letters. Files of vectors
 * depend on it, so we do the same.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { assertInteger, inWords } from "../core/check";

export interface NgramRange {
  /** Letters in the shortest n-gram, brackets counted. Default 3. */
  minN?: number;
  /** Letters in the longest; below minN there are no n-grams at all. Default 6. */
  maxN?: number;
}

export interface BucketOptions extends NgramRange {
  /** Rows of the table that n-grams share. Default 2,000,000. */
  buckets?: number;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The n-grams of `<word>`, counted in code points, by their start and then by their length. The
 * whole of `<word>` is among them where it is short enough; the brackets alone are not.
 */
export function characterNgrams(word: string, { minN = 3, maxN = 6 }: NgramRange = {}): string[] {
  checkRange("characterNgrams", word, minN, maxN);
  const letters = [...`<${word}>`];
  const ngrams: string[] = [];
  for (let start = 0; start < letters.length; start++) {
    let ngram = "";
    for (let n = 1; n <= maxN && start + n <= letters.length; n++) {
      ngram += letters[start + n - 1]!;
      if (n >= minN && !isBracket(n, start, letters.length)) ngrams.push(ngram);
    }
  }
  return ngrams;
}

/** FNV-1a of the UTF-8 bytes, each taken as signed: a whole number from 0 to 2^32 - 1. */
export function hashNgram(ngram: string): number {
  let hash = FNV_OFFSET;
  for (const byte of Buffer.from(ngram, "utf8")) hash = addByte(hash, byte);
  return hash >>> 0;
}

/**
 * The bucket of each n-gram of the word, in the order of `characterNgrams`: hash modulo buckets.
 * The hash of an n-gram continues that of the one a letter shorter, so no n-gram is spelled out.
 */
export function ngramBuckets(
  word: string,
  { minN = 3, maxN = 6, buckets = 2_000_000 }: BucketOptions = {},
): Uint32Array {
  checkRange("ngramBuckets", word, minN, maxN);
  assertInteger("ngramBuckets", { buckets }, { min: 1, max: 0x7fffffff });
  const bytes = Buffer.from(`<${word}>`, "utf8");
  const found: number[] = [];
  for (let start = 0; start < bytes.length; start++) {
    if (continuesLetter(bytes[start]!)) continue;
    let hash = FNV_OFFSET;
    for (let n = 1, end = start; n <= maxN && end < bytes.length; n++) {
      do hash = addByte(hash, bytes[end++]!);
      while (end < bytes.length && continuesLetter(bytes[end]!));
      if (n >= minN && !isBracket(n, start, bytes.length)) found.push((hash >>> 0) % buckets);
    }
  }
  return Uint32Array.from(found);
}

function addByte(hash: number, byte: number): number {
  return Math.imul(hash ^ ((byte << 24) >> 24), FNV_PRIME);
}

/** UTF-8 writes a letter as one leading byte and up to three of the form 10xxxxxx. */
function continuesLetter(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function isBracket(n: number, start: number, length: number): boolean {
  return n === 1 && (start === 0 || start === length - 1);
}

function checkRange(caller: string, word: string, minN: number, maxN: number): void {
  if (typeof word !== "string") {
    throw new TypeError(`${caller}: word must be a string, got ${inWords(word)}`);
  }
  assertInteger(caller, { minN, maxN }, { min: 0 });
}
