/**
 * More rows from the rows there are: words that all texts of a row share are exchanged for others.
 *
 *   "The duke peeled the lemon." / "The lemon was peeled by the duke."      5 of 5
 *   "The cook peeled the onion." / "The onion was peeled by the cook."      5 of 5
 *
 * What the texts share can be exchanged in all of them without changing how they relate; words that
 * one of them has alone (a synonym, an opposite) stay. A few thousand rows have few words, and a
 * model that learns them by heart is lost among others; so it has to learn what doesn't hang on
 * words. Exchanged is a word for one that stands in similar places: a neighbour among the corpus's
 * word vectors. Words of the held-out rows are never put in.
 *
 * After the lexical substitution of Zhang, Zhao & LeCun 2015, "Character-level Convolutional
 * Networks for Text Classification", section 2.4, who take synonyms and one text.
 */
import type { Rng } from "../../src/core/rng";
import { wordTokenize } from "../../src/text/word-tokenize";
import type { WordVectors } from "../../src/word-vectors/word-vectors";
import type { SentenceData } from "./data";
import type { Row } from "./rows";

/** For a word those that may stand in its place; none for what should stay. */
export type Substitutes = (word: string) => readonly string[];

export interface ExchangeOptions {
  substitutes: Substitutes;
  /** New rows made from each row; a row that shares no word gives none. */
  copies: number;
  rng: Rng;
}

/** @returns the rows, and after each its copies */
export function exchangeWords(
  rows: readonly Row[],
  { substitutes, copies, rng }: ExchangeOptions,
): Row[] {
  return rows.flatMap((row) => {
    const words = row.texts.map((text) => new Set(wordsOf(text)));
    const taken = new Set(words.flatMap((each) => [...each]));
    const shared = [...words[0]!].filter((word) => words.every((each) => each.has(word)));
    const variants = Array.from({ length: copies }, () => {
      const others = new Map<string, string>();
      const used = new Set(taken);
      for (const word of shared) {
        const candidates = substitutes(word).filter((other) => !used.has(other));
        if (candidates.length === 0) continue;
        const other = rng.pick(candidates);
        others.set(word, other);
        used.add(other);
      }
      return others.size === 0 ? [] : [renamed(row, others)];
    });
    return [row, ...variants.flat()];
  });
}

/** The most frequent words are those of grammar: "the", "was", "in". */
const NUM_GRAMMAR_WORDS = 100;
const NUM_NEIGHBOURS = 20;

/** Neighbours in the corpus's word vectors, of the same form, that aren't held out. */
export function neighbourhood(vectors: WordVectors, data: SentenceData): Substitutes {
  const heldOut = new Set(heldOutTexts(data).flatMap(wordsOf));
  const grammar = new Set(vectors.words.slice(0, NUM_GRAMMAR_WORDS));
  const known = new Map<string, readonly string[]>();
  const find = (word: string): readonly string[] => {
    if (grammar.has(word) || !vectors.has(word)) return [];
    const neighbours = vectors.nearest(word, { k: NUM_NEIGHBOURS }).map((found) => found.word);
    const isFit = (other: string) =>
      !heldOut.has(other) && !grammar.has(other) && formOf(other) === formOf(word);
    return neighbours.filter(isFit);
  };
  return (word) => {
    const found = known.get(word) ?? find(word);
    known.set(word, found);
    return found;
  };
}

function heldOutTexts({ nli, sts, triplets, pairs }: SentenceData): string[] {
  return (["dev", "test", "hand"] as const).flatMap((split) => [
    ...nli[split].flatMap(({ premise, hypothesis }) => [premise, hypothesis]),
    ...sts[split].flatMap(({ sentence1, sentence2 }) => [sentence1, sentence2]),
    ...triplets[split].flatMap(({ anchor, positive, negative }) => [anchor, positive, negative]),
    ...pairs[split].flatMap(({ question1, question2 }) => [question1, question2]),
  ]);
}

function renamed({ texts, label }: Row, others: ReadonlyMap<string, string>): Row {
  const rename = (text: string) =>
    text.replace(/[A-Za-z]+/g, (word) => {
      const other = others.get(word.toLowerCase());
      if (other === undefined) return word;
      const isCapital = word[0] !== word[0]!.toLowerCase();
      return isCapital ? other[0]!.toUpperCase() + other.slice(1) : other;
    });
  return { texts: texts.map(rename), label };
}

function wordsOf(text: string): string[] {
  return wordTokenize(text.toLowerCase());
}

/** "a" or "an" before it, and its ending: what mustn't change for a sentence to stay one. */
function formOf(word: string): string {
  const ending = /(?:ed|ing|er|est|ly|s)$/.exec(word)?.[0] ?? "";
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${ending}`;
}
