/**
 * Pairs of questions: do they ask the same, so that one answer serves both? Those that don't are
 * near misses: the same words, asked about another thing, in another direction or by another
 * question word.
 *
 * A topic of questions has intents, an intent several ways to ask. Two ways of one intent about the
 * same thing are duplicates; two intents about the same thing, or one about two things, are not.
 */
import type { Rng } from "../../../src/core/rng";
import { HAND_WRITTEN_QUESTIONS } from "./by-hand/questions";
import { parseQuestionPairs } from "./by-hand/parse";
import { HELD_OUT_QUESTIONS, TRAIN_QUESTIONS, type Questions } from "./question-topics";
import { numbered, splitRows, withoutRepeats, type Numbered, type Splits } from "./splits";
import { capitalized, withArticles } from "./wording";

export interface QuestionRow {
  question1: string;
  question2: string;
  isDuplicate: boolean;
  source: "hand" | "generated";
}

const ROWS = { train: 3000, dev: 300, test: 500 };

export function generateQuestionPairs(rng: Rng): Splits<Numbered<QuestionRow>> {
  const train = questionPairs(TRAIN_QUESTIONS, ROWS.train, rng.fork("train"));
  const rest = questionPairs(HELD_OUT_QUESTIONS, ROWS.dev + ROWS.test, rng.fork("held out"));
  const hand = parseQuestionPairs(HAND_WRITTEN_QUESTIONS);
  return numbered("pairs", { train, ...splitRows(rest, ROWS.dev), hand });
}

function questionPairs(questions: Questions, count: number, rng: Rng): QuestionRow[] {
  const half = count / 2;
  const drawn = Array.from({ length: 8 * count }, (_, i) =>
    questionPair(questions, i % 2 === 0, rng),
  );
  // A pair is the same pair the other way round.
  const pairs = withoutRepeats(
    drawn.filter(({ question1, question2 }) => question1 !== question2),
    ({ question1, question2 }) => [question1, question2].sort().join(" "),
  );
  const picked = [true, false].flatMap((isDuplicate) => {
    const rows = pairs.filter((row) => row.isDuplicate === isDuplicate).slice(0, half);
    if (rows.length < half) {
      throw new Error(`questionPairs: ${half} rows are wanted, got ${rows.length}`);
    }
    return rows;
  });
  return rng.shuffle(picked);
}

function questionPair(questions: Questions, isDuplicate: boolean, rng: Rng): QuestionRow {
  const topic = rng.pick(questions.topics);
  const [intent, otherIntent] = rng.shuffle(topic.intents) as [string[], string[]];
  const [first, second] = rng.shuffle(topic.slots[0]!) as [string, string];
  const extra = rng.pick(topic.slots[1] ?? [""]);
  const [one, two] = rng.shuffle(intent) as [string, string];
  const ask = (form: string, x: string) =>
    rng.pick(questions.openings) +
    capitalized(withArticles(form.replaceAll("{x}", x).replaceAll("{y}", extra)));
  let question2 = ask(two, first);
  if (!isDuplicate) {
    question2 =
      rng.uniform() < 0.5 ? ask(rng.pick(otherIntent), first) : ask(rng.pick(intent), second);
  }
  return { question1: ask(one, first), question2, isDuplicate, source: "generated" };
}
