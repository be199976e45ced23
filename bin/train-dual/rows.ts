/** Training rows from the town: passages with questions, real ones, carried over, and cut out. */
import type { Rng } from "../../src/core/rng";
import type { DualPair } from "../../src/dual-encoder/dual-batches";
import { inverseClozeQuestion } from "../../src/dual-encoder/inverse-cloze";
import type { Town, TownPassage } from "../../src/data/types";
import { carriedQuestions } from "./carried-questions";
import { passageNames, type PassageNames } from "./passage-names";

/** What an encoder reads of a passage. */
export function textOf({ title, text }: TownPassage): string {
  return `${title}. ${text}`;
}

export interface TownRow extends DualPair {
  passageId: string;
  /** Real ones first. */
  question: string[];
}

export interface RowOptions {
  numQuestions: number;
  numAsked: number;
  rng: Rng;
}

/** How often each training question stands in the rows: once whole, then with words left out. */
const ASKED_ROUNDS = 4;
/** How many other rows a passage has. With fewer they are learned by heart. */
const MADE_ROWS = 40;
/** How many batches hold training questions; the others hold questions made by machine. */
export const ASKED_SHARE = 0.4;
/** How many words are left out of a question, so that no single one of them decides. */
const WORD_DROPOUT = 0.2;
/** How often a cut-out question begins with a name; of these, how often with the title. */
const NAMED_SHARE = 0.6;
const TITLE_SHARE = 0.6;
/** How often a name is followed by a question about another passage. */
const ELSEWHERE_SHARE = 0.1;
/** A longer cut-out question would make all those of its batch longer. */
const MOST_WORDS = 14;

export interface TownRows {
  /** Training questions, filled up with questions cut out of the same passage. */
  asked: TownRow[];
  /**
   * Each passage of the town, with questions made by machine; those of dev and test, too, as text
   * alone: whoever builds a search has the text that is searched.
   */
  made: TownRow[];
}

/**
 * The two kinds must not share a batch. A real question would meet passages of the test as wrong
 * answers only, and they would learn to keep away from whatever sounds like a question.
 */
export function townRows(town: Town, { numQuestions, numAsked, rng }: RowOptions): TownRows {
  const { passages, train } = town;
  const questionsOf = new Map<string, string[]>();
  for (const { passageId, question } of train) {
    questionsOf.set(passageId, [...(questionsOf.get(passageId) ?? []), question]);
  }
  const carried = carriedQuestions(town);
  const names = passageNames(passages);
  const written = train.filter(({ source }) => source === "hand");
  const elsewhere = written.map(({ question }) => question.replace(/^[^,]*, /, ""));
  // What comes out as a question of dev or test by chance is not trained on.
  const held = new Set([...town.dev, ...town.test].map(({ question }) => question));
  const rows: TownRows = { asked: [], made: [] };
  for (const passage of passages) {
    const own = rng.fork(passage.id);
    const shortened = (question: string) => {
      const short = withoutWords(question, own);
      return held.has(short) ? question : short;
    };
    const cut = (): string => {
      const made = cutQuestion(passage, { names: names.get(passage.id)!, elsewhere, rng: own });
      return held.has(made) ? cut() : made;
    };
    const row = (questions: readonly string[]): TownRow => {
      const others = Array.from({ length: numQuestions - questions.length }, cut);
      const question = [...questions, ...others];
      return { passageId: passage.id, question, answer: textOf(passage) };
    };
    for (let round = 0; round < ASKED_ROUNDS; round++) {
      const whole = own.shuffle(questionsOf.get(passage.id) ?? []);
      const asked = round === 0 ? whole : whole.map(shortened);
      for (let from = 0; from < asked.length; from += numAsked) {
        rows.asked.push(row(asked.slice(from, from + numAsked)));
      }
    }
    for (let i = 0; i < MADE_ROWS; i++) {
      const asked = own.shuffle(carried.get(passage.id)!).slice(0, numAsked);
      rows.made.push(row(asked.map(shortened)));
    }
  }
  return rows;
}

/**
 * With the title or another name of the passage before it, now and then: questions have names. And
 * sometimes a name before what was asked about something else: then the name alone tells.
 */
function cutQuestion(
  { text, title }: TownPassage,
  { names, elsewhere, rng }: { names: PassageNames; elsewhere: readonly string[]; rng: Rng },
): string {
  const others = [...names].flatMap(([kind, own]) => (kind === "title" ? [] : own));
  const isTitle = others.length === 0 || rng.uniform() < TITLE_SHARE;
  const name = isTitle ? title : rng.pick(others);
  if (rng.uniform() < ELSEWHERE_SHARE) return `${name}, ${rng.pick(elsewhere)}`;
  const cut = inverseClozeQuestion(text, { rng, title: name, titleShare: NAMED_SHARE });
  return cut.split(" ").slice(0, MOST_WORDS).join(" ");
}

function withoutWords(question: string, rng: Rng): string {
  const words = question.split(" ").filter(() => rng.uniform() >= WORD_DROPOUT);
  return words.length < 2 ? question : words.join(" ");
}

/** The passages that a training question is about. */
export function askedPassages({ passages, train }: Pick<Town, "passages" | "train">) {
  const asked = new Set(train.map(({ passageId }) => passageId));
  return passages.filter(({ id }) => asked.has(id));
}
