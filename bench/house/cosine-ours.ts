/** Our timed process of bench/cosine.ts: file, rows, columns, kind, repetitions. One thread. */
import { readFileSync } from "node:fs";
import { FlatIndex } from "../../src/search/flat-index";
import { paraphraseMining } from "../../src/search/paraphrase-mining";
import type { Measurement } from "./measure";

const QUERIES = 100;

async function measure(
  file: string,
  shape: readonly [number, number],
  kind: string,
  repetitions: number,
): Promise<Measurement> {
  const { buffer, byteOffset } = readFileSync(file);
  const values = new Float32Array(buffer as ArrayBuffer, byteOffset, shape[0] * shape[1]);
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let found = 0;
  const index = new FlatIndex();
  if (kind === "search") {
    const ids = Array.from({ length: shape[0] }, (_, row) => row);
    index.add(ids, { shape, values });
  }
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let times = 1;
    if (kind === "search") {
      found = 0;
      times = QUERIES;
      for (let q = 0; q < QUERIES; q++) {
        const hits = index.search(values.subarray(q * shape[1], (q + 1) * shape[1]));
        for (const { id } of hits) found += id as number;
      }
    } else {
      const [best] = await paraphraseMining({ shape, values }, { k: 1, threads: 1 });
      found = best!.score;
    }
    seconds.push((performance.now() - start) / 1000 / times);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6 / times);
  }
  return {
    ...{ seconds, cpuSeconds, result: { found } },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    version: `Node ${process.versions.node}`,
  };
}

const [file, rows, columns, kind, repetitions] = process.argv.slice(2);
void measure(file!, [Number(rows), Number(columns)], kind!, Number(repetitions)).then((measured) =>
  console.log(JSON.stringify(measured)),
);
