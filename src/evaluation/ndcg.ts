/**
 * Normalized discounted cumulative gain: good documents count more, and more the higher they stand.
 *
 *   DCG@k = Σ_{i=1..k} gain(grade_i) / log2(i + 1)      nDCG@k = DCG@k / DCG@k of the ideal order
 *
 * Järvelin & Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", section 2 (linear
 * gain; their discount begins at rank 2 for base 2, this one is Burges et al. 2005's, "Learning to
 * Rank using Gradient Descent", section 4, whose gain is 2^grade − 1). The ideal order is of all
 * relevant documents, retrieved or not.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger } from "../core/check";
import { JudgedRanking } from "./judged-ranking";

/** What a grade is worth. */
export type Gain = (grade: number) => number;

export const linearGain: Gain = (grade) => grade;
/** A document of grade 3 is worth seven of grade 1. */
export const exponentialGain: Gain = (grade) => 2 ** grade - 1;

/** @returns from 0 to 1; 0 for a query with nothing relevant */
export function ndcgAt(judged: JudgedRanking, k: number, gain: Gain = linearGain): number {
  const best = discountedGain(judged.ideal, checked("ndcgAt", k), gain);
  return best === 0 ? 0 : discountedGain(judged.grades, k, gain) / best;
}

/** Not normalized: comparable on one query alone. */
export function dcgAt({ grades }: JudgedRanking, k: number, gain: Gain = linearGain): number {
  return discountedGain(grades, checked("dcgAt", k), gain);
}

function discountedGain(grades: readonly number[], k: number, gain: Gain): number {
  let sum = 0;
  grades.slice(0, k).forEach((grade, i) => {
    sum += gain(grade) / Math.log2(i + 2);
  });
  return sum;
}

function checked(caller: string, k: number): number {
  assertInteger(caller, { k }, { min: 1 });
  return k;
}
