/**
 * The two sides of a dual encoder, and the names of their weights.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import type { NamedParameters } from "../bert/parameters";
import type * as tf from "../core/tf";
import type { SentenceEncoder } from "../sentence-encoder/sentence-encoder";

export type Side = "question" | "answer";

/** One encoder for each side, or the same for both. */
export type Towers = Readonly<Record<Side, SentenceEncoder>>;

/** The weights whose names begin with "prefix.", without it. */
export function weightsBelow(prefix: string, weights: NamedParameters): Record<string, tf.Tensor> {
  const start = `${prefix}.`;
  const found = Object.entries(weights).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(found.map(([name, tensor]) => [name.slice(start.length), tensor]));
}
