import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { bertConfig, type BertConfig } from "../../src/bert/config";
import { forwardEncoder } from "../../src/bert/bert-encoder";
import { forwardPretraining, pretrainingLoss } from "../../src/bert/bert-for-pretraining";
import {
  encoderShapes,
  initialParameters,
  pretrainingShapes,
} from "../../src/bert/parameter-shapes";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import type { HostArray } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import { adaGrad } from "../../src/training/optimizer";
import { assertEqualsEager } from "./equals-eager";
import { assertTrainsAsEager, type Given, type Weights } from "./train-both-ways";

const rng = createRng(17);
const VOCABULARY = 19;

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

function weights(shapes: Record<string, number[]>, scale = 0.5): Weights {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const values = Float32Array.from({ length: size }, () => scale * rng.normal());
      return [name, tf.tensor(values, shape)];
    }),
  );
}

function reals(...shape: number[]): HostArray {
  const length = shape.reduce((product, size) => product * size, 1);
  const data = Float32Array.from({ length }, () => rng.normal());
  return { dtype: "float32", shape, data };
}

function whole(limit: number, ...shape: number[]): HostArray {
  const length = shape.reduce((product, size) => product * size, 1);
  return { dtype: "int32", shape, data: Int32Array.from({ length }, () => rng.integer(limit)) };
}

/** 1 for the first tokens of each sequence, at least one of them, then 0. */
function paddingMask(rows: number, length: number): HostArray {
  const data = new Int32Array(rows * length);
  for (let row = 0; row < rows; row++) {
    data.fill(1, row * length, row * length + 1 + rng.integer(length));
  }
  return { dtype: "int32", shape: [rows, length], data };
}

const ids = { dtype: "int32", shape: ["B", "T"] } as const;
const list = (axis: string | number) => ({ dtype: "int32", shape: [axis] }) as const;

describe("compiled training equals eager training", () => {
  const small: Partial<BertConfig> = {
    ...{ vocabSize: VOCABULARY, hiddenSize: 8, numHiddenLayers: 2, numAttentionHeads: 2 },
    ...{ intermediateSize: 12, maxPositionEmbeddings: 16, initializerRange: 0.3 },
  };
  const pretraining = (config: BertConfig, parameters: Weights) => ({
    weights: parameters,
    loss(held: Weights, { words, types, mask, places, targets, follows, key }: Given) {
      const batch = { inputIds: words!, tokenTypeIds: types!, attentionMask: mask! };
      const output = forwardPretraining(held, batch, config, {
        training: true,
        rng: new RandomKey(key as tf.Tensor1D),
        maskedPositions: places as tf.Tensor1D,
      });
      const labels = { words: targets as tf.Tensor1D, nextSentence: follows as tf.Tensor1D };
      return pretrainingLoss(output, labels).total;
    },
    inputs: {
      ...{ words: ids, types: ids, mask: ids, places: list("N"), targets: list("N") },
      ...{ follows: list("B"), key: list(2) },
    },
    axes: { T: { max: 16 } },
    feeds(step: number) {
      const [rows, length, masked] = [3 + step, 5 + 2 * step, 4 + step];
      return {
        words: whole(VOCABULARY, rows, length),
        types: whole(2, rows, length),
        mask: paddingMask(rows, length),
        places: whole(rows * length, masked),
        targets: whole(VOCABULARY, masked),
        follows: whole(2, rows),
        key: { dtype: "int32" as const, shape: [2], data: Int32Array.of(7, step) },
      };
    },
  });

  it("of BERT with dropout, words and next sentences", async () => {
    const config = bertConfig(small);
    const parameters = initialParameters(pretrainingShapes(config), config, rng);
    await assertTrainsAsEager(pretraining(config, parameters));
  });

  it("of ALBERT, whose layers share their weights", async () => {
    const config = bertConfig({
      ...{ ...small, modelType: "albert", embeddingSize: 6, numHiddenGroups: 1 },
    });
    const parameters = initialParameters(pretrainingShapes(config), config, rng);
    await assertTrainsAsEager(pretraining(config, parameters));
  });

  it("of sentence pairs (u, v, |u - v|) under one encoder", async () => {
    const config = bertConfig({ ...small, numHiddenLayers: 1, maxPositionEmbeddings: 64 });
    const encoder = initialParameters(encoderShapes(config, { pooler: false }), config, rng);
    const side = { first: ids, firstMask: ids } as const;
    await assertTrainsAsEager({
      weights: { ...encoder, ...weights({ "classifier.weight": [24, 3] }) },
      loss(held, { first, second, firstMask, secondMask, labels, key }) {
        const random = new RandomKey(key as tf.Tensor1D);
        const { "classifier.weight": classifier, ...parameters } = held;
        const embed = (inputIds: tf.Tensor, attentionMask: tf.Tensor) => {
          const batch = { inputIds, attentionMask };
          const options = { training: true, rng: random };
          const output = forwardEncoder(parameters, batch, config, options);
          return meanPooled(output.hiddenStates[0]!, attentionMask);
        };
        const [u, v] = [embed(first!, firstMask!), embed(second!, secondMask!)];
        const features = tf.concat([u, v, tf.abs(tf.sub(u, v))], 1) as tf.Tensor2D; // [B, 3D]
        const logits = tf.matMul<tf.Tensor2D>(features, classifier as tf.Tensor2D);
        return softmaxCrossEntropy(labels as tf.Tensor1D, logits);
      },
      inputs: {
        ...side,
        second: { dtype: "int32", shape: ["B", "S"] },
        secondMask: { dtype: "int32", shape: ["B", "S"] },
        ...{ labels: list("B"), key: list(2) },
      },
      axes: { T: { max: 64 }, S: { max: 64 } },
      feeds: (step) => ({
        first: whole(VOCABULARY, 4 + step, 6),
        firstMask: paddingMask(4 + step, 6),
        second: whole(VOCABULARY, 4 + step, 5 + step),
        secondMask: paddingMask(4 + step, 5 + step),
        labels: whole(3, 4 + step),
        key: { dtype: "int32", shape: [2], data: Int32Array.of(1, step) },
      }),
    });
  });

  it("of a contrastive loss, where the rest of the batch are the negatives", async () => {
    await assertTrainsAsEager({
      weights: weights({ tower: [6, 4], temperature: [] }),
      loss({ tower, temperature }, { queries, documents }) {
        const embed = (x: tf.Tensor) => {
          const y = tf.matMul(x as tf.Tensor2D, tower as tf.Tensor2D);
          return tf.div(y, tf.norm(y, "euclidean", 1, true)) as tf.Tensor2D;
        };
        const scores = tf.matMul(embed(queries!), embed(documents!), false, true); // [B, B]
        const scaled = tf.mul(scores, tf.exp(temperature!)) as tf.Tensor2D;
        const own = tf.range(0, scaled.shape[0], 1, "int32") as tf.Tensor1D;
        const [there, back] = [scaled, tf.transpose(scaled) as tf.Tensor2D].map((logits) =>
          softmaxCrossEntropy(own, logits),
        );
        return tf.mul<tf.Scalar>(tf.add(there!, back!), 0.5);
      },
      inputs: {
        queries: { dtype: "float32", shape: ["B", 6] },
        documents: { dtype: "float32", shape: ["B", 6] },
      },
      feeds: (step) => ({ queries: reals(2 + 3 * step, 6), documents: reals(2 + 3 * step, 6) }),
    });
  });

  it("of an LSTM, unrolled over its sequence", async () => {
    const width = 4;
    await assertTrainsAsEager({
      weights: weights({ table: [VOCABULARY, 3], kernel: [3 + width, 4 * width], out: [width, 2] }),
      loss({ table, kernel, out }, { words, labels }) {
        const steps = tf.unstack(tf.gather(table!, words!), 1); // T times [B, 3]
        const size = words!.shape[0]!;
        let [cell, hidden] = [tf.zeros([size, width]), tf.zeros([size, width])];
        for (const x of steps) {
          const gates = tf.matMul(tf.concat([x, hidden], 1) as tf.Tensor2D, kernel as tf.Tensor2D);
          const [input, forget, candidate, output] = tf.split(gates, 4, 1);
          const kept = tf.mul(tf.sigmoid(tf.add(forget!, 1)), cell);
          cell = tf.add(kept, tf.mul(tf.sigmoid(input!), tf.tanh(candidate!)));
          hidden = tf.mul(tf.sigmoid(output!), tf.tanh(cell));
        }
        const logits = tf.matMul<tf.Tensor2D>(hidden as tf.Tensor2D, out as tf.Tensor2D);
        return softmaxCrossEntropy(labels as tf.Tensor1D, logits);
      },
      inputs: { words: { dtype: "int32", shape: ["B", 5] }, labels: list("B") },
      feeds: (step) => ({ words: whole(VOCABULARY, 3 + step, 5), labels: whole(2, 3 + step) }),
    });
  });

  it("of a GRU, unrolled, which skips the padding of each sequence", async () => {
    const width = 4;
    await assertTrainsAsEager({
      weights: weights({ gates: [3 + width, 2 * width], candidate: [3 + width, width] }),
      loss({ gates, candidate }, { x, mask, target }) {
        let hidden = tf.zeros([x!.shape[0]!, width]);
        for (let t = 0; t < 4; t++) {
          const at = tf.squeeze(tf.slice(x!, [0, t, 0], [-1, 1, -1]), [1]); // [B, 3]
          const both = tf.concat([at, hidden], 1) as tf.Tensor2D;
          const opened = tf.sigmoid(tf.matMul(both, gates as tf.Tensor2D));
          const [reset, update] = tf.split(opened, 2, 1);
          const inner = tf.concat([at, tf.mul(reset!, hidden)], 1) as tf.Tensor2D;
          const proposed = tf.tanh(tf.matMul(inner, candidate as tf.Tensor2D));
          const next = tf.add(tf.mul(update!, hidden), tf.mul(tf.sub(1, update!), proposed));
          const isToken = tf.slice(mask!, [0, t], [-1, 1]); // [B, 1]
          hidden = tf.where(tf.cast(isToken, "bool"), next, hidden);
        }
        return tf.mean(tf.square(tf.sub(hidden, target!))) as tf.Scalar;
      },
      inputs: {
        x: { dtype: "float32", shape: ["B", 4, 3] },
        mask: { dtype: "int32", shape: ["B", 4] },
        target: { dtype: "float32", shape: ["B", width] },
      },
      feeds: (step) => ({
        x: reals(2 + step, 4, 3),
        mask: paddingMask(2 + step, 4),
        target: reals(2 + step, width),
      }),
    });
  });

  it("of word vectors by negative sampling, negatives drawn inside the step", async () => {
    await assertTrainsAsEager(
      {
        weights: weights({ words: [VOCABULARY, 5], contexts: [VOCABULARY, 5] }),
        loss({ words, contexts }, { center, context, key }) {
          const size = center!.shape[0]!;
          const drawn = new RandomKey(key as tf.Tensor1D).uniform([size, 3]);
          const negatives = tf.cast(tf.mul(drawn, VOCABULARY), "int32"); // [B, 3]
          const v = tf.gather(words!, center!); // [B, 5]
          const score = tf.sum(tf.mul(v, tf.gather(contexts!, context!)), 1); // [B]
          const others = tf.gather(contexts!, negatives); // [B, 3, 5]
          const wrong = tf.sum(tf.mul(tf.expandDims(v, 1), others), 2); // [B, 3]
          // -ln σ(x) = softplus(-x)
          const loss = tf.add(tf.sum(tf.softplus(tf.neg(score))), tf.sum(tf.softplus(wrong)));
          return tf.div<tf.Scalar>(loss, size);
        },
        inputs: { center: list("B"), context: list("B"), key: list(2) },
        feeds: (step) => ({
          center: whole(VOCABULARY, 5 + step),
          context: whole(VOCABULARY, 5 + step),
          key: { dtype: "int32", shape: [2], data: Int32Array.of(3, step) },
        }),
      },
      adaGrad(),
    );
  });

  it("learns: the same batch again and again costs less and less", async () => {
    const data = reals(6, 3);
    const losses = await assertTrainsAsEager({
      weights: weights({ w: [3, 3] }),
      loss: ({ w }, { x }) =>
        tf.mean(tf.square(tf.sub(tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D), x!))) as tf.Scalar,
      inputs: { x: { dtype: "float32", shape: ["B", 3] } },
      feeds: () => ({ x: data }),
    });
    losses.slice(1).forEach((loss, i) => assert.ok(loss < losses[i]!, losses.join(", ")));
  });
});

describe("compiled clustering equals eager clustering", () => {
  it("of a step of k-means, with a cluster that nobody belongs to", async () => {
    const step = ({ points, centers }: Given) => {
      const squares = tf.sum(tf.square(centers!), 1); // [4]
      const products = tf.matMul(points as tf.Tensor2D, centers as tf.Tensor2D, false, true);
      const nearest = tf.argMin(tf.sub(squares, tf.mul(products, 2)), 1) as tf.Tensor1D; // [N]
      const sums = tf.unsortedSegmentSum(points!, nearest, 4); // [4, 3]
      const ones = tf.ones([points!.shape[0]!]);
      const counts = tf.expandDims(tf.unsortedSegmentSum(ones, nearest, 4), 1); // [4, 1]
      const means = tf.div(sums, tf.maximum(counts, 1));
      const isEmpty = tf.equal(counts, 0);
      const sizes = tf.bincount(nearest, tf.tensor1d([]), 4);
      return { nearest, sizes, centers: tf.where(isEmpty, centers!, means) };
    };
    await assertEqualsEager(
      step,
      {
        points: { dtype: "float32", shape: ["N", 3] },
        centers: { dtype: "float32", shape: [4, 3] },
      },
      {
        sizes: [{ N: 40 }, { N: 1 }, { N: 3 }],
        draw: (random, name) => random.normal() * (name === "points" ? 1 : 3),
      },
    );
  });
});

/** The mean of the vectors of each sequence's tokens, [B, T, D] and [B, T] to [B, D]. */
function meanPooled(hidden: tf.Tensor3D, mask: tf.Tensor): tf.Tensor2D {
  const weight = tf.expandDims(tf.cast(mask, "float32"), 2); // [B, T, 1]
  const sum = tf.sum(tf.mul(hidden, weight), 1);
  return tf.div(sum, tf.sum(weight, 1)) as tf.Tensor2D;
}
