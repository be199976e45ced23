import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { accuracyAt, classifyPairs, evaluatePairs } from "../../src/evaluation/pair-classification";
import { close, GOLDEN } from "./golden-metrics";

describe("classifyPairs", () => {
  it("equals the values worked out by hand", () => {
    // From the top: right, wrong, right, wrong.
    const result = classifyPairs([0.9, 0.7, 0.5, 0.1], [1, 0, 1, 0]);
    // Nothing below 0.3 belongs: 1 1 1 0 beside 1 0 1 0
    close([result.bestAccuracy.accuracy, result.bestAccuracy.threshold], [0.75, 0.3]);
    close([result.bestF1.precision, result.bestF1.recall, result.bestF1.f1], [2 / 3, 1, 0.8]);
    close(result.averagePrecision, (1 + 2 / 3) / 2);
    close(result.rocAuc, 3 / 4); // three of the four pairs of a 1 and a 0 are in order
  });
  for (const golden of GOLDEN.pair_classification) {
    it(`gives scikit-learn's values: ${golden.name}`, () => {
      const scores = golden.scores.map((score) => (golden.higher_is_positive ? score : -score));
      const result = classifyPairs(scores, golden.labels);
      close(result.bestAccuracy.accuracy, golden.best_accuracy, "best accuracy");
      close(result.bestF1.f1, golden.best_f1, "best F1");
      close(result.bestF1.precision, golden.best_f1_precision, "precision");
      close(result.bestF1.recall, golden.best_f1_recall, "recall");
      close(result.averagePrecision, golden.average_precision, "average precision");
      close(result.rocAuc, golden.roc_auc, "ROC AUC");
    });
  }
  it("reports the thresholds that reach its best accuracy and best F1", () => {
    for (const { scores, labels, higher_is_positive } of GOLDEN.pair_classification) {
      const signed = scores.map((score) => (higher_is_positive ? score : -score));
      const { bestAccuracy, bestF1 } = classifyPairs(signed, labels);
      close(accuracyAt(signed, labels, bestAccuracy.threshold), bestAccuracy.accuracy);
      const called = signed.map((score) => score > bestF1.threshold);
      const right = called.filter((positive, i) => positive && labels[i] === 1).length;
      close(right / called.filter(Boolean).length, bestF1.precision);
    }
  });
  it("depends on the order of the scores alone", () => {
    const { scores, labels } = GOLDEN.pair_classification[1]!;
    const [plain, stretched] = [scores, scores.map(Math.exp)].map((s) => classifyPairs(s, labels));
    close(stretched!.averagePrecision, plain!.averagePrecision);
    close(stretched!.rocAuc, plain!.rocAuc);
  });
  it("calls everything positive, or nothing, where that is best", () => {
    const all = classifyPairs([1, 2, 3], [1, 1, 0]);
    close(all.bestAccuracy.accuracy, 2 / 3);
    assert.equal(all.bestAccuracy.threshold, -Infinity);
    const none = classifyPairs([1, 2, 3], [1, 0, 0]);
    close([none.bestAccuracy.accuracy, none.bestAccuracy.threshold], [2 / 3, Infinity]);
  });
  it("draws an interval of average precision, leaving out draws of one kind", () => {
    const options = { bootstrap: { rng: createRng(1), resamples: 200 } };
    const { scores, labels } = GOLDEN.pair_classification[4]!; // one positive of eight
    const { interval } = classifyPairs(scores, labels, options);
    close(interval!.estimate, 0.5);
    assert.ok(interval!.low < 0.5 && interval!.high === 1, JSON.stringify(interval));
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => classifyPairs([1, 2], [1]), /got 1 labels for 2 scores/);
    assert.throws(() => classifyPairs([1, 2], [1, 2]), /labels must be 0 or 1, got 2/);
    assert.throws(() => classifyPairs([1, NaN], [1, 0]), /got NaN at index 1/);
    assert.throws(
      () => classifyPairs([1, 2], [1, 1]),
      /positives and negatives, got 2 positives of 2/,
    );
  });
});

describe("evaluatePairs", () => {
  it("judges each measure by its own scores", () => {
    // The first pair belongs together and points the same way, but lies far apart.
    const result = evaluatePairs([[9, 0], [0, 1]], [[1, 0], [1, 0]], [1, 0]); // prettier-ignore
    close([result.cosine.rocAuc, result.dot.rocAuc], [1, 1]);
    close([result.euclidean.rocAuc, result.manhattan.rocAuc], [0, 0]); // −8 against −√2, −2
  });
});
