/**
 * Every lesson's exercises, prediction questions and flash cards: the one place that lists them.
 */
import type { Exercise } from "./exercise";
import type { FlashCard } from "./flash-card";
import { planeCosine } from "./lesson-00/cosine";
import { CARDS_00 } from "./lesson-00/flash-cards";
import { logisticLoss } from "./lesson-00/logistic-loss";
import { QUESTIONS_00 } from "./lesson-00/questions";
import { vectorLength } from "./lesson-00/vector-length";
import { bigrams } from "./lesson-01/bigrams";
import { documentCosine } from "./lesson-01/cosine";
import { countVector } from "./lesson-01/count-vector";
import { CARDS_01 } from "./lesson-01/flash-cards";
import { idf } from "./lesson-01/idf";
import { QUESTIONS_01 } from "./lesson-01/questions";
import { rank } from "./lesson-01/rank";
import { termFrequency } from "./lesson-01/term-frequency";

/** In the order in which the lessons set them. */
export const EXERCISES = {
  "00.vector-length": vectorLength,
  "00.cosine": planeCosine,
  "00.logistic-loss": logisticLoss,
  "01.count-vector": countVector,
  "01.term-frequency": termFrequency,
  "01.idf": idf,
  "01.cosine": documentCosine,
  "01.bigrams": bigrams,
  "01.rank": rank,
};

export const QUESTIONS = { ...QUESTIONS_00, ...QUESTIONS_01 };

export const FLASH_CARDS = { "00": CARDS_00, "01": CARDS_01 } satisfies Record<string, FlashCard[]>;

export const LESSON_TITLES: Record<LessonId, string> = {
  "00": "Start here",
  "01": "Bag of words",
};

export type ExerciseId = keyof typeof EXERCISES;
export type QuestionId = keyof typeof QUESTIONS;
export type LessonId = keyof typeof FLASH_CARDS;

/** The function that an exercise asks for; an async one will do as well. */
export type Solution<Id extends ExerciseId> =
  (typeof EXERCISES)[Id] extends Exercise<infer Input, infer Output>
    ? (...input: Input) => Output | Promise<Output>
    : never;
