/**
 * Public data sets that learners meet next: where they are, what may be done with them, and readers
 * of their real formats. Nothing of them is part of this repository.
 *
 *   const pairs = await loadSnli({ split: "dev", limit: 1000 });
 *
 * The first call downloads (see download.ts); later ones read the cache. A file that you have
 * already can be given instead with `file`.
 */
import { assertInteger, inWords } from "../core/check";
import { namedFields, readDelimited } from "./delimited";
import { download, type DownloadOptions } from "./download";
import {
  choiceField,
  guardRow,
  parseJson,
  readJsonLine,
  RowError,
  stringField,
} from "./json-lines";
import { readBytes, readLines } from "./lines";
import { PUBLIC_DATASETS, type PublicDatasetName } from "./public-catalogue";
import type { InferencePair, QuestionAnswer, QuestionPair, RowOptions, ScoredPair } from "./types";

export interface PublicOptions extends DownloadOptions, RowOptions {
  /** Read this file instead of downloading one. */
  file?: string;
  /** Stop after this many rows. Default: all. */
  limit?: number;
}

export interface SplitOptions<Split extends string> extends PublicOptions {
  split: Split;
}

const LABELS = ["entailment", "neutral", "contradiction"] as const;

/** Bowman et al. 2015. Pairs on which the annotators did not agree (label "-") are left out. */
export function loadSnli(options: SplitOptions<"train" | "dev" | "test">) {
  return loadInference("snli", `snli_1.0_${options.split}.jsonl`, options);
}

/** Williams et al. 2018. Dev sets: the genres of training (matched) and others (mismatched). */
export function loadMultiNli(options: SplitOptions<"train" | "dev_matched" | "dev_mismatched">) {
  return loadInference("multinli", `multinli_1.0_${options.split}.jsonl`, options);
}

/** Cer et al. 2017, in the tab-separated form with a header and a column "split". */
export async function loadStsBenchmark(
  options: SplitOptions<"train" | "dev" | "test">,
): Promise<ScoredPair[]> {
  const table = await openTable("sts-benchmark", options, false);
  return collect(table, options, (row) => {
    if (row["split"] !== options.split) return undefined;
    const score = Number(row["score"]);
    if (!row["score"] || !(score >= 0 && score <= 5)) {
      throw new RowError(`"score" must be a number from 0 to 5, got "${row["score"]}"`);
    }
    const sentence1 = stringField(row, "sentence1");
    return { sentence1, sentence2: stringField(row, "sentence2"), score };
  });
}

/** Quora's question pairs (2017). A few questions are empty: pass over them with `onBadRow`. */
export async function loadQuoraPairs(options: PublicOptions = {}): Promise<QuestionPair[]> {
  const table = await openTable("quora", options, true);
  return collect(table, options, (row) => ({
    id: stringField(row, "id"),
    question1: stringField(row, "question1"),
    question2: stringField(row, "question2"),
    isDuplicate: choiceField(row, "is_duplicate", ["0", "1"]) === "1",
  }));
}

/**
 * Questions with a passage that answers each (Kwiatkowski et al. 2019), in the form of
 * sentence-transformers' training data: a line is the list ["question", "passage"].
 */
export async function loadNaturalQuestions(options: PublicOptions = {}): Promise<QuestionAnswer[]> {
  const { file, name } = await locate("natural-questions", options);
  const limit = limitOf(options);
  const rows: QuestionAnswer[] = [];
  for await (const { line, text } of readLines(readBytes(file))) {
    if (text.trim() === "") continue;
    const where = { file: name, line, onBadRow: options.onBadRow };
    const row = guardRow(where, () => readQuestionAnswer(parseJson(text)));
    if (row && rows.push(row) >= limit) break;
  }
  return rows;
}

/** Mahoney's text8 (2006): 17 million words of Wikipedia, lower case, one space between them. */
export async function loadText8(options: PublicOptions = {}): Promise<string[]> {
  const { file } = await locate("text8", options);
  const limit = limitOf(options);
  const words: string[] = [];
  const bytes = readBytes(file, file.endsWith(".zip") ? "text8" : undefined);
  let rest = "";
  for await (const chunk of bytes) {
    const parts = (rest + Buffer.from(chunk).toString("latin1")).split(" ");
    rest = parts.pop()!;
    for (const part of parts) if (part !== "" && words.length < limit) words.push(part);
    if (words.length >= limit) return words;
  }
  if (rest.trim() !== "") words.push(rest.trim());
  return words;
}

async function loadInference(
  dataset: "snli" | "multinli",
  entry: string,
  options: PublicOptions,
): Promise<InferencePair[]> {
  const { file } = await locate(dataset, options);
  const bytes = readBytes(file, file.endsWith(".zip") ? entry : undefined);
  const rows: InferencePair[] = [];
  for await (const numbered of readLines(bytes)) {
    const row = readJsonLine(
      numbered,
      (object) => {
        if (object["gold_label"] === "-") return undefined;
        return {
          id: stringField(object, "pairID"),
          premise: stringField(object, "sentence1"),
          hypothesis: stringField(object, "sentence2"),
          label: choiceField(object, "gold_label", LABELS),
        };
      },
      { ...options, file: entry },
    );
    if (row && rows.push(row) >= limitOf(options)) break;
  }
  return rows;
}

function readQuestionAnswer(pair: unknown): QuestionAnswer {
  const [question, answer] = Array.isArray(pair) ? (pair as unknown[]) : [];
  if (typeof question !== "string" || typeof answer !== "string" || !question || !answer) {
    throw new RowError(`must be a list of a question and an answer, got ${inWords(pair)}`);
  }
  return { question, answer };
}

interface Table {
  name: string;
  rows: ReturnType<typeof readDelimited>;
}

async function openTable(
  dataset: PublicDatasetName,
  options: PublicOptions,
  quotes: boolean,
): Promise<Table> {
  const { file, name } = await locate(dataset, options);
  return { name, rows: readDelimited(readLines(readBytes(file)), { quotes }) };
}

/** Rows under the names of the table's first line; a reader returns undefined to leave one out. */
async function collect<Row>(
  { name, rows }: Table,
  options: PublicOptions,
  readRow: (fields: Record<string, string>) => Row | undefined,
): Promise<Row[]> {
  const limit = limitOf(options);
  const collected: Row[] = [];
  let header: string[] | undefined;
  for await (const raw of rows) {
    if (!header) {
      header = raw.fields;
      continue;
    }
    const names = header;
    const row = guardRow({ file: name, line: raw.line, onBadRow: options.onBadRow }, () =>
      readRow(namedFields(names, raw)),
    );
    if (row !== undefined && collected.push(row) >= limit) break;
  }
  return collected;
}

async function locate(dataset: PublicDatasetName, options: PublicOptions) {
  const { url } = PUBLIC_DATASETS[dataset];
  const file = options.file ?? (await download(url, options));
  return { file, name: file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1) };
}

function limitOf({ limit = Infinity }: PublicOptions): number {
  if (limit !== Infinity) assertInteger("loading a public data set", { limit }, { min: 1 });
  return limit;
}
