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
  question: string[];
  /** How many of the questions are real; they stand first. */
  numAsked: number;
}

export interface RowOptions {
  numQuestions: number;
  numAsked: number;
  rng: Rng;
}

/** Rows of a passage that no training question is about. */
const UNASKED_ROWS = 8;

/**
 * Every training question once, and each passage with questions cut out of it; those of dev and
 * test too, as text without questions: whoever builds a search has the text that is searched.
 */
export function townRows(
  { passages, train }: Pick<Town, "passages" | "train">,
  { numQuestions, numAsked, rng }: RowOptions,
): TownRow[] {
  const questionsOf = new Map<string, string[]>();
  for (const { passageId, question } of train) {
    questionsOf.set(passageId, [...(questionsOf.get(passageId) ?? []), question]);
  }
  return passages.flatMap((passage) => {
    const own = rng.fork(passage.id);
    const row = (asked: string[]): TownRow => {
      const made = Array.from({ length: numQuestions - asked.length }, () =>
        inverseClozeQuestion(passage.text, { rng: own, title: passage.title }),
      );
      const question = [...asked, ...made];
      return {
        ...{ passageId: passage.id, question, numAsked: asked.length },
        answer: textOf(passage),
      };
    };
    const asked = own.shuffle(questionsOf.get(passage.id) ?? []);
    if (asked.length === 0) return Array.from({ length: UNASKED_ROWS }, () => row([]));
    const numRows = Math.ceil(asked.length / numAsked);
    return Array.from({ length: numRows }, (_, i) =>
      row(asked.slice(i * numAsked, (i + 1) * numAsked)),
    );
  });
}
