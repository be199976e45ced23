import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { calinskiHarabasz, daviesBouldin } from "../../src/evaluation/cluster-separation";
import * as information from "../../src/evaluation/mutual-information";
import { purity } from "../../src/evaluation/purity";
import { adjustedRandIndex, fowlkesMallows, randIndex } from "../../src/evaluation/rand-index";
import { meanSilhouette, silhouettes } from "../../src/evaluation/silhouette";
import { PAIR_MEASURES } from "../../src/evaluation/pair-scores";
import { close, GOLDEN } from "./golden-metrics";

const { points } = GOLDEN;
const three = GOLDEN.silhouette[0]!.labels;
const COMPARISONS = {
  ari: adjustedRandIndex,
  rand: randIndex,
  nmi_arithmetic: information.normalizedMutualInformation,
  nmi_geometric: (truth: number[], clusters: number[]) =>
    information.normalizedMutualInformation(truth, clusters, information.geometricMean),
  ami: information.adjustedMutualInformation,
  mutual_info_nats: information.mutualInformation,
  homogeneity: information.homogeneity,
  completeness: information.completeness,
  v_measure: information.vMeasure,
  fowlkes_mallows: fowlkesMallows,
  purity,
};

describe("measures that compare two clusterings", () => {
  it("equal the values worked out by hand", () => {
    // Groups {1 2} {3 4}, clusters {1 2 3} {4}. Together in both: 1 2. In the one: 2; other: 3.
    const [truth, clusters] = [["a", "a", "b", "b"], [1, 1, 1, 2]]; // prettier-ignore
    close(randIndex(truth, clusters), 3 / 6); // 1 2 together, 1 4 and 2 4 apart
    close(adjustedRandIndex(truth, clusters), (1 - 1) / (2.5 - 1)); // expected 2 · 3 / 6
    close(fowlkesMallows(truth, clusters), 1 / Math.sqrt(6));
    close(purity(truth, clusters), 3 / 4);
    const i = Math.log(4 / 3) / 2 + Math.log(2 / 3) / 4 + Math.log(2) / 4;
    close(information.mutualInformation(truth, clusters), i);
    close(information.homogeneity(truth, clusters), i / Math.log(2));
  });
  for (const { name, truth, pred, ...golden } of GOLDEN.clustering) {
    it(`give scikit-learn's values: ${name}`, () => {
      assert.deepEqual(Object.keys(golden).sort(), Object.keys(COMPARISONS).sort());
      for (const [measure, compare] of Object.entries(COMPARISONS)) {
        close(compare(truth, pred), golden[measure], measure);
      }
    });
  }
  it("don't care for the names of clusters", () => {
    const { truth, pred } = GOLDEN.clustering[6]!;
    const renamed = pred.map((cluster) => `cluster ${7 - cluster}`);
    for (const compare of Object.values(COMPARISONS)) {
      close((compare as typeof purity)(truth, renamed), (compare as typeof purity)(truth, pred));
    }
  });
  it("are 1 for a clustering beside itself, also of one item or of items each alone", () => {
    for (const same of [[0], [0, 1, 2], [0, 0, 1]]) {
      const { vMeasure, adjustedMutualInformation } = information;
      const adjusted = [adjustedRandIndex, adjustedMutualInformation];
      for (const compare of [...adjusted, randIndex, purity, vMeasure]) {
        close((compare as typeof purity)(same, same), 1, `${compare.name} of ${same}`);
      }
    }
  });
  it("know nothing of independent groups, and never less than nothing", () => {
    for (const k of [2, 3, 5, 7]) {
      const [truth, clusters] = [1, k].map((step) =>
        Array.from({ length: 11 * k }, (_, i) => Math.floor(i / step) % (step === 1 ? k : 11)),
      );
      const value = information.mutualInformation(truth!, clusters!);
      assert.ok(value >= 0 && value < 1e-12, `${k}: ${value}`);
    }
  });
  it("say what they got when the input is wrong", () => {
    for (const compare of Object.values(COMPARISONS)) {
      assert.throws(() => compare([], []), /1 at least, got 0 and 0/);
      assert.throws(() => compare([1], [1, 2]), /got 1 and 2/);
    }
  });
});

describe("silhouettes", () => {
  it("equals the values worked out by hand", () => {
    // Points 0 1 | 4: inside 1 and 1, outside 4 and 3; the one alone has 0.
    close(silhouettes([[0], [1], [4]], [0, 0, 1]), [3 / 4, 2 / 3, 0]);
  });
  for (const { name, metric, labels, samples, mean } of GOLDEN.silhouette) {
    it(`gives scikit-learn's values: ${name}, ${metric}`, () => {
      const likeness = PAIR_MEASURES[metric];
      const of = (a: ArrayLike<number>, b: ArrayLike<number>) =>
        metric === "cosine" ? 1 - likeness(a, b) : -likeness(a, b);
      close(silhouettes(points, labels, of), samples);
      close(meanSilhouette(points, labels, of), mean);
    });
  }
  it("takes the Euclidean distance if none is given, and 0 for equal points", () => {
    close(meanSilhouette(points, three), GOLDEN.silhouette[0]!.mean);
    close(silhouettes([[1], [1], [1], [1]], [0, 0, 1, 1]), [0, 0, 0, 0]);
  });
  it("doesn't count the distance of a point from itself", () => {
    // A row of zeros has cosine distance 1 from everything, itself included.
    const distance = (a: ArrayLike<number>, b: ArrayLike<number>) => 1 - PAIR_MEASURES.cosine(a, b);
    close(silhouettes([[0, 0], [0, 0], [1, 0]], [0, 0, 1], distance), [0, 0, 0]); // prettier-ignore
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => silhouettes([[1], [2]], [0]), /got 1 for 2 points/);
    assert.throws(() => silhouettes([[1], [2]], [0, 0]), /2 clusters or more, got 1/);
  });
});

describe("calinskiHarabasz and daviesBouldin", () => {
  it("equal the values worked out by hand", () => {
    // Means 1 and 11 of 6: between 2 · 25 + 2 · 25, within 4 · 1 over 4 − 2; widths 1 and 1.
    const [line, clusters] = [[[0], [2], [10], [12]], [0, 0, 1, 1]]; // prettier-ignore
    close(calinskiHarabasz(line, clusters), 100 / (4 / 2));
    close(daviesBouldin(line, clusters), (1 + 1) / 10);
  });
  it("give scikit-learn's values", () => {
    const golden = GOLDEN.other_clustering;
    close(calinskiHarabasz(points, three), golden.calinski_harabasz_three);
    close(daviesBouldin(points, three), golden.davies_bouldin_three);
  });
  it("say what they got when the input is wrong", () => {
    for (const measure of [calinskiHarabasz, daviesBouldin]) {
      assert.throws(() => measure([[1], [2]], [0]), new RegExp(`${measure.name}: .* got 1 for 2`));
      assert.throws(() => measure([[1], [2], [3]], [0, 1, 2]), /from 2 to 2 clusters .* got 3/);
    }
  });
});
