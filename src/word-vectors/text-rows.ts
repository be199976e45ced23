/**
 * Word vectors as text: a word and its numbers on a line, with a space between. word2vec's format
 * has a line before them that says how many words of how many numbers follow; GloVe's has none.
 *
 *   3 2                     cat 0.5 -1.25
 *   cat 0.5 -1.25           dog 0.25 -1
 *   dog 0.25 -1             . . . 0 1.5          (GloVe has words with spaces in them)
 *   …                       …
 */
import type { ByteSource } from "./byte-source";
import { parseDecimal, shortestFloat32 } from "./decimal";
import { BadRowError, decodeWord, VectorRows } from "./vector-rows";
import type { LoadVectorsOptions } from "./vector-rows";
import type { WordVectors } from "./word-vectors";

const SPACE = 32;
const RETURN = 13;
const PIECE = 1 << 16;

export interface TextHeader {
  count: number;
  size: number;
}

/** Reads "3 2" as count and size; undefined where the line is no such header. */
export function parseHeader(line: Uint8Array): TextHeader | undefined {
  const text = Buffer.from(line.subarray(0, 64)).toString("latin1");
  const [, count, size] = /^(?:\xef\xbb\xbf)?(\d{1,15}) (\d{1,9})\s*$/.exec(text) ?? [];
  return count === undefined ? undefined : { count: Number(count), size: Number(size) };
}

/** How many words a file of this length can hold at most, so that a wrong header claims no room. */
export function mostWords(source: ByteSource, bytesPerWord: number): number {
  return source.isPacked ? Infinity : Math.ceil(source.size / bytesPerWord);
}

/**
 * Reads the rows after the header, if there was one.
 *
 * @param header undefined where the format has none; the first row then tells the size
 */
export async function readTextRows(
  caller: string,
  source: ByteSource,
  header: TextHeader | undefined,
  options: LoadVectorsOptions,
): Promise<VectorRows> {
  let rows: VectorRows | undefined;
  let number = header ? 1 : 0;
  const last = header ? header.count + 1 : Infinity;
  for (; number < last && !rows?.isFull;) {
    const line = await source.line();
    number++;
    if (!line && header) {
      rows ??= newRows(caller, source, header.size, header.count, options);
      throw rows.failure(
        `line ${number}`,
        `the file ends after ${number - 2} of ${header.count} words; it is cut off, or its first ` +
          "line is wrong",
      );
    }
    if (!line) break;
    const bytes = trim(line.bytes, number);
    const size = header?.size ?? rows?.size ?? Math.max(1, countSpaces(bytes));
    rows ??= newRows(caller, source, size, header?.count ?? Infinity, options);
    const place = `line ${number}`;
    if (!line.isWhole) {
      throw rows.failure(
        place,
        "the last line has no end: the file is cut off, or lacks a newline",
      );
    }
    const table = rows;
    table.guard(place, () => table.add(readRow(bytes, table.next())));
  }
  rows ??= newRows(caller, source, header?.size ?? 1, 0, options);
  if (number === last && (await source.peekByte()) !== undefined) {
    throw rows.failure(`line ${number + 1}`, `more follows the ${last - 1} words promised`);
  }
  return rows;
}

/** Lines of text, many at a time. */
export function* textRows(
  { words, values, size }: WordVectors,
  separator = " ",
  withWord = true,
): Generator<string> {
  let piece = "";
  for (let row = 0; row < words.length; row++) {
    let line = withWord ? words[row]! : "";
    for (let j = 0; j < size; j++) {
      if (line !== "") line += separator;
      line += shortestFloat32(values[row * size + j]!);
    }
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/**
 * Whether this line, of a file that may be binary, is text: after the first space it holds nothing
 * but numbers, or, where a word has spaces, enough fields with a number at their end.
 */
export function looksLikeText(line: Uint8Array, size: number): boolean {
  const text = Buffer.from(trim(line, 0)).toString("latin1");
  if (/^[^ ]* [-+.\deEnaifNIA ]+$/.test(text)) return true;
  const lastSpace = text.lastIndexOf(" ");
  const last = Buffer.from(text.slice(lastSpace + 1), "latin1");
  return countSpaces(line) >= size && !Number.isNaN(parseDecimal(last, 0, last.length));
}

function newRows(
  caller: string,
  source: ByteSource,
  size: number,
  count: number,
  options: LoadVectorsOptions,
): VectorRows {
  // A word takes a letter at least, and each number a space and a digit.
  const expected = Math.min(count, mostWords(source, 2 * size + 1));
  return new VectorRows(caller, source, size, count === Infinity ? count : expected, options);
}

/** Without a byte order mark, and without spaces and "\r" at the end (fastText writes a space). */
function trim(bytes: Uint8Array, number: number): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === SPACE || bytes[end - 1] === RETURN)) end--;
  const hasMark = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.subarray(hasMark ? 3 : 0, end);
}

/** Fills the numbers from the end of the row; what stands before them is the word. */
function readRow(bytes: Uint8Array, numbers: Float32Array): string {
  let end = bytes.length;
  for (let j = numbers.length - 1; j >= 0; j--) {
    const space = end > 0 ? bytes.lastIndexOf(SPACE, end - 1) : -1;
    if (space < 0) throw wrongSize(bytes, numbers.length);
    const value = parseDecimal(bytes, space + 1, end);
    if (Number.isNaN(value)) {
      const text = Buffer.from(bytes.subarray(space + 1, end))
        .toString("utf8")
        .slice(0, 40);
      if (countSpaces(bytes) < numbers.length) throw wrongSize(bytes, numbers.length);
      throw new BadRowError(`number ${j + 1} must be a finite number, got ${JSON.stringify(text)}`);
    }
    numbers[j] = value;
    end = space;
  }
  // A space within the word may be meant; a number within it is one number too many.
  const space = bytes.subarray(0, end).lastIndexOf(SPACE);
  if (space >= 0 && !Number.isNaN(parseDecimal(bytes, space + 1, end))) {
    throw wrongSize(bytes, numbers.length);
  }
  return decodeWord(bytes.subarray(0, end));
}

function wrongSize(bytes: Uint8Array, size: number): BadRowError {
  return new BadRowError(`there must be ${size} numbers after the word, got ${countSpaces(bytes)}`);
}

function countSpaces(bytes: Uint8Array): number {
  let spaces = 0;
  for (const byte of bytes) if (byte === SPACE) spaces++;
  return spaces;
}
