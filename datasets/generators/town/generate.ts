/**
 * The town: an encyclopedia of Quillmouth, which does not exist, and questions about it.
 *
 * No model can have read about it elsewhere, so whoever answers must have found the passage. The
 * passages are written by hand (chapters/), with the bare facts, such as years and owners, put into
 * sentences that a chapter's entries share. Splits are by passage.
 */
import type { Rng } from "../../../src/core/rng";
import { CHAPTERS } from "./chapters";
import { composePassages, type Composed, type Fact, type Passage } from "./compose";
import { questionsAbout, SPLITS, type Question, type Split } from "./questions";
import { UNANSWERABLE } from "./unanswerable";

export interface Town {
  passages: Passage[];
  questions: Record<Split, Question[]>;
  unanswerable: { id: string; question: string }[];
  facts: Fact[];
}

/** Of each chapter, how much is for training and for development; the rest is for the test. */
const TRAIN_SHARE = 0.65;
const DEV_SHARE = 0.1;

export function generateTown(rng: Rng): Town {
  const { composed, facts } = composePassages(CHAPTERS);
  const splits = splitPassages(composed, rng.fork("splits"));
  const questions: Record<Split, Question[]> = { train: [], dev: [], test: [] };
  for (const one of composed) {
    const split = splits.get(one.passage.id)!;
    const drawn = questionsAbout(one, split, rng.fork(one.passage.id));
    for (const question of drawn) {
      const number = String(questions[split].length + 1).padStart(4, "0");
      questions[split].push({ id: `${split}-${number}`, ...question });
    }
  }
  return {
    passages: composed.map(({ passage }) => passage),
    questions,
    unanswerable: UNANSWERABLE.map((question, i) => ({
      id: `unanswerable-${String(i + 1).padStart(2, "0")}`,
      question,
    })),
    facts,
  };
}

function splitPassages(composed: readonly Composed[], rng: Rng): Map<string, Split> {
  const splits = new Map<string, Split>();
  for (const chapter of new Set(composed.map((one) => one.passage.chapter))) {
    const ids = composed.flatMap(({ passage }) => (passage.chapter === chapter ? passage.id : []));
    const [train, dev, test] = SPLITS;
    rng.shuffle(ids).forEach((id, position) => {
      const share = (position + 0.5) / ids.length;
      splits.set(id, share < TRAIN_SHARE ? train : share < TRAIN_SHARE + DEV_SHARE ? dev : test);
    });
  }
  return splits;
}
