/**
 * The text files of GloVe: a line "word x_1 … x_D" for each word, and nothing before them.
 *
 * Written by the program of Pennington, Socher & Manning (2014); the published files (glove.6B and
 * others) are such. Some of those hold words with spaces, such as ". . .", and a few letters that
 * are not UTF-8: `onBadRow` passes over these.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { writeFileWhole } from "../core/write-file";
import { ByteSource } from "./byte-source";
import { parseHeader, readTextRows, textRows } from "./text-rows";
import { checkLoadOptions, checkWords } from "./vector-rows";
import type { LoadVectorsOptions } from "./vector-rows";
import { WordVectors } from "./word-vectors";

/** Writes the vectors, whole or not at all. Words with spaces or line ends are refused. */
export async function saveGloVe(vectors: WordVectors, file: string): Promise<void> {
  checkWords("saveGloVe", vectors.words);
  await writeFileWhole(file, textRows(vectors));
}

/**
 * Reads a file a piece at a time, so that memory holds the vectors and little else. A name that
 * ends in .gz is unpacked on the way. The first line tells how many numbers a word has.
 */
export async function loadGloVe(
  file: string,
  options: LoadVectorsOptions = {},
): Promise<WordVectors> {
  checkLoadOptions("loadGloVe", options);
  const source = await ByteSource.open("loadGloVe", file);
  try {
    const start = await source.peek(64);
    if (parseHeader(start.subarray(0, start.indexOf(10)))) {
      throw new RangeError(
        `loadGloVe: ${file}, line 1: is the first line of a word2vec file: read it with ` +
          "loadWord2Vec",
      );
    }
    const rows = await readTextRows("loadGloVe", source, undefined, options);
    return new WordVectors(rows.words, rows.finish(), { size: rows.size, copy: false });
  } finally {
    await source.close();
  }
}
