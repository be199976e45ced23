/**
 * Sentences as a recurrent network reads them: words as numbers, and each word as its letters.
 *
 *   <s> the duck swam </s>      ^duck$ → [1, 7, 24, 6, 14, 2, 0, 0]
 *
 * A word that the vocabulary lacks has no number of its own (it is <unk>), but it has letters.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertInteger, inWords } from "../core/check";

export interface WordReaderOptions {
  /** Words that occur less often have no number of their own. Default 1. */
  minCount?: number;
  /** C, letters per word with the two that frame it; longer words are cut. Default 12. */
  wordLength?: number;
}

const PADDING = "<pad>";
const UNKNOWN = "<unk>";
export const START = "<s>";
export const END = "</s>";
/** Ids of letters: none, a word's begin and end, one that is new. */
const [NO_LETTER, BEGIN, FINISH, NEW_LETTER] = [0, 1, 2, 3];

export class WordReader {
  /** Words by number; <pad>, <unk>, <s> and </s> come first. */
  readonly words: readonly string[];
  readonly wordLength: number;
  private readonly letters: ReadonlyMap<string, number>;
  private readonly numbers: ReadonlyMap<string, number>;

  /** @param sentences lists of words, whose words and letters get numbers */
  constructor(
    sentences: readonly (readonly string[])[],
    { minCount = 1, wordLength = 12 }: WordReaderOptions = {},
  ) {
    assertInteger("WordReader", { minCount, wordLength }, { min: 1 });
    assertInteger("WordReader", { wordLength }, { min: 3 });
    const counts = new Map<string, number>();
    for (const sentence of sentences) {
      assertWords(sentence);
      for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const known = [...counts].filter(([, count]) => count >= minCount).map(([word]) => word);
    this.words = [PADDING, UNKNOWN, START, END, ...known];
    this.numbers = new Map(this.words.map((word, id) => [word, id]));
    const letters = new Set([...START, ...END, ...[...counts.keys()].join("")]);
    this.letters = new Map([...letters].map((letter, i) => [letter, NEW_LETTER + 1 + i]));
    this.wordLength = wordLength;
  }

  /** How many letters there are, the four special ids included. */
  get numLetters(): number {
    return this.letters.size + NEW_LETTER + 1;
  }

  /** The number of a word, <unk>'s for a new one. */
  idOf(word: string): number {
    return this.numbers.get(word) ?? this.numbers.get(UNKNOWN)!;
  }

  /** The word's letters between begin and end, filled up to C ids. */
  lettersOf(word: string): number[] {
    const inside = [...word].slice(0, this.wordLength - 2);
    const ids = inside.map((letter) => this.letters.get(letter) ?? NEW_LETTER);
    const framed = [BEGIN, ...ids, FINISH];
    return [...framed, ...Array<number>(this.wordLength - framed.length).fill(NO_LETTER)];
  }
}

export function assertWords(sentence: unknown): asserts sentence is readonly string[] {
  if (Array.isArray(sentence) && sentence.every((word) => typeof word === "string")) return;
  throw new TypeError(`WordReader: a sentence must be a list of words, got ${inWords(sentence)}`);
}
