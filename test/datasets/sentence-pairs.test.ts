import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordCounts } from "../../datasets/generators/word-counts";
import { parseQuestionPairs, parts } from "../../datasets/generators/sentences/by-hand/parse";
import { matched } from "../../datasets/generators/sentences/matched";
import { generateScoredPairs } from "../../datasets/generators/sentences/sts";
import { createRng } from "../../src/core/rng";
import { loadCorpus, loadDataset } from "../../src/data/datasets";
import { INFERENCE_LABELS } from "../../src/data/sentence-datasets";
import type { Splits } from "../../src/data/types";
import { spearmanCorrelation } from "../../src/evaluation/spearman";
import { TfIdf } from "../../src/vectorizers/tf-idf";
import { baselineAccuracy, pairFeatures, wordsOf } from "./bag-of-words-baseline";

const SPLITS = ["train", "dev", "test", "hand"] as const;

const data = Promise.all([
  loadDataset("nli"),
  loadDataset("sts"),
  loadDataset("triplets"),
  loadDataset("pairs"),
  loadDataset("sentiment"),
]).then(([nli, sts, triplets, pairs, sentiment]) => ({
  nli,
  sts,
  triplets,
  pairs,
  sentiment,
  /** The texts of each row, by data set and split. */
  texts: {
    nli: textsOf(nli, ({ premise, hypothesis }) => [premise, hypothesis]),
    sts: textsOf(sts, ({ sentence1, sentence2 }) => [sentence1, sentence2]),
    triplets: textsOf(triplets, ({ anchor, positive, negative }) => [anchor, positive, negative]),
    pairs: textsOf(pairs, ({ question1, question2 }) => [question1, question2]),
    sentiment: textsOf(sentiment, ({ text }) => [text]),
  },
}));

function textsOf<Row>(splits: Splits<Row>, texts: (row: Row) => string[]): Splits<string[]> {
  const { train, dev, test, hand } = splits;
  return {
    train: train.map(texts),
    dev: dev.map(texts),
    test: test.map(texts),
    hand: hand.map(texts),
  };
}

/** Words that may stand in training and in held-out rows. */
const FUNCTION_WORDS = new Set(
  `the a an of in on at by to for from with than that this there is are was were will be been not no
  but and or it its if when who which what where how why some two three four five six do does did
  can could one must need much many long good best better at all my me i you your we our us they
  had has have so too as before after would only still far say said thought most in out up into
  time hours place right`
    .split(/\s+/)
    .filter(Boolean),
);

describe("the data sets of sentences", () => {
  it("are as large as the README says, and the hand-written rows are apart", async () => {
    const { nli, sts, triplets, pairs, sentiment } = await data;
    const sizes = [nli, sts, triplets, pairs, sentiment].map((splits) =>
      SPLITS.map((split) => splits[split].length),
    );
    assert.deepEqual(sizes, [
      [9000, 600, 1200, 126],
      [9000, 480, 720, 121],
      [6000, 300, 500, 60],
      [3000, 300, 500, 80],
      [2000, 200, 400, 62],
    ]);
    for (const splits of [nli, sts, triplets, pairs, sentiment]) {
      for (const split of SPLITS) {
        const source = split === "hand" ? "hand" : "generated";
        assert.ok((splits[split] as { source: string }[]).every((row) => row.source === source));
      }
    }
  });

  it("have no row twice, and no sentence of train in another split", async () => {
    for (const [name, splits] of Object.entries((await data).texts)) {
      const rows = SPLITS.flatMap((split) => splits[split].map((row) => row.join("|")));
      assert.equal(new Set(rows).size, rows.length, name);
      const trained = new Set(splits.train.flat());
      for (const split of ["dev", "test", "hand"] as const) {
        assert.deepEqual(
          splits[split].flat().filter((text) => trained.has(text)),
          [],
          `${name} ${split}`,
        );
      }
    }
  });

  it("are sentences: a capital, a full stop, nothing left of a template", async () => {
    for (const [name, splits] of Object.entries((await data).texts)) {
      for (const text of SPLITS.flatMap((split) => splits[split].flat())) {
        assert.match(text, /^[A-Z].*[.?!]$/, name);
        assert.doesNotMatch(text, /[{}[\]|=@<>/]|undefined|\s\s|\b(a|the|in|some) \1\b/i, name);
        assert.doesNotMatch(text, /\ba [aeio]\w|\ban [bcdfgjklmnpqrstvwxz]\w/i, name);
      }
    }
  });

  it("share no content word between training and the generated held-out rows", async () => {
    const { texts } = await data;
    for (const [name, { train, dev, test }] of Object.entries(texts)) {
      const trained = new Set(wordsOf(train.flat().join(" ")));
      const shared = new Set(wordsOf([...dev, ...test].flat().join(" ")));
      assert.deepEqual(
        [...shared].filter((word) => trained.has(word) && !FUNCTION_WORDS.has(word)),
        [],
        name,
      );
    }
  });

  it("are held out in words that the corpus has at least 20 times each", async () => {
    const { texts } = await data;
    const counts = wordCounts((await loadCorpus()).sentences);
    for (const [name, splits] of Object.entries(texts)) {
      for (const [split, least] of [
        ["dev", 0.95],
        ["test", 0.95],
        ["hand", 0.85],
      ] as const) {
        const words = wordsOf(splits[split].flat().join(" "));
        const known = words.filter((word) => (counts.get(word) ?? 0) >= 20).length / words.length;
        assert.ok(known >= least, `${name} ${split}: ${known}`);
      }
    }
  });
});

describe("the inference pairs", () => {
  it("have the three labels equally often, in the order of the label map", async () => {
    assert.deepEqual(INFERENCE_LABELS, ["entailment", "neutral", "contradiction"]);
    const { nli } = await data;
    for (const split of SPLITS) {
      const counts: number[] = INFERENCE_LABELS.map(
        (label) => nli[split].filter((row) => row.label === label).length,
      );
      assert.equal(new Set(counts).size, 1, `${split}: ${counts.join()}`);
    }
  });

  it("can't be told by the hypothesis alone, or by which words there are", async () => {
    const { nli } = await data;
    const accuracy = (of: (row: (typeof nli.train)[number]) => string[]) => {
      const examples = (rows: typeof nli.train) =>
        rows.map((row) => ({ features: of(row), label: row.label }));
      const rng = createRng(1);
      return baselineAccuracy(examples(nli.train), examples(nli.test), { rng, epochs: 3 });
    };
    assert.ok(accuracy(({ hypothesis }) => wordsOf(hypothesis)) < 0.42);
    assert.ok(accuracy(({ premise, hypothesis }) => pairFeatures(premise, hypothesis)) < 0.6);
  });

  it("have as many negations under each label", async () => {
    const { nli } = await data;
    for (const side of ["premise", "hypothesis"] as const) {
      const negated = INFERENCE_LABELS.map(
        (label) =>
          nli.train.filter((row) => row.label === label && wordsOf(row[side]).includes("not"))
            .length,
      );
      assert.ok(negated[0]! > 100 && new Set(negated).size === 1, `${side}: ${negated.join()}`);
    }
  });
});

describe("the scored pairs", () => {
  const tfIdfSpearman = (
    rows: { sentence1: string; sentence2: string; score: number }[],
    fitted: readonly string[],
  ) => {
    const tfIdf = new TfIdf().fit(fitted);
    const cosines = rows.map(
      ({ sentence1, sentence2 }) =>
        tfIdf.transform([sentence1]).dot(tfIdf.transform([sentence2]))[0]![0]!,
    );
    return spearmanCorrelation(
      cosines,
      rows.map(({ score }) => score),
    );
  };

  it("have each score from 0 to 5 in every split", async () => {
    const { sts } = await data;
    for (const split of ["train", "dev", "test"] as const) {
      for (const score of [0, 1, 2, 3, 4, 5]) {
        const share = sts[split].filter((row) => row.score === score).length / sts[split].length;
        assert.ok(Math.abs(share - 1 / 6) < 0.02, `${split} ${score}`);
      }
    }
    const byHand = [0, 1, 2, 3, 4, 5].map(
      (score) => sts.hand.filter((row) => row.score === score).length,
    );
    assert.ok(Math.min(...byHand) >= 10, byHand.join());
  });

  it("are half solved by the cosine of TF-IDF, and by hand less", async () => {
    const { sts, texts } = await data;
    const { sentences } = await loadCorpus();
    const test = tfIdfSpearman(sts.test, sentences);
    assert.ok(test > 0.5 && test < 0.62, String(test));
    const hand = tfIdfSpearman(sts.hand, sentences);
    assert.ok(hand > 0.3 && hand < 0.45, String(hand));
    // Of the training rows it learns no word that the test asks about.
    const ofTrain = tfIdfSpearman(sts.test, texts.sts.train.flat());
    assert.ok(ofTrain < 0.45, String(ofTrain));
  });

  it("are the same from the same seed, and others from another", () => {
    const first = generateScoredPairs(createRng(5));
    assert.deepEqual(generateScoredPairs(createRng(5)), first);
    assert.notDeepEqual(generateScoredPairs(createRng(6)).train, first.train);
  });
});

describe("the questions and the reviews", () => {
  it("have both labels equally often, and every topic both sentiments", async () => {
    const { pairs, sentiment } = await data;
    for (const split of SPLITS) {
      const rows = pairs[split];
      const duplicates = rows.filter(({ isDuplicate }) => isDuplicate).length;
      assert.ok(Math.abs(duplicates / rows.length - 0.5) < 0.06, `${split} ${duplicates}`);
      for (const topic of new Set(sentiment[split].map((row) => row.topic))) {
        const ofTopic = sentiment[split].filter((row) => row.topic === topic);
        const positive = ofTopic.filter(({ label }) => label === "positive").length;
        assert.ok(Math.abs(positive / ofTopic.length - 0.5) < 0.15, `${split} ${topic}`);
      }
    }
  });
});

describe("matched", () => {
  const label = (row: string) => row[0]!;
  const key = (row: string) => row[1]!;
  it("keeps equally many of each label wherever the key is the same", () => {
    const rows = ["a1", "a1", "b1", "a2", "b2", "b2", "a3"];
    const kept = matched(rows, { label, key, perLabel: 2, rng: createRng(1) });
    assert.deepEqual([...kept].sort(), ["a1", "a2", "b1", "b2"]);
  });
  it("says so where there are too few", () => {
    const few = { label, key, perLabel: 2, rng: createRng(1) };
    assert.throws(() => matched(["a1", "b1", "b2"], few), /2 rows a label are wanted, got 1/);
  });
});

describe("rows written by hand", () => {
  it("are refused with a part too few and with an unknown sign", () => {
    assert.throws(() => parts("one | two", 3), /3 parts between bars are wanted, got: one/);
    assert.throws(() => parts("one | | three", 3), /3 parts/);
    assert.throws(() => parseQuestionPairs("? | A? | B?"), /begins with = or x, got \?/);
  });
});
