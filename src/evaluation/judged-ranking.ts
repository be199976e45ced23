/**
 * A ranking with each place judged: what the measures of retrieval are computed from.
 *
 * People (or the way a data set was made) say which documents answer a query, and how well: a grade
 * above 0 is relevant, the larger the better; a document without a grade is not relevant.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { inWords } from "../core/check";

/** The relevant documents of a query, or a grade for each (0: not relevant). */
export type Relevance<Id> = ReadonlySet<Id> | ReadonlyMap<Id, number>;

export interface JudgedRanking {
  /** [K]: the grade of the document at each place, best place first. */
  readonly grades: readonly number[];
  /** Grades of all relevant documents, retrieved or not, highest first. */
  readonly ideal: readonly number[];
}

/**
 * @param ranking   ids of documents, best first, none twice
 * @param relevance by id
 */
export function judgeRanking<Id>(ranking: readonly Id[], relevance: Relevance<Id>): JudgedRanking {
  const seen = new Set<Id>();
  for (const id of ranking) {
    if (seen.has(id)) {
      throw new RangeError(`judgeRanking: a document may stand once, got ${inWords(id)} twice`);
    }
    seen.add(id);
  }
  const gradeOf = (id: Id): number =>
    relevance instanceof Map ? checked(relevance.get(id) ?? 0) : Number(relevance.has(id));
  const judged = [...relevance.keys()].map(gradeOf);
  return {
    grades: ranking.map(gradeOf),
    ideal: judged.filter((grade) => grade > 0).sort((a, b) => b - a),
  };
}

function checked(grade: number): number {
  if (Number.isFinite(grade) && grade >= 0) return grade;
  throw new RangeError(`judgeRanking: a grade must be 0 or above, got ${inWords(grade)}`);
}
