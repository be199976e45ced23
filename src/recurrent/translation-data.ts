/**
 * Batches of translated sentences.
 *
 *   source   the duck swims 0                 target   <s> die Ente schwimmt
 *                                             words    die Ente schwimmt </s>
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import type { Rng } from "../core/rng";
import { mapBatches, shuffledBatches, type BatchStream } from "../data/batch-stream";
import type { IdArray } from "./elmo-data";
import type { TranslatedSentence } from "./toy-translations";
import { END, START, type WordReader } from "./word-reader";

export interface TranslationBatch extends Readonly<Record<string, IdArray>> {
  /** [B, S] */
  source: IdArray;
  /** [B, T]: the beginning, then the words of the translation, the last one included. */
  target: IdArray;
  /** [N]: where a word is to be guessed; place t of row b is b·T + t. */
  places: IdArray;
  /** [N]: the word after that place, or the end. */
  words: IdArray;
}

export interface TranslationBatchOptions {
  english: WordReader;
  german: WordReader;
  sourceLength: number;
  /** T, with room for the beginning. */
  targetLength: number;
}

/** @throws RangeError for a sentence that is longer than there is room */
export function translationBatch(
  sentences: readonly TranslatedSentence[],
  { english, german, sourceLength, targetLength }: TranslationBatchOptions,
): TranslationBatch {
  const batchSize = sentences.length;
  const source = new Int32Array(batchSize * sourceLength);
  const target = new Int32Array(batchSize * targetLength);
  const places: number[] = [];
  const words: number[] = [];
  sentences.forEach((sentence, row) => {
    const written = [START, ...sentence.german];
    if (sentence.english.length > sourceLength || written.length > targetLength) {
      throw new RangeError(
        `translationBatch: sentences must have at most ${sourceLength} and ${targetLength - 1} ` +
          `words, got ${sentence.english.length} and ${sentence.german.length} in pair ${row}`,
      );
    }
    sentence.english.forEach((word, t) => (source[row * sourceLength + t] = english.idOf(word)));
    written.forEach((word, t) => {
      target[row * targetLength + t] = german.idOf(word);
      places.push(row * targetLength + t);
      words.push(german.idOf(written[t + 1] ?? END));
    });
  });
  const list = (ids: number[]): IdArray => ({ shape: [ids.length], data: Int32Array.from(ids) });
  return {
    source: { shape: [batchSize, sourceLength], data: source },
    target: { shape: [batchSize, targetLength], data: target },
    ...{ places: list(places), words: list(words) },
  };
}

/** The same without end, in a new order each epoch, for a trainer. */
export function translationBatches(
  sentences: readonly TranslatedSentence[],
  { batchSize, rng, ...options }: TranslationBatchOptions & { batchSize: number; rng: Rng },
): BatchStream<TranslationBatch> {
  const rows = shuffledBatches(sentences, { batchSize, rng: rng.fork("order"), dropLast: true });
  const toBatch = (batch: readonly TranslatedSentence[]) => translationBatch(batch, options);
  const { sourceLength, targetLength } = options;
  return mapBatches(rows, toBatch, {
    rng,
    name: `translationBatches ${sourceLength} ${targetLength}`,
  });
}
