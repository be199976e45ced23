/**
 * Word vectors from a file of any format that we know: word2vec's text and binary, GloVe's text,
 * fastText's `.vec` and `.bin`. The first bytes tell which it is.
 *
 * Lessons: notebooks/02-word2vec.ipynb, 03-glove-and-fasttext.ipynb
 */
import { ByteSource } from "./byte-source";
import { loadFastText } from "./fasttext-format";
import { FASTTEXT_MAGIC } from "./fasttext-reader";
import { loadGloVe } from "./glove-format";
import { parseHeader } from "./text-rows";
import type { LoadVectorsOptions } from "./vector-rows";
import { loadWord2Vec } from "./word2vec-format";
import type { WordVectors } from "./word-vectors";

const NEWLINE = 10;

/**
 * @returns FastTextVectors for a fastText `.bin`, else WordVectors
 */
export async function loadWordVectors(
  file: string,
  options: LoadVectorsOptions = {},
): Promise<WordVectors> {
  const source = await ByteSource.open("loadWordVectors", file);
  const start = Buffer.from(await source.peek(64));
  await source.close();
  if (start.length >= 4 && start.readInt32LE(0) === FASTTEXT_MAGIC) {
    return loadFastText(file, options);
  }
  const end = start.indexOf(NEWLINE);
  const isWord2Vec = parseHeader(end < 0 ? start : start.subarray(0, end)) !== undefined;
  return isWord2Vec ? loadWord2Vec(file, options) : loadGloVe(file, options);
}
