import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { FastText } from "../../src/word-vectors/fasttext";
import { SkipGramBatchTraining, skipGramBatchLoss } from "../../src/word-vectors/skip-gram-batch";
import { Word2Vec } from "../../src/word-vectors/word2vec";
import { distance, golden } from "./golden-word2vec";

before(() => startLab({ backend: "cpu" }));

describe("skipGramBatchLoss", () => {
  const { pairs, loss_sum, grad_in, grad_out } = golden.sgns_batch_gradient;

  it("has the loss and the gradients of the reference", () => {
    const tensors = tf.tidy(() => {
      const batch = {
        inputs: tf.tensor1d(
          pairs.map(({ center }) => center),
          "int32",
        ),
        targets: tf.tensor2d(
          pairs.map(({ context, negatives }) => [context, ...negatives]),
          undefined,
          "int32",
        ),
      };
      const { value, grads } = tf.valueAndGrads((input: tf.Tensor, output: tf.Tensor) =>
        skipGramBatchLoss(batch, input as tf.Tensor2D, output as tf.Tensor2D),
      )([tf.tensor2d(golden.W_in), tf.tensor2d(golden.W_out)]);
      return { value, input: grads[0]!, output: grads[1]! };
    });
    assert.ok(Math.abs(tensors.value.dataSync()[0]! - loss_sum) < 1e-5);
    assert.ok(distance(tensors.input.dataSync(), grad_in.flat()) < 1e-5);
    assert.ok(distance(tensors.output.dataSync(), grad_out.flat()) < 1e-5);
    tf.dispose(tensors);
  });

  it("ignores a negative that is the true word", () => {
    const lossOf = (targets: number[][]) =>
      tf.tidy(() => {
        const [input, output] = [tf.tensor2d(golden.W_in), tf.tensor2d(golden.W_out)];
        const batch = {
          inputs: tf.tensor1d([2], "int32"),
          targets: tf.tensor2d(targets, undefined, "int32"),
        };
        return skipGramBatchLoss(batch, input, output).dataSync()[0]!;
      });
    assert.ok(Math.abs(lossOf([[5, 5, 3]]) - lossOf([[5, 3]])) < 1e-6);
  });
});

describe("SkipGramBatchTraining", () => {
  const text = Array.from({ length: 300 }, (_, i) =>
    i % 2 === 0 ? ["cat", "dog", "eats", "sleeps"] : ["car", "bus", "drives", "stops"],
  );
  const options = { minCount: 1, vectorSize: 10, sample: 0, epochs: 4, window: 2, negative: 3 };
  let numTensors = 0;
  before(() => (numTensors = tf.memory().numTensors));
  after(() => assert.equal(tf.memory().numTensors, numTensors, "no tensor is left behind"));

  it("learns in compiled batches which words keep company, and lowers the loss", async () => {
    const training = await SkipGramBatchTraining.create(new Word2Vec(options).start(text), {
      ...{ batchSize: 64, learningRate: 0.1, device: "cpu" },
    });
    const losses: number[] = [];
    for (let step = await training.step(); step; step = await training.step()) {
      losses.push(step.loss);
    }
    const vectors = await training.wordVectors();
    await training.dispose();
    assert.ok(Math.abs(losses[0]! - 4 * Math.LN2) < 0.5, `begins at ${losses[0]}`);
    assert.ok(losses.at(-2)! < 0.7 * losses[0]!, `${losses[0]} → ${losses.at(-2)}`);
    assert.ok(vectors.similarity("cat", "dog") > vectors.similarity("cat", "bus") + 0.1);
  });

  it("says what it can't train", async () => {
    const build = (model: Word2Vec | FastText) =>
      SkipGramBatchTraining.create(model.start(text) as ReturnType<Word2Vec["start"]>);
    const message = /skip-gram with negative sampling/;
    await assert.rejects(build(new Word2Vec({ ...options, architecture: "cbow" })), message);
    const tree = { ...options, objective: "hierarchical-softmax" as const };
    await assert.rejects(build(new Word2Vec(tree)), message);
    await assert.rejects(build(new FastText({ ...options, buckets: 100 })), message);
    await assert.rejects(
      SkipGramBatchTraining.create(new Word2Vec(options).start(text), { batchSize: 0 }),
      /batchSize.*got 0/,
    );
  });
});
