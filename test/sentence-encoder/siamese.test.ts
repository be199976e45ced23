import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { shuffledBatches } from "../../src/data/batch-stream";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { softmaxClassificationLoss } from "../../src/losses/softmax-classification";
import { tripletLoss } from "../../src/losses/triplet";
import {
  siameseBatches,
  siameseObjective,
  type SiameseOptions,
} from "../../src/sentence-encoder/siamese";
import { Trainer } from "../../src/training/trainer";
import { smallEncoder, tinyBert } from "./small-encoder";

const ROWS = [
  { texts: ["the cat", "a cat sat", "the dogs"], label: 1 },
  { texts: ["a dogs", "the dog sat on a mat .", "cat"], label: 0 },
  { texts: ["the mat", "on the mat", "sat"], label: 2 },
  { texts: ["sat", "the dog sat", "a mat"], label: 1 },
];
const quiet = { compiled: true, threads: 1 };

/** Some steps of training. @returns the losses, and the weights at the end */
async function train(options: SiameseOptions, { numSteps = 60, encoder = smallEncoder() } = {}) {
  const { numColumns = 2 } = options;
  const rng = createRng(3);
  const isWhole = options.label === "int32";
  const data = siameseBatches(shuffledBatches(ROWS, { batchSize: 4, rng }), encoder, {
    sentencesOf: ({ texts }) => texts.slice(0, numColumns),
    ...(options.label && {
      labelOf: ({ label }) => (isWhole ? label : label / 2),
      label: options.label,
    }),
    rng,
  });
  const model = siameseObjective(encoder, options);
  const optimization = { learningRate: 0.003 };
  const trainer = new Trainer({ model, data, optimization, rng, execution: quiet });
  const losses: number[] = [];
  for (let i = 0; i < numSteps; i++) losses.push((await trainer.step()).loss);
  const weights = await trainer.weights();
  await trainer.dispose();
  return { encoder, model, data, losses, weights };
}

describe("siameseObjective", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });

  it("leaves alone what is frozen, and moves the rest", async () => {
    const { encoder, weights } = await train(
      {
        label: "float32",
        loss: ([u, v], { label }) => cosineSimilarityLoss(u!, v!, label),
        frozen: (name) => name.startsWith("bert.embeddings."),
      },
      { numSteps: 2 },
    );
    for (const [name, tensor] of Object.entries(encoder.parameters)) {
      if (name.endsWith("key.bias")) continue; // has no gradient: softmax takes it out
      const isSame = String(tensor.dataSync()) === String(weights[name]!.dataSync());
      const isFrozen = /^bert\.(embeddings|pooler)\./.test(name);
      assert.equal(isSame, isFrozen, name);
    }
  });

  it("gives the loss of the embeddings that encode gives, column by column", async () => {
    const encoder = smallEncoder();
    const seen: number[][] = [];
    const model = siameseObjective(encoder, {
      numColumns: 3,
      loss: (embeddings) => {
        for (const each of embeddings) seen.push([...each.dataSync()]);
        const [anchor, positive, negative] = embeddings as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
        return tripletLoss(anchor, positive, negative);
      },
    });
    const rng = createRng(3);
    const stream = { at: () => ROWS, fingerprint: () => "" };
    const data = siameseBatches(stream, encoder, { sentencesOf: ({ texts }) => texts, rng });
    const batch = Object.fromEntries(
      Object.entries(data.at(0)).map(([name, { data, shape }]) => [
        name,
        tf.tensor(data, shape, "int32"),
      ]),
    );
    assert.deepEqual(batch["inputIds"]!.shape, [3, 4, 9]);
    const random = new RandomKey(tf.tensor1d([0], "int32"));
    const { loss, weight } = model.loss(model.weights, batch, { random, training: false });
    assert.equal(weight.dataSync()[0], 4);
    const columns = await Promise.all(
      [0, 1, 2].map((c) => encoder.encode(ROWS.map(({ texts }) => texts[c]!))),
    );
    columns.forEach((column, c) => {
      column.dataSync().forEach((value, i) => {
        assert.ok(Math.abs(value - seen[c]![i]!) < 1e-5, `column ${c}, ${i}`);
      });
    });
    const [a, p, n] = columns as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    assert.ok(Math.abs(loss.dataSync()[0]! - tripletLoss(a, p, n).dataSync()[0]!) < 1e-5);
    await encoder.dispose();
  });

  const losses: Record<string, SiameseOptions> = {
    cosine: {
      label: "float32",
      loss: ([u, v], { label }) => cosineSimilarityLoss(u!, v!, label),
    },
    ranking: { loss: ([a, p]) => multipleNegativesRankingLoss(a!, p!) },
    "ranking with hard negatives": {
      numColumns: 3,
      loss: ([a, p, n]) => multipleNegativesRankingLoss(a!, p!, { hardNegatives: [n!] }),
    },
    triplet: { numColumns: 3, loss: ([a, p, n]) => tripletLoss(a!, p!, n!) },
  };
  for (const [name, options] of Object.entries(losses)) {
    it(`learns four rows by heart: ${name}`, async () => {
      const { losses: found, encoder, weights } = await train(options);
      assert.ok(found.at(-1)! < 0.5 * found[0]!, `from ${found[0]} to ${found.at(-1)}`);
      // All weights of the path moved, and those beside it stayed.
      for (const [weight, before] of Object.entries(encoder.parameters)) {
        const moved = tf.max(tf.abs(tf.sub(weights[weight]!, before))).dataSync()[0]!;
        const isBeside = weight.startsWith("bert.pooler.");
        assert.equal(moved === 0, isBeside, `${weight} moved by ${moved}`);
      }
      await encoder.dispose();
    });
  }

  it("trains a head along: every weight of it gets gradient and moves", async () => {
    const head = {
      weight: tf.randomUniform([3, 3 * 16], -0.1, 0.1, "float32", 4) as tf.Tensor2D,
      bias: tf.zeros([3]) as tf.Tensor1D,
    };
    const {
      losses: found,
      encoder,
      weights,
    } = await train({
      ...{ label: "int32", head },
      loss: ([u, v], { label, head: own }) =>
        softmaxClassificationLoss(u!, v!, label, own as typeof head),
    });
    assert.ok(found.at(-1)! < 0.5 * found[0]!, `from ${found[0]} to ${found.at(-1)}`);
    for (const [name, before] of Object.entries(head)) {
      const distance = tf.abs(tf.sub(weights[`head/${name}`]!, before)).dataSync();
      assert.ok(
        distance.every((moved) => moved > 0),
        `all of ${name} moved`,
      );
    }
    const trained = encoder.withParameters(weights);
    assert.deepEqual((await trained.encode(["a"])).shape, [1, 16]);
    await encoder.dispose();
    await trained.dispose();
  });

  it("trains a dense layer, and drops numbers while training alone", async () => {
    const dense = { outFeatures: 5, activation: "tanh", bias: true } as const;
    const bert = tinyBert({ hiddenDropoutProb: 0.2, attentionProbsDropoutProb: 0.2 });
    const encoder = smallEncoder({ dense, bert });
    const { model, data, weights } = await train(losses["cosine"]!, { numSteps: 2, encoder });
    for (const name of ["dense.linear.weight", "dense.linear.bias"]) {
      const moved = tf.max(tf.abs(tf.sub(weights[name]!, encoder.parameters[name]!)));
      assert.ok(moved.dataSync()[0]! > 0, name);
    }
    const feeds = Object.entries(data.at(0)).map(([name, { data: values, shape }]) => {
      return [name, tf.tensor(values, shape, name === "label" ? "float32" : "int32")] as const;
    });
    const lossOf = (key: number, training: boolean) => {
      const random = new RandomKey(tf.tensor1d([key], "int32"));
      const context = { random, training };
      return model.loss(model.weights, Object.fromEntries(feeds), context).loss.dataSync()[0]!;
    };
    assert.notEqual(lossOf(1, true), lossOf(2, true));
    assert.equal(lossOf(1, false), lossOf(2, false));
    await encoder.dispose();
  });

  it("says what it got when the input is wrong", async () => {
    const encoder = smallEncoder();
    assert.throws(() => siameseObjective(encoder, { loss: 1 as never }), /loss must be a function/);
    const loss = losses["cosine"]!.loss;
    assert.throws(() => siameseObjective(encoder, { loss, numColumns: 0 }), /numColumns.*got 0/);
    const stream = { at: () => ROWS, fingerprint: () => "" };
    const rng = createRng(1);
    const odd = siameseBatches(stream, encoder, {
      sentencesOf: ({ texts, label }) => texts.slice(label),
      rng,
    });
    assert.throws(() => odd.at(0), /each row must have 2 sentences, got 3/);
    await encoder.dispose();
  });
});
