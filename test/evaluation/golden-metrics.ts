/** metrics.json, and a comparison within its tolerance. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface GoldenMetrics {
  ranking: {
    ks: number[];
    queries: {
      name: string;
      ranking: string[];
      relevance: Record<string, number>;
      metrics: Record<string, number>;
    }[];
    mean_over_queries: Record<string, number>;
  };
  correlation: { name: string; x: number[]; y: number[]; kendall_tau_b: number | "nan" }[];
  clustering: ({ name: string; truth: number[]; pred: number[] } & Record<string, number>)[];
  points: number[][];
  silhouette: {
    name: string;
    metric: "euclidean" | "cosine" | "manhattan";
    labels: number[];
    samples: number[];
    mean: number;
  }[];
  other_clustering: { calinski_harabasz_three: number; davies_bouldin_three: number };
  kmeans: {
    k: number;
    init_rows: number[];
    labels: number[];
    centers: number[][];
    inertia: number;
    assignment_rounds_until_stable: number;
  }[];
  kmeans_curve: { k: number; best_inertia_of_50_starts: number }[];
  pair_classification: {
    name: string;
    scores: number[];
    labels: number[];
    higher_is_positive: boolean;
    best_accuracy: number;
    best_f1: number;
    best_f1_precision: number;
    best_f1_recall: number;
    best_accuracy_threshold_midpoint: number;
    best_f1_threshold_midpoint: number;
    average_precision: number;
    roc_auc: number;
  }[];
  classification: {
    y_true: number[];
    y_pred: number[];
    accuracy: number;
    confusion_rows_true: number[][];
    precision: number[];
    recall: number[];
    f1: number[];
    support: number[];
    macro_f1: number;
    micro_f1: number;
    weighted_f1: number;
    mcc: number;
  };
  similarity: {
    A: number[][];
    B: number[][];
    cosine: number[][];
    dot: number[][];
    euclidean: number[][];
    manhattan: number[][];
    zero_vector_cosine_sklearn: number;
  };
}

export const GOLDEN = JSON.parse(
  readFileSync(join(__dirname, "../golden/metrics.json"), "utf8"),
) as GoldenMetrics;

/** Absolute or relative 1e-9; lists and rows of lists number by number. */
export function close(actual: unknown, expected: unknown, name = ""): void {
  if (Array.isArray(expected)) {
    const values = Array.from(actual as ArrayLike<unknown>);
    assert.equal(values.length, expected.length, `${name}: length`);
    expected.forEach((value, i) => close(values[i], value, `${name}[${i}]`));
  } else if (expected === "nan") {
    assert.ok(Number.isNaN(actual), `${name}: ${String(actual)}, not NaN`);
  } else {
    const [a, b] = [Number(actual), Number(expected)];
    const isClose = Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    assert.ok(isClose, `${name}: ${a}, not ${b}`);
  }
}
