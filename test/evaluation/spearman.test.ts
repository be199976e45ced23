import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pearsonCorrelation } from "../../src/evaluation/pearson";
import { averageRanks, spearmanCorrelation } from "../../src/evaluation/spearman";

interface GoldenCorrelation {
  name: string;
  x: number[];
  y: number[];
  pearson: number | "nan";
  spearman: number | "nan";
  ranks_x: number[];
  ranks_y: number[];
}

const { correlation } = JSON.parse(
  readFileSync(join(__dirname, "../golden/metrics.json"), "utf8"),
) as { correlation: GoldenCorrelation[] };

describe("spearmanCorrelation", () => {
  it("equals the value worked out by hand", () => {
    // Ranks 1 2 3 and 1 3 2: 1 − 6 · (0 + 1 + 1) / (3 · (9 − 1)) = 0.5
    close(spearmanCorrelation([10, 20, 30], [0.1, 0.9, 0.2]), 0.5);
  });
  it("gives SciPy's values, ties included", () => {
    for (const { name, x, y, spearman } of correlation) {
      close(spearmanCorrelation(x, y), spearman, name);
    }
  });
  it("doesn't change when values are stretched without changing their order", () => {
    const { x, y } = correlation[0]!;
    close(spearmanCorrelation(x.map(Math.exp), y), spearmanCorrelation(x, y));
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => spearmanCorrelation([1], [2]), /spearmanCorrelation: .* or more, got 1/);
    assert.throws(() => spearmanCorrelation([1, 2], [2]), /same length, got 2 and 1/);
    assert.throws(
      () => spearmanCorrelation([1, 2], [2, NaN]),
      /finite numbers, got NaN at index 1/,
    );
  });
});

describe("averageRanks", () => {
  it("gives tied values the mean of the ranks they fill", () => {
    for (const { name, x, y, ranks_x, ranks_y } of correlation) {
      assert.deepEqual([...averageRanks(x)], ranks_x, name);
      assert.deepEqual([...averageRanks(y)], ranks_y, name);
    }
  });
  it("leaves the values as they are", () => {
    const values = [3, 1, 2];
    assert.deepEqual([...averageRanks(values)], [3, 1, 2]);
    assert.deepEqual(values, [3, 1, 2]);
  });
});

describe("pearsonCorrelation", () => {
  it("equals the value worked out by hand", () => {
    // deviations −1 0 1 and −1 2 −1: 1 + 0 − 1 = 0
    close(pearsonCorrelation([1, 2, 3], [0, 3, 0]), 0);
    // deviations −1 0 1 and −2 −1 3: (2 + 3) / √(2 · 14) = 0.9449
    close(pearsonCorrelation([1, 2, 3], [0, 1, 5]), 5 / Math.sqrt(28));
  });
  it("gives SciPy's values", () => {
    for (const { name, x, y, pearson } of correlation)
      close(pearsonCorrelation(x, y), pearson, name);
  });
  it("never leaves the range from −1 to 1", () => {
    const x = Array.from({ length: 50 }, (_, i) => i * 0.1);
    assert.ok(pearsonCorrelation(x, x) <= 1);
    assert.ok(
      pearsonCorrelation(
        x,
        x.map((v) => -v),
      ) >= -1,
    );
  });
});

function close(actual: number, expected: number | "nan", name = ""): void {
  if (expected === "nan") assert.ok(Number.isNaN(actual), name);
  else assert.ok(Math.abs(actual - expected) < 1e-9, `${name}: ${actual}, not ${expected}`);
}
