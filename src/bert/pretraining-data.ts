/**
 * Pre-training batches: sentence pairs with hidden words, all of one shape.
 *
 *   [CLS] the cat [MASK] on the mat [SEP] it was asleep [SEP] [PAD] [PAD]
 *     0    0   0    0    0   0   0    0    1   1    1     1     0     0     tokenTypeIds
 *
 * Pairs and masks are new in each epoch, and both follow from the seed and the epoch alone, so that
 * a training can be resumed at any batch. The places of the hidden words come as a list: a model
 * then computes its logits over the vocabulary there, and not at the other 85% of the places.
 *
 * Devlin et al. 2019, "BERT", appendix A.2.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";
import { batches } from "../data/batches";
import { epochStream, mapBatches, type BatchStream } from "../data/batch-stream";
import { createMasker, type Masker, type MaskingOptions } from "./masking";
import {
  nextSentencePairs,
  type SentencePair,
  type TokenizedDocument,
} from "./next-sentence-pairs";

/** Whole numbers with their shape, as a compiled function is fed. */
export interface IdArray {
  readonly shape: readonly number[];
  readonly data: Int32Array;
}

export interface PretrainingBatch extends Readonly<Record<string, IdArray>> {
  /** [B, T] */
  inputIds: IdArray;
  /** [B, T], 0 in the first segment and at padding, 1 in the second segment. */
  tokenTypeIds: IdArray;
  /** [B, T], 1 at tokens and 0 at padding. */
  attentionMask: IdArray;
  /** [N]: place t of row b is b·T + t. */
  maskedPositions: IdArray;
  /** [N]: the token that stood there. */
  words: IdArray;
  /** [B]: 0 where the second segment follows the first, else 1. */
  nextSentence: IdArray;
}

export interface PretrainingDataOptions {
  /** B, pairs per batch; what is left over at the end of an epoch stays out. */
  batchSize: number;
  /** T, tokens per pair, the three special ones and padding included. */
  sequenceLength: number;
  /** Ids of the tokens that frame a pair; [MASK] and what is never masked are in `masking`. */
  special: { cls: number; sep: number; pad: number };
  masking: MaskingOptions;
  /** Fixes pairs, order and masks of every epoch. */
  rng: Rng;
}

/**
 * @param documents token ids without special tokens, sentence by sentence
 * @throws TypeError for documents of another form, RangeError for an id outside the vocabulary
 */
export function pretrainingBatches(
  documents: readonly TokenizedDocument[],
  { batchSize, sequenceLength, special, masking, rng }: PretrainingDataOptions,
): BatchStream<PretrainingBatch> {
  assertInteger("pretrainingBatches", { batchSize }, { min: 1 });
  assertInteger("pretrainingBatches", { sequenceLength }, { min: 5 });
  const { vocabSize } = masking;
  assertInteger("pretrainingBatches", special, { min: 0, max: vocabSize - 1 });
  assertDocuments(documents, vocabSize);

  const maxTokens = sequenceLength - 3;
  const plan = (epochRng: Rng) => {
    const pairs = nextSentencePairs(documents, { maxTokens, rng: epochRng.fork("pairs") });
    return batches(pairs, { batchSize, rng: epochRng.fork("order"), dropLast: true });
  };
  const pairs = epochStream(plan, {
    rng,
    rows: documents,
    name: `pretrainingBatches ${JSON.stringify({ batchSize, sequenceLength, special })}`,
  });
  const masker = createMasker(masking);
  const frame = { ...special, length: sequenceLength, masker };
  return mapBatches(pairs, (batch, batchRng) => pretrainingBatch(batch, frame, batchRng), {
    rng: rng.fork("masks"),
    name: `masked ${JSON.stringify(masking)}`,
  });
}

export interface PretrainingFrame {
  /** Ids of the tokens that frame a pair, and that fill it up. */
  cls: number;
  sep: number;
  pad: number;
  /** T; a pair's tokens and three more must fit into it. */
  length: number;
  masker: Masker;
}

/**
 * One batch of these pairs.
 *
 * @param rng what the masks are drawn from
 */
export function pretrainingBatch(
  pairs: readonly SentencePair[],
  { cls, sep, pad, length, masker }: PretrainingFrame,
  rng: Rng,
): PretrainingBatch {
  const shape = [pairs.length, length];
  const inputIds = new Int32Array(pairs.length * length).fill(pad);
  const tokenTypeIds = new Int32Array(inputIds.length);
  const attentionMask = new Int32Array(inputIds.length);
  const places: number[] = [];
  const words: number[] = [];
  pairs.forEach(({ first, second }, row) => {
    const start = row * length;
    const ids = [cls, ...first, sep, ...second, sep];
    if (ids.length > length) {
      throw new RangeError(
        `pretrainingBatch: a pair must have at most ${length - 3} tokens, ` +
          `got ${ids.length - 3} in pair ${row}`,
      );
    }
    const masked = masker(ids, rng);
    inputIds.set(masked.inputIds, start);
    tokenTypeIds.fill(1, start + first.length + 2, start + ids.length);
    attentionMask.fill(1, start, start + ids.length);
    for (const place of masked.positions) places.push(start + place);
    words.push(...masked.labels);
  });
  const list = (ids: readonly number[]) => ({ shape: [ids.length], data: Int32Array.from(ids) });
  return {
    inputIds: { shape, data: inputIds },
    tokenTypeIds: { shape, data: tokenTypeIds },
    attentionMask: { shape, data: attentionMask },
    maskedPositions: list(places),
    words: list(words),
    nextSentence: list(pairs.map(({ label }) => label)),
  };
}

function assertDocuments(documents: readonly TokenizedDocument[], vocabSize: number): void {
  documents.forEach((document, index) => {
    const isList = Array.isArray(document) && document.every((ids) => Array.isArray(ids));
    if (!isList) {
      throw new TypeError(
        `pretrainingBatches: document ${index} must be sentences of token ids, ` +
          `got ${inWords(document)}`,
      );
    }
    for (const ids of document) {
      for (const id of ids) {
        if (Number.isInteger(id) && id >= 0 && id < vocabSize) continue;
        throw new RangeError(
          `pretrainingBatches: ids of document ${index} must be from 0 to ${vocabSize - 1}, ` +
            `got ${inWords(id)}`,
        );
      }
    }
  });
}
