import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { classificationReport } from "../../src/evaluation/classification";
import { close, GOLDEN } from "./golden-metrics";

describe("classificationReport", () => {
  it("equals the values worked out by hand", () => {
    const truth = ["yes", "yes", "yes", "no"];
    const report = classificationReport(truth, ["yes", "yes", "no", "no"]);
    assert.deepEqual(report.labels, ["no", "yes"]);
    assert.deepEqual(report.confusion, [[1, 0], [1, 2]]); // prettier-ignore
    close(report.precision, [1 / 2, 1]);
    close(report.recall, [1, 2 / 3]);
    close(report.f1, [2 / 3, 4 / 5]);
    close(report.macroF1, (2 / 3 + 4 / 5) / 2);
    close(report.weightedF1, (2 / 3 + 3 * (4 / 5)) / 4);
    // (4 · 3 − (2 · 1 + 2 · 3)) / √((16 − 8)(16 − 10))
    close(report.matthews, 4 / Math.sqrt(48));
  });
  it("gives scikit-learn's values", () => {
    const { y_true, y_pred, ...golden } = GOLDEN.classification;
    const report = classificationReport(y_true, y_pred);
    assert.deepEqual(report.labels, [0, 1, 2]);
    close(report.accuracy, golden.accuracy);
    close(report.accuracy, golden.micro_f1); // one class each: they are the same
    close(report.confusion, golden.confusion_rows_true);
    close(report.precision, golden.precision);
    close(report.recall, golden.recall);
    close(report.f1, golden.f1);
    close(report.support, golden.support);
    close(report.macroF1, golden.macro_f1);
    close(report.weightedF1, golden.weighted_f1);
    close(report.matthews, golden.mcc);
  });
  it("keeps the order of the classes it is given, also of one that never occurs", () => {
    const labels = ["entailment", "neutral", "contradiction"];
    const report = classificationReport(["neutral", "entailment"], ["neutral", "neutral"], {
      labels,
    });
    assert.deepEqual(report.confusion, [[0, 1, 0], [0, 1, 0], [0, 0, 0]]); // prettier-ignore
    assert.deepEqual(report.f1, [0, 2 / 3, 0]);
    close(report.macroF1, 1 / 3); // of the two that occur
  });
  it("draws intervals of accuracy and macro F1", () => {
    const truth = Array.from({ length: 300 }, (_, i) => i % 3);
    const called = truth.map((label, i) => (i % 5 === 0 ? (label + 1) % 3 : label));
    const options = { bootstrap: { rng: createRng(1), resamples: 300 } };
    const { accuracy, intervals } = classificationReport(truth, called, options);
    close(accuracy, 0.8);
    // √(0.8 · 0.2 / 300) = 0.0231; 1.96 of them are 0.045
    assert.ok(Math.abs(intervals!.accuracy.low - 0.755) < 0.015, `${intervals!.accuracy.low}`);
    assert.ok(Math.abs(intervals!.macroF1.high - 0.845) < 0.015, `${intervals!.macroF1.high}`);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => classificationReport([], []), /1 at least, got 0 and 0/);
    assert.throws(() => classificationReport([1, 2], [1]), /got 1 and 2/);
    assert.throws(
      () => classificationReport(["a"], ["b"], { labels: ["a", "c"] }),
      /label must be one of a, c, got "b"/,
    );
  });
});
