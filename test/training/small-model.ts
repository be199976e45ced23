/**
 * A model of forty weights with everything a trainer must cope with: a table, a layer norm, biases,
 * dropout, two parts of a loss. It learns that 3w + 1 follows w.
 */
import { createRng, type Rng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { mapBatches, shuffledBatches, type BatchStream } from "../../src/data/batch-stream";
import { layerNorm, softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import type { TrainableModel } from "../../src/training/loss";
import type { Batch } from "../../src/training/stepper";

export const VOCABULARY = 11;
const WIDTH = 6;
const INPUTS = {
  words: { dtype: "int32", shape: ["B"] },
  next: { dtype: "int32", shape: ["B"] },
} as const;

export function smallModel({ dropout = 0.2, seed = 1, width = WIDTH } = {}): TrainableModel {
  const rng = createRng(seed);
  const random = (...shape: number[]) => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    return tf.tensor(
      Float32Array.from({ length: size }, () => 0.5 * rng.normal()),
      shape,
    );
  };
  return {
    weights: {
      table: random(VOCABULARY, width),
      gain: tf.ones([width]),
      bias: tf.zeros([width]),
      output: random(width, VOCABULARY),
    },
    inputs: INPUTS,
    description: { width },
    loss: (weights, { words, next }, { random: key, training }) => {
      const { table, gain, bias, output } = weights;
      let hidden = layerNorm(tf.gather(table!, words!), gain!, bias!);
      if (training && dropout > 0) {
        const kept = tf.greaterEqual(key.uniform(hidden.shape), dropout);
        hidden = tf.mul(hidden, tf.div(tf.cast(kept, "float32"), 1 - dropout));
      }
      const logits: tf.Tensor2D = tf.matMul(hidden as tf.Tensor2D, output as tf.Tensor2D); // [B, V]
      const loss = softmaxCrossEntropy(next as tf.Tensor1D, logits);
      const isRight = tf.equal(tf.argMax(logits, 1), next!);
      const size = tf.sum(tf.onesLike(tf.cast(next!, "float32")));
      return { loss, weight: size, metrics: { accuracy: tf.mean(tf.cast(isRight, "float32")) } };
    },
  };
}

export function freeModel({ weights }: TrainableModel): void {
  for (const tensor of Object.values(weights)) tensor.dispose();
}

/** Batches of words and the words after them; masks nothing, draws nothing else. */
export function smallData(
  rng: Rng,
  { batchSize = 8, size = 50, dropLast = false } = {},
): BatchStream<Batch> {
  const words = Array.from({ length: size }, (_, i) => (i * 7) % VOCABULARY);
  const rows = shuffledBatches(words, { batchSize, rng, dropLast });
  return mapBatches(rows, batchOf, { rng, name: "next words" });
}

export function batchOf(words: readonly number[]): Batch {
  const next = words.map((word) => (3 * word + 1) % VOCABULARY);
  return {
    words: { shape: [words.length], data: Int32Array.from(words) },
    next: { shape: [words.length], data: Int32Array.from(next) },
  };
}
