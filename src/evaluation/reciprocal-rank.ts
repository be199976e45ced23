/**
 * Reciprocal rank: how far down does one have to read for the first relevant document?
 *
 *   1 / rank of the first relevant one, 0 if none is among the first k; mean over queries: MRR@k
 *
 * Voorhees 1999, "The TREC-8 Question Answering Track Report", section 3. From the first place to
 * the second it loses as much as from the second to never, so it is a measure of the top.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger } from "../core/check";
import { JudgedRanking } from "./judged-ranking";

/**
 * @param k how many places count; default all
 * @returns from 0 to 1
 */
export function reciprocalRank({ grades }: JudgedRanking, k?: number): number {
  if (k !== undefined) assertInteger("reciprocalRank", { k }, { min: 1 });
  const first = grades.slice(0, k).findIndex((grade) => grade > 0);
  return first < 0 ? 0 : 1 / (first + 1);
}
