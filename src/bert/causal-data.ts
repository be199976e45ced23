/**
 * Batches for a causal language model: running text, cut into equal pieces, and the same text one
 * token further on.
 *
 *   [CLS] the cat sat on the mat . [SEP] [CLS] it rained …
 *   inputIds  [CLS] the cat sat │ on the mat .
 *   next       the  cat sat on  │ the mat . [SEP]
 *
 * Documents follow each other in a new order each epoch, so the cuts fall elsewhere, too; nothing
 * is padding. Such packed text is what Radford et al. 2019, "Language Models are Unsupervised
 * Multitask Learners", trained on.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import { batches } from "../data/batches";
import { epochStream, mapBatches, type BatchStream } from "../data/batch-stream";
import type { TokenizedDocument } from "./next-sentence-pairs";
import type { IdArray } from "./pretraining-data";

export interface CausalBatch extends Readonly<Record<string, IdArray>> {
  /** [B, T] */
  inputIds: IdArray;
  /** [B·T]: the token after each. */
  next: IdArray;
}

export interface CausalDataOptions {
  /** B, pieces per batch; what is left over at the end of an epoch stays out. */
  batchSize: number;
  /** T, tokens per piece. */
  sequenceLength: number;
  /** Ids of the tokens before and after each document. */
  special: { cls: number; sep: number };
  /** Fixes the order of documents and pieces in every epoch. */
  rng: Rng;
}

/** @param documents token ids without special tokens, sentence by sentence */
export function causalBatches(
  documents: readonly TokenizedDocument[],
  { batchSize, sequenceLength, special, rng }: CausalDataOptions,
): BatchStream<CausalBatch> {
  assertInteger("causalBatches", { batchSize, sequenceLength }, { min: 1 });
  const plan = (epochRng: Rng) => {
    const text = runningText(epochRng.fork("documents").shuffle(documents), special);
    const pieces: Int32Array[] = [];
    // Each piece has one token more than T: the last one's successor. The next begins with it.
    for (let at = 0; at + sequenceLength < text.length; at += sequenceLength) {
      pieces.push(text.subarray(at, at + sequenceLength + 1));
    }
    return batches(pieces, { batchSize, rng: epochRng.fork("order"), dropLast: true });
  };
  const name = `causalBatches ${JSON.stringify({ batchSize, sequenceLength, special })}`;
  const stream = epochStream(plan, { rng, rows: documents, name });
  return mapBatches(stream, causalBatch, { rng, name: "next tokens" });
}

/** One batch of these pieces, each of T + 1 tokens. */
export function causalBatch(pieces: readonly Int32Array[]): CausalBatch {
  const length = pieces[0]!.length - 1;
  const inputIds = new Int32Array(pieces.length * length);
  const next = new Int32Array(inputIds.length);
  pieces.forEach((piece, row) => {
    inputIds.set(piece.subarray(0, length), row * length);
    next.set(piece.subarray(1), row * length);
  });
  return {
    inputIds: { shape: [pieces.length, length], data: inputIds },
    next: { shape: [next.length], data: next },
  };
}

/** All documents one after another, each between its two special tokens. */
export function runningText(
  documents: readonly TokenizedDocument[],
  { cls, sep }: { cls: number; sep: number },
): Int32Array {
  const length = documents.reduce((sum, sentences) => {
    return sum + 2 + sentences.reduce((tokens, sentence) => tokens + sentence.length, 0);
  }, 0);
  const text = new Int32Array(length);
  let at = 0;
  for (const sentences of documents) {
    text[at++] = cls;
    for (const sentence of sentences) {
      text.set(sentence, at);
      at += sentence.length;
    }
    text[at++] = sep;
  }
  return text;
}
