/**
 * Fill in the blank: what a pre-trained model thinks stands where [MASK] stands.
 *
 *   P(w | all the other words) = softmax(logits)[w],  at each [MASK] on its own
 *
 * Two masks in one sentence don't know of each other's guess: each has the likeliest word given the
 * visible ones, and the two together may make no sense.
 *
 * Devlin et al. 2019, "BERT", section 3.1 (task #1).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import * as tf from "../core/tf";
import type { BertForPreTraining } from "./bert-for-pretraining";

export interface FillMaskOptions {
  /** The id of [MASK]. */
  maskTokenId: number;
  /** How many guesses. Default 5. */
  k?: number;
}

export interface WordGuess {
  /** The token's id. */
  id: number;
  /** From 0 to 1; over the whole vocabulary they sum to 1. */
  probability: number;
}

export interface FilledMask {
  /** Where the [MASK] stands, from 0. */
  place: number;
  /** The k likeliest words, best first. */
  guesses: WordGuess[];
}

/**
 * @param inputIds     one sentence or pair, special tokens included
 * @param tokenTypeIds of the same length; default: all of segment 0
 * @returns one entry for each [MASK], in order
 * @throws RangeError where there is no [MASK]
 */
export async function fillMask(
  bert: BertForPreTraining,
  { inputIds, tokenTypeIds }: { inputIds: readonly number[]; tokenTypeIds?: readonly number[] },
  { maskTokenId, k = 5 }: FillMaskOptions,
): Promise<FilledMask[]> {
  assertInteger("fillMask", { k }, { min: 1, max: bert.config.vocabSize });
  if (!Array.isArray(inputIds)) {
    throw new TypeError(`fillMask: inputIds must be numbers, got ${inWords(inputIds)}`);
  }
  const places = inputIds.flatMap((id, place) => (id === maskTokenId ? [place] : []));
  if (places.length === 0) {
    throw new RangeError(
      `fillMask: inputIds must have a [MASK] (${maskTokenId}), got ${inputIds.length} without`,
    );
  }
  const batch = { inputIds: [inputIds], ...(tokenTypeIds && { tokenTypeIds: [tokenTypeIds] }) };
  const { values, indices } = tf.tidy(() => {
    const { mlmLogits } = bert.forward(batch, { maskedPositions: places });
    return { ...tf.topk(tf.softmax(mlmLogits), k) }; // each [N, k]
  });
  const [probabilities, ids] = [await values.data(), await indices.data()];
  tf.dispose([values, indices]);
  return places.map((place, row) => ({
    place,
    guesses: Array.from({ length: k }, (_, i) => {
      return { id: ids[row * k + i]!, probability: probabilities[row * k + i]! };
    }),
  }));
}
