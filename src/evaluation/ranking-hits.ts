/**
 * What is among the first k? Three questions to the same places:
 *
 *   hit rate@k   is anything relevant there? (0 or 1; also called accuracy@k or success@k)
 *   precision@k  relevant ones there / k                    also where fewer than k were returned
 *   recall@k     relevant ones there / all relevant ones
 *   R-precision  precision at as many places as there are relevant documents
 *
 * Manning, Raghavan & Schütze 2008, "Introduction to Information Retrieval", section 8.4. A query
 * with nothing relevant has recall 0 here.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger } from "../core/check";
import { JudgedRanking } from "./judged-ranking";

/** @returns 0 or 1; its mean over queries is the hit rate */
export function hitAt(judged: JudgedRanking, k: number): number {
  return numRelevant("hitAt", judged, k) > 0 ? 1 : 0;
}

/** @returns from 0 to 1 */
export function precisionAt(judged: JudgedRanking, k: number): number {
  return numRelevant("precisionAt", judged, k) / k;
}

/** @returns from 0 to 1 */
export function recallAt(judged: JudgedRanking, k: number): number {
  const found = numRelevant("recallAt", judged, k);
  return judged.ideal.length === 0 ? 0 : found / judged.ideal.length;
}

/** @returns from 0 to 1 */
export function rPrecision(judged: JudgedRanking): number {
  return judged.ideal.length === 0 ? 0 : precisionAt(judged, judged.ideal.length);
}

function numRelevant(caller: string, { grades }: JudgedRanking, k: number): number {
  assertInteger(caller, { k }, { min: 1 });
  return grades.slice(0, k).filter((grade) => grade > 0).length;
}
