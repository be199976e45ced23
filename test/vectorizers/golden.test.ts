/**
 * Reference results of scikit-learn 1.2.1, test/golden/counts.json: 36 configurations over three
 * corpora, five unseen documents for each, and four inputs that are refused.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { BagOfWords } from "../../src/vectorizers/bag-of-words";
import { TfIdf } from "../../src/vectorizers/tf-idf";
import type { TfIdfOptions } from "../../src/vectorizers/tf-idf";

interface GoldenCase {
  name: string;
  corpus: string;
  vectorizer: "count" | "tfidf";
  options: Record<string, unknown>;
  terms: string[];
  shape: [number, number];
  matrix: number[][];
  analyzed: string[][] | null;
  idf?: number[];
  cosine?: number[][];
  transform_unseen: { docs: string[]; matrix: number[][] };
}

interface Golden {
  corpora: Record<string, string[]>;
  cases: GoldenCase[];
  errors: { name: string; docs: string[]; options: Record<string, unknown>; message: string }[];
}

const golden = JSON.parse(readFileSync(join(__dirname, "../golden/counts.json"), "utf8")) as Golden;

describe("golden counts.json", () => {
  for (const expected of golden.cases) {
    it(`gives scikit-learn's ${expected.name}`, () => {
      const options = camelCased(expected.options) as TfIdfOptions;
      const documents = golden.corpora[expected.corpus]!;
      const model = expected.vectorizer === "tfidf" ? new TfIdf(options) : new BagOfWords(options);
      const matrix = model.fitTransform(documents);

      assert.deepEqual([...model.terms], expected.terms);
      assert.deepEqual([...matrix.shape], expected.shape);
      close(matrix.toDense(), expected.matrix);
      close(model.transform(documents).toDense(), expected.matrix);
      const { docs, matrix: unseen } = expected.transform_unseen;
      close(model.transform(docs).toDense(), unseen);
      if (expected.analyzed) {
        assert.deepEqual(
          documents.map((document) => model.analyze(document)),
          expected.analyzed,
        );
      }
      if (expected.cosine) close(matrix.cosineSimilarity(), expected.cosine);
      if (expected.idf) close([[...(model as TfIdf).idf]], [expected.idf]);
    });
  }

  const messages: Record<string, RegExp> = {
    "only-stop-words": /^BagOfWords\.fit: no terms were found, .*stopWords/,
    "all-empty": /^BagOfWords\.fit: no terms were found, got 2 documents/,
    "max-df-below-min-df": /^BagOfWords\.fit: maxDf .* got at most 1 and at least 2 of 2/,
    "nothing-left-after-pruning": /^BagOfWords\.fit: no terms are left .*; lower minDf/,
  };
  for (const { name, docs, options } of golden.errors) {
    it(`refuses what scikit-learn refuses: ${name}`, () => {
      assert.throws(() => new BagOfWords(camelCased(options)).fit(docs), {
        name: "RangeError",
        message: messages[name]!,
      });
    });
  }
});

/** min_df → minDf. */
function camelCased(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function close(actual: number[][], expected: number[][]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((row, i) => {
    assert.equal(row.length, expected[i]!.length);
    row.forEach((value, j) => {
      const gap = Math.abs(value - expected[i]![j]!);
      assert.ok(gap <= 1e-9, `[${i}][${j}]: ${value} is not ${expected[i]![j]}`);
    });
  });
}
