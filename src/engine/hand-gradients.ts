/**
 * Gradients written by hand, where they pay: fewer passes over large tensors than the automatic
 * ones, and the same numbers.
 *
 *   GELU         y = x·Φ(x)                   dy/dx = Φ(x) + x·φ(x)
 *   layer norm   y = g·(x - μ)/σ + b          dx = (d - mean(d) - x̂·mean(d·x̂))/σ,  d = dy·g
 *   softmax cross-entropy of class c          dx = softmax(x) - onehot(c)
 *
 * Hendrycks & Gimpel 2016 (GELU); Ba, Kiros & Hinton 2016, "Layer normalization", section 3;
 * Bishop 2006, section 4.3.4 (softmax with cross-entropy).
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertPositive, assertRank } from "../core/check";
import * as tf from "../core/tf";
import { TRACE_BACKEND } from "./trace/backend";
import { LAYER_NORM } from "./trace/normalization";

/** 1/√2 and 1/√(2π): Φ(x) = (1 + erf(x/√2))/2, φ(x) = e^(-x²/2)/√(2π). */
const INVERSE_ROOT_2 = Math.SQRT1_2;
const INVERSE_ROOT_2_PI = 1 / Math.sqrt(2 * Math.PI);

export interface LayerNormOptions {
  /** Added to the variance, so that equal numbers don't divide by 0. Default 1e-12, BERT's. */
  epsilon?: number;
}

/** Gaussian error linear unit, exact (with erf, not its approximation by tanh). Keeps the shape. */
export function gelu<T extends tf.Tensor>(x: T): T {
  const compute = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
    const [input, save] = given as [tf.Tensor, tf.GradSaveFunc];
    const below = tf.add(tf.mul(tf.erf(tf.mul(input, INVERSE_ROOT_2)), 0.5), 0.5); // Φ(x)
    save([input, below]);
    return {
      value: tf.mul(input, below),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [from, cdf] = saved as [tf.Tensor, tf.Tensor];
        const density = tf.mul(tf.exp(tf.mul(tf.square(from), -0.5)), INVERSE_ROOT_2_PI);
        return tf.mul(dy, tf.add(cdf, tf.mul(from, density)));
      },
    };
  });
  return compute(x) as T;
}

/**
 * Each row along the last axis to mean 0 and variance 1, then scaled and shifted.
 *
 * @param x    […, D]
 * @param gain [D]
 * @param bias [D]
 * @returns    […, D]
 */
export function layerNorm<T extends tf.Tensor>(
  x: T,
  gain: tf.Tensor,
  bias: tf.Tensor,
  { epsilon = 1e-12 }: LayerNormOptions = {},
): T {
  assertPositive("layerNorm", { epsilon });
  const width = x.shape[x.shape.length - 1];
  for (const [name, tensor] of Object.entries({ gain, bias })) {
    assertRank("layerNorm", name, tensor, 1);
    if (tensor.shape[0] !== width) {
      throw new RangeError(
        `layerNorm: ${name} must have shape [${width}], as x's last axis, got [${tensor.shape}]`,
      );
    }
  }
  const compute = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
    const [input, scale, shift, save] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const { value, mean, inverse } = normalize(input, scale, shift, epsilon);
    save([input, scale, mean, inverse]);
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        layerNormGradients(dy, saved as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]),
    };
  });
  return compute(x, gain, bias) as T;
}

/**
 * Mean of -ln softmax(logits)[label] over the rows.
 *
 * @param labels [N] int32, from 0 to V - 1
 * @param logits [N, V]
 */
export function softmaxCrossEntropy(labels: tf.Tensor1D, logits: tf.Tensor2D): tf.Scalar {
  assertRank("softmaxCrossEntropy", "logits", logits, 2);
  assertRank("softmaxCrossEntropy", "labels", labels, 1);
  if (labels.shape[0] !== logits.shape[0]) {
    throw new RangeError(
      `softmaxCrossEntropy: labels must have one class for each of the ${logits.shape[0]} rows, ` +
        `got ${labels.shape[0]}`,
    );
  }
  const [rows, classes] = logits.shape;
  const compute = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
    const [input, save] = given as [tf.Tensor2D, tf.GradSaveFunc];
    const logarithms = tf.logSoftmax(input); // [N, V]
    const truth = tf.cast(tf.oneHot(labels, classes), "float32"); // [N, V]
    save([logarithms, truth]);
    return {
      value: tf.div(tf.neg(tf.sum(tf.mul(logarithms, truth))), rows),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [logs, hot] = saved as [tf.Tensor, tf.Tensor];
        return tf.mul(tf.sub(tf.exp(logs), hot), tf.div(dy, rows));
      },
    };
  });
  return compute(logits) as tf.Scalar;
}

interface Normalized {
  value: tf.Tensor;
  /** […, 1] */
  mean: tf.Tensor;
  /** 1/σ, […, 1] */
  inverse: tf.Tensor;
}

/** One operation where a graph is traced; ONNX has layer norm, TensorFlow.js's devices don't. */
function normalize(x: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor, epsilon: number): Normalized {
  if (tf.getBackend() === TRACE_BACKEND) {
    const made = tf.engine().runKernel(LAYER_NORM, { x, gain, bias }, { epsilon });
    const [value, mean, inverse] = made as unknown as [tf.Tensor, tf.Tensor, tf.Tensor];
    return { value, mean, inverse };
  }
  const mean = tf.mean(x, -1, true);
  const centred = tf.sub(x, mean);
  const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
  return { value: tf.add(tf.mul(tf.mul(centred, inverse), gain), bias), mean, inverse };
}

function layerNormGradients(
  dy: tf.Tensor,
  [x, gain, mean, inverse]: [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor],
): tf.Tensor[] {
  const rows = x.shape.slice(0, -1).map((_, axis) => axis);
  const normal = tf.mul(tf.sub(x, mean), inverse); // x̂
  const d = tf.mul(dy, gain);
  const centred = tf.sub(d, tf.mean(d, -1, true));
  const along = tf.mul(normal, tf.mean(tf.mul(d, normal), -1, true));
  return [
    tf.mul(tf.sub(centred, along), inverse),
    tf.sum(tf.mul(dy, normal), rows),
    tf.sum(dy, rows),
  ];
}
