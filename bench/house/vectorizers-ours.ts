/** The timed process of bench/vectorizers.ts: corpus file, kind and repetitions as arguments. */
import { readFileSync } from "node:fs";
import { BagOfWords } from "../../src/vectorizers/bag-of-words";
import type { SparseMatrix } from "../../src/vectorizers/sparse-matrix";
import { TfIdf } from "../../src/vectorizers/tf-idf";
import type { Measurement } from "./measure";

const [file, kind, repetitions] = process.argv.slice(2);
const documents = readFileSync(file!, "utf8").split("\n");
const seconds: number[] = [];
const cpuSeconds: number[] = [];
let peakBytes = 0;
let result: Record<string, number> = {};
for (let i = 0; i < Number(repetitions); i++) {
  const model = create(kind!);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const matrix = model.fitTransform(documents);
  const numTerms = model.terms.length; // scikit-learn has them as strings by now, so we too
  seconds.push((performance.now() - start) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  cpuSeconds.push((user + system) / 1e6);
  if (i === 0) {
    peakBytes = process.resourceUsage().maxRSS * 1024;
    result = { numNonZero: matrix.numNonZero, numTerms, checksum: checksum(matrix) };
  }
}
const version = `Node ${process.versions.node}`;
console.log(
  JSON.stringify({ seconds, cpuSeconds, peakBytes, version, result } satisfies Measurement),
);

function create(name: string): BagOfWords | TfIdf {
  if (name === "counts") return new BagOfWords();
  return new TfIdf({ ngramRange: name === "tf-idf pairs" ? [1, 2] : [1, 1] });
}

/** Depends on every value and its column. */
function checksum({ values, columns }: SparseMatrix): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]! * (columns[k]! % 1000);
  return sum;
}
