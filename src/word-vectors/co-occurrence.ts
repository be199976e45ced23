/**
 * How often do two words stand near each other? All of a text in one sparse matrix.
 *
 *   X_ij = Σ 1 / d      over all places where word j stands d ≤ window words from word i
 *
 * Pennington, Socher & Manning 2014, "GloVe: Global Vectors for Word Representation", section 4.2:
 * neighbours d words away count 1/d. Sentences are counted apart, and words too rare for the
 * vocabulary are passed over as if they had not stood there, as in the authors' program.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import { encodeText } from "./vocabulary";
import type { EncodedText, Sentences, Vocabulary } from "./vocabulary";

export interface CooccurrenceOptions {
  /** Words on each side that count as near. Default 15. */
  window?: number;
  /** Words rarer than this are dropped. Default 5. */
  minCount?: number;
  /** Whether words on both sides count, or only those to the right. Default true. */
  symmetric?: boolean;
  /** Whether a neighbour d words away counts 1/d, or 1 like all others. Default true. */
  distanceWeighting?: boolean;
}

/** Row i holds what stands near word i: only counts above 0 are kept. */
export class CooccurrenceMatrix {
  /**
   * @param rowOffsets [V + 1] where each row begins in `columns` and `values`
   * @param columns    the words counted, in no particular order within a row
   * @param values     X, above 0
   */
  constructor(
    readonly vocabulary: Vocabulary,
    readonly rowOffsets: Uint32Array,
    readonly columns: Uint32Array,
    readonly values: Float32Array,
  ) {}

  /** Pairs of words that stand near each other at least once. */
  get numNonZero(): number {
    return this.values.length;
  }

  /** X for two words; 0 where they never stand near each other. */
  at(word: string, context: string): number {
    const [row, column] = [word, context].map((name) => {
      const number = this.vocabulary.numberOf(name);
      if (number !== undefined) return number;
      throw new RangeError(`CooccurrenceMatrix.at: ${inWords(name)} is not in the vocabulary`);
    });
    const start = this.rowOffsets[row!]!;
    const found = this.columns.subarray(start, this.rowOffsets[row! + 1]).indexOf(column!);
    return found < 0 ? 0 : this.values[start + found]!;
  }

  /** [V, V] with all its zeros, for a text small enough to look at. */
  toDense(): number[][] {
    const { size } = this.vocabulary;
    return Array.from({ length: size }, (_, row) => {
      const dense = new Array<number>(size).fill(0);
      for (let k = this.rowOffsets[row]!; k < this.rowOffsets[row + 1]!; k++) {
        dense[this.columns[k]!] = this.values[k]!;
      }
      return dense;
    });
  }
}

/**
 * A million words take about half a second.
 *
 * @param sentences lists of words, such as `sentences.map((text) => wordTokenize(text))`
 */
export function countCooccurrences(
  sentences: Sentences,
  options: CooccurrenceOptions = {},
): CooccurrenceMatrix {
  const { minCount = 5 } = options;
  assertInteger("countCooccurrences", { minCount }, { min: 1 });
  return countInText(
    "countCooccurrences",
    encodeText("countCooccurrences", sentences, minCount),
    options,
  );
}

/** The same for a text that is in numbers already. */
export function countInText(
  caller: string,
  text: EncodedText,
  { window = 15, symmetric = true, distanceWeighting = true }: CooccurrenceOptions = {},
): CooccurrenceMatrix {
  assertInteger(caller, { window }, { min: 1 });
  const { vocabulary } = text;
  const apart = withWalls(text);
  const places = placesOfWords(apart, vocabulary);
  // Word after word: a row's sums fit into the processor's nearest memory, where a table of all
  // pairs would be met at a random place for each.
  const sums = new Float64Array(vocabulary.size);
  const met = new Uint32Array(vocabulary.size);
  const rowOffsets = new Uint32Array(vocabulary.size + 1);
  const found = new PairList();
  for (let word = 0, place = 0; word < vocabulary.size; word++) {
    let numMet = 0;
    const count = (at: number, step: 1 | -1) => {
      for (let d = 1; d <= window; d++) {
        const other = apart[at + d * step]!;
        if (other === vocabulary.size) break; // a wall
        if (sums[other] === 0) met[numMet++] = other;
        sums[other]! += distanceWeighting ? 1 / d : 1;
      }
    };
    for (const end = place + vocabulary.counts[word]!; place < end; place++) {
      count(places[place]!, 1);
      if (symmetric) count(places[place]!, -1);
    }
    found.add(met, sums, numMet);
    for (let k = 0; k < numMet; k++) sums[met[k]!] = 0;
    rowOffsets[word + 1] = found.length;
  }
  return new CooccurrenceMatrix(vocabulary, rowOffsets, ...found.finish());
}

/** The text with the number V before, between and after sentences, so that none sees another. */
function withWalls({ words, ends, vocabulary }: EncodedText): Uint32Array {
  const apart = new Uint32Array(words.length + ends.length + 1).fill(vocabulary.size);
  let start = 0;
  ends.forEach((end, sentence) => {
    apart.set(words.subarray(start, end), start + sentence + 1);
    start = end;
  });
  return apart;
}

/** Where each word stands: all places of word 0, then all of word 1, and so on. */
function placesOfWords(apart: Uint32Array, { counts, size }: Vocabulary): Uint32Array {
  const next = new Float64Array(size);
  for (let word = 1; word < size; word++) next[word] = next[word - 1]! + counts[word - 1]!;
  const places = new Uint32Array(next[size - 1]! + counts[size - 1]!);
  apart.forEach((word, place) => {
    if (word < size) places[next[word]!++] = place;
  });
  return places;
}

/** Columns and values, in memory that doubles when it is full. */
class PairList {
  length = 0;
  private columns = new Uint32Array(1 << 16);
  private values = new Float32Array(1 << 16);

  add(columns: Uint32Array, sums: Float64Array, count: number): void {
    if (this.length + count > this.columns.length) {
      const room = Math.max(2 * this.columns.length, this.length + count);
      this.columns = grown(this.columns, new Uint32Array(room));
      this.values = grown(this.values, new Float32Array(room));
    }
    for (let k = 0; k < count; k++, this.length++) {
      this.columns[this.length] = columns[k]!;
      this.values[this.length] = sums[columns[k]!]!;
    }
  }

  finish(): [Uint32Array, Float32Array] {
    return [this.columns.slice(0, this.length), this.values.slice(0, this.length)];
  }
}

function grown<List extends Uint32Array | Float32Array>(from: List, to: List): List {
  to.set(from);
  return to;
}
