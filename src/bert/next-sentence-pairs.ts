/**
 * Next sentence prediction: does B follow A, or does it come from elsewhere?
 *
 *   half of the pairs   B is the text right after A, in the same document     class 0
 *   the other half      B begins at a random sentence of another document     class 1
 *
 * A and B are not single sentences but spans of several, as long as fits. Devlin et al. 2019,
 * "BERT", section 3.1 (task #2) and appendix A.2. What A was not followed by is used further on,
 * as they do, so that no text is wasted. One thing is stricter here: a random B may not contain the
 * true next sentence, nor another sentence that reads the same.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertBetween, assertInteger } from "../core/check";
import type { Rng } from "../core/rng";

/** One document: its sentences in order, each as token ids without special tokens. */
export type TokenizedDocument = readonly (readonly number[])[];

export interface SentencePair {
  first: number[];
  second: number[];
  /** 0: second follows first; 1: it doesn't. The numbers that BERT's checkpoints have. */
  label: 0 | 1;
}

export interface NextSentenceOptions {
  /** Tokens that both spans may have together; three special ones are added to them later. */
  maxTokens: number;
  /** Share of pairs whose B comes from elsewhere. Default 0.5. */
  randomProbability?: number;
  /** Share of pairs cut for a random, shorter length, so that short inputs occur. Default 0.1. */
  shortProbability?: number;
  rng: Rng;
}

/**
 * Pairs from one pass through all documents, in their order. Every sentence but a document's last
 * ones is in some pair; call it once an epoch, and the pairs are others each time.
 *
 * @throws RangeError where no random second sentence can be found: fewer than two documents
 */
export function nextSentencePairs(
  documents: readonly TokenizedDocument[],
  { maxTokens, randomProbability = 0.5, shortProbability = 0.1, rng }: NextSentenceOptions,
): SentencePair[] {
  assertInteger("nextSentencePairs", { maxTokens }, { min: 2 });
  assertBetween("nextSentencePairs", { randomProbability, shortProbability }, 0, 1);
  const filled = documents
    .map((document) => document.filter(({ length }) => length > 0))
    .filter(({ length }) => length > 0);
  if (filled.length < 2) {
    throw new RangeError(
      `nextSentencePairs: needs two documents with text, got ${filled.length}; ` +
        "a random second sentence comes from another document",
    );
  }
  const pairs: SentencePair[] = [];
  filled.forEach((sentences, index) => {
    let start = 0;
    while (start < sentences.length - 1) {
      const target = rng.uniform() < shortProbability ? 2 + rng.integer(maxTokens - 1) : maxTokens;
      const end = spanEnd(sentences, start, target);
      // A takes at least one sentence and leaves at least one for B.
      const split = start + 1 + rng.integer(Math.max(1, end - start - 1));
      const first = sentences.slice(start, split).flat();
      const wantsRandom = rng.uniform() < randomProbability;
      const room = Math.max(1, target - first.length);
      const random = wantsRandom
        ? randomSpan(filled, index, sentences[split]!, room, rng)
        : undefined;
      const last = Math.max(end, split + 1);
      const second = random ?? sentences.slice(split, last).flat();
      pairs.push({ ...cut(first, second, maxTokens, rng), label: random ? 1 : 0 });
      start = random ? split : last;
    }
  });
  return pairs;
}

/** The sentence after the last one that fits into `target` tokens; the first always counts. */
function spanEnd(sentences: TokenizedDocument, start: number, target: number): number {
  let tokens = 0;
  let end = start;
  while (end < sentences.length && tokens < target) tokens += sentences[end++]!.length;
  return end;
}

/** Text from another document; undefined where each one tried has the true next sentence in it. */
function randomSpan(
  documents: readonly TokenizedDocument[],
  own: number,
  trueNext: readonly number[],
  room: number,
  rng: Rng,
): number[] | undefined {
  const text = String(trueNext);
  for (let attempt = 0; attempt < 20; attempt++) {
    const other = rng.integer(documents.length - 1);
    const sentences = documents[other < own ? other : other + 1]!;
    const start = rng.integer(sentences.length);
    const span = sentences.slice(start, spanEnd(sentences, start, room));
    if (span.some((sentence) => String(sentence) === text)) continue;
    return span.flat();
  }
  return undefined;
}

/** Takes tokens off the longer one until both fit, from its front or its back by chance. */
function cut(
  first: readonly number[],
  second: readonly number[],
  maxTokens: number,
  rng: Rng,
): { first: number[]; second: number[] } {
  const a = { start: 0, end: first.length };
  const b = { start: 0, end: second.length };
  while (a.end - a.start + (b.end - b.start) > maxTokens) {
    const longer = a.end - a.start > b.end - b.start ? a : b;
    if (rng.uniform() < 0.5) longer.start++;
    else longer.end--;
  }
  return { first: first.slice(a.start, a.end), second: second.slice(b.start, b.end) };
}
