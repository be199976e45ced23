import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { byTfIdf } from "../../bin/train-sentence/baselines";
import { compareRungs } from "../../bin/train-sentence/compare";
import type { SentenceData } from "../../bin/train-sentence/data";
import {
  byCosine,
  evaluate,
  evaluateInference,
  type PairScorer,
} from "../../bin/train-sentence/evaluate";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";

const STS = [0, 1, 2, 3, 4, 5].map((score) => {
  return { sentence1: `one ${score}`, sentence2: `two ${score}`, score };
});
const TRIPLETS = [1, 2, 3].map((i) => {
  return { anchor: `a ${i}`, positive: `near ${i}`, negative: `far ${i}` };
});
const PAIRS = [true, true, false, false].map((isDuplicate, i) => {
  return { question1: `q ${i}`, question2: isDuplicate ? "near" : "far", isDuplicate };
});
const NLI = (["entailment", "neutral", "contradiction", "neutral"] as const).map((label, i) => {
  return { premise: `p ${i}`, hypothesis: label, label };
});
/** The same rows as test and, marked, by hand. */
const DATA = {
  sts: { test: STS, hand: STS.map((row) => ({ ...row, sentence2: `hand ${row.score}` })) },
  familiar: STS.map((row) => ({ ...row, sentence2: `hand ${row.score}` })),
  triplets: { test: TRIPLETS, hand: TRIPLETS.map((row) => ({ ...row, positive: "hand far" })) },
  pairs: { test: PAIRS, hand: PAIRS.map((row) => ({ ...row, question2: "hand" + row.question2 })) },
  nli: { test: NLI, hand: NLI.slice(0, 2) },
} as unknown as SentenceData;

describe("evaluate", () => {
  before(() => startLab({ backend: "cpu", quiet: true }));

  it("keeps the rows written by hand apart, each kind", async () => {
    // Right about everything but what is marked; there it has it the wrong way round.
    const scorer: PairScorer = async (pairs) =>
      pairs.map(([, second]) => {
        const isHand = second.startsWith("hand");
        const number = Number(second.replace(/\D/g, ""));
        const right = second.includes("near") ? 9 : second.includes("far") ? -9 : number;
        return isHand ? -right : right;
      });
    const scores = await evaluate(scorer, DATA);
    const { sts, stsByHand, triplets, tripletsByHand, pairs, pairsByHand } = scores;
    assert.deepEqual([sts.estimate, triplets.estimate, pairs.estimate], [1, 1, 1]);
    assert.equal(stsByHand.estimate, -1);
    assert.equal(scores.stsFamiliar.estimate, -1);
    assert.equal(tripletsByHand.estimate, 1); // "hand far" counts +9 here, "far" −9
    // By hand the two right ones come last, with one score: precision 2/4 for both.
    assert.equal(pairsByHand.estimate, 0.5);
    assert.ok(sts.low <= sts.estimate && sts.estimate <= sts.high);
  });

  it("counts relations by the label map", async () => {
    const always = async (pairs: readonly unknown[]) => pairs.map(() => 1);
    const { nli, nliByHand } = await evaluateInference(always, DATA);
    assert.deepEqual([nli.estimate, nliByHand.estimate], [0.5, 0.5]);
    const wrong = await evaluateInference(async (pairs) => pairs.map(() => 2), DATA);
    assert.deepEqual([wrong.nli.estimate, wrong.nliByHand.estimate], [0.25, 0]);
  });

  it("encodes a sentence once, and puts each vector where its sentence stands", async () => {
    const seen: string[] = [];
    const encode = async (texts: readonly string[]) => {
      seen.push(...texts);
      return tf.tensor2d(texts.map((text) => [Math.cos(text.length), Math.sin(text.length)]));
    };
    const { numTensors } = tf.memory();
    const scores = await byCosine({ encode })([
      ["a", "bb"],
      ["bb", "dddd"],
      ["a", "a"],
    ]);
    assert.deepEqual(seen, ["a", "bb", "dddd"]);
    [Math.cos(1), Math.cos(2), 1].forEach((cosine, i) => {
      assert.ok(Math.abs(scores[i]! - cosine) < 1e-6);
    });
    assert.equal(tf.memory().numTensors, numTensors);
  });
});

describe("byTfIdf", () => {
  it("knows words from the corpus, and weighs the rare ones more", async () => {
    const sentences = ["the cat sat", "the dog sat", "the duck swam", "the the the"];
    const score = byTfIdf({ corpus: { sentences, documents: [] } } as unknown as SentenceData);
    const [same, rare, common, unknown] = await score([
      ["the cat", "the cat"],
      ["the duck", "a duck"],
      ["the duck", "the cat"],
      ["zebra", "the cat"],
    ]).then((scores) => Array.from(scores));
    assert.ok(Math.abs(same! - 1) < 1e-6);
    assert.ok(rare! > common! && common! > 0);
    assert.equal(unknown, 0);
  });
});

describe("compareRungs", () => {
  it("subtracts b's correlation from a's on the same rows, for each seed", async () => {
    const gold = STS.map(({ score }) => score);
    const scores: Record<string, number[]> = {
      cosine: gold,
      softmax: gold.map((score) => -score),
      "word-vectors": [0, 2, 1, 3, 4, 5],
    };
    const asked = new Set<string>();
    const found = await compareRungs([1, 2], STS, async (name, seed) => {
      asked.add(`${name} ${seed}`);
      return scores[name] ?? gold;
    });
    const of = (a: string, b: string) => found.filter((row) => row.a === a && row.b === b);
    assert.deepEqual(
      of("cosine", "softmax").map(({ seed, estimate }) => [seed, estimate]),
      [
        [1, 2],
        [2, 2],
      ],
    );
    // 6 · (1 + 1) / (6 · 35) = 0.0571 below 1
    assert.equal(of("cosine", "word-vectors")[0]!.estimate, 0.0571);
    assert.ok(asked.has("tf-idf 0") && !asked.has("tf-idf 1") && asked.has("softmax 2"));
  });
});
