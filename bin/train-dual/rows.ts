/** Training rows from the town: passages with questions, real ones and ones cut out of the text. */
import type { Rng } from "../../src/core/rng";
import type { DualPair } from "../../src/dual-encoder/dual-batches";
import { inverseClozeQuestion } from "../../src/dual-encoder/inverse-cloze";
import type { Town, TownPassage } from "../../src/data/types";

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

/** Rows that each passage has of questions cut out of it alone. */
const CLOZE_ROWS = 4;

export interface TownRows {
  /** Every training question once, filled up with questions cut out of the same passage. */
  asked: TownRow[];
  /**
   * Each passage of the town, with questions cut out of it; those of dev and test too, as text
   * alone: whoever builds a search has the text that is searched.
   */
  cloze: TownRow[];
}

/**
 * The two kinds must not share a batch. A real question would meet passages of the test as wrong
 * answers only, and they would learn to keep away from whatever sounds like a question.
 */
export function townRows(
  { passages, train }: Pick<Town, "passages" | "train">,
  { numQuestions, numAsked, rng }: RowOptions,
): TownRows {
  const questionsOf = new Map<string, string[]>();
  for (const { passageId, question } of train) {
    questionsOf.set(passageId, [...(questionsOf.get(passageId) ?? []), question]);
  }
  const rows: TownRows = { asked: [], cloze: [] };
  for (const passage of passages) {
    const own = rng.fork(passage.id);
    const row = (asked: readonly string[]): TownRow => {
      const made = Array.from({ length: numQuestions - asked.length }, () =>
        inverseClozeQuestion(passage.text, { rng: own, title: passage.title }),
      );
      const question = [...asked, ...made];
      return { passageId: passage.id, question, answer: textOf(passage) };
    };
    const asked = own.shuffle(questionsOf.get(passage.id) ?? []);
    for (let from = 0; from < asked.length; from += numAsked) {
      rows.asked.push(row(asked.slice(from, from + numAsked)));
    }
    for (let i = 0; i < CLOZE_ROWS; i++) rows.cloze.push(row([]));
  }
  return rows;
}

/** The passages that a training question is about. */
export function askedPassages({ passages, train }: Pick<Town, "passages" | "train">) {
  const asked = new Set(train.map(({ passageId }) => passageId));
  return passages.filter(({ id }) => asked.has(id));
}
