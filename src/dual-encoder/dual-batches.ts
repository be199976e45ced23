/**
 * Batches for a dual encoder: questions with their answers, no text twice in a batch.
 *
 * Two questions with the same passage in one batch would push each other's answer away, so a batch
 * holds each text once, hard negatives included.
 *
 * An answer is several times as long as a question. Where an answer has several questions, a row
 * may hold some of them: the answer is read once, and each question learns from it.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertInteger, assertStrings } from "../core/check";
import type { Rng } from "../core/rng";
import { mapBatches, type BatchStream } from "../data/batch-stream";
import { distinctBatches } from "../data/distinct-batches";
import type { HostArray } from "../engine/host-array";
import { padRows } from "../tokenizers/token-rows";
import type { Batch } from "../training/stepper";
import type { Side, Towers } from "./towers";

export interface DualPair {
  /** Or several that have this answer. All rows have as many. */
  question: string | readonly string[];
  /** The passage that answers it. */
  answer: string;
  /** Passages that look as if they did. All rows have as many. Default none. */
  negatives?: readonly string[];
}

export interface DualBatchOptions {
  /** Questions per batch, at least 2. */
  batchSize: number;
  /** Fixes the order of every epoch. */
  rng: Rng;
}

/**
 * @param encoder whose towers read the texts
 * @returns a stream for a Trainer; the same number gives the same batch
 */
export function dualBatches(
  pairs: readonly DualPair[],
  { towers }: { readonly towers: Towers },
  { batchSize, rng }: DualBatchOptions,
): BatchStream<Batch> {
  assertInteger("dualBatches", { batchSize }, { min: 2 });
  const textsOf = (pair: DualPair) => [
    ...questionsOf(pair),
    pair.answer,
    ...(pair.negatives ?? []),
  ];
  pairs.forEach((pair, row) => assertStrings("dualBatches", `row ${row}`, textsOf(pair)));
  const numNegatives = evenCount(pairs, "negatives", ({ negatives = [] }) => negatives.length);
  const numQuestions = evenCount(pairs, "questions", (pair) => questionsOf(pair).length);
  const feeds = (side: Side, name: string, texts: readonly string[]): Batch => {
    const { padTokenId } = towers[side].config.bert;
    const { inputIds, attentionMask } = padRows(towers[side].rowsOf(texts), padTokenId);
    return { [`${name}Ids`]: inputIds, [`${name}Mask`]: attentionMask };
  };
  const encode = (rows: DualPair[]): Batch => {
    const questions = rows.flatMap(questionsOf);
    const answers = rows.map(({ answer }) => answer);
    const negatives = rows.flatMap((row) => row.negatives ?? []);
    const asked = feeds("question", "question", questions);
    return {
      ...(numQuestions === 1 ? asked : byRow(asked, rows.length)),
      ...feeds("answer", "answer", answers),
      ...(numNegatives > 0 && feeds("answer", "negative", negatives)),
    };
  };
  const name = `dualBatches ${JSON.stringify({ batchSize, numNegatives, numQuestions })}`;
  return mapBatches(distinctBatches(pairs, { batchSize, textsOf, rng }), encode, { rng, name });
}

export function questionsOf({ question }: DualPair): readonly string[] {
  return typeof question === "string" ? [question] : question;
}

/** How many each row has: one number for all. */
function evenCount(
  pairs: readonly DualPair[],
  what: string,
  countOf: (pair: DualPair) => number,
): number {
  const count = pairs[0] === undefined ? 0 : countOf(pairs[0]);
  pairs.forEach((pair, row) => {
    if (countOf(pair) === count) return;
    throw new RangeError(
      `dualBatches: every row must have ${count} ${what}, as the first,` +
        ` got ${countOf(pair)} in row ${row}`,
    );
  });
  return count;
}

/** [B · K, Q] as [B, K, Q]. */
function byRow(feeds: Batch, numRows: number): Batch {
  const entries = Object.entries(feeds).map(([name, feed]) => {
    const { shape, data } = feed as HostArray;
    return [name, { shape: [numRows, shape[0]! / numRows, shape[1]!], data }] as const;
  });
  return Object.fromEntries(entries);
}
