/**
 * Random configurations and Unicode documents: are the results scikit-learn's?
 *
 *   npm run bench -- vectorizers-agree [NUMBER [SEED]]
 *
 * Names every case that differs, and fails when there is one.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BagOfWords } from "../src/vectorizers/bag-of-words";
import type { SparseMatrix } from "../src/vectorizers/sparse-matrix";
import { TfIdf } from "../src/vectorizers/tf-idf";
import type { TfIdfOptions } from "../src/vectorizers/tf-idf";
import { findPeerPython, ROOT } from "./house/peer-python";

interface ScipyMatrix {
  shape: number[];
  indptr: number[];
  indices: number[];
  data: (number | "inf")[];
}

interface Case {
  kind: "count" | "tfidf";
  options: Record<string, unknown>;
  documents: string[];
  unseen: string[];
  error?: string;
  /** Which of equally frequent terms max_features keeps depends on numpy and the processor. */
  tie?: boolean;
  terms?: string[];
  matrix?: ScipyMatrix;
  unseen_matrix?: ScipyMatrix;
  analyzed?: string[][];
  idf?: (number | "inf")[];
}

const [number = "500", seed = "1"] = process.argv.slice(2);
const python = findPeerPython("sklearn");
if (python !== undefined) void compareAll(python);

async function compareAll(command: string): Promise<void> {
  const script = join(ROOT, "bench/peers/vectorizer_cases.py");
  const peer = spawn(command, [script, number, seed], { stdio: ["ignore", "pipe", "inherit"] });
  let same = 0;
  let refused = 0;
  let ties = 0;
  let different = 0;
  for await (const line of createInterface({ input: peer.stdout })) {
    const expected = JSON.parse(line) as Case;
    try {
      compare(expected);
      if (expected.error === undefined) same++;
      else refused++;
    } catch (error) {
      if (expected.tie) {
        ties++;
        continue;
      }
      different++;
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`\nDIFFERS ${expected.kind} ${JSON.stringify(expected.options)}\n${reason}`);
    }
  }
  console.log(
    `${same} equal, ${refused} refused by both, ${different} different, and ${ties} where ` +
      "maxFeatures chose other terms among equally frequent ones",
  );
  process.exitCode = different > 0 || same === 0 ? 1 : 0;
}

function compare(expected: Case): void {
  const options = Object.fromEntries(
    Object.entries(expected.options).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as TfIdfOptions;
  const model = expected.kind === "tfidf" ? new TfIdf(options) : new BagOfWords(options);
  if (expected.error !== undefined) {
    assert.throws(
      () => model.fitTransform(expected.documents) && model.transform(expected.unseen),
      `scikit-learn refuses: ${expected.error}`,
    );
    return;
  }
  const matrix = model.fitTransform(expected.documents);
  const analyzed = expected.documents.map((document) => model.analyze(document));
  assert.deepEqual(analyzed, expected.analyzed);
  assert.deepEqual([...model.terms], expected.terms);
  assertSame(matrix, expected.matrix!);
  assertSame(model.transform(expected.documents), expected.matrix!);
  assertSame(model.transform(expected.unseen), expected.unseen_matrix!);
  if (expected.idf) {
    const idf = (model as TfIdf).idf;
    expected.idf.forEach((value, column) => {
      assertClose(idf[column]!, value);
    });
  }
}

function assertSame(actual: SparseMatrix, expected: ScipyMatrix): void {
  assert.deepEqual([...actual.shape], expected.shape);
  assert.deepEqual([...actual.rowOffsets], expected.indptr);
  assert.deepEqual([...actual.columns], expected.indices);
  expected.data.forEach((value, k) => assertClose(actual.values[k]!, value));
}

function assertClose(actual: number, value: number | "inf"): void {
  const expected = value === "inf" ? Infinity : value;
  if (actual === expected) return;
  assert.ok(
    Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}
