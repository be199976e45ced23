import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import type { Analogy } from "../../src/data/types";
import { evaluateAnalogies } from "../../src/evaluation/analogies";
import { WordVectors } from "../../src/word-vectors/word-vectors";

// The first number tells male from female, the others the rank; "drake" breaks the rule.
const vectors = new WordVectors(
  ["man", "woman", "king", "queen", "duke", "duchess", "paris"],
  Float32Array.of(1, 1, 0, -1, 1, 0, 1, 0, 1, -1, 0, 1, 1, 2, 2, -1, -2, -3, 0, 0, 5),
  { size: 3 },
);
const analogy = (category: string, words: string): Analogy => {
  const [a, b, c, d] = words.split(" ") as [string, string, string, string];
  return { category, a, b, c, d };
};
const questions = [
  analogy("gender", "man king woman queen"),
  analogy("gender", "king man queen woman"),
  analogy("gender", "man duke woman duchess"),
  analogy("capital", "France Paris king queen"),
];

describe("evaluateAnalogies", () => {
  it("counts first answers, and leaves out questions with unknown words", () => {
    const result = evaluateAnalogies(vectors, questions);
    assert.deepEqual(
      result.answers.map(({ answer, isCorrect }) => [answer, isCorrect]),
      [
        ["queen", true],
        ["woman", true],
        ["queen", false],
      ],
    );
    assert.deepEqual([result.asked, result.skipped], [3, 1]);
    assert.equal(result.accuracy, 2 / 3);
    assert.equal(result.accuracyAtK, 1); // only four words are left to answer with
  });
  it("scores each category by itself", () => {
    const { categories } = evaluateAnalogies(vectors, questions);
    assert.deepEqual([...categories.keys()], ["gender", "capital"]);
    assert.equal(categories.get("gender")!.accuracy, 2 / 3);
    const capital = categories.get("capital")!;
    assert.deepEqual([capital.asked, capital.skipped, capital.accuracy], [0, 1, NaN]);
  });
  it("counts an answer among the first k apart", () => {
    const wrongFirst = [analogy("x", "man king woman duchess")];
    const rank = vectors
      .analogy({ a: "man", b: "king", c: "woman" })
      .find(({ word }) => word === "duchess")!.rank;
    assert.ok(rank > 1);
    const at = (k: number) => evaluateAnalogies(vectors, wrongFirst, { k }).accuracyAtK;
    assert.deepEqual([at(rank - 1), at(rank)], [0, 1]);
  });
  it("states chance: one of the words that may be answered", () => {
    assert.equal(evaluateAnalogies(vectors, questions).chance, 1 / 4);
    assert.equal(evaluateAnalogies(vectors, questions, { excludeInputs: false }).chance, 1 / 7);
  });
  it("looks words up in lower case where they aren't known as written", () => {
    const shouted = [analogy("gender", "Man King WOMAN Queen")];
    assert.equal(evaluateAnalogies(vectors, shouted).accuracy, 1);
  });
  it("passes method and inputs on", () => {
    const seen: unknown[] = [];
    const solver = {
      words: vectors.words,
      has: (word: string) => vectors.has(word),
      analogy: ({ method, excludeInputs, k }: Record<string, unknown>) => {
        seen.push([method, excludeInputs, k]);
        return [];
      },
    };
    const options = { method: "3CosMul", excludeInputs: false, k: 3 } as const;
    assert.equal(evaluateAnalogies(solver, questions.slice(0, 1), options).accuracy, 0);
    assert.deepEqual(seen, [["3CosMul", false, 3]]);
  });
  it("gives an interval that holds the accuracy, when it may draw", () => {
    assert.equal(evaluateAnalogies(vectors, questions).interval, undefined);
    const { interval, accuracy } = evaluateAnalogies(vectors, questions, { rng: createRng(1) });
    assert.equal(interval!.estimate, accuracy);
    assert.deepEqual([interval!.low, interval!.high], [0, 1]);
  });
  it("says what it got when there are no questions", () => {
    assert.throws(() => evaluateAnalogies(vectors, []), /with at least one, got an array of 0/);
  });
});
