import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { InterruptedError } from "../../src/core/interrupt";
import { FastText, type FastTextOptions } from "../../src/word-vectors/fasttext";
import { Word2Vec, type Word2VecOptions } from "../../src/word-vectors/word2vec";
import type { TrainingPlan } from "../../src/word-vectors/training-plan";
import { trainInThreads, type TrainingProgress } from "../../src/word-vectors/training-threads";
import { distance } from "./golden-word2vec";

/** Sentences in which cats and dogs do one kind of thing, cars and trucks another. */
function buildText(numSentences: number): string[][] {
  const rng = createRng(7);
  const worlds = [
    { nouns: ["cat", "dog", "banana"], verbs: ["eats", "sleeps", "purrs"], end: "house" },
    { nouns: ["car", "truck", "bus"], verbs: ["drives", "stops", "turns"], end: "road" },
  ];
  return Array.from({ length: numSentences }, () => {
    const { nouns, verbs, end } = rng.pick(worlds);
    return ["the", rng.pick(nouns), rng.pick(verbs), "near", "the", rng.pick(nouns), "by", end];
  });
}

const TEXT = buildText(60);
const SMALL = { minCount: 1, vectorSize: 13, epochs: 3, sample: 0.05, learningRate: 0.3 };

/** What the readable trainer learns, against the fast one. */
async function gap(model: Word2Vec | FastText): Promise<number> {
  const readable = model.start(TEXT);
  const meanLoss = readable.run();
  let loss = 0;
  let predictions = 0;
  const onProgress = (report: TrainingProgress) => {
    loss += report.loss * (report.predictions - predictions);
    ({ predictions } = report);
  };
  const fast = await model.train(TEXT, { onProgress });
  const slow = readable.wordVectors();
  const largest = slow.values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  assert.ok(largest > 0.3, `something was learned: ${largest}`);
  assert.equal(predictions, readable.numSteps);
  assert.ok(Math.abs(loss / predictions - meanLoss) < 1e-5 * meanLoss, `${loss}, ${meanLoss}`);
  return distance(slow.values, fast.values) / largest;
}

describe("Word2Vec.train", () => {
  const cases: Word2VecOptions[] = [
    {},
    { vectorSize: 8, window: 2 },
    { negative: 1, noiseExponent: 0 },
    { negative: 17 }, // of 14 words: some twice, most lists longer than six
    { objective: "hierarchical-softmax" },
    { objective: "full-softmax", learningRate: 0.1 },
    { architecture: "cbow", learningRate: 0.1 },
    { architecture: "cbow", negative: 17, learningRate: 0.1 },
    { architecture: "cbow", cbowMean: false, learningRate: 0.03 },
    { architecture: "cbow", objective: "hierarchical-softmax", learningRate: 0.1 },
    { architecture: "cbow", objective: "full-softmax", learningRate: 0.1 },
  ];
  for (const options of cases) {
    it(`learns what the readable steps learn: ${JSON.stringify(options)}`, async () => {
      const difference = await gap(new Word2Vec({ ...SMALL, ...options }));
      assert.ok(difference < 1e-5, `off by ${difference}`);
    });
  }

  it("learns the same with the same seed, and something else with another", async () => {
    const train = async (seed: number) =>
      (await new Word2Vec({ ...SMALL, rng: createRng(seed) }).train(TEXT)).values;
    const first = await train(1);
    assert.deepEqual(await train(1), first);
    assert.ok(distance(await train(2), first) > 0.01);
  });

  it("brings words together that keep the same company, with two workers too", async () => {
    for (const workers of [1, 2]) {
      const options = { minCount: 1, vectorSize: 20, epochs: 40, sample: 0, workers };
      const vectors = await new Word2Vec(options).train(buildText(400));
      assert.ok(vectors.similarity("cat", "dog") > vectors.similarity("cat", "truck") + 0.2);
      assert.ok(vectors.similarity("car", "bus") > vectors.similarity("banana", "bus") + 0.2);
    }
  });

  it("reports progress that ends at 1, with a loss that falls", async () => {
    const reports: TrainingProgress[] = [];
    const options = { minCount: 1, vectorSize: 100, epochs: 8, sample: 0, learningRate: 0.05 };
    await new Word2Vec(options).train(buildText(8000), { onProgress: (p) => reports.push(p) });
    const [first, last] = [reports[0]!, reports.at(-1)!];
    assert.equal(last.fraction, 1);
    assert.equal(last.words, last.totalWords);
    assert.equal(last.epoch, 8);
    assert.ok(reports.length >= 3, `${reports.length} reports`);
    assert.ok(last.loss < first.loss, `${first.loss} → ${last.loss}`);
    assert.ok(last.learningRate < first.learningRate);
    assert.ok(reports.every(({ words }, i) => i === 0 || words >= reports[i - 1]!.words));
  });

  it("stops at a signal and keeps what was learned by then", async () => {
    const controller = new AbortController();
    const model = new Word2Vec({ minCount: 1, epochs: 1_000_000 });
    assert.throws(() => model.vectors, /not trained yet/);
    const training = model.train(TEXT, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await assert.rejects(training, (error) => {
      assert.ok(error instanceof InterruptedError);
      assert.match(error.message, /stopped; kept: \.vectors as of \d+ % of the training/);
      return true;
    });
    assert.equal(model.vectors.words.length, 17);
  });

  it("stops at an interrupt without being given a signal", async () => {
    const model = new Word2Vec({ minCount: 1, epochs: 1_000_000, workers: 2 });
    const onProgress = () => void process.emit("SIGINT");
    await assert.rejects(model.train(TEXT, { onProgress }), InterruptedError);
    assert.equal(model.vectors.size, 100);
  });

  it("ends with an error when a worker breaks down", async () => {
    const model = new Word2Vec({ minCount: 1, epochs: 1_000_000, workers: 2 });
    const { plan } = model as unknown as {
      plan(caller: string, sentences: string[][]): TrainingPlan;
    };
    const broken = plan.call(model, "Word2Vec.train", TEXT);
    broken.text.words.fill(0x20000000); // a word far outside of the memory
    await assert.rejects(
      trainInThreads("Word2Vec.train", broken),
      /^Error: Word2Vec.train: a worker broke down: memory access out of bounds/,
    );
  });

  it("hands on what onProgress throws, and leaves no thread behind", async () => {
    const model = new Word2Vec({ minCount: 1, epochs: 1_000_000 });
    const onProgress = () => {
      throw new Error("the figure broke");
    };
    await assert.rejects(model.train(TEXT, { onProgress }), /Word2Vec.train: the figure broke/);
  });

  it("says what it got when an option is wrong", () => {
    const build = (options: object) => () => new Word2Vec(options as Word2VecOptions);
    assert.throws(build({ vectorSize: 0 }), /vectorSize.*at least 1|from 1 to.*got 0/);
    assert.throws(build({ learningRate: NaN }), /learningRate must be above 0, got NaN/);
    assert.throws(build({ learningRate: 0.01, minLearningRate: 0.02 }), /minLearningRate.*0\.01/);
    assert.throws(build({ workers: 0 }), /workers must be a whole number from 1.*got 0/);
    assert.throws(build({ negative: 0 }), /negative.*got 0/);
    assert.throws(build({ architecture: "sg" }), /one of skip-gram, cbow, got "sg"/);
    assert.throws(build({ objective: "softmax" }), /one of negative-sampling.*got "softmax"/);
    assert.throws(build({ alpha: 0.025 }), /no option alpha; there are.*learningRate/);
    assert.throws(build({ sample: -1 }), /sample.*got -1/);
    assert.throws(build({ rng: Math }), /rng must come from createRng/);
    assert.throws(() => new Word2Vec(null as never), /options must be an object, got null/);
  });

  it("says what it got when the text is wrong", async () => {
    const model = new Word2Vec();
    await assert.rejects(model.train([]), /Word2Vec.train: sentences must have words/);
    await assert.rejects(model.train(TEXT.slice(0, 1)), /5 times \(minCount\)/);
    await assert.rejects(model.train([["one", "one"]]), RangeError);
    await assert.rejects(model.train("the cat" as never), TypeError);
    await assert.rejects(
      model.train(TEXT, { onProgress: true as never }),
      /onProgress must be a function, got true/,
    );
    const huge = new Word2Vec({ minCount: 1, vectorSize: 100_000_000 });
    await assert.rejects(huge.train(TEXT), /must fit into 4 GB, got 1\d\.\d GB/);
  });
});

describe("Word2Vec.start", () => {
  it("shows one prediction with its words and numbers, then the next", () => {
    const training = new Word2Vec({ ...SMALL, sample: 0 }).start([["the", "cat", "purrs"]]);
    const first = training.step()!;
    assert.deepEqual([first.number, first.inputWords, first.target], [1, ["cat"], "the"]);
    assert.equal(first.negatives.length, 5);
    assert.equal(first.output.rows.length, first.output.scores.length);
    const second = training.step()!;
    assert.equal(second.number, 2);
    training.run();
    assert.equal(training.step(), undefined);
    assert.ok(Number.isNaN(training.run()), "nothing is left to run");
  });

  it("begins with an output table of zeros, so with scores of 0 and a loss of 2 · ln 2", () => {
    const training = new Word2Vec({ ...SMALL, sample: 0, negative: 1 }).start(TEXT);
    const { output, loss } = training.step()!;
    assert.deepEqual(output.scores, [0, 0]);
    assert.equal(loss, 2 * Math.LN2);
  });
});

describe("FastText.train", () => {
  const own: FastTextOptions[] = [
    {},
    { minN: 2, maxN: 3, buckets: 20 }, // most words share a bucket with themselves
    { maxN: 0 }, // no pieces: plain word2vec
    { objective: "hierarchical-softmax" },
    { negative: 17 },
    { architecture: "cbow", learningRate: 0.02 },
    { architecture: "cbow", cbowMean: false, learningRate: 0.03 },
  ];
  for (const options of own) {
    it(`learns what the readable steps learn: ${JSON.stringify(options)}`, async () => {
      const settings = { ...SMALL, learningRate: 0.1, buckets: 500, ...options };
      const difference = await gap(new FastText(settings));
      assert.ok(difference < 1e-5, `off by ${difference}`);
    });
  }

  it("gives a word never seen a vector near the word it is a slip of", async () => {
    const options = { minCount: 1, vectorSize: 20, epochs: 30, sample: 0, buckets: 5000 };
    const vectors = await new FastText(options).train(buildText(300));
    assert.equal(vectors.nearest("trucks", { k: 1 })[0]!.word, "truck");
  });

  it("says what it got when an option is wrong", () => {
    assert.throws(() => new FastText({ buckets: 0 }), /buckets.*got 0/);
    assert.throws(() => new FastText({ minN: -1 }), /minN.*got -1/);
    assert.throws(() => new FastText({ vectorSize: 0 }), /FastText: vectorSize/);
  });
});
