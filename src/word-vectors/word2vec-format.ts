/**
 * The files of word2vec: text or binary. gensim and fastText (`.vec`) read and write them too.
 *
 *   text      "V D\n", then V lines "word x_1 … x_D\n"
 *   binary    "V D\n", then V times: the word, a space, D 32-bit numbers, little end first
 *
 * As written by Mikolov's program (2013), which puts a newline after each binary row; gensim puts
 * none, and both are read. It says nothing of counts, so words stand in the order of their counts.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { writeFileWhole } from "../core/write-file";
import { ByteSource } from "./byte-source";
import { looksLikeText, mostWords, parseHeader, readTextRows, textRows } from "./text-rows";
import type { TextHeader } from "./text-rows";
import { checkLoadOptions, checkWords, decodeWord, VectorRows } from "./vector-rows";
import type { LoadVectorsOptions } from "./vector-rows";
import { WordVectors } from "./word-vectors";

export interface SaveWord2VecOptions {
  /** Binary instead of text: about a third of the bytes. Default false. */
  binary?: boolean;
}

export interface LoadWord2VecOptions extends LoadVectorsOptions {
  /** Default: found out from what follows the first line. */
  binary?: boolean;
}

const SPACE = 32;
const NEWLINE = 10;
/** No word has more bytes; where no space comes for so long, we have lost our place. */
const LONGEST_WORD = 65535;
const BINARY_PIECE = 1 << 20;

/** Writes the vectors, whole or not at all. Words with spaces or line ends are refused. */
export async function saveWord2Vec(
  vectors: WordVectors,
  file: string,
  { binary = false }: SaveWord2VecOptions = {},
): Promise<void> {
  checkWords("saveWord2Vec", vectors.words);
  const header = `${vectors.words.length} ${vectors.size}\n`;
  const rows = binary ? binaryRows(vectors) : textRows(vectors);
  await writeFileWhole(file, join(header, rows));
}

/**
 * Reads a file a piece at a time, so that memory holds the vectors and little else. A name that
 * ends in .gz is unpacked on the way.
 */
export async function loadWord2Vec(
  file: string,
  options: LoadWord2VecOptions = {},
): Promise<WordVectors> {
  const caller = "loadWord2Vec";
  checkLoadOptions(caller, options);
  const source = await ByteSource.open(caller, file);
  try {
    const line = await source.line();
    const header = line && parseHeader(line.bytes);
    if (!header || header.size === 0 || header.count === 0) {
      throw new RangeError(
        `${caller}: ${file}, line 1: must be the number of words and of numbers per word, ` +
          `such as "3000000 300"; a GloVe file has no such line: read it with loadGloVe`,
      );
    }
    if (header.size > mostWords(source, 1)) {
      throw new RangeError(
        `${caller}: ${file}, line 1: no word of size ${header.size} fits into ${source.size} bytes`,
      );
    }
    const { binary = await looksBinary(source, header.size) } = options;
    const rows = binary
      ? await readBinaryRows(caller, source, header, options)
      : await readTextRows(caller, source, header, options);
    return new WordVectors(rows.words, rows.finish(), { size: rows.size, copy: false });
  } finally {
    await source.close();
  }
}

async function looksBinary(source: ByteSource, size: number): Promise<boolean> {
  const start = await source.peek(LONGEST_WORD);
  const end = start.indexOf(NEWLINE);
  return !looksLikeText(start.subarray(0, end < 0 ? start.length : end), size);
}

async function readBinaryRows(
  caller: string,
  source: ByteSource,
  { count, size }: TextHeader,
  options: LoadVectorsOptions,
): Promise<VectorRows> {
  const expected = Math.min(count, mostWords(source, 4 * size + 2));
  const rows = new VectorRows(caller, source, size, expected, options);
  let number = 1;
  for (; number <= count && !rows.isFull; number++) {
    while ((await source.peekByte()) === NEWLINE) await source.skip(1);
    const start = source.position;
    const letters = await source.upTo(SPACE, LONGEST_WORD);
    if (!letters || !(await source.into(rows.next()))) {
      const isEnd =
        letters !== undefined || (await source.peek(LONGEST_WORD)).length < LONGEST_WORD;
      throw rows.failure(
        `byte ${start}`,
        isEnd
          ? `the file ends in word ${number} of ${count}; it is cut off, or its first line is wrong`
          : `word ${number} has no end; is the size of ${size} in the first line right?`,
      );
    }
    rows.guard(`byte ${start}`, () => rows.add(decodeWord(letters)));
  }
  while ((await source.peekByte()) === NEWLINE) await source.skip(1);
  if (number > count && (await source.peekByte()) !== undefined) {
    throw rows.failure(`byte ${source.position}`, `more follows the ${count} words promised`);
  }
  return rows;
}

function* binaryRows({ words, values, size }: WordVectors): Generator<Uint8Array> {
  const rowsPerPiece = Math.max(1, Math.floor(BINARY_PIECE / (4 * size)));
  for (let first = 0; first < words.length; first += rowsPerPiece) {
    const parts: Uint8Array[] = [];
    for (let row = first; row < Math.min(first + rowsPerPiece, words.length); row++) {
      const numbers = values.subarray(row * size, (row + 1) * size);
      parts.push(Buffer.from(`${words[row]} `, "utf8"));
      parts.push(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
      parts.push(Uint8Array.of(NEWLINE));
    }
    yield Buffer.concat(parts);
  }
}

function* join(
  header: string,
  rows: Iterable<string | Uint8Array>,
): Generator<string | Uint8Array> {
  yield header;
  for (const piece of rows) yield piece;
}
