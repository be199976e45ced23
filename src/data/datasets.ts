/**
 * The lab's own data sets, read from `datasets/` with every checksum and every row verified.
 *
 *   const { train, test } = await loadDataset("topics");
 *   const { sentences } = await loadDataset("corpus");
 *
 * What they hold and how they were made: datasets/README.md.
 */
import { inWords } from "../core/check";
import {
  choiceField,
  numberField,
  parseJsonLines,
  RowError,
  stringField,
  stringListField,
  type JsonObject,
} from "./json-lines";
import { DATASETS_FOLDER, loadManifest, readVerified } from "./manifest";
import {
  readInferencePair,
  readQuestionPair,
  readReview,
  readScoredPair,
  readSplits,
  readTriplet,
  type ReadRows,
} from "./sentence-datasets";
import { readTown } from "./town-dataset";
import type {
  Analogy,
  Corpus,
  CorpusDocument,
  HomonymSentence,
  InferencePair,
  QuestionPair,
  Review,
  ScoredPair,
  SenseWords,
  Sourced,
  Splits,
  TopicDocument,
  TopicsDataset,
  Town,
  Triplet,
  WordPair,
} from "./types";

/** What `loadDataset` returns for each name. */
export interface Datasets {
  topics: TopicsDataset;
  corpus: Corpus;
  analogies: Analogy[];
  "word-similarity": WordPair[];
  homonyms: HomonymSentence[];
  "sense-words": SenseWords[];
  nli: Splits<Sourced<InferencePair>>;
  sts: Splits<Sourced<ScoredPair>>;
  triplets: Splits<Sourced<Triplet>>;
  pairs: Splits<Sourced<QuestionPair>>;
  sentiment: Splits<Sourced<Review>>;
  town: Town;
}

export type DatasetName = keyof Datasets;

export interface LoadDatasetOptions {
  /** Another folder with a manifest, for tests and for data sets of your own making. */
  folder?: string;
}

const TOPICS = ["space", "cooking", "football", "music", "medicine", "finance"] as const;
const SOURCES = ["hand", "generated"] as const;

const LOADERS: { [Name in DatasetName]: (read: ReadRows) => Promise<Datasets[Name]> } = {
  topics: async (read) => ({
    train: await read("topics/train.jsonl", readTopicDocument),
    test: await read("topics/test.jsonl", readTopicDocument),
  }),
  corpus: async (read) => {
    const documents = await read("corpus/corpus.jsonl.gz", readCorpusDocument);
    return { documents, sentences: documents.flatMap(({ sentences }) => sentences) };
  },
  analogies: (read) => read("analogies/analogies.jsonl", readAnalogy),
  "word-similarity": (read) => read("word-similarity/word-similarity.jsonl", readWordPair),
  homonyms: (read) => read("homonyms/homonyms.jsonl", readHomonymSentence),
  "sense-words": (read) => read("homonyms/sense-words.jsonl", readSenseWords),
  nli: (read) => readSplits(read, "nli", readInferencePair),
  sts: (read) => readSplits(read, "sts", readScoredPair),
  triplets: (read) => readSplits(read, "triplets", readTriplet),
  pairs: (read) => readSplits(read, "pairs", readQuestionPair),
  sentiment: (read) => readSplits(read, "sentiment", readReview),
  town: readTown,
};

/**
 * Reads a data set whole. A file that is missing, or differs from the manifest by one byte, is
 * named and refused; "npm run datasets" makes it again.
 *
 * @param name see `Datasets`
 */
export async function loadDataset<Name extends DatasetName>(
  name: Name,
  { folder = DATASETS_FOLDER }: LoadDatasetOptions = {},
): Promise<Datasets[Name]> {
  if (!Object.hasOwn(LOADERS, name)) {
    const names = Object.keys(LOADERS).join(", ");
    throw new RangeError(`loadDataset: name must be one of ${names}, got ${inWords(name)}`);
  }
  const manifest = await loadManifest(folder);
  return LOADERS[name](async (fileName, readRow) => {
    const file = manifest.datasets.flatMap(({ files }) => files).find((f) => f.path === fileName);
    if (!file) {
      throw new Error(
        `loadDataset: the manifest has no ${fileName}; run "npm run datasets" to make it again`,
      );
    }
    const text = await readVerified(file, folder);
    return parseJsonLines(text, readRow, { file: `datasets/${fileName}` });
  });
}

/** The training text of the course: the same as `loadDataset("corpus")`. */
export function loadCorpus(options: LoadDatasetOptions = {}): Promise<Corpus> {
  return loadDataset("corpus", options);
}

function readTopicDocument(row: JsonObject): TopicDocument {
  return {
    id: stringField(row, "id"),
    topic: choiceField(row, "topic", TOPICS),
    title: stringField(row, "title"),
    text: stringField(row, "text"),
    source: choiceField(row, "source", SOURCES),
  };
}

function readCorpusDocument(row: JsonObject): CorpusDocument {
  return { topic: stringField(row, "topic"), sentences: stringListField(row, "sentences") };
}

function readAnalogy(row: JsonObject): Analogy {
  return {
    category: stringField(row, "category"),
    a: stringField(row, "a"),
    b: stringField(row, "b"),
    c: stringField(row, "c"),
    d: stringField(row, "d"),
  };
}

function readWordPair(row: JsonObject): WordPair {
  return {
    word1: stringField(row, "word1"),
    word2: stringField(row, "word2"),
    score: numberField(row, "score", 0, 10),
  };
}

function readHomonymSentence(row: JsonObject): HomonymSentence {
  const sentence = stringField(row, "sentence");
  const start = numberField(row, "start", 0, sentence.length - 1);
  const end = numberField(row, "end", 1, sentence.length);
  const word = stringField(row, "word");
  // "ducked" and "banks" count: it is the stem that has two meanings.
  if (!sentence.slice(start, end).toLowerCase().startsWith(word)) {
    throw new RowError(
      `"start" and "end" must mark "${word}", they mark "${sentence.slice(start, end)}"`,
    );
  }
  return {
    id: stringField(row, "id"),
    word,
    sense: stringField(row, "sense"),
    sentence,
    start,
    end,
    source: choiceField(row, "source", SOURCES),
  };
}

function readSenseWords(row: JsonObject): SenseWords {
  return {
    word: stringField(row, "word"),
    sense: stringField(row, "sense"),
    words: stringListField(row, "words"),
  };
}
