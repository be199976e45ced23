/**
 * Batches for a dual encoder: questions with their answers, no text twice in a batch.
 *
 * Two questions with the same passage in one batch would push each other's answer away, so a batch
 * holds each text once, hard negatives included.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertInteger, assertStrings } from "../core/check";
import type { Rng } from "../core/rng";
import { mapBatches, type BatchStream } from "../data/batch-stream";
import { distinctBatches } from "../data/distinct-batches";
import { padRows } from "../tokenizers/token-rows";
import type { Batch } from "../training/stepper";
import type { Side, Towers } from "./towers";

export interface DualPair {
  question: string;
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
  const numNegatives = pairs[0]?.negatives?.length ?? 0;
  const textsOf = ({ question, answer, negatives = [] }: DualPair) => [
    ...[question, answer],
    ...negatives,
  ];
  pairs.forEach((pair, row) => {
    assertStrings("dualBatches", `row ${row}`, textsOf(pair));
    const count = pair.negatives?.length ?? 0;
    if (count === numNegatives) return;
    throw new RangeError(
      `dualBatches: every row must have ${numNegatives} negatives, as the first,` +
        ` got ${count} in row ${row}`,
    );
  });
  const feeds = (side: Side, name: string, texts: readonly string[]): Batch => {
    const { padTokenId } = towers[side].config.bert;
    const { inputIds, attentionMask } = padRows(towers[side].rowsOf(texts), padTokenId);
    return { [`${name}Ids`]: inputIds, [`${name}Mask`]: attentionMask };
  };
  const encode = (rows: DualPair[]): Batch => {
    const questions = rows.map(({ question }) => question);
    const answers = rows.map(({ answer }) => answer);
    const negatives = rows.flatMap((row) => row.negatives ?? []);
    return {
      ...feeds("question", "question", questions),
      ...feeds("answer", "answer", answers),
      ...(numNegatives > 0 && feeds("answer", "negative", negatives)),
    };
  };
  const name = `dualBatches ${JSON.stringify({ batchSize, numNegatives })}`;
  return mapBatches(distinctBatches(pairs, { batchSize, textsOf, rng }), encode, { rng, name });
}
