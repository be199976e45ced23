/**
 * A part of the documents that training never sees. What a model does there is what it has learned;
 * what it does elsewhere may be memory.
 *
 * Whole documents are held out, not sentences: the sentences around one tell much about it.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertBetween } from "../core/check";
import type { Rng } from "../core/rng";

export interface DocumentSplit<Document> {
  training: Document[];
  heldOut: Document[];
}

/**
 * The same seed holds the same documents out, so a lesson can test a shipped model on text that
 * its training didn't have.
 *
 * @param heldOutShare from 0 to 1, rounded to whole documents
 */
export function holdOutDocuments<Document>(
  documents: readonly Document[],
  { heldOutShare, rng }: { heldOutShare: number; rng: Rng },
): DocumentSplit<Document> {
  assertBetween("holdOutDocuments", { heldOutShare }, 0, 1);
  const shuffled = rng.fork("held-out documents").shuffle(documents);
  const split = Math.round(shuffled.length * heldOutShare);
  return { heldOut: shuffled.slice(0, split), training: shuffled.slice(split) };
}
