/**
 * LSTM: a network that reads a sentence word by word and keeps a memory of what it has read.
 *
 *   i, f, o = σ(W·x_t + U·h_{t-1} + b)     three gates, each with its own W, U and b
 *   g = tanh(W·x_t + U·h_{t-1} + b)        what could be written, likewise
 *   c_t = f⊙c_{t-1} + i⊙g                  the memory: what is kept, and what is written
 *   h_t = o⊙tanh(c_t)                      what it tells
 *
 * Hochreiter & Schmidhuber 1997, "Long short-term memory"; with the forget gate f of Gers,
 * Schmidhuber & Cummins 2000. The four W stand on top of each other in the order i, f, g, o, as
 * PyTorch keeps them; its two biases are one here, their sum.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertRank } from "../core/check";
import * as tf from "../core/tf";

export interface LstmWeights {
  /** [4D, I] for an input of width I. */
  inputWeights: tf.Tensor2D;
  /** [4D, D] */
  hiddenWeights: tf.Tensor2D;
  /** [4D] */
  bias: tf.Tensor1D;
}

export interface LstmState {
  /** What it tells, [B, D]. */
  hidden: tf.Tensor2D;
  /** What it remembers, [B, D]. */
  cell: tf.Tensor2D;
}

export interface LstmLayerOptions {
  /** [B, T], 1 at words and 0 at padding, where the state stays as it is. Default: all words. */
  mask?: tf.Tensor2D;
  /** Read from right to left? Output t is then what is known of t and all that follows. */
  reverse?: boolean;
}

/**
 * One word.
 *
 * @param x     [B, I]
 * @param state after the word before; zeros at the beginning
 */
export function lstmCell(x: tf.Tensor2D, state: LstmState, weights: LstmWeights): LstmState {
  assertRank("lstmCell", "x", x, 2);
  assertFits("lstmCell", x, weights);
  return tf.tidy(() => {
    const fromInput = tf.matMul(x, weights.inputWeights, false, true); // [B, 4D]
    return { ...nextState(fromInput as tf.Tensor2D, state, weights) };
  });
}

/**
 * A sentence, from an empty memory.
 *
 * @param x [B, T, I]
 * @returns [B, T, D], what it tells after each word
 */
export function lstmLayer(
  x: tf.Tensor3D,
  weights: LstmWeights,
  { mask, reverse = false }: LstmLayerOptions = {},
): tf.Tensor3D {
  assertRank("lstmLayer", "x", x, 3);
  assertFits("lstmLayer", x, weights);
  const [batchSize, length, inputSize] = x.shape;
  if (mask && String(mask.shape) !== String([batchSize, length])) {
    throw new RangeError(
      `lstmLayer: mask must have shape [${batchSize},${length}], got [${mask.shape}]`,
    );
  }
  return tf.tidy(() => {
    const { inputWeights, hiddenWeights } = weights;
    const [gatesSize, hiddenSize] = hiddenWeights.shape;
    // W·x needs no memory, so it is one product for all words.
    const rows = tf.reshape(x, [batchSize * length, inputSize]);
    const products = tf.matMul(rows, inputWeights, false, true);
    const fromInput = tf.unstack(tf.reshape(products, [batchSize, length, gatesSize]), 1);
    const isWord = mask && tf.unstack(tf.cast(mask, "float32"), 1);
    const zeros = tf.zeros<tf.Rank.R2>([batchSize, hiddenSize]);
    let state: LstmState = { hidden: zeros, cell: zeros };
    const told: tf.Tensor2D[] = [];
    for (let step = 0; step < length; step++) {
      const t = reverse ? length - 1 - step : step;
      const next = nextState(fromInput[t] as tf.Tensor2D, state, weights);
      state = isWord ? choose(isWord[t]!, next, state) : next;
      told[t] = state.hidden;
    }
    return tf.stack(told, 1) as tf.Tensor3D;
  });
}

/** @param fromInput [B, 4D], the input's part of the sums before the gates */
function nextState(
  fromInput: tf.Tensor2D,
  { hidden, cell }: LstmState,
  { hiddenWeights, bias }: LstmWeights,
): LstmState {
  const sums = tf.add(tf.add(fromInput, tf.matMul(hidden, hiddenWeights, false, true)), bias);
  const [i, f, g, o] = tf.split(sums, 4, 1); // each [B, D]
  const kept = tf.mul(tf.sigmoid(f!), cell);
  const written = tf.mul(tf.sigmoid(i!), tf.tanh(g!));
  const nextCell = tf.add<tf.Tensor2D>(kept, written);
  return { hidden: tf.mul(tf.sigmoid(o!), tf.tanh(nextCell)), cell: nextCell };
}

/** The next state at words, the old one at padding. */
function choose(isWord: tf.Tensor, next: LstmState, state: LstmState): LstmState {
  const gate = tf.expandDims(isWord, 1); // [B, 1]
  const mix = (to: tf.Tensor2D, from: tf.Tensor2D) =>
    tf.add<tf.Tensor2D>(from, tf.mul(gate, tf.sub(to, from)));
  return { hidden: mix(next.hidden, state.hidden), cell: mix(next.cell, state.cell) };
}

function assertFits(caller: string, x: tf.Tensor, { inputWeights }: LstmWeights): void {
  const [width, wanted] = [x.shape[x.rank - 1], inputWeights.shape[1]];
  if (width === wanted) return;
  throw new RangeError(`${caller}: x must be ${wanted} wide, as the weights are, got ${width}`);
}
