import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { dualBatches } from "../../src/dual-encoder/dual-batches";
import { LateInteraction } from "../../src/dual-encoder/late-interaction";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import type { HostArray } from "../../src/engine/host-array";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { shippedModelFolder } from "../../src/data/shipped-models";
import { lossAndGradients } from "../../src/training/loss";
import { Trainer } from "../../src/training/trainer";
import { assertLeaves } from "../support/leaks";
import { PAIRS, smallDual } from "./small-towers";

before(() => startLab({ backend: "cpu", quiet: true }));

const questions = PAIRS.flatMap(({ question }) => question);
const answers = PAIRS.map(({ answer }) => answer);

function small(): LateInteraction {
  const { towers } = smallDual({ shared: true, projectionSize: 12 });
  return new LateInteraction(towers.question, 0.1, { threads: 1 });
}

describe("LateInteraction", () => {
  it("learns which answer belongs to a question that shares no word with it", async () => {
    const start = small();
    const rows = PAIRS.map((pair) => ({ ...pair, question: [pair.question as string] }));
    const trainer = new Trainer({
      model: start.trainable({ numQuestions: 1 }),
      data: dualBatches(rows, start, { batchSize: 12, rng: createRng(1) }),
      rng: createRng(2),
      optimization: { learningRate: 0.02, warmupSteps: 5, totalSteps: 80 },
      execution: { device: "cpu", axes: start.axes(), threads: 1 },
    });
    await trainer.run({ steps: 80 });
    const trained = start.withParameters(await trainer.weights());
    const scores = await trained.score(questions, answers);
    const nearest = [...tf.argMax(scores, 1).dataSync()];
    const right = nearest.filter((answer, question) => answers[answer] === answers[question]);
    assert.ok(right.length >= 20, `${right.length} of 24`);
    const [best] = await trained.rerank(questions[3]!, answers, { k: 1 });
    assert.deepEqual([best!.document, best!.rank], [answers[nearest[3]!], 1]);
    scores.dispose();
    await trainer.dispose();
    await trained.dispose();
  });

  it("scores texts alike alone and among others of other lengths, in the order given", async () => {
    const encoder = small();
    const texts = ["ilden", ...answers.slice(0, 5), "sarn lies west lies east lies south"];
    const all = await encoder.score(questions.slice(0, 20), texts);
    const values = all.arraySync();
    for (const [i, j] of [
      [0, 0],
      [17, 6],
      [19, 3],
    ] as const) {
      // prettier-ignore
      const alone = await encoder.score([questions[i]!], [texts[j]!]);
      assert.ok(Math.abs(alone.dataSync()[0]! - values[i]![j]!) < 1e-5);
      alone.dispose();
    }
    const ranked = await encoder.rerank(questions[4]!, texts);
    assert.deepEqual(
      ranked.map(({ document }) => document),
      ranked.map(({ index }) => texts[index]),
    );
    assert.ok(ranked.every(({ score }, i) => i === 0 || score <= ranked[i - 1]!.score));
    assert.deepEqual((await encoder.score([], texts)).shape, [0, 7]);
    assert.deepEqual((await encoder.score(texts, [])).shape, [7, 0]);
    assert.deepEqual(await encoder.rerank("which", []), []);
    await encoder.dispose();
  });

  it("says word by word what a score is made of", async () => {
    const encoder = small();
    const matches = encoder.matches("which river", "ilden lies north");
    assert.deepEqual(
      matches.map(({ token }) => token),
      ["[CLS]", "which", "river", "[SEP]"],
    );
    const mean = matches.reduce((sum, { score }) => sum + score, 0) / matches.length;
    const [found] = await encoder.rerank("which river", ["ilden lies north"]);
    assert.ok(Math.abs(mean - found!.score) < 1e-5);
    const tokens = ["[CLS]", "ilden", "lies", "north", "[SEP]"];
    assert.ok(matches.every(({ match }) => tokens.includes(match)));
    await encoder.dispose();
  });

  it("takes several questions per answer, and their mean loss", () => {
    const encoder = small();
    const asked = PAIRS.slice(0, 6).map(({ question, answer }) => {
      return { question: [question as string, `${question as string} lies`], answer };
    });
    const lossOf = (rows: typeof PAIRS, numQuestions: number) => {
      const stream = dualBatches(rows, encoder, { batchSize: 6, rng: createRng(4) });
      const batch = Object.entries(stream.at(0)).map(([name, feed]) => {
        const { shape, data } = feed as HostArray;
        return [name, tf.tensor(data, [...shape], "int32")] as const;
      });
      const { loss, gradients } = lossAndGradients(encoder.trainable({ numQuestions }), {
        ...{ weights: encoder.parameters, trained: Object.keys(encoder.parameters) },
        ...{ batch: Object.fromEntries(batch), random: new RandomKey(tf.tensor1d([1], "int32")) },
      });
      return [loss.dataSync()[0]!, ...gradients["dense.linear.weight"]!.dataSync()];
    };
    const of = (k: number) => asked.map((row) => ({ ...row, question: row.question[k]! }));
    const [first, second] = [lossOf(of(0), 1), lossOf(of(1), 1)];
    assert.ok(Math.abs(first[0]! - second[0]!) > 1e-4);
    lossOf(asked, 2).forEach((value, i) =>
      assert.ok(Math.abs(value - (first[i]! + second[i]!) / 2) < 1e-5, `${i}`),
    );
  });

  it("comes back from its folder, which opens as a sentence encoder, too", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "late-interaction-"));
    const encoder = small();
    await encoder.save(folder, { onnx: false, files: { "training.json": "{}\n" } });
    assert.ok(fs.existsSync(path.join(folder, "training.json")));
    const again = await LateInteraction.load(folder);
    assert.equal(again.temperature, 0.1);
    const [a, b] = [encoder, again].map((each) => each.score(questions.slice(0, 3), answers));
    assert.ok(tf.max(tf.abs(tf.sub(await a!, await b!))).dataSync()[0]! < 1e-5);
    const mean = await SentenceEncoder.load(folder);
    assert.equal(mean.size, 12);
    for (const each of [encoder, again, mean]) await each.dispose();
    fs.rmSync(path.join(folder, "late-interaction.json"));
    await assert.rejects(LateInteraction.load(folder), /late-interaction.json isn't there/);
    fs.writeFileSync(path.join(folder, "late-interaction.json"), '{"format": 2}');
    await assert.rejects(LateInteraction.load(folder), /must have format 1 .*got format 2/);
    fs.rmSync(folder, { recursive: true });
  });

  it("begins as a BERT with a new layer", async () => {
    const bert = await shippedModelFolder("bert-small");
    const options = { rng: createRng(1), numLayers: 1, size: 24, maxSequenceLength: 40 };
    const encoder = await LateInteraction.fromBert(bert, options);
    assert.deepEqual(encoder.parameters["dense.linear.weight"]!.shape, [24, 128]);
    assert.equal(encoder.encoder.config.bert.numHiddenLayers, 1);
    await encoder.dispose();
  });

  it("leaves no tensor behind but scores and, until disposed of, weights", async () => {
    const encoder = small();
    (await assertLeaves(1, () => encoder.score(questions, answers))).dispose();
    await assertLeaves(0, () => encoder.rerank(questions[0]!, answers));
    assertLeaves(0, () => encoder.matches(questions[0]!, answers[0]!));
    const count = Object.keys(encoder.parameters).length;
    await assertLeaves(-count, () => encoder.dispose());
  });

  it("refuses wrong input", async () => {
    const encoder = small();
    assert.throws(() => new LateInteraction(encoder.encoder, 0), /temperature must be above 0/);
    const cls = smallDual({ shared: true, pooling: ["cls", "cls"] }).towers.question;
    assert.throws(() => new LateInteraction(cls), /must have mean pooling .*got cls/);
    await assert.rejects(encoder.score("which" as never, answers), /questions must be an array/);
    await assert.rejects(encoder.rerank("which", answers, { k: -1 }), /k must be/);
    assert.throws(() => encoder.trainable({ numQuestions: 0 }), /numQuestions must be/);
    await encoder.dispose();
  });
});
