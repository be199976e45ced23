import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ngramBuckets } from "../../src/word-vectors/fasttext-ngrams";
import { FastTextVectors } from "../../src/word-vectors/fasttext-vectors";

// With n-grams of 3 letters, "to" has two: "<to" and "to>"; "toe" has "<to", "toe", "oe>".
const range = { minN: 3, maxN: 3, buckets: 50 };
const [left, right] = ngramBuckets("to", range) as unknown as [number, number];
const ngramVectors = new Float32Array(100);
ngramVectors.set([3, 6], left * 2);
ngramVectors.set([6, 0], right * 2);
const wordVectors = Float32Array.of(0, 3, 1, 1);
const vectors = new FastTextVectors(["to", "by"], wordVectors, { size: 2, ngramVectors, ...range });

describe("FastTextVectors", () => {
  it("averages a known word's own vector with those of its n-grams", () => {
    assert.notEqual(left, right);
    assert.deepEqual([...vectors.vector("to")], [3, 3]); // (0 + 3 + 6) / 3, (3 + 6 + 0) / 3
    // both n-grams of "by" have rows of zeros: (1 + 0 + 0) / 3
    assert.deepEqual([...vectors.vector("by")], [...Float32Array.of(1 / 3, 1 / 3)]);
    assert.deepEqual([...vectors.wordVectors], [0, 3, 1, 1]);
  });
  it("averages an unknown word's n-grams alone", () => {
    const buckets = ngramBuckets("toe", range);
    assert.deepEqual([buckets.length, buckets[0]], [3, left]);
    // The other two have rows of zeros, unless they fell into a row that is used.
    assert.ok(!buckets.slice(1).includes(left) && !buckets.slice(1).includes(right));
    assert.deepEqual([...vectors.vector("toe")], [1, 2]); // (3, 6) / 3
  });
  it("answers every question about an unknown word, which isn't among the words for it", () => {
    assert.deepEqual([vectors.has("toe"), vectors.indexOf("toe")], [false, -1]);
    assert.deepEqual(vectors.nearest("toe").map(({ word }) => word)[0], "to");
    assert.ok(vectors.similarity("toe", "to") > 0.9); // (1, 2) and (3, 3): 9 / √(5 · 18) = 0.949
    assert.equal(vectors.analogy({ a: "toe", b: "toe", c: "by" })[0]!.word, "to");
  });
  it("doesn't cut up the mark for the end of a line", () => {
    const all = new Float32Array(100).fill(5); // every n-gram's row
    const options = { size: 2, ngramVectors: all, ...range };
    const marked = new FastTextVectors(["</s>"], Float32Array.of(1, 2), options);
    assert.deepEqual([...marked.vector("</s>")], [1, 2]);
    const unmarked = new FastTextVectors(["to"], Float32Array.of(1, 2), options);
    assert.deepEqual([...unmarked.vector("</s>")], [0, 0]);
    assert.deepEqual([...unmarked.vector("unseen")], [5, 5]);
  });
  it("gives zeros for a word too short for any n-gram", () => {
    assert.deepEqual([...vectors.vector("")], [0, 0]);
  });
  it("takes words as they are when there are no n-grams, and refuses unknown ones", () => {
    for (const none of [
      { ...range, maxN: 0 },
      { minN: 3, maxN: 3 },
    ]) {
      const rows = none.maxN === 0 ? ngramVectors : new Float32Array(0);
      const options = { size: 2, ngramVectors: rows, ...none };
      const whole = new FastTextVectors(["to", "by"], wordVectors, options);
      assert.deepEqual(whole.values, wordVectors);
      assert.throws(() => whole.vector("toe"), /"toe" is not among .* nearest spelling is "to"/);
    }
  });
  it("keeps nothing of the caller's", () => {
    const [own, pieces] = [wordVectors.slice(), ngramVectors.slice()];
    const kept = new FastTextVectors(["to", "by"], own, {
      size: 2,
      ngramVectors: pieces,
      ...range,
    });
    own.fill(9);
    pieces.fill(9);
    assert.deepEqual([kept.wordVectors, kept.ngramVectors], [wordVectors, ngramVectors]);
    const plain = { size: 2, ngramVectors: pieces, ...range, maxN: 0 };
    const whole = new FastTextVectors(["to", "by"], own, plain);
    own.fill(7);
    assert.deepEqual([...whole.values], [9, 9, 9, 9]);
  });
  it("says what it got when the input is wrong", () => {
    const options = { size: 2, ngramVectors, ...range };
    const build = (changed: object, own = wordVectors) =>
      new FastTextVectors(["to", "by"], own, { ...options, ...changed });
    assert.throws(() => build({ buckets: 49 }), /49 buckets of size 2 need 98 numbers, got 100/);
    const infinite = ngramVectors.slice().fill(Infinity, 7, 8);
    assert.throws(() => build({ ngramVectors: infinite }), /finite, got Infinity in bucket 3/);
    assert.throws(() => build({ ngramVectors: [1] }), /TypeError: .* got an array of 1/);
    assert.throws(() => build({ minN: -1 }), /FastTextVectors: minN .* got -1/);
    assert.throws(() => build({}, new Float32Array(3)), /need 4 numbers, got 3/);
    assert.throws(() => vectors.vector(7 as unknown as string), /must be a string, got 7/);
  });
});
