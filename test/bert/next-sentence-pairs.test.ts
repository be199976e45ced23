import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { nextSentencePairs, type SentencePair } from "../../src/bert/next-sentence-pairs";
import { createRng } from "../../src/core/rng";

/** Document d, sentence s: three tokens that say where they are from. */
const sentence = (d: number, s: number) => [0, 1, 2].map((t) => 1000 * d + 10 * s + t);
const documents = Array.from({ length: 60 }, (_, d) =>
  Array.from({ length: 12 }, (_, s) => sentence(d, s)),
);
const documentOf = (token: number) => Math.floor(token / 1000);
const pairsOf = (seed: number, options = {}) =>
  nextSentencePairs(documents, { maxTokens: 18, rng: createRng(seed), ...options });

describe("nextSentencePairs", () => {
  it("continues the first span in half of the pairs", () => {
    const pairs = Array.from({ length: 20 }, (_, i) => i).flatMap((seed) =>
      pairsOf(seed, { maxTokens: 60 }),
    );
    const share = pairs.filter(({ label }) => label === 1).length / pairs.length;
    // More than 1,500 pairs: a standard deviation is below 0.013.
    assert.ok(pairs.length > 1500 && Math.abs(share - 0.5) < 0.05, `${share} of ${pairs.length}`);
    for (const { first, second, label } of pairs.filter(isWhole)) {
      const follows = second[0] === next(first);
      assert.equal(follows, label === 0, `${first} | ${second} | ${label}`);
    }
  });

  it("keeps each span within one document; a random one is from another", () => {
    // Of three documents, a random one would be its own in a third of the cases.
    const few = documents.slice(0, 3);
    const draws = Array.from({ length: 20 }, (_, seed) => createRng(seed));
    const pairs = draws.flatMap((rng) => nextSentencePairs(few, { maxTokens: 18, rng }));
    for (const { first, second, label } of pairs) {
      const [a, b] = [new Set(first.map(documentOf)), new Set(second.map(documentOf))];
      assert.equal(a.size, 1);
      assert.equal(b.size, 1);
      assert.equal([...a][0] === [...b][0], label === 0);
    }
  });

  it("never takes the true next sentence for a random one, wherever the same text stands", () => {
    // All documents hold the same four sentences: a span with another text can begin anywhere but
    // may not contain the true next one.
    const same = Array.from({ length: 5 }, () => [0, 1, 2, 3].map((s) => sentence(0, s)));
    let random = 0;
    for (let seed = 0; seed < 200; seed++) {
      const options = { maxTokens: 9, shortProbability: 0, rng: createRng(seed) };
      for (const { first, second, label } of nextSentencePairs(same, options)) {
        if (label === 0) continue;
        random++;
        assert.ok(!second.includes(next(first)!), `${first} | ${second}`);
      }
    }
    assert.ok(random > 100);
  });

  it("fits both spans into maxTokens, both with a token left", () => {
    for (const maxTokens of [2, 3, 7, 18]) {
      for (const { first, second } of pairsOf(5, { maxTokens })) {
        assert.ok(first.length + second.length <= maxTokens);
        assert.ok(first.length > 0 && second.length > 0);
      }
    }
  });

  it("uses nearly all sentences in a pass", () => {
    const used = new Set(
      pairsOf(3, { shortProbability: 0 }).flatMap(({ first, second }) => [...first, ...second]),
    );
    assert.ok(used.size > 0.9 * 60 * 12 * 3, String(used.size));
  });

  it("gives the same from the same seed", () => {
    assert.deepEqual(pairsOf(7), pairsOf(7));
    assert.notDeepEqual(pairsOf(7), pairsOf(8));
  });

  it("passes over empty sentences and documents", () => {
    const withGaps = [
      [[], sentence(0, 0), [], sentence(0, 1)],
      [[]],
      [],
      [sentence(1, 0), sentence(1, 1)],
    ];
    const pairs = nextSentencePairs(withGaps, { maxTokens: 20, rng: createRng(1) });
    assert.ok(pairs.length >= 2);
    for (const { first, second } of pairs) assert.ok(first.length > 0 && second.length > 0);
  });

  it("says what it got when the input is wrong", () => {
    const one = [documents[0]!, []];
    const rng = createRng(1);
    assert.throws(() => nextSentencePairs(one, { maxTokens: 9, rng }), /two documents .* got 1/);
    assert.throws(() => pairsOf(1, { maxTokens: 1 }), /maxTokens must be .* got 1/);
    assert.throws(() => pairsOf(1, { randomProbability: 2 }), /randomProbability must be/);
  });
});

/** Neither span was cut: both begin and end with whole sentences. */
function isWhole({ first, second }: SentencePair): boolean {
  return [first, second].every((ids) => ids[0]! % 10 === 0 && ids[ids.length - 1]! % 10 === 2);
}

/** The first token of the sentence after a span. */
function next(span: readonly number[]): number | undefined {
  return span[span.length - 1]! - 2 + 10;
}
