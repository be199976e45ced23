/**
 * Reads topics of the corpus from their text form:
 *
 *   # birds | 5 | h=name b=bird | acting        name, weight, cast, shared sentences
 *   > A {b.look} {b} lived near the {b.home}.   an opening
 *   The {b} spread its wings.                   any other sentence
 */
import { logicalLines } from "../lexicon";

export interface CorpusTopic {
  name: string;
  /** Share of the documents, relative to the other topics. */
  weight: number;
  /** Who and what a document is about: drawn once, and then the same in all its sentences. */
  cast: { bind: string; lexicon: string }[];
  /** Names of the shared lists of sentences that fit in. */
  shared: string[];
  openings: string[];
  sentences: string[];
}

export function readTopics(text: string): CorpusTopic[] {
  const topics: CorpusTopic[] = [];
  for (const line of logicalLines(text)) {
    if (line.startsWith("#")) topics.push(readHeading(line));
    else if (topics.length === 0) throw new Error(`readTopics: a sentence before a topic: ${line}`);
    else if (line.startsWith(">")) topics.at(-1)!.openings.push(line.slice(1).trim());
    else topics.at(-1)!.sentences.push(line);
  }
  return topics;
}

function readHeading(line: string): CorpusTopic {
  const [name, weight = "0", cast = "", shared = ""] = line
    .slice(1)
    .split("|")
    .map((part) => part.trim());
  return {
    name: name!,
    weight: Number(weight),
    cast: words(cast).map((pair) => {
      const [bind, lexicon] = pair.split("=");
      return { bind: bind!, lexicon: lexicon! };
    }),
    shared: words(shared),
    openings: [],
    sentences: [],
  };
}

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}
