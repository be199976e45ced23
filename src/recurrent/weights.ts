/**
 * The first weights of recurrent networks, and how a part of a model finds its own among them.
 *
 *   matrices   uniform between -1/√I and 1/√I, I the width of what comes in
 *   tables     normal, deviation 0.1
 *   biases     0, but 1 in the forget gates: at first an LSTM remembers
 *
 * LeCun et al. 1998, "Efficient BackProp", section 4.6 (the width); Jozefowicz, Zaremba & Sutskever
 * 2015, "An empirical exploration of recurrent network architectures", section 2.2 (forget gates).
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import type { LstmWeights } from "./lstm";

/** All weights of a model, by name. */
export type NamedWeights = Readonly<Record<string, tf.Tensor>>;

/** [out, in], for y = x·Wᵀ. */
export function randomMatrix(outSize: number, inSize: number, rng: Rng): tf.Tensor2D {
  const edge = 1 / Math.sqrt(inSize);
  const draw = () => edge * (2 * rng.uniform() - 1);
  return tf.tensor2d(Float32Array.from({ length: outSize * inSize }, draw), [outSize, inSize]);
}

/** [rows, width], a vector for each word or letter. */
export function randomTable(numRows: number, width: number, rng: Rng): tf.Tensor2D {
  const values = Float32Array.from({ length: numRows * width }, () => 0.1 * rng.normal());
  return tf.tensor2d(values, [numRows, width]);
}

/** An LSTM's weights, under `${name}.inputWeights` and so on. */
export function randomLstm(
  name: string,
  { inputSize, hiddenSize, rng }: { inputSize: number; hiddenSize: number; rng: Rng },
): Record<string, tf.Tensor> {
  const bias = new Float32Array(4 * hiddenSize).fill(1, hiddenSize, 2 * hiddenSize);
  return {
    [`${name}.inputWeights`]: randomMatrix(4 * hiddenSize, inputSize, rng),
    [`${name}.hiddenWeights`]: randomMatrix(4 * hiddenSize, hiddenSize, rng),
    [`${name}.bias`]: tf.tensor1d(bias),
  };
}

/** The LSTM that is kept under the name. */
export function lstmWeights(weights: NamedWeights, name: string): LstmWeights {
  return {
    inputWeights: weightOf(weights, `${name}.inputWeights`) as tf.Tensor2D,
    hiddenWeights: weightOf(weights, `${name}.hiddenWeights`) as tf.Tensor2D,
    bias: weightOf(weights, `${name}.bias`) as tf.Tensor1D,
  };
}

export function weightOf(weights: NamedWeights, name: string): tf.Tensor {
  const found = weights[name];
  if (found) return found;
  throw new RangeError(`recurrent network: there is no weight ${name}`);
}

/**
 * y = x·Wᵀ + b on the last axis; W and b are `${name}.weight` and `${name}.bias`.
 *
 * @param x [N, in]
 * @returns [N, out]
 */
export function linear(x: tf.Tensor2D, weights: NamedWeights, name: string): tf.Tensor2D {
  const weight = weightOf(weights, `${name}.weight`) as tf.Tensor2D;
  return tf.add(tf.matMul(x, weight, false, true), weightOf(weights, `${name}.bias`));
}

/** The weights of `linear`. */
export function randomLinear(
  name: string,
  { inputSize, outputSize, rng }: { inputSize: number; outputSize: number; rng: Rng },
): Record<string, tf.Tensor> {
  return {
    [`${name}.weight`]: randomMatrix(outputSize, inputSize, rng),
    [`${name}.bias`]: tf.zeros([outputSize]),
  };
}

/**
 * Rows of a table.
 *
 * @param ids [B, T] int32
 * @returns   [B, T, D]
 */
export function lookUp(table: tf.Tensor, ids: tf.Tensor2D): tf.Tensor3D {
  const [batchSize, length] = ids.shape;
  const rows = tf.gather(table, tf.reshape(ids, [batchSize * length]));
  return tf.reshape(rows, [batchSize, length, table.shape[1]!]);
}
