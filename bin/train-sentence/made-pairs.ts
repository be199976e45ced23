/**
 * Pairs with a score, made from text that nobody labelled, by changes whose effect is known. They
 * follow the scores of sts (datasets/README.md), and have the words that sts/train hasn't.
 *
 *   0.8   some words are left out: one says a little more than the other
 *   0.6   a word is exchanged for one that fits: one detail differs
 *   0.4   two words have changed places: another event among the same
 *   0.1   another sentence of the same document
 *   0     a sentence of another document
 *
 * The labels are rough: a word exchanged may be a synonym, two that changed places may not matter.
 * Leaving out words as in Wu et al. 2020, "CLEAR: Contrastive Learning for Sentence Representation",
 * section 3.2.
 */
import type { Rng } from "../../src/core/rng";
import type { SentenceData } from "./data";
import type { Substitutes } from "./exchange";
import type { Row } from "./rows";

export interface MadePairsOptions {
  /** What may stand in a word's place; words of grammar have nothing. */
  substitutes: Substitutes;
  numRows: number;
  rng: Rng;
}

/** The share of words left out. */
const LEFT_OUT = 0.2;
const SHORTEST = 5;

export function madePairs(
  { corpus }: Pick<SentenceData, "corpus">,
  { substitutes, numRows, rng }: MadePairsOptions,
): Row[] {
  const documents = corpus.documents.filter(({ sentences }) => sentences.length > 1);
  const rows: Row[] = [];
  while (rows.length < numRows) {
    const { sentences } = rng.pick(documents);
    const sentence = rng.pick(sentences);
    const words = sentence.split(" ");
    const contents = [...words.keys()].filter((i) => substitutes(bare(words[i]!)).length > 0);
    if (contents.length < 2 || words.length < SHORTEST) continue;
    const [second, label] = rng.pick([
      () => [words.filter(() => rng.uniform() >= LEFT_OUT).join(" "), 0.8] as const,
      () => [exchanged(words, contents, substitutes, rng), 0.6] as const,
      () => [swapped(words, contents, rng), 0.4] as const,
      () => [rng.pick(sentences.filter((other) => other !== sentence)), 0.1] as const,
      () => [rng.pick(rng.pick(documents).sentences), 0] as const,
    ])();
    rows.push({ texts: rng.uniform() < 0.5 ? [sentence, second] : [second, sentence], label });
  }
  return rows;
}

function swapped(words: readonly string[], contents: readonly number[], rng: Rng): string {
  const [i, j] = rng.shuffle(contents) as [number, number];
  const result = [...words];
  result[i] = inPlaceOf(words[i]!, bare(words[j]!));
  result[j] = inPlaceOf(words[j]!, bare(words[i]!));
  return result.join(" ");
}

function exchanged(
  words: readonly string[],
  contents: readonly number[],
  substitutes: Substitutes,
  rng: Rng,
): string {
  const i = rng.pick(contents);
  const other = rng.pick(substitutes(bare(words[i]!)));
  return words.map((word, k) => (k === i ? inPlaceOf(word, other) : word)).join(" ");
}

/** The word alone: no capital, no comma. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, "");
}

/** Another word with the same capital and the same punctuation. */
function inPlaceOf(word: string, other: string): string {
  const isCapital = /^[A-Z]/.test(word);
  const written = isCapital ? other[0]!.toUpperCase() + other.slice(1) : other;
  return word.replace(/[A-Za-z]+/, () => written);
}
