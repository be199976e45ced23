/**
 * CoVe: vectors for words in context, from a network that learned to translate.
 *
 *   H_0 = word vectors     H_l = [forward LSTM over H_{l-1}; backward LSTM over H_{l-1}]
 *   CoVe(w_t) = row t of the last H
 *
 * To translate "duck" it must know whether the bird is meant, so the encoder writes that into the
 * word's vector; the decoder is then thrown away. From layer 2 on both directions read what both
 * found in the layer before: unlike in ELMo, left and right meet. But it takes pairs of sentences
 * that somebody translated; a language model takes any text.
 *
 * McCann et al. 2017, "Learned in translation: contextualized word vectors", sections 3 and 4. They
 * begin with fixed GloVe vectors, here the table is learned, too.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertInteger, assertRank } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { lstmLayer } from "./lstm";
import {
  lookUp,
  lstmWeights,
  randomLstm,
  randomTable,
  weightOf,
  type NamedWeights,
} from "./weights";

export interface TranslationConfig {
  /** Words of the language that is read, <pad> (0) included. */
  sourceWords: number;
  /** Words of the language that is written. */
  targetWords: number;
  /** Width of a word's vector in either table. Default 24. */
  wordSize: number;
  /** D, of each direction; the encoder's vectors and the decoder are 2D wide. Default 24. */
  hiddenSize: number;
  /** Layers of the encoder. Default 2. */
  numLayers: number;
}

export function translationConfig(
  words: Pick<TranslationConfig, "sourceWords" | "targetWords">,
  sizes: Partial<TranslationConfig> = {},
): TranslationConfig {
  const config = { wordSize: 24, hiddenSize: 24, numLayers: 2, ...words, ...sizes };
  assertInteger("translationConfig", config, { min: 1 });
  return config;
}

/** @returns weights under `source.` and `encoder.` */
export function randomTranslationEncoder(
  { sourceWords, wordSize, hiddenSize, numLayers }: TranslationConfig,
  rng: Rng,
): Record<string, tf.Tensor> {
  const weights: Record<string, tf.Tensor> = {
    "source.words": randomTable(sourceWords, wordSize, rng),
  };
  for (let layer = 0; layer < numLayers; layer++) {
    const size = { inputSize: layer === 0 ? wordSize : 2 * hiddenSize, hiddenSize, rng };
    Object.assign(weights, randomLstm(`encoder.${layer}.forward`, size));
    Object.assign(weights, randomLstm(`encoder.${layer}.backward`, size));
  }
  return weights;
}

/**
 * @param source [B, S] int32, 0 where there is no word
 * @returns      after each layer [B, S, 2D]; the last are the CoVe vectors
 */
export function encodeSource(
  weights: NamedWeights,
  source: tf.Tensor2D,
  { numLayers }: Pick<TranslationConfig, "numLayers">,
): tf.Tensor3D[] {
  assertRank("encodeSource", "source", source, 2);
  return tf.tidy(() => {
    const mask = tf.cast(tf.greater(source, 0), "float32") as tf.Tensor2D;
    const layers: tf.Tensor3D[] = [];
    for (let layer = 0; layer < numLayers; layer++) {
      const x = layers[layer - 1] ?? lookUp(weightOf(weights, "source.words"), source);
      const read = (direction: string, reverse: boolean) =>
        lstmLayer(x, lstmWeights(weights, `encoder.${layer}.${direction}`), { mask, reverse });
      layers.push(tf.concat([read("forward", false), read("backward", true)], 2));
    }
    return layers;
  });
}
