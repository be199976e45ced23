import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  readInferencePair,
  readQuestionPair,
  readReview,
  readScoredPair,
  readSplits,
  readTriplet,
} from "../../src/data/sentence-datasets";

const pair = {
  id: "1",
  premise: "A dog barks.",
  hypothesis: "An animal barks.",
  label: "entailment",
  source: "hand",
};

describe("the readers of sentence data sets", () => {
  it("give a good row as it is, without fields that do not belong to it", () => {
    assert.deepEqual(readInferencePair({ ...pair, extra: 1 }), pair);
    const triplet = { id: "1", anchor: "a", positive: "b", negative: "c", source: "generated" };
    assert.deepEqual(readTriplet(triplet), triplet);
    const review = { id: "1", text: "Fine.", label: "positive", topic: "film", source: "hand" };
    assert.deepEqual(readReview(review), review);
  });
  it("refuse a label, a score, a truth value and a source outside their range", () => {
    assert.throws(() => readInferencePair({ ...pair, label: "maybe" }), /"label" must be one of/);
    assert.throws(() => readInferencePair({ ...pair, source: "web" }), /"source" must be one of/);
    const scored = { sentence1: "a", sentence2: "b", score: 5.5, source: "hand" };
    assert.throws(() => readScoredPair(scored), /"score" must be a number from 0 to 5, got 5.5/);
    const question = { id: "1", question1: "a", question2: "b", isDuplicate: 1, source: "hand" };
    assert.throws(() => readQuestionPair(question), /"isDuplicate" must be true or false, got 1/);
    assert.equal(readQuestionPair({ ...question, isDuplicate: false }).isDuplicate, false);
    assert.throws(() => readTriplet({ id: "1", anchor: "" }), /"anchor" must be a string/);
  });
  it("read the four files of a folder in the order of the splits", async () => {
    const files: string[] = [];
    const splits = await readSplits(
      (file) => {
        files.push(file);
        return Promise.resolve([]);
      },
      "nli",
      readInferencePair,
    );
    assert.deepEqual(files, [
      "nli/train.jsonl.gz",
      "nli/dev.jsonl",
      "nli/test.jsonl",
      "nli/hand.jsonl",
    ]);
    assert.deepEqual(Object.keys(splits), ["train", "dev", "test", "hand"]);
  });
});
