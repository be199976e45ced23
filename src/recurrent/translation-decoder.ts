/**
 * The decoder that the translation encoder learns with: an LSTM that writes word after word, and
 * before each word looks back at the whole sentence.
 *
 *   h_t = LSTM([z_{t-1}; h̃_{t-1}], h_{t-1})    z: the word written last, h̃: what it came from
 *   α_t = softmax(H·(W_1·h_t + b_1))           how much it looks at each word of the source
 *   h̃_t = tanh(W_2·[Hᵀ·α_t; h_t] + b_2)        P(word) = softmax(W·h̃_t + b)
 *
 * Here is attention, before there was a Transformer: from one sentence into another. McCann et al.
 * 2017, section 3, equations 2 to 5, after Luong, Pham & Manning 2015, section 3.1. They have two
 * layers; here it is one, from an empty memory.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { lstmCell, type LstmState } from "./lstm";
import {
  encodeSource,
  randomTranslationEncoder,
  type TranslationConfig,
} from "./translation-encoder";
import {
  linear,
  lookUp,
  lstmWeights,
  randomLinear,
  randomLstm,
  randomTable,
  weightOf,
  type NamedWeights,
} from "./weights";

/** Encoder and decoder together. */
export function randomTranslator(config: TranslationConfig, rng: Rng): Record<string, tf.Tensor> {
  const { targetWords, wordSize, hiddenSize } = config;
  const width = 2 * hiddenSize;
  const square = { inputSize: width, outputSize: width, rng };
  return {
    ...randomTranslationEncoder(config, rng),
    "target.words": randomTable(targetWords, wordSize, rng),
    ...randomLstm("decoder", { inputSize: wordSize + width, hiddenSize: width, rng }),
    ...randomLinear("attention", square),
    ...randomLinear("combine", { ...square, inputSize: 2 * width }),
    ...randomLinear("guess", { ...square, outputSize: targetWords }),
  };
}

interface Decoding extends LstmState {
  /** h̃, [B, 2D] */
  combined: tf.Tensor2D;
  /** α, [B, S] */
  attention: tf.Tensor2D;
}

/** Inputs and loss as a trainer wants them; see translationBatches. */
export function translationObjective(
  config: TranslationConfig,
  { sourceLength, targetLength }: { sourceLength: number; targetLength: number },
) {
  const perWord = { dtype: "int32" as const, shape: ["N"] };
  return {
    inputs: {
      source: { dtype: "int32" as const, shape: ["B", sourceLength] },
      target: { dtype: "int32" as const, shape: ["B", targetLength] },
      ...{ places: perWord, words: perWord },
    },
    loss: (weights: NamedWeights, batch: Readonly<Record<string, tf.Tensor>>) => {
      const { source, target } = batch as Record<string, tf.Tensor2D>;
      const { places, words } = batch as Record<string, tf.Tensor1D>;
      // While it learns, the decoder reads the true word before, not what it would have written.
      const written = tf.unstack(lookUp(weightOf(weights, "target.words"), target!), 1);
      const encoded = encodedSource(weights, source!, config);
      let at = begin(encoded);
      const combined = written.map((word) => {
        at = decode(weights, word as tf.Tensor2D, at, encoded);
        return at.combined;
      });
      const all = tf.stack(combined, 1); // [B, T, 2D]
      const rows = tf.reshape(all, [-1, 2 * config.hiddenSize]);
      const logits = linear(tf.gather(rows, places!) as tf.Tensor2D, weights, "guess");
      const isRight = tf.equal(tf.argMax(logits, 1), words!);
      return {
        loss: softmaxCrossEntropy(words!, logits),
        weight: tf.sum(tf.onesLike(tf.cast(words!, "float32"))),
        metrics: { accuracy: tf.mean(tf.cast(isRight, "float32")) },
      };
    },
  };
}

export interface Translation {
  /** Numbers of the words, without begin and end. */
  words: number[];
  /** For each word written, how much it looked at each of the source; rows sum to 1. */
  attention: number[][];
}

/**
 * Writes the likeliest word, again and again, until it writes the end or `maxLength` words.
 *
 * @param source numbers of the words of one sentence
 */
export async function translate(
  weights: NamedWeights,
  source: readonly number[],
  config: TranslationConfig,
  { startId, endId, maxLength = 20 }: { startId: number; endId: number; maxLength?: number },
): Promise<Translation> {
  assertInteger("translate", { maxLength, "source.length": source.length }, { min: 1 });
  const encoded = tf.tidy(() => ({
    ...encodedSource(weights, tf.tensor2d([...source], [1, source.length], "int32"), config),
  }));
  const translation: Translation = { words: [], attention: [] };
  let at = begin(encoded);
  let last = startId;
  for (let length = 0; length < maxLength; length++) {
    const next = tf.tidy(() => {
      const word = tf.gather(weightOf(weights, "target.words"), tf.tensor1d([last], "int32"));
      return { ...decode(weights, word as tf.Tensor2D, at, encoded) };
    });
    free(at);
    at = next;
    const best = tf.tidy(() => tf.argMax(linear(next.combined, weights, "guess"), 1));
    last = (await best.data())[0]!;
    best.dispose();
    if (last === endId) break;
    translation.words.push(last);
    translation.attention.push(Array.from(await at.attention.data()));
  }
  free(at);
  tf.dispose([encoded.vectors, encoded.padding]);
  return translation;
}

interface EncodedSource {
  /** H, [B, S, 2D] */
  vectors: tf.Tensor3D;
  /** [B, S], 0 at words and -10^9 at padding, which so is not looked at. */
  padding: tf.Tensor2D;
}

function encodedSource(
  weights: NamedWeights,
  source: tf.Tensor2D,
  config: TranslationConfig,
): EncodedSource {
  const layers = encodeSource(weights, source, config);
  const padding = tf.mul(tf.cast(tf.equal(source, 0), "float32"), -1e9) as tf.Tensor2D;
  return { vectors: layers[layers.length - 1]!, padding };
}

function begin({ vectors, padding }: EncodedSource): Decoding {
  const [batchSize, , width] = vectors.shape;
  const zeros = () => tf.zeros<tf.Rank.R2>([batchSize, width]);
  const attention = tf.zerosLike(padding);
  return { hidden: zeros(), cell: zeros(), combined: zeros(), attention };
}

/** @param word [B, W], the vector of the word written last */
function decode(
  weights: NamedWeights,
  word: tf.Tensor2D,
  { combined, ...state }: Decoding,
  { vectors, padding }: EncodedSource,
): Decoding {
  const next = lstmCell(tf.concat([word, combined], 1), state, lstmWeights(weights, "decoder"));
  const asked = tf.expandDims(linear(next.hidden, weights, "attention"), 2); // [B, 2D, 1]
  const scores = tf.squeeze(tf.matMul(vectors, asked as tf.Tensor3D), [2]); // [B, S]
  const attention = tf.softmax(tf.add(scores, padding) as tf.Tensor2D);
  const looked = tf.matMul(tf.expandDims(attention, 1) as tf.Tensor3D, vectors); // [B, 1, 2D]
  const both = tf.concat([tf.squeeze(looked, [1]) as tf.Tensor2D, next.hidden], 1);
  return { ...next, combined: tf.tanh(linear(both, weights, "combine")), attention };
}

function free({ hidden, cell, combined, attention }: Decoding): void {
  tf.dispose([hidden, cell, combined, attention]);
}
