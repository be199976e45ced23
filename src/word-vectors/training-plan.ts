/**
 * Everything that is decided before training starts: the text, what is drawn how often, how fast to
 * learn when. The readable trainer and the fast one follow the same plan.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import type { HuffmanPath } from "./huffman";
import type { AliasTable } from "./negative-sampling";
import type { StreamSeed } from "./random-stream";
import type { EncodedText } from "./vocabulary";

/** Which word is fed in, and which is predicted. */
export type Architecture = "skip-gram" | "cbow";

/** How a prediction is judged. */
export type Objective = "negative-sampling" | "hierarchical-softmax" | "full-softmax";

export interface TrainingPlan {
  architecture: Architecture;
  objective: Objective;
  /** Numbers per row, D. */
  vectorSize: number;
  /** Largest number of words taken on each side. */
  window: number;
  /** Random words per prediction; 0 with other objectives than negative sampling. */
  negative: number;
  /** Whether several input rows are averaged, or summed. */
  mean: boolean;
  learningRate: number;
  minLearningRate: number;
  epochs: number;
  workers: number;
  text: EncodedText;
  /** [V] of 2^32: an occurrence stays if a draw is below; 2^32 - 1 stays always, without a draw. */
  keepThresholds: Uint32Array;
  noise: AliasTable;
  /** One for each word, for hierarchical softmax. */
  paths: HuffmanPath[] | undefined;
  inputs: InputRows;
  /** Draws the starting weights of the input rows, row after row; output rows start at 0. */
  drawInitialWeights(): () => number;
  /** One for each worker. */
  seeds: readonly StreamSeed[];
}

/** Which rows of the input table make up each word: its own, and in fastText its n-grams'. */
export interface InputRows {
  numRows: number;
  /** Undefined: word w is row w and nothing else. */
  subwords?: {
    /** [V + 1] where each word's rows begin in `rows`. */
    offsets: Uint32Array;
    rows: Uint32Array;
  };
}

/** The rows that word is made of; a row may come twice. */
export function rowsOfWord({ subwords }: InputRows, word: number): number[] {
  if (!subwords) return [word];
  return [...subwords.rows.subarray(subwords.offsets[word]!, subwords.offsets[word + 1]!)];
}

/** Rows of the output table: one for each word, or for each inner node of the tree. */
export function numOutputRows({ objective, text }: TrainingPlan): number {
  return objective === "hierarchical-softmax" ? text.vocabulary.size - 1 : text.vocabulary.size;
}

/** Falls in a straight line from the first to the last word. */
export function learningRateAt(plan: TrainingPlan, wordsBefore: number): number {
  const { learningRate, minLearningRate, text, epochs } = plan;
  const share = wordsBefore / (text.words.length * epochs);
  return learningRate - (learningRate - minLearningRate) * share;
}
