/**
 * Batches for ELMo: sentences as letters, and each pair of neighbours to guess from either side.
 *
 *   <s> the duck swam </s>     (<s>, the) (the, duck) (duck, swam) (swam, </s>)
 *
 * Peters et al. 2018, section 3.1.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import { mapBatches, shuffledBatches, type BatchStream } from "../data/batch-stream";
import { assertWords, END, START, type WordReader } from "./word-reader";

/** Whole numbers with their shape, as a compiled function is fed. */
export interface IdArray {
  readonly shape: readonly number[];
  readonly data: Int32Array;
}

export interface ElmoBatch extends Readonly<Record<string, IdArray>> {
  /** [B, T, C] */
  letters: IdArray;
  /** [B, T] */
  mask: IdArray;
  /** [N]: where the left word of each pair of neighbours stands; place t of row b is b·T + t. */
  places: IdArray;
  /** [N] */
  left: IdArray;
  /** [N] */
  right: IdArray;
}

/**
 * @param sentences      lists of words, without <s> and </s>
 * @param sentenceLength T, <s> and </s> included
 * @throws RangeError for a sentence that is longer
 */
export function elmoBatch(
  sentences: readonly (readonly string[])[],
  reader: WordReader,
  sentenceLength: number,
): ElmoBatch {
  assertInteger("elmoBatch", { sentenceLength }, { min: 3 });
  const batchSize = sentences.length;
  const { wordLength } = reader;
  const letters = new Int32Array(batchSize * sentenceLength * wordLength);
  const mask = new Int32Array(batchSize * sentenceLength);
  const pairs: [place: number, left: number, right: number][] = [];
  sentences.forEach((sentence, row) => {
    assertWords(sentence);
    const words = [START, ...sentence, END];
    if (words.length > sentenceLength) {
      throw new RangeError(
        `elmoBatch: a sentence must have at most ${sentenceLength - 2} words, ` +
          `got ${sentence.length} in sentence ${row}`,
      );
    }
    words.forEach((word, t) => {
      const place = row * sentenceLength + t;
      letters.set(reader.lettersOf(word), place * wordLength);
      mask[place] = 1;
      const next = words[t + 1];
      if (next !== undefined) pairs.push([place, reader.idOf(word), reader.idOf(next)]);
    });
  });
  const column = (i: 0 | 1 | 2): IdArray => ({
    shape: [pairs.length],
    data: Int32Array.from(pairs, (pair) => pair[i]),
  });
  return {
    letters: { shape: [batchSize, sentenceLength, wordLength], data: letters },
    mask: { shape: [batchSize, sentenceLength], data: mask },
    ...{ places: column(0), left: column(1), right: column(2) },
  };
}

/** The same without end, in a new order each epoch, for a trainer. */
export function elmoBatches(
  sentences: readonly (readonly string[])[],
  reader: WordReader,
  { batchSize, sentenceLength, rng }: { batchSize: number; sentenceLength: number; rng: Rng },
): BatchStream<ElmoBatch> {
  const rows = shuffledBatches(sentences, { batchSize, rng: rng.fork("order"), dropLast: true });
  const toBatch = (batch: readonly (readonly string[])[]) =>
    elmoBatch(batch, reader, sentenceLength);
  return mapBatches(rows, toBatch, { rng, name: `elmoBatches ${sentenceLength}` });
}
