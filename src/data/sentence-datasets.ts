/**
 * Readers of the data sets of sentences: which files, and what each row must hold.
 *
 * All have the same four splits. Dev and test are held out: other words and other frames than
 * train. "hand" was written by hand, is harder, and is reported apart; never train on it.
 */
import { booleanField, choiceField, numberField, stringField, type JsonObject } from "./json-lines";
import type {
  InferencePair,
  QuestionPair,
  Review,
  ScoredPair,
  Sourced,
  Splits,
  Triplet,
} from "./types";

/** The labels of inference pairs; a label's number for a classifier is its place here. */
export const INFERENCE_LABELS = ["entailment", "neutral", "contradiction"] as const;

const SOURCES = ["hand", "generated"] as const;

export type ReadRows = <Row>(
  fileName: string,
  readRow: (object: JsonObject) => Row,
) => Promise<Row[]>;

/** Reads the four splits in a data set's folder. */
export async function readSplits<Row>(
  read: ReadRows,
  name: string,
  readRow: (row: JsonObject) => Row,
): Promise<Splits<Row>> {
  const [train, dev, test, hand] = await Promise.all(
    ["train.jsonl.gz", "dev.jsonl", "test.jsonl", "hand.jsonl"].map((file) =>
      read(`${name}/${file}`, readRow),
    ),
  );
  return { train: train!, dev: dev!, test: test!, hand: hand! };
}

export function readInferencePair(row: JsonObject): Sourced<InferencePair> {
  return {
    id: stringField(row, "id"),
    premise: stringField(row, "premise"),
    hypothesis: stringField(row, "hypothesis"),
    label: choiceField(row, "label", INFERENCE_LABELS),
    source: choiceField(row, "source", SOURCES),
  };
}

export function readScoredPair(row: JsonObject): Sourced<ScoredPair> {
  return {
    sentence1: stringField(row, "sentence1"),
    sentence2: stringField(row, "sentence2"),
    score: numberField(row, "score", 0, 5),
    source: choiceField(row, "source", SOURCES),
  };
}

export function readTriplet(row: JsonObject): Sourced<Triplet> {
  return {
    id: stringField(row, "id"),
    anchor: stringField(row, "anchor"),
    positive: stringField(row, "positive"),
    negative: stringField(row, "negative"),
    source: choiceField(row, "source", SOURCES),
  };
}

export function readQuestionPair(row: JsonObject): Sourced<QuestionPair> {
  return {
    id: stringField(row, "id"),
    question1: stringField(row, "question1"),
    question2: stringField(row, "question2"),
    isDuplicate: booleanField(row, "isDuplicate"),
    source: choiceField(row, "source", SOURCES),
  };
}

export function readReview(row: JsonObject): Sourced<Review> {
  return {
    id: stringField(row, "id"),
    text: stringField(row, "text"),
    label: choiceField(row, "label", ["positive", "negative"]),
    topic: stringField(row, "topic"),
    source: choiceField(row, "source", SOURCES),
  };
}
