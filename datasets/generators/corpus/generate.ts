/**
 * The corpus: about a million words of simple English in short documents, the training text of the
 * course.
 *
 * A document keeps to one topic, one person, one animal or country, so that its sentences belong
 * together (next sentence prediction needs that); and every word has company of its own (see
 * lexicon.ts), so that word vectors have something to learn.
 */
import type { Rng } from "../../../src/core/rng";
import { Grammar, type Scope } from "../grammar";
import { corpusLexicons } from "./lexicons";
import { readTopics, type CorpusTopic } from "./read-topics";
import { CRAFTS } from "./topics/crafts";
import { DAILY_LIFE } from "./topics/daily-life";
import { NATURE } from "./topics/nature";
import { SHARED } from "./topics/shared";
import { SOCIETY } from "./topics/society";

export interface CorpusRow {
  topic: string;
  sentences: string[];
}

export interface CorpusOptions {
  /** Documents are added until there are this many words. Default 1,000,000. */
  numWords?: number;
}

/** The same sentence stands at most this often in the whole corpus. */
const MAX_REPEATS = 1;

/** Of the sentences after the opening, the share that comes from the shared lists. */
const SHARED_SHARE = 0.5;

/**
 * Sentences that get a frame ("As Anna knew, …"): a few for variety, and most of those without a
 * slot, which would otherwise be the same each time.
 */
const FRAMED_SHARE = 0.12;
const FRAMED_SHARE_WITHOUT_SLOTS = 0.9;

export function generateCorpus(rng: Rng, { numWords = 1_000_000 }: CorpusOptions = {}) {
  const grammar = new Grammar(corpusLexicons());
  const topics = [NATURE, SOCIETY, CRAFTS, DAILY_LIFE].flatMap(readTopics);
  const shared = new Map(readTopics(SHARED).map(({ name, sentences }) => [name, sentences]));
  const bag = topics.flatMap((topic) => Array.from({ length: topic.weight }, () => topic));
  const timesSeen = new Map<string, number>();
  const documents: CorpusRow[] = [];
  for (let words = 0; words < numWords;) {
    const topic = rng.pick(bag);
    const sentences = writeDocument(topic, { grammar, shared, timesSeen, rng });
    for (const sentence of sentences) words += sentence.split(" ").length;
    documents.push({ topic: topic.name, sentences });
  }
  return documents;
}

interface Workshop {
  grammar: Grammar;
  shared: ReadonlyMap<string, readonly string[]>;
  timesSeen: Map<string, number>;
  rng: Rng;
}

function writeDocument(topic: CorpusTopic, { grammar, shared, timesSeen, rng }: Workshop) {
  const scope: Scope = new Map();
  for (const { bind, lexicon } of topic.cast) {
    scope.set(bind, grammar.draw(lexicon, rng, [...scope.values()]));
  }
  // Topics whose cast lacks the people of the shared sentences get them all the same.
  for (const bind of ["h", "f"]) {
    if (!scope.has(bind)) scope.set(bind, grammar.draw("name", rng, [...scope.values()]));
  }
  const frames = shared.get("frames")!;
  const own = rng.shuffle(topic.sentences);
  const others = topic.shared.map((name) => rng.shuffle(shared.get(name) ?? []));
  const length = 6 + rng.integer(8);
  const sentences: string[] = [];
  let template: string | undefined = rng.pick(topic.openings);
  while (template !== undefined && sentences.length < length) {
    // A copy: what one sentence remembers is forgotten before the next, the cast is not.
    const share = template.includes("{") ? FRAMED_SHARE : FRAMED_SHARE_WITHOUT_SLOTS;
    const framed = rng.uniform() < share ? frame(template, rng.pick(frames)) : template;
    const sentence = grammar.expand(framed, rng, new Map(scope));
    const seen = timesSeen.get(sentence) ?? 0;
    if (seen < MAX_REPEATS) {
      timesSeen.set(sentence, seen + 1);
      sentences.push(sentence);
    }
    const fromShared = others.length > 0 && rng.uniform() < SHARED_SHARE;
    template = (fromShared ? rng.pick(others) : own).pop();
  }
  return sentences;
}

/** Puts a sentence into a frame, where its first word loses the capital unless it is a name. */
function frame(template: string, around: string): string {
  const isWhole = /^["@{]|[?!]|"/.test(template) && !template.startsWith("@a ");
  if (isWhole || !around.includes("*")) return template;
  const inner = template.startsWith("@")
    ? template
    : template[0]!.toLowerCase() + template.slice(1);
  // In a quotation the final stop stands inside the quotation marks, as it does here already.
  return around.replace("*", () => inner);
}
