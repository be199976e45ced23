/**
 * A vector for a word from its letters alone: a word never seen has one, too.
 *
 *   v = W·mean_j tanh(K·[e_{j-1}; e_j; e_{j+1}] + b) + a,  e_j the vector of the word's letter j
 *
 * Each row of K looks for a group of three letters. Kim et al. 2016, "Character-aware neural
 * language models", section 2.2, and Peters et al. 2018, "Deep contextualized word
 * representations", section 3.4, have filters of several widths, take the maximum over j, and pass
 * the result through two more layers; here it is one width and the mean, to stay small.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertRank } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { linear, lookUp, randomLinear, randomTable, weightOf, type NamedWeights } from "./weights";

export interface CharacterWordsSize {
  numLetters: number;
  /** Width of a letter's vector. */
  letterSize: number;
  /** Rows of K. */
  numFilters: number;
  /** D, width of a word's vector. */
  wordSize: number;
}

/** @returns the weights, under `characters.` */
export function randomCharacterWords(
  { numLetters, letterSize, numFilters, wordSize }: CharacterWordsSize,
  rng: Rng,
): Record<string, tf.Tensor> {
  const filter = { inputSize: 3 * letterSize, outputSize: numFilters, rng };
  const projection = { inputSize: numFilters, outputSize: wordSize, rng };
  return {
    "characters.letters": randomTable(numLetters, letterSize, rng),
    ...randomLinear("characters.filter", filter),
    ...randomLinear("characters.projection", projection),
  };
}

/**
 * @param letters [B, T, C] int32, as WordReader.lettersOf gives them; 0 where there is none
 * @returns       [B, T, D]
 */
export function characterWords(letters: tf.Tensor3D, weights: NamedWeights): tf.Tensor3D {
  assertRank("characterWords", "letters", letters, 3);
  const [batchSize, length, places] = letters.shape;
  return tf.tidy(() => {
    const words = tf.reshape(letters, [batchSize * length, places]) as tf.Tensor2D;
    const vectors = lookUp(weightOf(weights, "characters.letters"), words); // [N, C, E]
    const width = vectors.shape[2];
    const from = (start: number) =>
      tf.slice(vectors, [0, start, 0], [batchSize * length, places - 2, width]);
    const triples = tf.concat([from(0), from(1), from(2)], 2); // [N, C - 2, 3E]
    const rows = tf.reshape(triples, [batchSize * length * (places - 2), 3 * width]);
    const found = tf.tanh(linear(rows as tf.Tensor2D, weights, "characters.filter"));
    const filters = tf.reshape(found, [batchSize * length, places - 2, found.shape[1]!]);
    // Triples whose middle isn't a letter of the word don't count.
    const middle = tf.slice(words, [0, 1], [batchSize * length, places - 2]);
    const counts = tf.cast(tf.greater(middle, 0), "float32"); // [N, C - 2]
    const sum = tf.sum(tf.mul(filters, tf.expandDims(counts, 2)), 1);
    const mean = tf.div(sum, tf.maximum(tf.sum(counts, 1, true), 1)) as tf.Tensor2D; // [N, F]
    const made = linear(mean, weights, "characters.projection");
    return tf.reshape(made, [batchSize, length, made.shape[1]]);
  });
}
