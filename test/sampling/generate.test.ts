import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { beamSearch } from "../../src/sampling/beam-search";
import { entropy } from "../../src/sampling/entropy";
import { generate, NextTokenLogits } from "../../src/sampling/generate";
import { sample } from "../../src/sampling/sample";
import { scoreSequence } from "../../src/sampling/sequence-score";
import { close, GOLDEN } from "./golden-sampling";

/**
 * A language of four tokens, 3 the end. After 0 the likeliest is 1, which leads to nothing certain;
 * after 2 the end is sure. The best text is 0 2 3 (0.4), the greedy one 0 1 0 … (0.6 · 0.34 …).
 */
const PROBABILITIES = [
  [0, 0.6, 0.4, 0],
  [0.34, 0.33, 0.33, 0],
  [0, 0, 0, 1],
  [0.25, 0.25, 0.25, 0.25],
];
const language: NextTokenLogits = (ids) =>
  PROBABILITIES[ids[ids.length - 1]!]!.map((p) => Math.log(p) + 5); // 5 changes no probability

describe("generate", () => {
  it("takes the likeliest token each time, and says how likely each was", async () => {
    const { ids, newIds, logProbabilities } = await generate(language, [0], { maxNewTokens: 3 });
    assert.deepEqual([ids, newIds], [[0, 1, 0, 1], [1, 0, 1]]); // prettier-ignore
    close(logProbabilities, [0.6, 0.34, 0.6].map(Math.log));
  });
  it("stops after an end token, which it keeps", async () => {
    const { newIds } = await generate(language, [2], { endIds: [3], maxNewTokens: 5 });
    assert.deepEqual(newIds, [3]);
  });
  it("shows the model all tokens so far, and hands each new one over", async () => {
    const seen: number[][] = [];
    const tokens: number[] = [];
    const spy: NextTokenLogits = (ids) => (seen.push([...ids]), language(ids));
    await generate(spy, [3, 0], { maxNewTokens: 2, onToken: (id) => tokens.push(id) });
    assert.deepEqual([seen, tokens], [[[3, 0], [3, 0, 1]], [1, 0]]); // prettier-ignore
  });
  it("draws with whatever chooses, and scores by the model alone", async () => {
    const rng = createRng(1);
    const choose = (logits: ArrayLike<number>) =>
      sample(logits, { rng, temperature: 100, topK: 2 });
    let second = 0;
    for (let i = 0; i < 400; i++) {
      const { newIds, logProbabilities } = await generate(language, [0], {
        choose,
        maxNewTokens: 1,
      });
      close(logProbabilities[0]!, Math.log(PROBABILITIES[0]![newIds[0]!]!));
      if (newIds[0] === 2) second++;
    }
    assert.ok(Math.abs(second - 200) < 50, `${second}`); // at T = 100 nearly one half
  });
  it("leaves the prompt as it is", async () => {
    const prompt = [0];
    await generate(language, prompt, { maxNewTokens: 2 });
    assert.deepEqual(prompt, [0]);
  });
  it("says what it got when the input is wrong", async () => {
    const wrong = generate(language, [0], { choose: () => 4 });
    await assert.rejects(wrong, /the token chosen must be .* from 0 to 3, got 4/);
    await assert.rejects(generate(language, [0], { maxNewTokens: 0 }), /maxNewTokens .* got 0/);
  });
});

describe("beamSearch", () => {
  it("finds the text that greedy decoding misses", async () => {
    const options = { endIds: [3], maxNewTokens: 2, lengthPenalty: 0 };
    const [best, second] = await beamSearch(language, [0], { ...options, numBeams: 2 });
    assert.deepEqual(best!.newIds, [2, 3]);
    close(best!.logProbability, Math.log(0.4));
    assert.deepEqual(second!.newIds, [1, 0]);
    close(second!.score, Math.log(0.6 * 0.34));
  });
  it("is greedy with one beam", async () => {
    const [only, ...others] = await beamSearch(language, [0], { numBeams: 1, maxNewTokens: 4 });
    assert.deepEqual(only!.newIds, (await generate(language, [0], { maxNewTokens: 4 })).newIds);
    assert.equal(others.length, 0);
  });
  it("finds the best of all texts if it carries enough", async () => {
    const rng = createRng(7);
    const table = Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => 2 * rng.normal()),
    );
    const random: NextTokenLogits = (ids) => table[ids[ids.length - 1]!]!;
    let best = -Infinity;
    for (let text = 0; text < 64; text++) {
      const ids = [text >> 4, (text >> 2) & 3, text & 3];
      const rows = ids.map((_, t) => table[t === 0 ? 0 : ids[t - 1]!]!);
      best = Math.max(best, scoreSequence(rows, ids).logProbability);
    }
    const [found] = await beamSearch(random, [0], { numBeams: 16, maxNewTokens: 3 });
    close(found!.logProbability, best);
  });
  it("weighs length with its penalty", async () => {
    // The end at once has ln 0.5; one token and then the end 2 · ln 0.6.
    const rows = [[0.5, 0.5], [0.6, 0.4]]; // prettier-ignore
    const short: NextTokenLogits = (ids) => rows[ids.length === 1 ? 0 : 1]!.map(Math.log);
    const of = async (lengthPenalty: number) => {
      const options = { endIds: [0], maxNewTokens: 2, numBeams: 4, lengthPenalty };
      return (await beamSearch(short, [1], options))[0]!.newIds;
    };
    assert.deepEqual([await of(0), await of(1)], [[0], [1, 0]]); // ln 0.3 / 2 above ln 0.5
  });
  it("never follows what has no probability", async () => {
    const beams = await beamSearch(language, [2], { numBeams: 4, maxNewTokens: 1 });
    assert.deepEqual(beams.map(({ newIds }) => newIds), [[3]]); // prettier-ignore
  });
  it("says what it got when the input is wrong", async () => {
    await assert.rejects(beamSearch(language, [0], { numBeams: 0 }), /numBeams .* got 0/);
    await assert.rejects(beamSearch(language, [0], { lengthPenalty: 3 }), /lengthPenalty .* got 3/);
  });
});

describe("scoreSequence", () => {
  it("equals the values worked out by hand", () => {
    const rows = [[1, 3], [2, 2]].map((row) => row.map(Math.log)); // prettier-ignore
    const { logProbability, perplexity } = scoreSequence(rows, [1, 0]);
    close(logProbability, Math.log((3 / 4) * (1 / 2)));
    close(perplexity, Math.sqrt(8 / 3));
  });
  it("is the size of the vocabulary for a model that knows nothing, however long the text", () => {
    const rows = Array.from({ length: 5000 }, () => Array<number>(50).fill(-3));
    const { logProbability, perplexity } = scoreSequence(rows, rows.map((_, t) => t % 50)); // prettier-ignore
    close(perplexity, 50, "perplexity", 1e-9);
    assert.equal(Math.exp(logProbability), 0); // the probability itself is lost
    assert.ok(Number.isFinite(logProbability));
  });
  it("is infinite for what is impossible", () => {
    assert.equal(scoreSequence([[0, -Infinity]], [1]).perplexity, Infinity);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => scoreSequence([], []), /1 at least, got 0 and 0/);
    assert.throws(() => scoreSequence([[0, 1]], [2]), /id must be .* from 0 to 1, got 2/);
  });
});

describe("entropy", () => {
  it("gives SciPy's values", () => {
    for (const { probs, entropy_nats, entropy_bits, perplexity } of GOLDEN.entropy) {
      const nats = entropy(probs);
      close(nats, entropy_nats);
      close(nats / Math.LN2, entropy_bits);
      close(Math.exp(nats), perplexity);
    }
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => entropy([0.5, 0.4]), /must sum to 1, got 0.9/);
    assert.throws(() => entropy([1.5, -0.5]), /0 or above, got -0.5/);
    assert.throws(() => entropy([NaN]), /0 or above, got NaN/);
    assert.throws(() => entropy([]), /must sum to 1, got 0/);
  });
});
