/**
 * A large corpus of invented words, the same at every run: documents of about 50 words, whose
 * frequencies fall as in natural text.
 *
 *   p(rank) ∝ 1 / (rank + 2.7)^1.05        20,000 words, rank from 0
 *
 * Mandelbrot 1953, "An Informational Theory of the Statistical Structure of Language"; frequent
 * words are short; sentence lengths are log-normal. 20k documents hold 1M words (about 8 MB),
 * 100k documents 5M (about 39 MB). Words are independent of each other, so nothing can be learned
 * from it but how long counting takes.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "../../src/core/rng";
import type { Rng } from "../../src/core/rng";
import { ROOT } from "./peer-python";

const NUM_WORDS = 20000;
const WORDS_PER_DOCUMENT = 50;
const CONSONANTS = "b c d f g h j k l m n p q r s t v w z th st sh ch tr pr br cl".split(" ");
const VOWELS = "a e i o u ea ou ai io".split(" ");
/** Endings in twentieths: none 8, n, s and so on 3, 3, 2, 2, 1, 1. */
const ENDINGS = ["", "", "", "", "", "", "", "", "n", "n", "n", "s", "s", "s"].concat(
  ["r", "r", "d", "d", "ing"],
  ["ly"],
);

/** The file with one document per line; written when it isn't there. */
export function corpusFile(numDocuments: number): string {
  const folder = join(ROOT, ".cache", "bench");
  const file = join(folder, `documents-${numDocuments}-v1.txt`);
  if (existsSync(file)) return file;
  console.log(`Writing ${numDocuments} documents to ${file}`);
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, buildDocuments(numDocuments).join("\n"));
  renameSync(unfinished, file);
  return file;
}

export function buildDocuments(numDocuments: number): string[] {
  const rng = createRng(20240501);
  const words = inventWords(rng.fork("words"));
  const cumulative = zipfMandelbrot(words.length);
  const draw = rng.fork(`text of ${numDocuments}`);
  const sentences: string[] = [];
  for (let left = numDocuments * WORDS_PER_DOCUMENT; left > 0;) {
    const length = Math.min(left, 80, Math.max(3, Math.floor(Math.exp(2.78 + draw.normal() / 2))));
    sentences.push(sentence(length, () => words[drawRank(cumulative, draw)]!));
    left -= length;
  }
  const perDocument = sentences.length / numDocuments;
  return Array.from({ length: numDocuments }, (_, i) =>
    sentences.slice(Math.round(i * perDocument), Math.round((i + 1) * perDocument)).join(" "),
  );
}

function sentence(length: number, drawWord: () => string): string {
  const words = Array.from({ length }, drawWord);
  words[0] = words[0]![0]!.toUpperCase() + words[0]!.slice(1);
  if (length > 10) words[length >> 1] += ",";
  return `${words.join(" ")}.`;
}

/** One to four syllables: the rarer, the longer. */
function inventWords(rng: Rng): string[] {
  const words = new Set<string>();
  while (words.size < NUM_WORDS) {
    const syllables = 1 + Math.floor(Math.log10(words.size + 1) * 0.62 + rng.uniform() * 0.9);
    let word = "";
    for (let i = 0; i < syllables; i++) word += rng.pick(CONSONANTS) + rng.pick(VOWELS);
    words.add(word + rng.pick(ENDINGS));
  }
  return [...words];
}

/** The share of all words with a rank up to this one. */
function zipfMandelbrot(numWords: number): Float64Array {
  const cumulative = new Float64Array(numWords);
  let sum = 0;
  for (let rank = 0; rank < numWords; rank++) cumulative[rank] = sum += (rank + 2.7) ** -1.05;
  return cumulative.map((value) => value / sum);
}

function drawRank(cumulative: Float64Array, rng: Rng): number {
  const drawn = rng.uniform();
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! <= drawn) low = middle + 1;
    else high = middle;
  }
  return low;
}
