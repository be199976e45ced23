/** Our timed process of bench/quantized.ts: file, rows, queries, columns, kind. One thread. */
import { readFileSync } from "node:fs";
import { BinaryIndex } from "../../src/search/binary-index";
import type { Embeddings } from "../../src/search/embeddings";
import { FlatIndex } from "../../src/search/flat-index";
import type { Hit } from "../../src/search/hit";
import { Int8Index } from "../../src/search/int8-index";
import type { Measurement } from "./measure";

const REPETITIONS = 3;

type Search = (query: Float32Array) => Hit[];

const [file, ...numbers] = process.argv.slice(2);
const [rows, queries, columns] = numbers.slice(0, 3).map(Number) as [number, number, number];
const kind = numbers[3]!;
const { buffer, byteOffset } = readFileSync(file!);
const values = new Float32Array(buffer as ArrayBuffer, byteOffset, (rows + queries) * columns);
console.log(JSON.stringify(measure()));

function measure(): Measurement {
  const documents = { shape: [rows, columns], values: values.subarray(0, rows * columns) } as const;
  const ids = Array.from({ length: rows }, (_, row) => row);
  const exact = new FlatIndex();
  exact.add(ids, documents);
  const search = kind === "float32" ? (query: Float32Array) => exact.search(query) : quantized();
  const each = Array.from({ length: queries }, (_, i) =>
    values.subarray((rows + i) * columns, (rows + i + 1) * columns),
  );
  const truth = each.map((query) => new Set(exact.search(query).map(({ id }) => id)));
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let found = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const hits = each.map(search);
    seconds.push((performance.now() - start) / 1000 / queries);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6 / queries);
    found = hits.reduce((sum, of, i) => sum + of.filter(({ id }) => truth[i]!.has(id)).length, 0);
  }
  return {
    ...{ seconds, cpuSeconds, result: { recall: found / (10 * queries) } },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    version: `Node ${process.versions.node}`,
  };

  function quantized(): Search {
    if (kind === "int8") {
      const index = Int8Index.calibrate(documents as Embeddings);
      index.add(ids, documents as Embeddings);
      return (query) => index.search(query);
    }
    const index = new BinaryIndex();
    index.add(ids, documents as Embeddings);
    const rescoreMultiplier = kind === "binary" ? 0 : 4;
    return (query) => index.search(query, { rescoreMultiplier });
  }
}
