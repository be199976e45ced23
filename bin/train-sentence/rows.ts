/** The data sets as rows of one form: texts, and a number that is the label. */
import type { Rng } from "../../src/core/rng";
import { INFERENCE_LABELS } from "../../src/data/sentence-datasets";
import type { SentenceData } from "./data";

export interface Row {
  texts: readonly string[];
  label: number;
}

/** Two sentences and their relation, as a class. */
export function inferenceRows({ nli }: SentenceData): Row[] {
  return nli.train.map(({ premise, hypothesis, label }) => {
    return { texts: [premise, hypothesis], label: INFERENCE_LABELS.indexOf(label) };
  });
}

/** Two sentences and how alike they are, from 0 to 1. */
export function scoredRows({ sts }: SentenceData): Row[] {
  return sts.train.map(({ sentence1, sentence2, score }) => {
    return { texts: [sentence1, sentence2], label: score / 5 };
  });
}

/** Anchor, positive, negative. */
export function tripletRows({ triplets }: SentenceData): Row[] {
  return triplets.train.map(({ anchor, positive, negative }) => {
    return { texts: [anchor, positive, negative], label: 0 };
  });
}

/** The same triplets as pairs: 1 with the positive, 0 with the negative. */
export function tripletPairs(data: SentenceData): Row[] {
  return tripletRows(data).flatMap(({ texts: [anchor, positive, negative] }) => [
    { texts: [anchor!, positive!], label: 1 },
    { texts: [anchor!, negative!], label: 0 },
  ]);
}

/**
 * A question, one that asks the same, one that asks something else: a near miss where the data set
 * has one for this question, else any other question.
 */
export function questionRows({ pairs }: SentenceData, rng: Rng): Row[] {
  const nearMiss = new Map<string, string>();
  for (const { question1, question2, isDuplicate } of pairs.train) {
    if (!isDuplicate) nearMiss.set(question1, question2);
  }
  const duplicates = pairs.train.filter(({ isDuplicate }) => isDuplicate);
  const questions = [...new Set(duplicates.map(({ question1 }) => question1))];
  const another = (question: string) => {
    const step = 1 + rng.integer(questions.length - 1); // round the circle, but not all the way
    return questions[(questions.indexOf(question) + step) % questions.length]!;
  };
  return duplicates.map(({ question1, question2 }) => {
    const other = nearMiss.get(question1) ?? another(question1);
    return { texts: [question1, question2, other], label: 0 };
  });
}
