import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { toTensor } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import { characterWords } from "../../src/recurrent/character-words";
import {
  elmoConfig,
  elmoLayers,
  elmoObjective,
  forwardElmo,
  randomElmo,
} from "../../src/recurrent/elmo";
import { elmoBatch, elmoBatches } from "../../src/recurrent/elmo-data";
import { WordReader } from "../../src/recurrent/word-reader";
import { Trainer } from "../../src/training/trainer";
import { assertLeaves } from "../support/leaks";
import { near, rows3 } from "./arrays";

before(() => startLab({ backend: "cpu", quiet: true }));

const SENTENCES = ["the duck swam", "the duck quacked", "they duck low", "a dog ran home"].map(
  (sentence) => sentence.split(" "),
);
const reader = new WordReader(SENTENCES, { wordLength: 9 });
const config = elmoConfig(reader, { hiddenSize: 8, letterSize: 4 });
const LENGTH = 6;

/** [B, T, C] and [B, T] of some sentences. */
function inputOf(sentences: string[][]): { letters: tf.Tensor3D; mask: tf.Tensor2D } {
  const { letters, mask } = elmoBatch(sentences, reader, LENGTH);
  return {
    letters: toTensor({ ...letters, dtype: "int32" }) as tf.Tensor3D,
    mask: toTensor({ ...mask, dtype: "int32" }) as tf.Tensor2D,
  };
}

describe("WordReader", () => {
  it("numbers words and letters, and frames a word", () => {
    assert.deepEqual(reader.words.slice(0, 6), ["<pad>", "<unk>", "<s>", "</s>", "the", "duck"]);
    assert.equal(reader.idOf("duck"), 5);
    assert.equal(reader.idOf("swan"), 1);
    const letters = reader.lettersOf("duck");
    assert.deepEqual([letters[0], letters[5], ...letters.slice(6)], [1, 2, 0, 0, 0]);
    assert.equal(new Set(letters.slice(1, 5)).size, 4);
    assert.equal(reader.lettersOf("zoo")[1], 3); // z is new
  });

  it("cuts what is longer, with its end kept", () => {
    assert.equal(reader.lettersOf("duckducks").length, 9);
    assert.deepEqual(reader.lettersOf("duckducks"), reader.lettersOf("duckduck"));
    assert.equal(reader.lettersOf("duckducks")[8], 2);
  });

  it("gives rare words no number of their own", () => {
    const { words } = new WordReader(SENTENCES, { minCount: 2 });
    assert.deepEqual(words.slice(4), ["the", "duck"]);
  });

  it("wants lists of words", () => {
    assert.throws(
      () => new WordReader(["the duck"] as never),
      /a sentence must be a list of words, got "the duck"/,
    );
    assert.throws(() => new WordReader([], { wordLength: 2 }), /wordLength must be .* got 2/);
  });
});

describe("elmoBatch", () => {
  it("lists each pair of neighbours once, <s> and </s> included", () => {
    const batch = elmoBatch([["the", "dog"], ["swan"]], reader, LENGTH);
    const word = (id: number) => reader.words[id];
    assert.deepEqual(Array.from(batch.places.data), [0, 1, 2, 6, 7]);
    assert.deepEqual(Array.from(batch.left.data, word), ["<s>", "the", "dog", "<s>", "<unk>"]);
    assert.deepEqual(Array.from(batch.right.data, word), ["the", "dog", "</s>", "<unk>", "</s>"]);
    assert.deepEqual(Array.from(batch.mask.data), [1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0]);
    assert.deepEqual(batch.letters.shape, [2, LENGTH, 9]);
  });

  it("refuses a sentence that is too long, and text for a list", () => {
    assert.throws(
      () => elmoBatch([["a", "b", "c", "d", "e"]], reader, LENGTH),
      /at most 4 words, got 5 in sentence 0/,
    );
    assert.throws(() => elmoBatch(["the duck" as never], reader, LENGTH), /list of words/);
  });
});

describe("characterWords", () => {
  let weights: Record<string, tf.Tensor>;
  before(() => (weights = randomElmo(config, createRng(3))));

  it("gives equal words equal vectors, wherever they stand, and other words others", () => {
    const { letters } = inputOf([
      ["the", "duck"],
      ["duck", "low"],
    ]);
    const [first, second] = rows3(characterWords(letters, weights));
    assert.deepEqual(first![2], second![1]);
    assert.notDeepEqual(second![1], second![2]);
  });

  it("doesn't count places after the word's end", () => {
    const long = new WordReader(SENTENCES, { wordLength: 12 });
    const vector = (from: WordReader) => {
      const ids = from.lettersOf("dog");
      return characterWords(tf.tensor3d([[ids]], [1, 1, ids.length], "int32"), weights);
    };
    near(vector(reader).dataSync(), vector(long).dataSync(), 1e-6);
  });
});

describe("forwardElmo", () => {
  let weights: Record<string, tf.Tensor>;
  before(() => (weights = randomElmo(config, createRng(3))));
  const of = (sentences: string[][]) => forwardElmo(weights, inputOf(sentences), config);

  it("learns left and right apart: neither side sees what the other reads", () => {
    const output = of([
      ["the", "duck", "swam"],
      ["the", "duck", "quacked"],
      ["they", "duck", "swam"],
    ]);
    for (const [layer, forward] of output.forward.entries()) {
      const duck = rows3(forward).map((sentence) => sentence[2]!);
      assert.deepEqual(duck[0], duck[1], `layer ${layer}: the right side reached the left model`);
      assert.notDeepEqual(duck[0], duck[2]);
    }
    for (const backward of output.backward) {
      const duck = rows3(backward).map((sentence) => sentence[2]!);
      assert.deepEqual(duck[0], duck[2]);
      assert.notDeepEqual(duck[0], duck[1]);
    }
  });

  it("gives a sentence the same vectors in a batch with longer ones", () => {
    const alone = elmoLayers(of([["the", "duck"]]));
    const together = elmoLayers(
      of([
        ["a", "dog", "ran", "home"],
        ["the", "duck"],
      ]),
    );
    alone.forEach((layer, l) => {
      near(rows3(layer)[0]!.slice(0, 4).flat(), rows3(together[l]!)[1]!.slice(0, 4).flat(), 1e-6);
    });
  });

  it("sets both sides next to each other, the word itself as layer 0", () => {
    const output = of([["the", "duck"]]);
    const layers = elmoLayers(output);
    assert.deepEqual(
      layers.map(({ shape }) => shape),
      [
        [1, LENGTH, 16],
        [1, LENGTH, 16],
        [1, LENGTH, 16],
      ],
    );
    const duck = rows3(layers[2]!)[0]![2]!;
    assert.deepEqual(duck.slice(0, 8), rows3(output.forward[1]!)[0]![2]);
    assert.deepEqual(duck.slice(8), rows3(output.backward[1]!)[0]![2]);
  });

  it("leaves no tensor behind but its output", () => {
    const input = inputOf(SENTENCES);
    assertLeaves(5, () => forwardElmo(weights, input, config));
  });

  it("names a weight that is missing", () => {
    const rest = { ...weights };
    delete rest["forward.1.bias"];
    assert.throws(
      () => forwardElmo(rest, inputOf(SENTENCES), config),
      /no weight forward\.1\.bias/,
    );
  });
});

describe("elmoObjective", () => {
  const objective = elmoObjective(config, { sentenceLength: LENGTH, letters: 9 });
  const run = async (compiled: boolean, steps: number) => {
    const rng = createRng(11);
    const weights = randomElmo(config, rng.fork("weights"));
    const data = elmoBatches(SENTENCES, reader, { batchSize: 4, sentenceLength: LENGTH, rng });
    const trainer = new Trainer({
      ...{ model: { weights, ...objective, description: config }, data, rng },
      optimization: { learningRate: 0.02 },
      execution: { compiled, threads: 1 },
    });
    const losses: number[] = [];
    await trainer.run({ steps, onStep: ({ loss }) => losses.push(loss) });
    const last = await trainer.step();
    await trainer.dispose();
    return { losses, last };
  };

  it("starts about where guessing at random does, and learns the sentences by heart", async () => {
    const { losses, last } = await run(true, 120);
    const chance = 2 * Math.log(config.numWords); // both sides
    assert.ok(Math.abs(losses[0]! - chance) < 0.2, `${losses[0]} should be near ${chance}`);
    assert.ok(last.loss < 0.4 * chance, `${last.loss} should be far below ${chance}`);
    const { forwardLoss, backwardLoss } = last.metrics;
    near([forwardLoss! + backwardLoss!], [last.loss], 1e-4);
  });

  it("computes the same compiled as step by step", async () => {
    const [compiled, eager] = [await run(true, 4), await run(false, 4)];
    near(compiled.losses, eager.losses, 1e-4);
  });

  /** Both losses of one pair of neighbours, the words at places 1 and 2 of the sentence. */
  const pairLosses = (weights: Record<string, tf.Tensor>, sentence: string[], labels: string[]) => {
    const [left, right] = labels.map((word) => tf.tensor1d([reader.idOf(word)], "int32"));
    const places = tf.tensor1d([1], "int32");
    const { metrics } = objective.loss(weights, {
      ...inputOf([sentence]),
      ...{ places, left: left!, right: right! },
    });
    return [metrics["forwardLoss"]!, metrics["backwardLoss"]!].map((loss) => loss.dataSync()[0]!);
  };

  it("guesses the right word forward and the left word backward", () => {
    // A bias of 100 makes one word certain: the side that must guess it has loss 0.
    const bias = new Float32Array(config.numWords);
    bias[reader.idOf("dog")] = 100;
    const weights = { ...randomElmo(config, createRng(3)), "guess.bias": tf.tensor1d(bias) };
    near(pairLosses(weights, ["a", "dog"], ["a", "dog"]), [0, 100], 2);
    near(pairLosses(weights, ["dog", "a"], ["dog", "a"]), [100, 0], 2);
  });

  it("hides from each side the word that it must guess", () => {
    const weights = randomElmo(config, createRng(3));
    const [forward, backward] = pairLosses(weights, ["a", "dog"], ["a", "dog"]);
    const [otherRight] = pairLosses(weights, ["a", "duck"], ["a", "dog"]);
    const [, otherLeft] = pairLosses(weights, ["the", "dog"], ["a", "dog"]);
    assert.equal(otherRight, forward);
    assert.equal(otherLeft, backward);
  });
});
