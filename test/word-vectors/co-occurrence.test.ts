import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { countCooccurrences } from "../../src/word-vectors/co-occurrence";
import {
  pointwiseMutualInformation,
  positivePmi,
} from "../../src/word-vectors/pointwise-mutual-information";

const { glove } = JSON.parse(readFileSync(join(__dirname, "../golden/word2vec.json"), "utf8")) as {
  glove: {
    counting: {
      sentence: string[];
      vocab: string[];
      window: number;
      symmetric_inverse_distance: number[][];
      symmetric_plain: number[][];
      right_only_plain: number[][];
    };
    ppmi: { pmi: (number | "-inf")[][]; ppmi: number[][] };
  };
};
const { sentence, vocab, window } = glove.counting;
const count = (options: object) => {
  const matrix = countCooccurrences([sentence], { window, minCount: 1, ...options });
  return { matrix, dense: vocab.map((a) => vocab.map((b) => matrix.at(a, b))) };
};

describe("countCooccurrences", () => {
  it("gives the golden counts: weighted by distance, plain, and of one side", () => {
    assert.deepEqual(count({}).dense, glove.counting.symmetric_inverse_distance);
    assert.deepEqual(count({ distanceWeighting: false }).dense, glove.counting.symmetric_plain);
    const right = count({ distanceWeighting: false, symmetric: false }).dense;
    assert.deepEqual(right, glove.counting.right_only_plain);
  });
  it("counts a word near itself from both places", () => {
    const matrix = countCooccurrences([["a", "b", "a"]], { minCount: 1 });
    assert.equal(matrix.at("a", "a"), 1); // 1/2 seen from the first a, 1/2 from the second
    assert.equal(matrix.at("a", "b"), 2);
  });
  it("agrees with the sum over all pairs of places, sentence by sentence", () => {
    const rng = createRng(2);
    const letters = "abcdefg";
    const sentences = Array.from({ length: 200 }, () =>
      Array.from({ length: rng.integer(12) }, () => rng.pick(letters)),
    );
    const matrix = countCooccurrences(sentences, { window: 4, minCount: 1 });
    for (const a of letters) {
      for (const b of letters) {
        let sum = 0;
        for (const words of sentences) {
          words.forEach((one, i) =>
            words.forEach((other, j) => {
              const d = Math.abs(i - j);
              if (one === a && other === b && d >= 1 && d <= 4) sum += 1 / d;
            }),
          );
        }
        assert.ok(Math.abs(matrix.at(a, b) - sum) < 1e-4, `${a}${b}: ${matrix.at(a, b)}, ${sum}`);
      }
    }
    const dense = matrix.toDense();
    const { words } = matrix.vocabulary;
    assert.deepEqual(
      dense,
      words.map((a) => words.map((b) => matrix.at(a, b))),
    );
    assert.equal(matrix.numNonZero, dense.flat().filter((x) => x > 0).length);
  });
  it("makes room for as many pairs as come", () => {
    const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
    const matrix = countCooccurrences([words], { window: 400, minCount: 1 });
    assert.equal(matrix.numNonZero, 400 * 399); // more than there is room for at first
    assert.equal(matrix.at("w399", "w0"), Math.fround(1 / 399));
    assert.equal(matrix.at("w0", "w0"), 0);
  });
  it("drops rare words and closes the gap", () => {
    const matrix = countCooccurrences([["a", "rare", "b", "a", "b"]], { minCount: 2, window: 1 });
    assert.deepEqual(matrix.vocabulary.words, ["a", "b"]);
    assert.equal(matrix.at("a", "b"), 3);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => count({ window: 0 }), /countCooccurrences: window .* got 0/);
    assert.throws(() => count({ minCount: 0.5 }), /countCooccurrences: minCount .* got 0.5/);
    assert.throws(() => countCooccurrences([]), /countCooccurrences: sentences must have words/);
    assert.throws(() => count({}).matrix.at("a", "x"), /at: "x" is not in the vocabulary/);
  });
});

describe("pointwiseMutualInformation", () => {
  const { matrix } = count({ distanceWeighting: false });
  it("gives the golden values", () => {
    const information = pointwiseMutualInformation(matrix);
    const { rowOffsets, columns, vocabulary } = matrix;
    let seen = 0;
    vocabulary.words.forEach((word, row) => {
      for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++, seen++) {
        const expected =
          glove.ppmi.pmi[vocab.indexOf(word)]![vocab.indexOf(vocabulary.words[columns[k]!]!)];
        assert.ok(Math.abs(information[k]! - Number(expected)) < 1e-9);
      }
    });
    assert.equal(seen, glove.ppmi.pmi.flat().filter((value) => value !== "-inf").length);
  });
  it("is 0 where chance alone is at work", () => {
    // Every word near every other equally often: X_ij = total / V² for all pairs.
    const even = countCooccurrences(
      [
        ["a", "b"],
        ["a", "a"],
        ["b", "b"],
        ["b", "a"],
      ],
      { minCount: 1 },
    );
    for (const value of pointwiseMutualInformation(even)) assert.ok(Math.abs(value) < 1e-12);
  });
});

describe("positivePmi", () => {
  it("gives the golden values, and keeps none below 0", () => {
    const positive = positivePmi(count({ distanceWeighting: false }).matrix);
    const dense = vocab.map((a) => vocab.map((b) => positive.at(a, b)));
    dense.flat().forEach((value, i) => {
      assert.ok(Math.abs(value - glove.ppmi.ppmi.flat()[i]!) < 1e-6);
    });
    const { values } = positivePmi(
      countCooccurrences([["a", "a", "b", "b", "a"]], { minCount: 1, window: 1 }),
    );
    assert.ok(values.every((value) => value > 0));
    assert.ok(values.length < 4);
  });
});
