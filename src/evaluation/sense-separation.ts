/**
 * Do occurrences of one word lie apart by what the word means there?
 *
 *   same     the mean cosine of two occurrences with the same sense
 *   other    the mean cosine of two occurrences with different senses
 *   nearest  does the nearest of the other occurrences have the same sense?
 *
 * One vector for each word makes all three blind: every cosine is 1. The vectors that come out of a
 * layer differ by sentence, and where they know the sense, `same` is above `other`. Ethayarajh
 * 2019, "How Contextual are Contextualized Word Representations?", section 3, measured so how
 * vectors of one word move apart from layer to layer; the nearest neighbour as a judge of senses is
 * that of Wiedemann et al. 2019, "Does BERT Make Any Sense?".
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { cosineOfVectors } from "../similarity/cosine";

export interface SenseSeparation {
  readonly same: number;
  readonly other: number;
  /** For each occurrence; their mean is the accuracy. */
  readonly nearest: readonly boolean[];
  /** The accuracy of a neighbour drawn by lot. */
  readonly chance: number;
}

/**
 * @param vectors [N, D], one for each occurrence
 * @param senses  N names; two senses or more, two occurrences or more of each
 */
export function senseSeparation(
  vectors: readonly ArrayLike<number>[],
  senses: readonly string[],
): SenseSeparation {
  const counts = new Map<string, number>();
  for (const sense of senses) counts.set(sense, (counts.get(sense) ?? 0) + 1);
  if (vectors.length !== senses.length) {
    throw new RangeError(
      `senseSeparation: there must be a sense for each of ${vectors.length} vectors, ` +
        `got ${senses.length}`,
    );
  }
  if (counts.size < 2 || [...counts.values()].some((count) => count < 2)) {
    const found = [...counts].map(([sense, count]) => `${sense}: ${count}`).join(", ");
    throw new RangeError(
      "senseSeparation: there must be two senses or more, each twice or more, " +
        `got ${found || "none"}`,
    );
  }
  const same = { sum: 0, count: 0 };
  const other = { sum: 0, count: 0 };
  const nearest = vectors.map((vector, i) => {
    let best = { cosine: -Infinity, isSame: false };
    vectors.forEach((another, j) => {
      if (i === j) return;
      const cosine = cosineOfVectors(vector, another);
      const isSame = senses[i] === senses[j];
      const pairs = isSame ? same : other;
      pairs.sum += cosine;
      pairs.count++;
      if (cosine > best.cosine) best = { cosine, isSame };
    });
    return best.isSame;
  });
  const total = vectors.length * (vectors.length - 1);
  return {
    same: same.sum / same.count,
    other: other.sum / other.count,
    nearest,
    chance: same.count / total,
  };
}
