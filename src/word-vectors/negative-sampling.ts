/**
 * Negative sampling: instead of asking "which of all V words comes here?", ask "does this word, or
 * a made-up one?" of one true word and a few random ones.
 *
 *   L = −log σ(h · o_target) − Σ_{n in negatives} log σ(−h · o_n)
 *   P(n) = count(n)^0.75 / Σ_w count(w)^0.75
 *
 * Mikolov et al. 2013, "Distributed Representations of Words and Phrases and their
 * Compositionality", section 2.2. The exponent lifts rare words: at 1 the negatives would be mostly
 * "the" and "of", at 0 all words alike. A word that is the target by chance is left out.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { EmbeddingTable } from "./embedding-table";
import { logisticUpdate, type OutputUpdate } from "./output-update";

export interface NegativeSamplingExample {
  /** The word that really stood there, as a row of the output table. */
  target: number;
  /** Random words. */
  negatives: readonly number[];
  /** η */
  learningRate: number;
}

/**
 * One update of the output layer: the target's row moves towards h, the negatives' away.
 *
 * @param hidden [D]; it stays as it is: the input layer moves against `hiddenGradient` afterwards
 * @param output [V, D]; changed
 */
export function negativeSamplingUpdate(
  hidden: ArrayLike<number>,
  output: EmbeddingTable,
  { target, negatives, learningRate }: NegativeSamplingExample,
): OutputUpdate {
  const others = negatives.filter((word) => word !== target);
  const rows = [target, ...others];
  return logisticUpdate(hidden, output, { rows, labels: rows.map(isFirst) }, learningRate);
}

/**
 * P(word) for each count.
 *
 * @param exponent 0.75 in the paper; gensim's ns_exponent
 * @returns [V], sums to 1
 */
export function noiseDistribution(counts: ArrayLike<number>, exponent = 0.75): Float64Array {
  if (!Number.isFinite(exponent)) {
    throw new RangeError(`noiseDistribution: exponent must be a number, got ${inWords(exponent)}`);
  }
  checkCounts("noiseDistribution", counts);
  const weights = Float64Array.from(counts, (count) => (count === 0 ? 0 : count ** exponent));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) throw new RangeError("noiseDistribution: some count must be above 0, got 0s");
  return weights.map((weight) => weight / total);
}

/** Two columns that turn one random number into a word. */
export interface AliasTable {
  /** Of 2^32: how often a draw that falls on this row stays there. */
  thresholds: Uint32Array;
  /** Where it goes otherwise. */
  aliases: Uint32Array;
}

/**
 * Draws from any distribution in two look-ups, however many words there are: every row stands for
 * an equal share 1/V, filled up by at most one other word.
 *
 * Walker 1977, "An Efficient Method for Generating Discrete Random Variables with General
 * Distributions"; built as in Vose 1991. The C program draws from a list of 100 million words.
 */
export function aliasTable(probabilities: Float64Array): AliasTable {
  const numWords = probabilities.length;
  const share = probabilities.map((p) => p * numWords); // 1 is a full row
  const thresholds = new Uint32Array(numWords).fill(0xffffffff);
  const aliases = Uint32Array.from({ length: numWords }, (_, word) => word);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((s, word) => (s < 1 ? small : large).push(word));
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large.at(-1)!;
    thresholds[poor] = Math.floor(share[poor]! * 0x100000000);
    aliases[poor] = rich;
    share[rich]! -= 1 - share[poor]!;
    if (share[rich]! < 1) small.push(large.pop()!);
  }
  return { thresholds, aliases };
}

/** @param random a whole number from 0 to 2^32 - 1 */
export function drawAlias({ thresholds, aliases }: AliasTable, random: number): number {
  const position = random * thresholds.length; // below 2^53 up to two million words
  const row = Math.floor(position / 0x100000000);
  return position - row * 0x100000000 < thresholds[row]! ? row : aliases[row]!;
}

export function checkCounts(caller: string, counts: ArrayLike<number>): void {
  if (counts.length === 0) throw new RangeError(`${caller}: counts must not be empty, got 0`);
  for (let i = 0; i < counts.length; i++) {
    assertInteger(caller, { [`counts[${i}]`]: counts[i]! }, { min: 0 });
  }
}

function isFirst(_: number, index: number): number {
  return index === 0 ? 1 : 0;
}
