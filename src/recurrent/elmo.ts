/**
 * ELMo: two language models that read a sentence from either end, and never meet.
 *
 *   forward    P(w_{t+1} | w_1 … w_t)       from the left,  L layers of LSTM
 *   backward   P(w_{t-1} | w_t … w_T)       from the right, L layers of its own
 *   L = -mean ln P(forward) - mean ln P(backward)
 *
 * A word's vector in layer l is [forward_l; backward_l]: what is left of it and what is right of
 * it, learned apart and set side by side. In layer 0 it is the word itself, from its letters. Both
 * models share that layer and the table of words that they guess from.
 *
 * Peters et al. 2018, "Deep contextualized word representations", sections 3.1 and 3.2; they have
 * two layers of 4,096 with projections to 512, a residual connection between them, and a billion
 * words to read. Here layers are narrow, and nothing goes around them.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { characterWords, randomCharacterWords } from "./character-words";
import { lstmLayer } from "./lstm";
import { lstmWeights, randomLstm, randomTable, weightOf, type NamedWeights } from "./weights";
import type { WordReader } from "./word-reader";

export interface ElmoConfig {
  /** V, words that can be guessed. */
  numWords: number;
  numLetters: number;
  /** D, width of a word's vector and of each LSTM. */
  hiddenSize: number;
  numLayers: number;
  letterSize: number;
}

export interface ElmoOutput {
  /** The words from their letters, [B, T, D]. */
  words: tf.Tensor3D;
  /** After each layer, what is known from the left, the word itself included; [B, T, D]. */
  forward: tf.Tensor3D[];
  /** Likewise from the right. */
  backward: tf.Tensor3D[];
}

/** Sizes that train in seconds on the reader's words. */
export function elmoConfig(reader: WordReader, sizes: Partial<ElmoConfig> = {}): ElmoConfig {
  const { numLetters, words } = reader;
  const config = {
    ...{ numWords: words.length, numLetters, hiddenSize: 32, numLayers: 2, letterSize: 16 },
    ...sizes,
  };
  assertInteger("elmoConfig", config, { min: 1 });
  return config;
}

export function randomElmo(config: ElmoConfig, rng: Rng): Record<string, tf.Tensor> {
  const { numWords, hiddenSize, numLayers } = config;
  const size = { inputSize: hiddenSize, hiddenSize, rng };
  const weights: Record<string, tf.Tensor> = {
    ...randomCharacterWords({ ...config, numFilters: hiddenSize, wordSize: hiddenSize }, rng),
    "guess.words": randomTable(numWords, hiddenSize, rng),
    "guess.bias": tf.zeros([numWords]),
  };
  for (let layer = 0; layer < numLayers; layer++) {
    Object.assign(weights, randomLstm(`forward.${layer}`, size));
    Object.assign(weights, randomLstm(`backward.${layer}`, size));
  }
  return weights;
}

/**
 * @param letters [B, T, C] int32
 * @param mask    [B, T], 1 at words and 0 at padding
 */
export function forwardElmo(
  weights: NamedWeights,
  { letters, mask }: { letters: tf.Tensor3D; mask: tf.Tensor2D },
  { numLayers }: Pick<ElmoConfig, "numLayers">,
): ElmoOutput {
  return tf.tidy(() => {
    const words = characterWords(letters, weights);
    const forward: tf.Tensor3D[] = [];
    const backward: tf.Tensor3D[] = [];
    for (let layer = 0; layer < numLayers; layer++) {
      const [left, right] = [forward[layer - 1] ?? words, backward[layer - 1] ?? words];
      forward.push(lstmLayer(left, lstmWeights(weights, `forward.${layer}`), { mask }));
      backward.push(
        lstmLayer(right, lstmWeights(weights, `backward.${layer}`), { mask, reverse: true }),
      );
    }
    return { words, forward, backward };
  });
}

/** The vectors of each layer, [B, T, 2D], layer 0 (the word twice) included. */
export function elmoLayers({ words, forward, backward }: ElmoOutput): tf.Tensor3D[] {
  const pairs = [[words, words], ...forward.map((left, layer) => [left, backward[layer]!])];
  return pairs.map((pair) => tf.concat(pair as tf.Tensor3D[], 2));
}

export interface ElmoNumbers {
  loss: tf.Scalar;
  /** Pairs of neighbours that were guessed. */
  weight: tf.Tensor;
  /** The two parts of the loss, forwardLoss and backwardLoss; e to either is a perplexity. */
  metrics: Record<string, tf.Tensor>;
}

/** Inputs and loss as a trainer wants them; see elmoBatches. */
export function elmoObjective(
  config: ElmoConfig,
  size: { sentenceLength: number; letters: number },
) {
  const { sentenceLength: length, letters } = size;
  const places = { dtype: "int32" as const, shape: ["N"] };
  return {
    inputs: {
      letters: { dtype: "int32" as const, shape: ["B", length, letters] },
      mask: { dtype: "int32" as const, shape: ["B", length] },
      ...{ places, left: places, right: places },
    },
    loss: (weights: NamedWeights, batch: Readonly<Record<string, tf.Tensor>>): ElmoNumbers => {
      const { letters: ids, mask, places: at } = batch;
      const input = { letters: ids as tf.Tensor3D, mask: mask as tf.Tensor2D };
      const { forward, backward } = forwardElmo(weights, input, config);
      // Each pair of neighbours is guessed twice: the right one from the left, and the other way.
      const fromLeft = guesses(forward[forward.length - 1]!, at!, weights);
      const fromRight = guesses(
        backward[backward.length - 1]!,
        tf.add(at!, tf.scalar(1, "int32")),
        weights,
      );
      const forwardLoss = softmaxCrossEntropy(batch["right"] as tf.Tensor1D, fromLeft);
      const backwardLoss = softmaxCrossEntropy(batch["left"] as tf.Tensor1D, fromRight);
      return {
        loss: tf.add<tf.Scalar>(forwardLoss, backwardLoss),
        weight: tf.sum(tf.onesLike(tf.cast(at!, "float32"))),
        metrics: { forwardLoss, backwardLoss },
      };
    },
  };
}

/** Logits at some places, [N, V]; place t of sentence b is b·T + t. */
function guesses(states: tf.Tensor3D, places: tf.Tensor, weights: NamedWeights): tf.Tensor2D {
  const [batchSize, length, width] = states.shape;
  const rows = tf.gather(tf.reshape(states, [batchSize * length, width]), places as tf.Tensor1D);
  const words = weightOf(weights, "guess.words") as tf.Tensor2D;
  const scores = tf.matMul(rows as tf.Tensor2D, words, false, true);
  return tf.add(scores, weightOf(weights, "guess.bias"));
}
