/**
 * How often each word occurs, words being those of the basic tokenizer.
 *
 * Chunks between spaces are counted first and cleaned up afterwards, each once: a text of a million
 * words has some ten thousand different ones.
 */
import { inWords } from "../core/check";
import { BasicTokenizer, type BasicTokenizerOptions } from "./basic-tokenizer";
import { ChunkScanner } from "./chunks";

const TEXTS_BETWEEN_REPORTS = 1000;
const MAX_CHUNK_LENGTH = 64;

/** @param onTexts called now and then with the number of texts read, and at the end */
export function countWords(
  caller: string,
  texts: Iterable<string>,
  options: BasicTokenizerOptions,
  onTexts: (done: number) => void = () => {},
): Map<string, number> {
  if (typeof texts === "string" || typeof texts?.[Symbol.iterator] !== "function") {
    throw new TypeError(`${caller}: texts must be a list of strings, got ${inWords(texts)}`);
  }
  const basic = new BasicTokenizer(options);
  const scanner = new ChunkScanner();
  const chunks = new Map<string, number>();
  const words = new Map<string, number>();
  const addWords = (chunk: string, count: number) => {
    for (const { text } of basic.words(chunk)) words.set(text, (words.get(text) ?? 0) + count);
  };
  let done = 0;
  for (const text of texts) {
    if (typeof text !== "string") {
      throw new TypeError(`${caller}: texts[${done}] must be a string, got ${inWords(text)}`);
    }
    let start = scanner.begin(text, 0, text.length);
    while (start < text.length) {
      const end = scanner.end(text, start, text.length);
      const chunk = text.slice(start, end);
      if (chunk.length > MAX_CHUNK_LENGTH) addWords(chunk, 1);
      else chunks.set(chunk, (chunks.get(chunk) ?? 0) + 1);
      start = scanner.begin(text, end, text.length);
    }
    if (++done % TEXTS_BETWEEN_REPORTS === 0) onTexts(done);
  }
  onTexts(done);
  for (const [chunk, count] of chunks) addWords(chunk, count);
  return words;
}
