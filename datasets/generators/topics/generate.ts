/**
 * The topics data set: short documents with a topic, a title and one to four sentences.
 *
 * Test documents share neither templates nor slot words with training documents, and a share of
 * both splits is written by hand. Lesson: notebooks/01-bag-of-words.ipynb
 */
import type { Rng } from "../../../src/core/rng";
import { Grammar, sample, type Scope } from "../grammar";
import { logicalLines, parseLexicon } from "../lexicon";
import { HAND_WRITTEN_TEST } from "./by-hand-test";
import { HAND_WRITTEN_TRAIN } from "./by-hand-train";
import { TEST_TEMPLATES } from "./test-templates";
import { TRAIN_TEMPLATES } from "./train-templates";

export const TOPICS = ["space", "cooking", "football", "music", "medicine", "finance"] as const;
export type TopicName = (typeof TOPICS)[number];

export interface TopicTemplate {
  /** A line per slot: "name: word, word". */
  words: string;
  titles: string;
  openers: string;
  bodies: string;
}

export type TopicTemplates = Record<TopicName, TopicTemplate>;

export interface TopicRow {
  id: string;
  topic: TopicName;
  title: string;
  text: string;
  source: "hand" | "generated";
}

/** Slots that are drawn anew for each sentence. */
const NUMBERS = new Set(["count", "amount", "period", "minute"]);

const GENERATED_PER_TOPIC = { train: 40, test: 16 };

export function generateTopics(rng: Rng): { train: TopicRow[]; test: TopicRow[] } {
  return {
    train: buildSplit("train", TRAIN_TEMPLATES, HAND_WRITTEN_TRAIN, rng.fork("topics/train")),
    test: buildSplit("test", TEST_TEMPLATES, HAND_WRITTEN_TEST, rng.fork("topics/test")),
  };
}

/** Reads "topic | title" blocks; a topic that is not one of the six is refused. */
export function parseHandWritten(blocks: string): Omit<TopicRow, "id">[] {
  return blocks
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const [heading, ...lines] = block.trim().split("\n");
      const [topic, title] = heading!.split("|").map((part) => part.trim());
      if (!isTopic(topic) || !title || lines.length === 0) {
        throw new Error(`parseHandWritten: not a document: ${heading}`);
      }
      return { topic, title, text: lines.join(" "), source: "hand" as const };
    });
}

function isTopic(name: string | undefined): name is TopicName {
  return TOPICS.some((topic) => topic === name);
}

function buildSplit(
  split: "train" | "test",
  templates: TopicTemplates,
  handWritten: string,
  rng: Rng,
): TopicRow[] {
  const rows: Omit<TopicRow, "id">[] = parseHandWritten(handWritten);
  for (const topic of TOPICS) {
    rows.push(...generateTopic(topic, templates[topic], GENERATED_PER_TOPIC[split], rng));
  }
  // Mixed, so that a learner who takes the first twenty rows sees every topic.
  return rng
    .shuffle(rows)
    .map((row, i) => ({ id: `${split}-${String(i + 1).padStart(3, "0")}`, ...row }));
}

function generateTopic(topic: TopicName, template: TopicTemplate, count: number, rng: Rng) {
  const lexicons = logicalLines(template.words).map((line) => {
    const [name, words] = line.split(":");
    return parseLexicon(name!.trim(), words!.replace(/, */g, "\n").trim(), { steepness: 0 });
  });
  const grammar = new Grammar(lexicons);
  // A document keeps to one planet, one dish, one patient; numbers may change.
  const subjects = lexicons.map(({ name }) => name).filter((name) => !NUMBERS.has(name));
  const titles = logicalLines(template.titles);
  const openers = logicalLines(template.openers);
  const bodies = logicalLines(template.bodies);
  const rows: Omit<TopicRow, "id">[] = [];
  const seen = new Set<string>();
  for (let i = 0; rows.length < count; i++) {
    if (i > 50 * count) throw new Error(`generateTopic: too few different texts for ${topic}`);
    const scope: Scope = new Map();
    for (const name of subjects) scope.set(name, grammar.draw(name, rng));
    const sentences = [rng.pick(openers), ...sample(bodies, rng.integer(4), rng)].map((line) =>
      grammar.expand(line, rng, scope),
    );
    // No sentence twice in the whole split: a repeated one would be a free answer.
    if (sentences.some((sentence) => seen.has(sentence))) continue;
    for (const sentence of sentences) seen.add(sentence);
    const title = grammar.expand(rng.pick(titles), rng, scope);
    rows.push({ topic, title, text: sentences.join(" "), source: "generated" });
  }
  return rows;
}
