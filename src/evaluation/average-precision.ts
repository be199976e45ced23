/**
 * Average precision: precision at the place of each relevant document, averaged over all of them.
 *
 *   AP = Σ_{i: document i relevant} precision@i / R        AP@k: places up to k, / min(k, R)
 *
 * R counts relevant documents that were never retrieved, too. Mean over queries: MAP. Manning,
 * Raghavan & Schütze 2008, "Introduction to Information Retrieval", section 8.4.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger } from "../core/check";
import { JudgedRanking } from "./judged-ranking";

/**
 * @param k how many places count; default all
 * @returns from 0 to 1; 0 for a query with nothing relevant
 */
export function averagePrecision({ grades, ideal }: JudgedRanking, k?: number): number {
  if (k !== undefined) assertInteger("averagePrecision", { k }, { min: 1 });
  let [found, sum] = [0, 0];
  grades.slice(0, k).forEach((grade, i) => {
    if (grade > 0) sum += ++found / (i + 1);
  });
  return ideal.length === 0 ? 0 : sum / Math.min(k ?? Infinity, ideal.length);
}
