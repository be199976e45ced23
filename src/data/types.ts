/**
 * The rows of the lab's own data sets and of the public ones, as the loaders hand them out.
 *
 * One shape per task, whatever the file it came from: a pair of sentences with a score looks the
 * same from our own files and from the STS benchmark.
 */

/** A short document with its topic. Lesson 01. */
export interface TopicDocument {
  id: string;
  topic: "space" | "cooking" | "football" | "music" | "medicine" | "finance";
  title: string;
  text: string;
  /** Documents written by hand are harder than generated ones: report their score apart. */
  source: "hand" | "generated";
}

/** Test documents share neither templates nor slot words with training documents. */
export interface TopicsDataset {
  train: TopicDocument[];
  test: TopicDocument[];
}

/** One document of the corpus: sentences that follow each other. */
export interface CorpusDocument {
  topic: string;
  sentences: string[];
}

/** The training text of the course, about a million words. */
export interface Corpus {
  documents: CorpusDocument[];
  /** All sentences of all documents, in order. */
  sentences: string[];
}

/** "a is to b as c is to d": man, king, woman, queen. */
export interface Analogy {
  category: string;
  a: string;
  b: string;
  c: string;
  d: string;
}

/** Two words and how alike their meanings are, from 0 (nothing in common) to 10 (the same). */
export interface WordPair {
  word1: string;
  word2: string;
  score: number;
}

/** A sentence with a word of two meanings in one of them. */
export interface HomonymSentence {
  id: string;
  word: string;
  sense: string;
  sentence: string;
  /** sentence.slice(start, end) is the homonym, or a form of it. */
  start: number;
  end: number;
  source: "hand" | "generated";
}

/** Other words of one sense of a homonym: for the bird "duck" swan, goose and heron. */
export interface SenseWords {
  /** The homonym. */
  word: string;
  sense: string;
  words: string[];
}

/** Does the hypothesis follow from the premise? SNLI, MultiNLI. */
export interface InferencePair {
  id: string;
  premise: string;
  hypothesis: string;
  label: "entailment" | "neutral" | "contradiction";
}

/** Two sentences and their similarity, from 0 to 5. STS benchmark. */
export interface ScoredPair {
  sentence1: string;
  sentence2: string;
  score: number;
}

/** Two questions: do they ask the same? Quora question pairs. */
export interface QuestionPair {
  id: string;
  question1: string;
  question2: string;
  isDuplicate: boolean;
}

/** A sentence, one that means the same, and one that does not although it looks alike. */
export interface Triplet {
  id: string;
  anchor: string;
  positive: string;
  negative: string;
}

/** A short review. Every topic has as many of either label. */
export interface Review {
  id: string;
  text: string;
  label: "positive" | "negative";
  topic: string;
}

/** A question and a passage that answers it. Natural Questions. */
export interface QuestionAnswer {
  question: string;
  answer: string;
}

/** A row of our own making. Those by hand are harder: report their score apart. */
export type Sourced<Row> = Row & { source: "hand" | "generated" };

/** A data set of sentences: dev and test have other words and other frames than train. */
export interface Splits<Row> {
  train: Row[];
  dev: Row[];
  test: Row[];
  /** Written by hand, and never to be trained on. */
  hand: Row[];
}

/** A passage of 60 to 150 words about one thing of the town. */
export interface TownPassage {
  /** Chapter and title: "inns/blue-heron". */
  id: string;
  chapter: string;
  title: string;
  text: string;
}

/** A question about the town and the passage in which its answer stands word for word. */
export interface TownQuestion {
  id: string;
  question: string;
  answer: string;
  passageId: string;
  /** By name; by name in other words; without any name; by several facts. */
  style: "direct" | "paraphrase" | "indirect" | "multi-fact";
  /** Written for the passage, or made from a frame; held-out frames are not used in training. */
  source: "hand" | "frame" | "held-out frame";
}

/** A question about the town that no passage answers. */
export interface UnansweredQuestion {
  id: string;
  question: string;
}

/** What the encyclopedia says of a thing ("Lantern Bridge", "year", "1709") and where. */
export interface TownFact {
  subject: string;
  relation: string;
  value: string;
  passageIds: string[];
}

/** The encyclopedia of an invented town. Splits are by passage; all passages are searched. */
export interface Town {
  passages: TownPassage[];
  train: TownQuestion[];
  dev: TownQuestion[];
  test: TownQuestion[];
  unanswerable: UnansweredQuestion[];
  facts: TownFact[];
}

/** A row that could not be read, and why. */
export interface BadRow {
  /** The file's name, as it should stand in a message. */
  file: string;
  /** Counted from 1, as editors do. */
  line: number;
  reason: string;
}

export interface RowOptions {
  /**
   * Called for each row that cannot be read, which is then left out. Default: the first such row
   * ends the reading with a RangeError that names file and line.
   */
  onBadRow?: (row: BadRow) => void;
}
