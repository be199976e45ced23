import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { RandomKey } from "../../src/engine/random";
import { startLab } from "../../src/engine/lab";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import { dualBatches } from "../../src/dual-encoder/dual-batches";
import { LOG_SCALE } from "../../src/dual-encoder/dual-objective";
import { weightsBelow } from "../../src/dual-encoder/towers";
import { forwardSentences } from "../../src/sentence-encoder/modules";
import type { BertBatch } from "../../src/bert/batch";
import { cachedGradients } from "../../src/losses/gradient-cache";
import { diagonalCrossEntropy, infoNceLoss } from "../../src/losses/info-nce";
import type { HostArray } from "../../src/engine/host-array";
import { lossAndGradients } from "../../src/training/loss";
import { Trainer } from "../../src/training/trainer";
import { assertLeaves } from "../support/leaks";
import { PAIRS, smallBert, smallDual, tokenizer } from "./small-towers";

before(() => startLab({ backend: "cpu", quiet: true }));

const questions = PAIRS.flatMap(({ question }) => question);
const answers = PAIRS.map(({ answer }) => answer);

/** A batch of the first rows, as tensors. */
function batchOf(rows: typeof PAIRS, batchSize: number): Record<string, tf.Tensor> {
  const stream = dualBatches(rows, smallDual(), { rng: createRng(4), batchSize });
  const entries = Object.entries(stream.at(0)).map(([name, feed]) => {
    const { shape, data } = feed as HostArray;
    return [name, tf.tensor(data, [...shape], "int32")] as const;
  });
  return Object.fromEntries(entries);
}

describe("the loss on a matrix of four questions and four answers", () => {
  it("is small where the diagonal is largest, and sees rows and columns differently", () => {
    const scores = [
      [4, 1, 0, 1],
      [0, 3, 0, 0],
      [1, 0, 2, 1],
      [0, 1, 0, 5],
    ];
    const lse = (row: number[]) => Math.log(row.reduce((sum, x) => sum + Math.exp(x), 0));
    const mean = (rows: number[][]) =>
      rows.reduce((sum, row, i) => sum + lse(row) - row[i]!, 0) / 4;
    const columns = scores[0]!.map((_, j) => scores.map((row) => row[j]!));
    const [byRow, byColumn] = [scores, columns].map((matrix) =>
      diagonalCrossEntropy(tf.tensor2d(matrix)).dataSync(),
    );
    assert.ok(Math.abs(byRow![0]! - mean(scores)) < 1e-6); // 0.227
    assert.ok(Math.abs(byColumn![0]! - mean(columns)) < 1e-6); // 0.186
    // Row 1: e³ of e³ + 3: −ln 0.870 = 0.139
    assert.ok(Math.abs(lse(scores[1]!) - 3 - Math.log(1 + 3 * Math.exp(-3))) < 1e-12);
    assert.ok(byRow![0]! > byColumn![0]! + 0.03);
    // Shifted by one, each question finds another's answer.
    const shifted = scores.map((row) => [...row.slice(1), row[0]!]);
    assert.ok(diagonalCrossEntropy(tf.tensor2d(shifted)).dataSync()[0]! > 2);
  });
});

describe("DualEncoder", () => {
  it("learns answers that share no word with their questions, through both towers", async () => {
    const encoder = smallDual({ learnTemperature: true, temperature: 0.1, projectionSize: 12 });
    const before = await rightShare(encoder);
    const trainer = new Trainer({
      model: encoder.trainable(),
      data: dualBatches(PAIRS, encoder, { rng: createRng(4), batchSize: 12 }),
      optimization: { learningRate: 0.01, weightDecay: 0 },
      rng: createRng(5),
      execution: { threads: 1, axes: encoder.axes() },
    });
    const losses: number[] = [];
    const accuracies: number[] = [];
    for (let step = 0; step < 200; step++) {
      const { loss, metrics } = await trainer.step();
      losses.push(loss);
      accuracies.push(metrics["accuracy"]!);
    }
    const weights = await trainer.weights();
    const learned = Math.exp(-weights[LOG_SCALE]!.dataSync()[0]!);
    const trained = assertLeaves(0, () => encoder.withParameters(weights));
    assert.ok(Math.abs(trained.temperature - learned) < 1e-6 && learned < 0.1);
    assert.ok(before < 0.4, `${before}`);
    assert.ok(losses[0]! > 1.5 && losses[0]! < 5, `${losses[0]}`); // ln 12 = 2.48
    assert.equal(await rightShare(trained), 1);
    assert.ok(accuracies.at(-1) === 1 && losses.at(-1)! < 0.3, `${losses.at(-1)}`);
    for (const [name, tensor] of Object.entries(encoder.parameters)) {
      const moved = tf.norm(tf.sub(trained.parameters[name]!, tensor)).dataSync()[0]!;
      if (/key\.bias|positions?_emb|token_type/.test(name)) continue; // softmax ignores key biases
      assert.ok(moved > 1e-4, `${name} moved by ${moved}`);
    }
    assert.ok(trained.temperature !== encoder.temperature && trained.temperature > 0);
    await trainer.dispose();
    await encoder.dispose();
    await trained.dispose();
  });

  it("embeds questions and answers differently, unless the tower is shared", async () => {
    const two = smallDual({ projectionSize: 8 });
    const one = smallDual({ projectionSize: 8, shared: true });
    const apart = async (encoder: DualEncoder) => {
      const [a, b] = [await encoder.encodeQuestions(answers), await encoder.encodeAnswers(answers)];
      return tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
    };
    assert.ok((await apart(two)) > 0.01);
    assert.equal(await apart(one), 0);
    assert.ok(Object.keys(two.parameters).length === 2 * Object.keys(one.parameters).length);
    await two.dispose();
    await one.dispose();
  });

  it("gives each text its embedding in any order, alone and in a batch, of length 1", async () => {
    const encoder = smallDual();
    const mixed = ["which mountain is the tallest", "sarn", "ilden lies north which river is the"];
    const all = await encoder.encodeAnswers(mixed, { batchSize: 2 });
    assert.deepEqual(all.shape, [3, 16]);
    for (const [i, text] of mixed.entries()) {
      const alone = await encoder.encodeAnswers([text]);
      const error = tf.max(tf.abs(tf.sub(alone, tf.slice2d(all, [i, 0], [1, -1]))));
      assert.ok(error.dataSync()[0]! < 1e-5);
      assert.ok(Math.abs(tf.norm(alone).dataSync()[0]! - 1) < 1e-5);
    }
    const long = await encoder.encodeAnswers(mixed, { normalize: false });
    assert.ok(Math.abs(tf.norm(tf.slice2d(long, [0, 0], [1, -1])).dataSync()[0]! - 1) > 0.01);
    const none = await encoder.encodeAnswers([]);
    assert.deepEqual(none.shape, [0, 16]);
    await encoder.dispose();
  });

  for (const shared of [true, false]) {
    it(`comes back from a folder as it was, towers ${shared ? "shared" : "apart"}`, async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "dual-encoder-"));
      const encoder = smallDual({
        ...{ shared, projectionSize: 6, temperature: 0.2, learnTemperature: shared },
        pooling: shared ? ["cls", "cls"] : ["mean", "max"],
      });
      await encoder.save(folder);
      const loaded = await DualEncoder.load(folder);
      assert.equal(loaded.isShared, shared);
      assert.deepEqual(loaded.towers.answer.config, encoder.towers.answer.config);
      assert.deepEqual(
        Object.keys(loaded.parameters).sort(),
        Object.keys(encoder.parameters).sort(),
      );
      assert.ok(Math.abs(loaded.temperature - 0.2) < 1e-6);
      const [a, b] = [
        await encoder.score(questions, answers),
        await loaded.score(questions, answers),
      ];
      assert.ok(tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]! < 1e-6);
      await encoder.dispose();
      await loaded.dispose();
      fs.rmSync(folder, { recursive: true });
    });
  }

  it("begins with a pre-trained BERT, whose pooler stays as it is", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bert-"));
    const bert = smallBert();
    await bert.save(folder);
    await tokenizer().save(folder);
    const encoder = await DualEncoder.fromBert(folder, {
      ...{ rng: createRng(1), projectionSize: 5, temperature: 0.3, learnTemperature: true },
      ...{ pooling: { question: "cls", answer: "mean" }, maxSequenceLength: 10, threads: 1 },
    });
    assert.equal(encoder.size, 5);
    const { question, answer } = encoder.towers;
    assert.deepEqual([question.config.pooling, answer.config.pooling], [["cls"], ["mean"]]);
    assert.equal(question.config.maxSequenceLength, 10);
    const word = "bert.embeddings.word_embeddings.weight";
    const [own, other] = [question, answer].map(({ parameters }) => parameters[word]!.dataSync());
    assert.deepEqual(own, bert.parameters["embeddings.word_embeddings.weight"]!.dataSync());
    assert.deepEqual(own, other);
    const [a, b] = [question, answer].map(({ parameters }) => {
      return parameters["dense.linear.weight"]!.dataSync();
    });
    assert.notDeepEqual(a, b);
    const rows = PAIRS.map((pair, i) => ({ ...pair, negatives: [`which ${i} sarn`] }));
    const trainer = new Trainer({
      model: encoder.trainable({ numNegatives: 1 }),
      data: dualBatches(rows, encoder, { rng: createRng(4), batchSize: 6 }),
      optimization: { learningRate: 0.01 },
      rng: createRng(5),
      execution: { threads: 1, axes: encoder.axes({ numNegatives: 1 }) },
    });
    await trainer.step();
    const trained = encoder.withParameters(await trainer.weights());
    const pooler = "question.bert.pooler.dense.weight";
    const [before, after] = [encoder, trained].map((e) => e.parameters[pooler]!.dataSync());
    assert.deepEqual(before, after);
    assert.notEqual(trained.temperature, encoder.temperature);
    await assert.rejects(
      DualEncoder.fromBert(
        { question: folder, answer: folder },
        { rng: createRng(1), shared: true },
      ),
      /a shared tower has one folder and one pooling/,
    );
    await trainer.dispose();
    await encoder.dispose();
    await trained.dispose();
    fs.rmSync(folder, { recursive: true });
  });

  it("leaves no tensor behind but embeddings and, until disposed of, weights", async () => {
    const encoder = smallDual();
    const embeddings = await assertLeaves(1, () => encoder.encodeQuestions(questions));
    embeddings.dispose();
    const scores = await assertLeaves(1, () => encoder.score(questions, answers));
    scores.dispose();
    const count = Object.keys(encoder.parameters).length;
    await assertLeaves(-count, () => encoder.dispose());
  });

  it("refuses wrong input", async () => {
    assert.throws(() => smallDual({ temperature: 0 }), /temperature must be above 0, got 0/);
    const [narrow, wide] = [smallDual({ projectionSize: 4 }), smallDual()];
    const towers = { question: narrow.towers.question, answer: wide.towers.answer };
    assert.throws(() => new DualEncoder(towers), /must give embeddings of one size, got 4 and 16/);
    const encoder = smallDual();
    await assert.rejects(encoder.encodeQuestions("which" as never), /must be an array of strings/);
    await assert.rejects(encoder.encodeAnswers(["a"], { batchSize: 0 }), /batchSize must be/);
    assert.throws(() => encoder.withParameters({}), /bert\.embeddings/);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "dual-encoder-"));
    await assert.rejects(DualEncoder.load(folder), /dual-encoder.json isn't there/);
    await encoder.save(folder);
    fs.rmSync(path.join(folder, "answer"), { recursive: true });
    await assertLeaves(0, () => assert.rejects(DualEncoder.load(folder), /answer/));
    fs.writeFileSync(path.join(folder, "dual-encoder.json"), "{");
    await assert.rejects(DualEncoder.load(folder), /dual-encoder.json isn't JSON/);
    fs.rmSync(folder, { recursive: true });
    await encoder.dispose();
  });
});

describe("dualObjective", () => {
  it("sends a gradient to each weight of both towers, and hard negatives raise the loss", () => {
    const negatives = [{ ...PAIRS[0]!, negatives: ["mossa lies west"] }];
    const rows = PAIRS.slice(0, 6).map((pair) => ({ ...pair, ...pick(negatives[0]!, pair) }));
    const encoder = smallDual({ learnTemperature: true });
    const found = (numNegatives: number) => {
      const { negativeIds, negativeMask, ...plain } = batchOf(rows, 6);
      const batch = numNegatives > 0 ? { ...plain, negativeIds, negativeMask } : plain;
      return lossAndGradients(encoder.trainable({ numNegatives }), {
        ...{ weights: encoder.parameters, trained: Object.keys(encoder.parameters) },
        ...{ batch: batch as Record<string, tf.Tensor> },
        random: new RandomKey(tf.tensor1d([1], "int32")),
      });
    };
    const [without, hard] = [found(0), found(1)];
    assert.ok(hard.loss.dataSync()[0]! > without.loss.dataSync()[0]!);
    for (const side of ["question.", "answer."]) {
      const name = `${side}bert.encoder.layer.0.attention.self.query.weight`;
      assert.ok(tf.norm(without.gradients[name]!).dataSync()[0]! > 1e-6, name);
    }
    assert.ok(Math.abs(without.gradients[LOG_SCALE]!.dataSync()[0]!) > 1e-6);
  });

  it("has the same gradient through the gradient cache, in chunks", () => {
    const encoder = smallDual({ projectionSize: 8 });
    const batch = batchOf(PAIRS, 10);
    const { towers, parameters, temperature } = encoder;
    const plain = lossAndGradients(encoder.trainable(), {
      ...{ weights: parameters, trained: Object.keys(parameters), batch },
      random: new RandomKey(tf.tensor1d([1], "int32")),
    });
    const cached = cachedGradients(
      (q, a) => infoNceLoss(q!, a!, { temperature, symmetric: true }),
      (weights, { from, size }) =>
        (["question", "answer"] as const).map((side) => {
          const rows = (name: string) => tf.slice(batch[name]!, [from, 0], [size, -1]);
          const inputs = {
            inputIds: rows(`${side}Ids`),
            attentionMask: rows(`${side}Mask`),
          } as BertBatch;
          return forwardSentences(weightsBelow(side, weights), inputs, towers[side].config);
        }),
      parameters,
      { numRows: 10, chunkSize: 4 },
    );
    const apart = (a: tf.Tensor, b: tf.Tensor) => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
    assert.ok(apart(cached.loss, plain.loss) < 1e-5);
    for (const [name, gradient] of Object.entries(plain.gradients)) {
      assert.ok(apart(cached.gradients[name]!, gradient) < 1e-5, name);
    }
  });
});

describe("several questions per answer", () => {
  /** Of each answer its own question, and one in other words. */
  const ASKED = PAIRS.slice(0, 6).map(({ question, answer }) => {
    return { question: [question as string, `${question as string} lies`], answer };
  });
  const lossOf = (rows: typeof PAIRS, numQuestions: number, encoder: DualEncoder) => {
    const { loss, gradients } = lossAndGradients(encoder.trainable({ numQuestions }), {
      ...{ weights: encoder.parameters, trained: Object.keys(encoder.parameters) },
      ...{ batch: batchOf(rows, 6), random: new RandomKey(tf.tensor1d([1], "int32")) },
    });
    const name = "question.bert.embeddings.word_embeddings.weight";
    return [loss.dataSync()[0]!, ...gradients[name]!.dataSync()];
  };

  it("cost the mean of what each would alone, and pull as much", () => {
    const encoder = smallDual();
    const [first, second] = [0, 1].map((k) =>
      lossOf(
        ASKED.map((row) => ({ ...row, question: row.question[k]! })),
        1,
        encoder,
      ),
    );
    assert.ok(Math.abs(first![0]! - second![0]!) > 1e-4); // the wording counts
    lossOf(ASKED, 2, encoder).forEach((value, i) =>
      assert.ok(Math.abs(value - (first![i]! + second![i]!) / 2) < 1e-5, `${i}`),
    );
  });

  it("lie row by row, and each row has as many", () => {
    const options = { rng: createRng(4), batchSize: 3 };
    const { questionIds, answerIds } = dualBatches(ASKED, smallDual(), options).at(0);
    assert.deepEqual((questionIds as HostArray).shape, [3, 2, 8]); // [CLS] 6 words [SEP]
    assert.deepEqual((answerIds as HostArray).shape, [3, 5]);
    const uneven = [...ASKED.slice(0, 3), { ...PAIRS[4]! }];
    assert.throws(
      () => dualBatches(uneven, smallDual(), options),
      /every row must have 2 questions, as the first, got 1 in row 3/,
    );
    assert.throws(() => smallDual().trainable({ numQuestions: 0 }), /numQuestions/);
  });
});

describe("dualBatches", () => {
  it("never holds a text twice, and the same number gives the same batch", () => {
    const doubled = [
      ...PAIRS,
      ...PAIRS.map((pair) => ({ ...pair, question: `${pair.question} sarn` })),
    ];
    const stream = dualBatches(doubled, smallDual(), { rng: createRng(4), batchSize: 8 });
    for (let index = 0; index < 10; index++) {
      const { shape, data } = stream.at(index)["answerIds"] as HostArray;
      const rows = Array.from({ length: shape[0]! }, (_, i) =>
        String(data.slice(i * shape[1]!, (i + 1) * shape[1]!)),
      );
      assert.equal(new Set(rows).size, 8);
      assert.deepEqual(stream.at(index), stream.at(index));
    }
    assert.notDeepEqual(stream.at(0), stream.at(1));
  });
  it("lays negatives out row by row, each text padded to the longest of its kind", () => {
    const rows = PAIRS.map((pair, i) => ({ ...pair, negatives: [`sarn ${i}`, "tovick"] }));
    const distinct = rows.map((row, i) => ({ ...row, negatives: [`sarn ${i}`, `tovick ${i}`] }));
    const options = { rng: createRng(4), batchSize: 3 };
    const batch = dualBatches(distinct, smallDual(), options).at(0);
    assert.deepEqual((batch["questionIds"] as HostArray).shape, [3, 7]); // [CLS] 5 words [SEP]
    assert.deepEqual((batch["negativeIds"] as HostArray).shape, [6, 4]);
    assert.throws(() => dualBatches(rows, smallDual(), options).at(0), /batch/); // "tovick" in each
  });
  it("refuses rows with other numbers of negatives, and batches of one", () => {
    const uneven = [PAIRS[0]!, { ...PAIRS[1]!, negatives: ["a"] }];
    const act = (batchSize: number) => () =>
      dualBatches(uneven, smallDual(), { rng: createRng(4), batchSize });
    assert.throws(act(2), /every row must have 0 negatives, as the first, got 1 in row 1/);
    assert.throws(act(1), /batchSize must be a whole number of at least 2, got 1/);
  });
});

/** The share of questions whose own answer is the nearest of all. */
async function rightShare(encoder: DualEncoder): Promise<number> {
  const scores = await encoder.score(questions, answers);
  const nearest = tf.argMax(scores, 1).dataSync();
  return Array.from(nearest).filter((answer, question) => answer === question).length / 24;
}

/** A negative that isn't the pair's own answer, another one in each row. */
function pick(_: unknown, { answer }: { answer: string }) {
  return { negatives: [answer.replace("lies", "is")] };
}
