/**
 * What asking needs of an encoder: a question to a vector, in the space of the chunks' vectors.
 *
 * With one encoder for both sides it is the one that made the chunks' vectors; a dual encoder has a
 * tower of its own for questions. Both sides bear one fingerprint, which the store knows.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { ChunkEncoder } from "./chunk-encoder";

export interface QueryEncoder {
  /** D, numbers per vector. */
  readonly dimension: number;
  /** That of the encoder which made the store's vectors. */
  readonly fingerprint: string;
  /** Most tokens it reads of a question, special ones not counted. Default: any number. */
  readonly maxTokens?: number;
  /** @returns [D] */
  embedQuery(question: string): Promise<Float32Array>;
  /** Tokens of a text, special ones not counted. */
  countTokens(text: string): number;
}

/** The same encoder for questions and chunks. */
export function queryEncoder(encoder: ChunkEncoder): QueryEncoder {
  const { dimension, fingerprint, maxTokens } = encoder;
  return {
    ...{ dimension, fingerprint },
    ...(maxTokens !== undefined && { maxTokens }),
    countTokens: (text) => encoder.countTokens(text),
    embedQuery: async (question) => (await encoder.encode([question]))[0]!,
  };
}

export interface CutText {
  text: string;
  /** There where it was cut: tokens of the whole, and of what is left. */
  cut?: { tokens: number; kept: number };
}

/** As many whole words from the beginning as have at most maxTokens; of one long word a part. */
export function cutToTokens(
  text: string,
  { maxTokens, countTokens }: { maxTokens: number; countTokens(text: string): number },
): CutText {
  assertInteger("cutToTokens", { maxTokens }, { min: 1 });
  if (typeof text !== "string") {
    throw new TypeError(`cutToTokens: text must be a string, got ${inWords(text)}`);
  }
  const tokens = countTokens(text);
  if (tokens <= maxTokens) return { text };
  const fits = (length: number) => countTokens(text.slice(0, length)) <= maxTokens;
  let [fitting, tooLong] = [0, text.length];
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1;
    if (fits(middle)) fitting = middle;
    else tooLong = middle;
  }
  const start = text.slice(0, fitting);
  const words = /\s/.test(text[fitting]!) ? start : start.replace(/\S+$/, "");
  const kept = (words.trim() === "" ? start : words).trim();
  return { text: kept, cut: { tokens, kept: countTokens(kept) } };
}
