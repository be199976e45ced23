import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { toTensor } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import { toyTranslations } from "../../src/recurrent/toy-translations";
import { translationBatch, translationBatches } from "../../src/recurrent/translation-data";
import {
  randomTranslator,
  translate,
  translationObjective,
} from "../../src/recurrent/translation-decoder";
import { encodeSource, translationConfig } from "../../src/recurrent/translation-encoder";
import { WordReader } from "../../src/recurrent/word-reader";
import { Trainer } from "../../src/training/trainer";
import { assertLeaves } from "../support/leaks";
import { near, rows3 } from "./arrays";

before(() => startLab({ backend: "cpu", quiet: true }));

const SENTENCES = toyTranslations();
const english = new WordReader(SENTENCES.map((sentence) => sentence.english));
const german = new WordReader(SENTENCES.map((sentence) => sentence.german));
const SIZE = { sourceLength: 9, targetLength: 9 };
const config = translationConfig(
  { sourceWords: english.words.length, targetWords: german.words.length },
  { wordSize: 6, hiddenSize: 5 },
);
const ids = (sentence: string) => sentence.split(" ").map((word) => english.idOf(word));
const row = (sentence: string, length = 9) => {
  const known = ids(sentence);
  return tf.tensor2d([[...known, ...Array(length - known.length).fill(0)]], [1, length], "int32");
};

describe("toyTranslations", () => {
  it("has each sentence once, and German follows from English", () => {
    const texts = SENTENCES.map(({ english: words }) => words.join(" "));
    assert.equal(new Set(texts).size, texts.length);
    assert.ok(texts.length > 200, `${texts.length} sentences`);
  });

  it("has both senses of each homonym, told by its German word", () => {
    const counts = new Map<string, number>();
    for (const { sense = "none", english: words, german: written } of SENTENCES) {
      counts.set(sense, (counts.get(sense) ?? 0) + 1);
      const [word] = sense.split(":");
      if (sense !== "none") assert.ok(words.includes(word!), `${sense}: ${words.join(" ")}`);
      if (sense === "bank: shore") assert.ok(written.includes("Ufer"));
    }
    for (const sense of ["duck: bird", "duck: lower", "bank: shore", "bank: money"]) {
      assert.ok(counts.get(sense)! >= 15, `${sense}: ${counts.get(sense)}`);
    }
    assert.ok(counts.get("bat: animal")! >= 5 && counts.get("bat: club")! >= 15);
  });

  it("puts a verb at the end where German does", () => {
    const { german: written } = SENTENCES.find(({ sense }) => sense === "duck: lower")!;
    assert.equal(written.join(" "), "der Junge muss sich unter dem Balken ducken");
  });
});

describe("translationBatch", () => {
  it("asks at each word of the translation for the next, and for the end at the last", () => {
    const sentences = [
      { english: ["the", "duck"], german: ["die", "Ente"] },
      { english: ["she"], german: ["sie"] },
    ];
    const size = { english, german, sourceLength: 3, targetLength: 4 };
    const { source, target, places, words } = translationBatch(sentences, size);
    const inGerman = (id: number) => german.words[id];
    assert.deepEqual(Array.from(source.data), [...ids("the duck"), 0, ...ids("she"), 0, 0]);
    assert.deepEqual(Array.from(target.data, inGerman), [
      ...["<s>", "die", "Ente", "<pad>"],
      ...["<s>", "sie", "<pad>", "<pad>"],
    ]);
    assert.deepEqual(Array.from(places.data), [0, 1, 2, 4, 5]);
    assert.deepEqual(Array.from(words.data, inGerman), ["die", "Ente", "</s>", "sie", "</s>"]);
  });

  it("refuses a sentence for which there is no room", () => {
    const size = { english, german, sourceLength: 3, targetLength: 2 };
    assert.throws(
      () => translationBatch([{ english: ["she"], german: ["sie", "sitzt"] }], size),
      /at most 3 and 1 words, got 1 and 2 in pair 0/,
    );
  });
});

describe("encodeSource", () => {
  let weights: Record<string, tf.Tensor>;
  before(() => (weights = randomTranslator(config, createRng(3))));

  it("lets left and right meet in the second layer, not in the first", () => {
    const [swims, sleeps] = ["the duck eats in the garden", "the duck eats in the house"].map(
      (sentence) => encodeSource(weights, row(sentence), config).map(rows3),
    );
    const left = (layers: number[][][][], layer: number) => layers[layer]![0]![1]!.slice(0, 5);
    assert.deepEqual(left(swims!, 0), left(sleeps!, 0));
    assert.notDeepEqual(left(swims!, 1), left(sleeps!, 1));
  });

  it("gives a sentence the same vectors however far it is padded", () => {
    const [short, long] = [6, 9].map((length) =>
      encodeSource(weights, row("the duck eats in the garden", length), config).map(rows3),
    );
    short!.forEach((layer, l) => near(layer[0]!.flat(), long![l]![0]!.slice(0, 6).flat(), 1e-6));
  });

  it("leaves nothing but its layers, and wants rows of numbers", () => {
    const source = row("the duck eats");
    assertLeaves(2, () => encodeSource(weights, source, config));
    assert.throws(
      () => encodeSource(weights, tf.zeros([3], "int32") as unknown as tf.Tensor2D, config),
      /encodeSource: source must have 2 axes, got shape \[3\]/,
    );
  });
});

describe("translationObjective", () => {
  const objective = translationObjective(config, SIZE);
  const tensors = (batch: ReturnType<typeof translationBatch>) => {
    const entries = Object.entries(batch).map(([name, array]) => {
      return [name, toTensor({ ...array, dtype: "int32" })] as const;
    });
    return Object.fromEntries(entries);
  };

  it("has the gradients that small changes of the weights show", () => {
    // Larger weights than at the start, so that float32 can tell the losses apart.
    const entries = Object.entries(randomTranslator(config, createRng(3)));
    const weights = Object.fromEntries(entries.map(([name, w]) => [name, tf.mul(w, 4)] as const));
    const batch = tensors(translationBatch(SENTENCES.slice(0, 2), { english, german, ...SIZE }));
    for (const name of ["attention.weight", "decoder.bias", "encoder.0.backward.hiddenWeights"]) {
      const lossAt = (tensor: tf.Tensor) =>
        objective.loss({ ...weights, [name]: tensor }, batch).loss;
      const slope = Array.from(
        tf
          .grad((w: tf.Tensor) => lossAt(w))(weights[name]!)
          .dataSync(),
      );
      const place = slope.map(Math.abs).indexOf(Math.max(...slope.map(Math.abs)));
      const values = weights[name]!.dataSync() as Float32Array;
      const at = (delta: number) => {
        const moved = Float32Array.from(values, (v, i) => (i === place ? v + delta : v));
        return lossAt(tf.tensor(moved, weights[name]!.shape)).dataSync()[0]!;
      };
      const measured = (at(0.02) - at(-0.02)) / 0.04;
      near([slope[place]! / measured], [1], 0.02);
    }
  });

  it("lets the decoder know what its last word was chosen from", () => {
    const weights = randomTranslator(config, createRng(3));
    const batch = tensors(translationBatch(SENTENCES.slice(0, 2), { english, german, ...SIZE }));
    const lossOf = (named: Record<string, tf.Tensor>) =>
      objective.loss(named, batch).loss.dataSync();
    // The columns behind the word's own 6 read h̃; without them, it would not be read.
    const decoder = weights["decoder.inputWeights"]!;
    const fromWord = tf.slice(decoder, [0, 0], [decoder.shape[0]!, 6]);
    const blind = tf.pad(fromWord, [
      [0, 0],
      [0, 10],
    ]);
    assert.notDeepEqual(lossOf({ ...weights, "decoder.inputWeights": blind }), lossOf(weights));
  });

  it("never looks at padding", () => {
    const weights = randomTranslator(config, createRng(3));
    const sentence = { english: ["the", "duck", "eats"], german: ["die", "Ente", "frisst"] };
    const lossWith = (sourceLength: number) => {
      const size = { english, german, sourceLength, targetLength: 9 };
      return objective.loss(weights, tensors(translationBatch([sentence], size))).loss.dataSync();
    };
    near(lossWith(3), lossWith(9), 1e-5);
  });

  it("computes the same compiled as step by step, and learns to translate", async () => {
    const rng = createRng(11);
    const sentences = SENTENCES.filter((_, i) => i % 8 === 0);
    const wider = { ...config, wordSize: 16, hiddenSize: 16 };
    const objective = translationObjective(wider, SIZE);
    const run = async (compiled: boolean, steps: number) => {
      const data = translationBatches(sentences, { batchSize: 9, english, german, ...SIZE, rng });
      const trainer = new Trainer({
        model: { weights: randomTranslator(wider, createRng(5)), ...objective },
        ...{ data, rng, optimization: { learningRate: 0.02 } },
        execution: { compiled, threads: 1 },
      });
      const losses: number[] = [];
      await trainer.run({ steps, onStep: ({ loss }) => losses.push(loss) });
      const weights = await trainer.weights();
      await trainer.dispose();
      return { losses, weights };
    };
    const [compiled, eager] = [await run(true, 200), await run(false, 3)];
    near(compiled.losses.slice(0, 3), eager.losses, 1e-4);
    const options = { startId: german.idOf("<s>"), endId: german.idOf("</s>") };
    for (const { english: words, german: written } of sentences.slice(0, 3)) {
      const source = words.map((word) => english.idOf(word));
      const { words: guessed, attention } = await translate(
        compiled.weights,
        source,
        wider,
        options,
      );
      assert.equal(guessed.map((id) => german.words[id]).join(" "), written.join(" "));
      for (const looks of attention) near([looks.reduce((a, b) => a + b)], [1], 1e-5);
      assert.deepEqual([attention.length, attention[0]!.length], [written.length, words.length]);
    }
  });
});

describe("translate", () => {
  it("ends after maxLength words, leaves no tensor, and refuses an empty sentence", async () => {
    const weights = randomTranslator(config, createRng(3));
    const options = { startId: 2, endId: -1, maxLength: 4 };
    const { words } = await assertLeaves(0, () => translate(weights, [4, 5], config, options));
    assert.equal(words.length, 4);
    await assert.rejects(translate(weights, [], config, options), /source\.length must .* got 0/);
  });
});
