/**
 * The sizes of a cross-encoder: those of its BERT, and how many answers its head gives.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import type { BertConfig } from "../bert/config";

export interface CrossEncoderConfig {
  readonly bert: BertConfig;
  /** C: 1 for a score, more for classes. */
  readonly numLabels: number;
  /** Most tokens of a pair, with [CLS] and both [SEP]; of a longer one the longer text is cut. */
  readonly maxSequenceLength: number;
}
