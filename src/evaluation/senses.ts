/**
 * Where does the one vector of a word with two meanings lie? Between the words of either.
 *
 *   cosine     of the word with a sense: with the mean direction of the other words of that sense
 *   closeness  (cosine − strangers) / (members − strangers)
 *
 * members: the same cosine for the sense's own words, each with the mean of the others; strangers:
 * for the words of the other senses. So closeness is 1 for a word that belongs to the sense as much
 * as its members do, and 0 for one that has no more of it than a stranger. A word that could mean
 * two things by turns would be 1 in each; one vector for all its occurrences can only be an average
 * (Reisinger & Mooney 2010, "Multi-Prototype Vector-Space Models of Word Meaning", section 1).
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { inWords } from "../core/check";
import type { SenseWords } from "../data/types";
import { cosineOfVectors } from "../similarity/cosine";
import type { Vocabulary } from "./find-word";

/** What has vectors of words; WordVectors does. */
export interface WordEmbedder extends Vocabulary {
  vector(word: string): ArrayLike<number>;
}

/** Between members and strangers; below it closeness is a quotient of two accidents. */
const SMALLEST_SPAN = 0.1;

export interface SensePosition {
  readonly sense: string;
  /** The homonym's cosine with this sense. */
  readonly cosine: number;
  /** The mean cosine of the sense's own words, each with the others. */
  readonly members: number;
  /** The mean cosine of the other senses' words with this one. */
  readonly strangers: number;
  /**
   * 1 like a member, 0 like a stranger; NaN where members are hardly nearer (less than 0.1) than
   * strangers, and the sense has no place of its own.
   */
  readonly closeness: number;
}

/** A word as a point: its cosine with each sense, in their order. For a picture. */
export interface SensePoint {
  readonly word: string;
  /** The sense it was listed under; undefined for the homonym itself. */
  readonly sense: string | undefined;
  readonly cosines: readonly number[];
}

export interface SenseMeasurement {
  readonly word: string;
  readonly senses: readonly SensePosition[];
  /** The homonym first, then all words that were used. */
  readonly points: readonly SensePoint[];
}

/**
 * Words that the vectors lack are left out; two of each sense must remain.
 *
 * @param senses the lists of one homonym, two or more:
 *   `(await loadDataset("sense-words")).filter(({ word }) => word === "duck")`
 */
export function measureSenses(
  vectors: WordEmbedder,
  senses: readonly SenseWords[],
): SenseMeasurement {
  const homonyms = [...new Set(senses.map(({ word }) => word))];
  if (senses.length < 2 || homonyms.length !== 1) {
    throw new RangeError(
      `measureSenses: senses must be two lists or more of one word, got ${senses.length} of ` +
        `${homonyms.length} words`,
    );
  }
  const groups = senses.map(({ sense, words }) => {
    const units = words.filter((word) => vectors.has(word)).map((word) => unitOf(vectors, word));
    if (units.length < 2) {
      throw new RangeError(
        `measureSenses: the vectors must know 2 words or more of the sense ${inWords(sense)}, ` +
          `got ${units.length}`,
      );
    }
    return { sense, units };
  });
  const [homonym] = homonyms as [string];
  const cosinesOf = (unit: Unit) => groups.map(({ units }) => cosineWithOthers(unit, units));
  const points: SensePoint[] = [
    { word: homonym, sense: undefined, cosines: cosinesOf(unitOf(vectors, homonym)) },
    ...groups.flatMap(({ sense, units }) =>
      units.map((unit) => ({ word: unit.word, sense, cosines: cosinesOf(unit) })),
    ),
  ];
  return {
    word: homonym,
    points,
    senses: groups.map(({ sense }, i) => {
      const others = points.slice(1);
      const cosine = points[0]!.cosines[i]!;
      const members = meanCosine(
        others.filter((point) => point.sense === sense),
        i,
      );
      const strangers = meanCosine(
        others.filter((point) => point.sense !== sense),
        i,
      );
      const span = members - strangers;
      const closeness = span >= SMALLEST_SPAN ? (cosine - strangers) / span : NaN;
      return { sense, cosine, members, strangers, closeness };
    }),
  };
}

interface Unit {
  readonly word: string;
  readonly direction: readonly number[];
}

function unitOf(vectors: WordEmbedder, word: string): Unit {
  const vector = Array.from(vectors.vector(word));
  const length = Math.hypot(...vector) || 1;
  return { word, direction: vector.map((value) => value / length) };
}

/** The cosine with the mean direction of the units, the word itself left out of them. */
function cosineWithOthers(unit: Unit, units: readonly Unit[]): number {
  const sum = unit.direction.map(() => 0);
  for (const other of units) {
    if (other.word !== unit.word) other.direction.forEach((value, j) => (sum[j]! += value));
  }
  return cosineOfVectors(unit.direction, sum);
}

function meanCosine(points: readonly SensePoint[], sense: number): number {
  return points.reduce((sum, { cosines }) => sum + cosines[sense]!, 0) / points.length;
}
