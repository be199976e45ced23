/**
 * The words of a training text, and the text written as their numbers.
 *
 * Frequent words come first, so number 0 is the most frequent; of two equally frequent, the one
 * that was met first. Words rarer than minCount are left out of the text as if they had never
 * stood in it: too few examples make a bad vector, and their neighbours move closer together.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { inWords } from "../core/check";

/** Sentences of words: [["the", "cat", "sat"], ["it", "purred"]]. */
export type Sentences = readonly (readonly string[])[];

export class Vocabulary {
  private readonly numbers: ReadonlyMap<string, number>;

  /**
   * @param words  V different words, frequent ones first
   * @param counts [V] how often each stands in the text
   */
  constructor(
    readonly words: readonly string[],
    readonly counts: Float64Array,
  ) {
    this.numbers = new Map(words.map((word, number) => [word, number]));
  }

  /** V */
  get size(): number {
    return this.words.length;
  }

  /** The word's row in every table, or undefined. */
  numberOf(word: string): number | undefined {
    return this.numbers.get(word);
  }
}

/** A text in numbers, in memory that workers can share. */
export interface EncodedText {
  vocabulary: Vocabulary;
  /** All words, sentence after sentence. */
  words: Uint32Array;
  /** Where each sentence ends in `words`; empty sentences are left out. */
  ends: Uint32Array;
}

/** Longer sentences are cut into pieces of this many words (gensim drops what is beyond). */
const LONGEST_SENTENCE = 10_000;

/**
 * Counts the words, drops the rare ones, and writes the text in numbers: each word is looked up
 * once.
 *
 * @param caller   for error messages: "Word2Vec.train"
 * @param minCount words rarer than this are dropped
 */
export function encodeText(caller: string, sentences: Sentences, minCount: number): EncodedText {
  const { words, counts, text } = countWords(caller, sentences);
  if (words.length === 0) {
    throw new RangeError(`${caller}: sentences must have words in them, got none`);
  }
  const order = words.map((_, first) => first).filter((first) => counts[first]! >= minCount);
  order.sort((a, b) => counts[b]! - counts[a]! || a - b);
  if (order.length < 2) {
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    throw new RangeError(
      `${caller}: at least two different words must occur ${minCount} times (minCount), got ` +
        `${order.length}; the most frequent occurs ${most} times: lower minCount or add text`,
    );
  }
  const numberOf = new Int32Array(words.length).fill(-1);
  order.forEach((first, number) => (numberOf[first] = number));
  const vocabulary = new Vocabulary(
    order.map((first) => words[first]!),
    Float64Array.from(order, (first) => counts[first]!),
  );
  return { vocabulary, ...renumber(caller, sentences, text, numberOf) };
}

/** Words numbered as they are met. */
function countWords(caller: string, sentences: Sentences) {
  if (!Array.isArray(sentences)) {
    throw new TypeError(
      `${caller}: sentences must be an array of arrays of words, got ${inWords(sentences)}`,
    );
  }
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const text = new Uint32Array(countAll(caller, sentences));
  let position = 0;
  for (const sentence of sentences) {
    for (const word of sentence) {
      let number = numbers.get(word);
      if (number === undefined) {
        if (typeof word !== "string") throw notAWord(caller, sentences, sentence);
        number = words.length;
        numbers.set(word, number);
        words.push(word);
        counts.push(0);
      }
      counts[number]!++;
      text[position++] = number;
    }
  }
  return { words, counts, text };
}

function countAll(caller: string, sentences: Sentences): number {
  let total = 0;
  sentences.forEach((sentence, i) => {
    if (!Array.isArray(sentence)) {
      const remedy = typeof sentence === "string" ? "; split it first: wordTokenize(sentence)" : "";
      throw new TypeError(
        `${caller}: sentences[${i}] must be an array of words, got ${inWords(sentence)}${remedy}`,
      );
    }
    total += sentence.length;
  });
  return total;
}

function notAWord(caller: string, sentences: Sentences, sentence: readonly unknown[]): TypeError {
  const i = sentences.indexOf(sentence as readonly string[]);
  const j = sentence.findIndex((word) => typeof word !== "string");
  return new TypeError(
    `${caller}: sentences[${i}][${j}] must be a string, got ${inWords(sentence[j])}`,
  );
}

/** The text again, in numbers by frequency and without the rare words. */
function renumber(
  caller: string,
  sentences: Sentences,
  text: Uint32Array,
  numberOf: Int32Array,
): { words: Uint32Array; ends: Uint32Array } {
  const words = new Uint32Array(new SharedArrayBuffer(4 * text.length));
  const ends: number[] = [];
  let position = 0;
  let kept = 0;
  let hasNeighbours = false;
  for (const { length } of sentences) {
    let start = kept;
    for (let i = 0; i < length; i++) {
      const number = numberOf[text[position++]!]!;
      if (number < 0) continue;
      words[kept++] = number;
      if (kept - start === LONGEST_SENTENCE) ends.push((start = kept));
    }
    if (kept > start) ends.push(kept);
    if ((ends.at(-1) ?? 0) - (ends.at(-2) ?? 0) > 1) hasNeighbours = true;
  }
  if (!hasNeighbours) {
    throw new RangeError(
      `${caller}: some sentence must have two words of the vocabulary, got none: ` +
        "there is nothing to predict",
    );
  }
  const sharedEnds = new Uint32Array(new SharedArrayBuffer(4 * ends.length));
  sharedEnds.set(ends);
  return { words: words.subarray(0, kept), ends: sharedEnds };
}
