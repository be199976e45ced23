import { describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  aliasTable,
  drawAlias,
  negativeSamplingUpdate,
  noiseDistribution,
} from "../../src/word-vectors/negative-sampling";
import { RandomStream } from "../../src/word-vectors/random-stream";
import { keepProbability } from "../../src/word-vectors/subsampling";
import { distance, golden, inputTable, outputTable } from "./golden-word2vec";

describe("noiseDistribution", () => {
  it("equals count^0.75 over their sum, worked out by hand", () => {
    // 16^0.75 = 8, 81^0.75 = 27, 1: 36 together
    assert.ok(distance(noiseDistribution([81, 16, 1]), [27 / 36, 8 / 36, 1 / 36]) < 1e-15);
  });

  it("equals the reference for every exponent", () => {
    for (const { counts, power, probs, probs_power_0, probs_power_1 } of golden.noise) {
      assert.ok(distance(noiseDistribution(counts, power), probs) < 1e-12);
      assert.ok(distance(noiseDistribution(counts, 1), probs_power_1) < 1e-12);
      if (!counts.includes(0)) {
        assert.ok(distance(noiseDistribution(counts, 0), probs_power_0) < 1e-12);
      }
    }
  });

  it("refuses what is no list of counts", () => {
    assert.throws(() => noiseDistribution([]), /must not be empty/);
    assert.throws(() => noiseDistribution([0, 0]), /some count must be above 0/);
    assert.throws(() => noiseDistribution([1, 0.5]), /counts\[1\].*0\.5/);
    assert.throws(() => noiseDistribution([1, 2], NaN), /exponent.*NaN/);
  });
});

describe("aliasTable", () => {
  it("gives every word exactly its share of all 2^32 draws", () => {
    for (const counts of [
      [50, 31, 17, 11, 6, 3, 1],
      [1, 1, 1],
      [1000000, 1],
      [9, 4, 0, 1],
    ]) {
      const p = noiseDistribution(counts);
      const { thresholds, aliases } = aliasTable(p);
      const mass = new Float64Array(p.length);
      thresholds.forEach((threshold, row) => {
        const stays = threshold === 0xffffffff ? 1 : threshold / 2 ** 32;
        mass[row]! += stays / p.length;
        mass[aliases[row]!]! += (1 - stays) / p.length;
      });
      assert.ok(distance(mass, p) < 1e-9, String(mass));
    }
  });

  it("draws words as often as it should", () => {
    const p = noiseDistribution([50, 31, 17, 11, 6, 3, 1]);
    const alias = aliasTable(p);
    const random = new RandomStream([1, 2]);
    const drawn = new Float64Array(p.length);
    const n = 200000;
    for (let i = 0; i < n; i++) drawn[drawAlias(alias, random.draw())]! += 1 / n;
    // six standard deviations of a share of 0.35
    assert.ok(distance(drawn, p) < 6 * Math.sqrt((0.35 * 0.65) / n), String(drawn));
  });
});

describe("negativeSamplingUpdate", () => {
  it("leaves out a negative that is the target", () => {
    const hidden = inputTable().row(2);
    const [a, b] = [outputTable(), outputTable()];
    const example = { target: 5, learningRate: 0.1 };
    negativeSamplingUpdate(hidden, a, { ...example, negatives: [0, 5, 3] });
    negativeSamplingUpdate(hidden, b, { ...example, negatives: [0, 3] });
    assert.deepEqual(a.values, b.values);
  });

  it("has the gradient that central differences give", () => {
    const hidden = Float64Array.from(inputTable().row(2));
    const lossAt = (h: Float64Array) =>
      negativeSamplingUpdate(h, outputTable(), { target: 5, negatives: [0, 3], learningRate: 0 })
        .loss;
    const { hiddenGradient } = negativeSamplingUpdate(hidden, outputTable(), {
      ...{ target: 5, negatives: [0, 3], learningRate: 0.1 },
    });
    const numeric = hidden.map((_, i) => {
      const shifted = (by: number) => hidden.map((h, j) => (j === i ? h + by : h));
      return (lossAt(shifted(1e-5)) - lossAt(shifted(-1e-5))) / 2e-5;
    });
    assert.ok(distance(hiddenGradient, numeric) < 1e-8);
  });
});

describe("keepProbability", () => {
  it("equals the reference, for the program's formula and the paper's", () => {
    for (const { t, counts, total, keep_c_code, keep_paper } of golden.subsampling) {
      counts.forEach((count: number, i: number) => {
        if (count === 0) return;
        assert.ok(Math.abs(keepProbability(count, total, { sample: t }) - keep_c_code[i]!) < 1e-12);
        const paper = keepProbability(count, total, { sample: t, formula: "paper" });
        assert.ok(Math.abs(paper - keep_paper[i]!) < 1e-12);
      });
    }
  });

  it("keeps more of rare words, and all when there is no threshold", () => {
    assert.ok(keepProbability(100, 1000) < keepProbability(10, 1000));
    assert.equal(keepProbability(1000, 1000, { sample: 0 }), 1);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => keepProbability(0, 10), /count.*got 0/);
    assert.throws(() => keepProbability(11, 10), /total.*at least 11, got 10/);
    assert.throws(() => keepProbability(1, 10, { sample: NaN }), /sample.*got NaN/);
    assert.throws(
      () => keepProbability(1, 10, { formula: "gensim" as "paper" }),
      /formula.*"gensim"/,
    );
  });
});
