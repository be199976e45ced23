/**
 * The inverse cloze task: questions that nobody asked, for passages that nobody labelled.
 *
 *   cloze:    a passage with a gap  →  what stood there
 *   inverse:  what stood there      →  which passage
 *
 * A sentence of the passage with a part of its words left out, or a few words from all over it,
 * stand in for a question. That says nothing about how people ask, but which words and names belong
 * together, and it costs nothing: also for passages that no question of the training set is about.
 *
 * Lee, Chang & Toutanova 2019, "Latent Retrieval for Weakly Supervised Open Domain Question
 * Answering", section 4. They take the sentence out of the passage nine times of ten, lest only
 * word overlap be learned. Here it always stays, since a model this small must learn that first,
 * and words are dropped from the question instead.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertBetween, assertStrings } from "../core/check";
import type { Rng } from "../core/rng";
import { splitSentences } from "../text/sentences";

export interface InverseClozeOptions {
  /** Draws sentence and words. */
  rng: Rng;
  /** How often words from all over the passage are taken, from 0 to 1. Default 0.5. */
  scatteredShare?: number;
  /** Of a sentence at least this share of the words stays; how many is drawn. Default 0.15. */
  minShare?: number;
  /** Begin with it now and then, since questions often name what they are about. Default none. */
  title?: string;
  /** How often, from 0 to 1. Default 0.3. */
  titleShare?: number;
}

/** Fewer words of a sentence than this say too little: then all stay. */
const FEWEST = 2;
/** Scattered words: how many, at least and at most. */
const SCATTERED = [3, 9] as const;

/** @returns one made-up question */
export function inverseClozeQuestion(
  passage: string,
  { rng, scatteredShare = 0.5, minShare = 0.15, title, titleShare = 0.3 }: InverseClozeOptions,
): string {
  assertStrings("inverseClozeQuestion", "passage", [passage]);
  assertBetween("inverseClozeQuestion", { scatteredShare, minShare, titleShare }, 0, 1);
  const sentences = splitSentences(passage);
  if (sentences.length === 0) {
    throw new RangeError("inverseClozeQuestion: passage must hold a sentence, got none");
  }
  const isScattered = rng.uniform() < scatteredShare;
  const words = isScattered
    ? scatteredWords(passage, rng)
    : wordsOfSentence(rng.pick(sentences), minShare, rng);
  const isNamed = title !== undefined && rng.uniform() < titleShare;
  return (isNamed ? [title, ...words] : words).join(" ");
}

function wordsOfSentence(sentence: string, minShare: number, rng: Rng): string[] {
  const words = sentence.split(/\s+/);
  const share = minShare + (1 - minShare) * rng.uniform();
  const kept = words.filter(() => rng.uniform() < share);
  return kept.length < FEWEST ? words : kept;
}

/** In the order of the text. */
function scatteredWords(passage: string, rng: Rng): string[] {
  const words = passage.trim().split(/\s+/);
  const [least, most] = SCATTERED;
  const places = rng.shuffle(words.map((_, place) => place));
  const chosen = new Set(places.slice(0, least + rng.integer(most - least + 1)));
  return words.filter((_, place) => chosen.has(place));
}
