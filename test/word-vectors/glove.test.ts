import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { EmbeddingTable } from "../../src/word-vectors/embedding-table";
import { GloVe, type GloVeProgress } from "../../src/word-vectors/glove";
import { buildGloVeKernel } from "../../src/word-vectors/glove-kernel";
import { gloveLoss } from "../../src/word-vectors/glove-loss";
import { gloveStep, gloveTerm, gloveWeight } from "../../src/word-vectors/glove-step";
import type { GloVeNetwork, GloVeSide } from "../../src/word-vectors/glove-step";

const { glove: golden } = JSON.parse(
  readFileSync(join(__dirname, "../golden/word2vec.json"), "utf8"),
) as {
  glove: {
    cooccurrence: [number, number, number][];
    w: number[][];
    w_tilde: number[][];
    b: number[];
    b_tilde: number[];
    loss: number;
    half_loss: number;
    terms: { weight: number; diff: number }[];
    grad_w: number[][];
    grad_w_tilde: number[][];
    grad_b: number[];
    grad_b_tilde: number[];
    adagrad_first_pair: Record<string, number[]> & {
      lr: number;
      b_after: number;
      bt_after: number;
      b_sum_after: number;
    };
  };
};
const pairs = golden.cooccurrence.map(([word, context, count]) => ({ word, context, count }));

function goldenNetwork(): GloVeNetwork {
  const side = (rows: number[][], biases: number[]): GloVeSide => ({
    vectors: new EmbeddingTable(Float64Array.from(rows.flat()), 3),
    biases: Float64Array.from(biases),
    squares: new EmbeddingTable(new Float64Array(12).fill(1), 3),
    biasSquares: new Float64Array(4).fill(1),
  });
  return { words: side(golden.w, golden.b), contexts: side(golden.w_tilde, golden.b_tilde) };
}

// Two groups of words that keep to themselves, and "link" in both.
const rng = createRng(3);
const groups = ["red green blue yellow link", "cow horse sheep goat link"].map((g) => g.split(" "));
const sentences = Array.from({ length: 300 }, (_, i) =>
  Array.from({ length: 6 }, () => rng.pick(groups[i % 2]!)),
);
const small = { vectorSize: 6, window: 3, minCount: 1, epochs: 8, xMax: 20 };

describe("gloveWeight", () => {
  it("rises to 1 at xMax and stays there", () => {
    assert.equal(gloveWeight(100), 1);
    assert.equal(gloveWeight(150), 1);
    assert.equal(gloveWeight(16, { xMax: 256 }), 1 / 8); // (1/16)^(3/4)
    assert.equal(gloveWeight(1, { xMax: 4, alpha: 0.5 }), 0.5);
  });
});

describe("gloveTerm", () => {
  it("gives the golden weights and differences", () => {
    pairs.forEach((pair, i) => {
      const { weight, difference, score, target } = gloveTerm(goldenNetwork(), pair);
      close([weight, difference], [golden.terms[i]!.weight, golden.terms[i]!.diff]);
      close([score - target, target], [difference, Math.log(pair.count)]);
    });
  });
  it("refuses a pair that was never met: ln 0 is nothing to learn", () => {
    const never = { word: 0, context: 1, count: 0 };
    assert.throws(() => gloveTerm(goldenNetwork(), never), /count must be above 0, got 0/);
  });
});

describe("gloveLoss", () => {
  it("gives the golden loss and gradients", () => {
    const { loss, words, contexts } = gloveLoss(goldenNetwork(), pairs);
    close([loss, loss / 2], [golden.loss, golden.half_loss]);
    close(words.vectors, golden.grad_w.flat());
    close(contexts.vectors, golden.grad_w_tilde.flat());
    close(words.biases, golden.grad_b);
    close(contexts.biases, golden.grad_b_tilde);
  });
});

describe("gloveStep", () => {
  it("gives the golden first step of AdaGrad", () => {
    const network = goldenNetwork();
    const { lr, ...after } = golden.adagrad_first_pair;
    const step = gloveStep(network, pairs[0]!, { learningRate: lr });
    close(step.wordBefore, golden.w[0]!);
    close(step.wordAfter, after.w_row_after!);
    close(step.contextAfter, after.wt_row_after!);
    const { words, contexts } = network;
    close(words.vectors.row(0), after.w_row_after!);
    close(contexts.vectors.row(1), after.wt_row_after!);
    close(words.squares.row(0), after.w_sum_after!);
    close(contexts.squares.row(1), after.wt_sum_after!);
    const biases = [words.biases[0]!, contexts.biases[1]!, words.biasSquares[0]!];
    close(biases, [after.b_after, after.bt_after, after.b_sum_after]);
    assert.equal(contexts.biasSquares[1], words.biasSquares[0]);
  });
  it("leaves all other words alone, and brings the pair's loss down", () => {
    const network = goldenNetwork();
    const { loss } = gloveStep(network, pairs[0]!);
    assert.ok(gloveTerm(network, pairs[0]!).loss < loss);
    close(network.words.vectors.values.subarray(3), golden.w.slice(1).flat());
    close(network.contexts.vectors.row(0), golden.w_tilde[0]!);
  });
  it("moves less the more has been moved", () => {
    const network = goldenNetwork();
    network.words.squares.values.fill(4); // √4 = 2: half the step
    const { wordBefore, wordAfter } = gloveStep(network, pairs[0]!);
    const whole = gloveStep(goldenNetwork(), pairs[0]!);
    wordAfter.forEach((value, j) => {
      close([value - wordBefore[j]!], [(whole.wordAfter[j]! - whole.wordBefore[j]!) / 2]);
    });
  });
  it("refuses a learning rate of NaN", () => {
    const learningRate = NaN;
    assert.throws(() => gloveStep(goldenNetwork(), pairs[0]!, { learningRate }), /got NaN/);
  });
});

describe("buildGloVeKernel", () => {
  it("goes on from any state as gloveStep does, and reads everything back", () => {
    const [slow, fast] = [goldenNetwork(), goldenNetwork()];
    for (const { words, contexts } of [slow, fast]) {
      words.squares.values.forEach((_, i, all) => (all[i] = 1 + i));
      contexts.squares.values.fill(9);
      words.biasSquares.fill(4);
      contexts.biasSquares.fill(25);
    }
    const list = {
      words: Uint32Array.from(pairs, ({ word }) => word),
      contexts: Uint32Array.from(pairs, ({ context }) => context),
      targets: Float32Array.from(pairs, ({ count }) => Math.log(count)),
      weights: Float32Array.from(pairs, ({ count }) => gloveWeight(count)),
    };
    const kernel = buildGloVeKernel("test", fast, list, 0.5);
    assert.equal(kernel.numPairs, pairs.length);
    let loss = kernel.learn(0, 2);
    loss += kernel.learn(2, pairs.length - 2);
    kernel.readInto(fast);
    const steps = pairs.map((pair) => gloveStep(slow, pair, { learningRate: 0.5 }));
    near([loss], [steps.reduce((sum, step) => sum + step.loss, 0)]);
    for (const side of ["words", "contexts"] as const) {
      near(fast[side].vectors.values, slow[side].vectors.values);
      near(fast[side].squares.values, slow[side].squares.values);
      near(fast[side].biases, slow[side].biases);
      near(fast[side].biasSquares, slow[side].biasSquares);
    }
  });
  it("says how much memory is wanted when there can't be so much", () => {
    const sized = (numRows: number, size: number) =>
      ({ words: { vectors: { numRows, size } } }) as unknown as GloVeNetwork;
    const none = new Uint32Array(0);
    const list = {
      words: none,
      contexts: none,
      targets: new Float32Array(0),
      weights: new Float32Array(0),
    };
    const build = () => buildGloVeKernel("GloVe.train", sized(3_000_000, 100), list, 0.05);
    assert.throws(
      build,
      /GloVe\.train: 3000000 words of size 100 and 0 pairs need 5 GiB, at most 4/,
    );
  });
});

describe("GloVe.train", () => {
  it("computes what start() computes pair by pair", async () => {
    for (const vectorSize of [6, 8, 1]) {
      const options = { ...small, vectorSize, rng: createRng(5) };
      const fast = await new GloVe(options).train(sentences);
      const training = new GloVe(options).start(sentences);
      training.run();
      assert.equal(training.numSteps, 8 * training.counts.numNonZero);
      assert.equal(training.step(), undefined);
      const slow = training.wordVectors();
      assert.deepEqual(fast.words, slow.words);
      assert.deepEqual(fast.counts, slow.counts);
      fast.values.forEach((value, i) => {
        assert.ok(Math.abs(value - slow.values[i]!) < 1e-5, `${value}, not ${slow.values[i]}`);
      });
    }
  });
  it("is the same for the same seed, and another for another", async () => {
    const train = (seed: number) => new GloVe({ ...small, rng: createRng(seed) }).train(sentences);
    assert.deepEqual(await train(1), await train(1));
    assert.notDeepEqual((await train(1)).values, (await train(2)).values);
  });
  it("puts words near those they stand with", async () => {
    const vectors = await new GloVe({ ...small, epochs: 40 }).train(sentences);
    const near = (word: string) => vectors.nearest(word, { k: 3, exclude: ["link"] });
    for (const group of groups) {
      for (const { word } of near(group[0]!))
        assert.ok(group.includes(word), `${group[0]} ${word}`);
    }
  });
  it("tells how far it is, and ends at 1 with a smaller loss than it began with", async () => {
    const reports = async (epochs: number) => {
      const seen: GloVeProgress[] = [];
      const onProgress = (progress: GloVeProgress) => seen.push(progress);
      await new GloVe({ ...small, epochs }).train(sentences, { onProgress });
      return seen;
    };
    const [first, many] = [await reports(1), await reports(2000)];
    const last = many.at(-1)!;
    assert.deepEqual([last.fraction, last.epoch, last.pairs], [1, 2000, last.totalPairs]);
    assert.equal(last.totalPairs, 2000 * first.at(-1)!.totalPairs);
    assert.ok(last.loss > 0 && last.loss < first.at(-1)!.loss, `${last.loss}`);
    assert.ok(many.every(({ pairs }, i) => i === 0 || pairs > many[i - 1]!.pairs));
  });
  it("keeps what was learned when it is stopped", async () => {
    const model = new GloVe({ ...small, epochs: 1_000_000 });
    const stop = new AbortController();
    const training = model.train(sentences, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    await assert.rejects(training, { name: "InterruptedError", message: /kept: \.vectors as of/ });
    const start = new GloVe(small).start(sentences).wordVectors();
    assert.notDeepEqual(model.vectors.values, start.values);
    assert.ok(model.vectors.values.every(Number.isFinite));
  });
  it("has no vectors before it was trained", () => {
    assert.throws(() => new GloVe().vectors, /GloVe\.vectors: not trained yet; call train\(\)/);
  });
  it("says what it got when the input is wrong", async () => {
    const wrong: [object, RegExp][] = [
      [{ vectorSize: 0 }, /GloVe: vectorSize .* got 0/],
      [{ learningRate: NaN }, /GloVe: learningRate must be above 0, got NaN/],
      [{ xMax: -1 }, /GloVe: xMax must be above 0, got -1/],
      [{ alpha: NaN }, /GloVe: alpha must be 0 or above, got NaN/],
      [{ symmetric: 1 }, /GloVe: symmetric must be true or false, got 1/],
      [{ iter: 5 }, /GloVe: there is no option iter; there are vectorSize, window/],
      [{ rng: 5 }, /GloVe: rng must come from createRng, got 5/],
    ];
    for (const [options, message] of wrong) assert.throws(() => new GloVe(options), message);
    await assert.rejects(new GloVe().train([]), /GloVe\.train: sentences must have words/);
    await assert.rejects(new GloVe().train([["a", "b"]]), /minCount/);
    assert.throws(() => new GloVe().start([]), /GloVe\.start: sentences must have words/);
  });
});

describe("GloVe.start", () => {
  it("takes the sum of a word's two vectors", () => {
    const training = new GloVe(small).start(sentences);
    training.run(50);
    const { words, contexts } = training.network;
    const sums = words.vectors.row(2).map((value, j) => value + contexts.vectors.row(2)[j]!);
    near(training.wordVectors().vector(training.counts.vocabulary.words[2]!), sums);
  });
  it("shows words, counts and all numbers of a step", () => {
    const training = new GloVe(small).start(sentences);
    const step = training.step()!;
    assert.equal(step.number, 1);
    assert.equal(step.count, training.counts.at(step.word, step.context));
    close([step.target, step.loss], [Math.log(step.count), step.weight * step.difference ** 2]);
    assert.equal(step.fraction, 1 / (8 * training.counts.numNonZero));
  });
});

/** Within what 32 bits allow. */
function near(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(actual.length, expected.length);
  Array.from(expected).forEach((value, i) => {
    const gap = Math.abs(actual[i]! - value);
    assert.ok(gap < 2e-5 * Math.max(1, Math.abs(value)), `${actual[i]}, not ${value}`);
  });
}

function close(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(actual.length, expected.length);
  Array.from(expected).forEach((value, i) => {
    assert.ok(Math.abs(actual[i]! - value) < 1e-9, `${actual[i]}, not ${value}`);
  });
}
