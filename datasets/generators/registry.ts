/** All data sets of the lab: what each is called, who makes it, and into which files it goes. */
import type { Rng } from "../../src/core/rng";
import type { ManifestEntry } from "../../src/data/manifest";
import { generateCorpus } from "./corpus/generate";
import { generateTopics } from "./topics/generate";
import { generateInference } from "./sentences/nli";
import { generateQuestionPairs } from "./sentences/questions";
import { generateReviews } from "./sentences/sentiment";
import type { Splits } from "./sentences/splits";
import { generateScoredPairs } from "./sentences/sts";
import { generateTriplets } from "./sentences/triplets";
import { townFiles as townAsFiles } from "./town/files";
import { generateTown, type Town } from "./town/generate";
import { analogyRows } from "./words/analogies";
import { homonymRows } from "./words/homonyms";
import { senseWordRows } from "./words/sense-words";
import { wordPairRows } from "./words/similarity";
import { wordCounts } from "./word-counts";

/** Everything random in the data sets comes from this number. */
export const SEED = 20240601;

export interface GeneratedFile {
  path: string;
  /** A line of JSON each, unless there is other content. */
  rows: readonly object[];
  /** The rows in another form, such as a page. */
  content?: string | Uint8Array;
  compression?: "gzip";
}

export type GeneratedDataset = Omit<ManifestEntry, "files"> & { files: GeneratedFile[] };

const SHARED = { version: "1.0.0", licence: "MIT" };

export function buildAll(rng: Rng): GeneratedDataset[] {
  const topics = generateTopics(rng.fork("topics"));
  const corpus = generateCorpus(rng.fork("corpus"));
  const town = generateTown(rng.fork("town"));
  const counts = wordCounts(corpus.flatMap(({ sentences }) => sentences));
  return [
    {
      name: "topics",
      title: "Short documents on six topics",
      ...SHARED,
      generator: "datasets/generators/topics/generate.ts",
      files: [
        { path: "topics/train.jsonl", rows: topics.train },
        { path: "topics/test.jsonl", rows: topics.test },
      ],
    },
    {
      name: "corpus",
      title: "A million words of simple English in short documents",
      ...SHARED,
      generator: "datasets/generators/corpus/generate.ts",
      files: [
        {
          path: "corpus/corpus.jsonl.gz",
          rows: corpus,
          compression: "gzip",
        },
      ],
    },
    {
      name: "analogies",
      title: "Word analogies in eight categories",
      ...SHARED,
      version: "2.0.0",
      generator: "datasets/generators/words/analogies.ts",
      files: [
        { path: "analogies/analogies.jsonl", rows: analogyRows(counts, rng.fork("analogies")) },
      ],
    },
    {
      name: "word-similarity",
      title: "Pairs of words with a similarity from 0 to 10",
      ...SHARED,
      generator: "datasets/generators/words/similarity.ts",
      files: [{ path: "word-similarity/word-similarity.jsonl", rows: wordPairRows() }],
    },
    {
      name: "homonyms",
      title: "Eight homonyms in sentences of either sense",
      ...SHARED,
      generator: "datasets/generators/words/homonyms.ts",
      files: [{ path: "homonyms/homonyms.jsonl", rows: homonymRows(rng.fork("homonyms")) }],
    },
    {
      name: "sense-words",
      title: "Other words of each sense of the eight homonyms",
      ...SHARED,
      generator: "datasets/generators/words/sense-words.ts",
      files: [{ path: "homonyms/sense-words.jsonl", rows: senseWordRows() }],
    },
    {
      name: "nli",
      title: "Pairs of sentences: entailment, neutral or contradiction",
      ...SHARED,
      generator: "datasets/generators/sentences/nli.ts",
      files: splitFiles("nli", generateInference(rng.fork("nli"))),
    },
    {
      name: "sts",
      title: "Pairs of sentences with a similarity from 0 to 5",
      ...SHARED,
      generator: "datasets/generators/sentences/sts.ts",
      files: splitFiles("sts", generateScoredPairs(rng.fork("sts"))),
    },
    {
      name: "triplets",
      title: "A sentence, one that means the same, and one that only looks alike",
      ...SHARED,
      generator: "datasets/generators/sentences/triplets.ts",
      files: splitFiles("triplets", generateTriplets(rng.fork("triplets"))),
    },
    {
      name: "pairs",
      title: "Pairs of questions that ask the same or do not",
      ...SHARED,
      generator: "datasets/generators/sentences/questions.ts",
      files: splitFiles("pairs", generateQuestionPairs(rng.fork("pairs"))),
    },
    {
      name: "sentiment",
      title: "Short reviews, positive or negative",
      ...SHARED,
      generator: "datasets/generators/sentences/sentiment.ts",
      files: splitFiles("sentiment", generateReviews(rng.fork("sentiment"))),
    },
    {
      name: "town",
      title: "An encyclopedia of an invented town, with questions",
      ...SHARED,
      generator: "datasets/generators/town/generate.ts",
      files: townFiles(town),
    },
    {
      name: "town-files",
      title: "The town as a folder of text, Markdown, HTML and PDF files",
      ...SHARED,
      generator: "datasets/generators/town/files.ts",
      files: townAsFiles(town.passages).map(({ name, content, passages }) => {
        return { path: `town-files/${name}`, rows: passages, content };
      }),
    },
  ];
}

/** Of the four files only the training split is large enough to be compressed. */
function splitFiles(folder: string, { train, dev, test, hand }: Splits<object>): GeneratedFile[] {
  return [
    { path: `${folder}/train.jsonl.gz`, rows: train, compression: "gzip" },
    { path: `${folder}/dev.jsonl`, rows: dev },
    { path: `${folder}/test.jsonl`, rows: test },
    { path: `${folder}/hand.jsonl`, rows: hand },
  ];
}

function townFiles({ passages, questions, unanswerable, facts }: Town): GeneratedFile[] {
  return [
    { path: "town/passages.jsonl", rows: passages },
    { path: "town/train.jsonl", rows: questions.train },
    { path: "town/dev.jsonl", rows: questions.dev },
    { path: "town/test.jsonl", rows: questions.test },
    { path: "town/unanswerable.jsonl", rows: unanswerable },
    { path: "town/facts.jsonl", rows: facts },
  ];
}
