/** The timed process of bench/umap.ts: file, how many points, whose code, how many seeds. */
import { readFileSync } from "node:fs";
import { UMAP } from "umap-js";
import { createRng } from "../../src/core/rng";
import { Points } from "../../src/similarity/dense-matrix";
import { neighbourPreservation } from "../../src/similarity/neighbour-preservation";
import { Umap } from "../../src/similarity/umap";
import { CLUSTER_SIZE } from "./clusters";
import type { Measurement } from "./measure";

const NUM_NEIGHBORS = 15;
const NUM_EPOCHS = 500;

async function measure(
  file: string,
  size: number,
  side: string,
  numSeeds: number,
): Promise<Measurement> {
  const { buffer, byteOffset } = readFileSync(file);
  const values = new Float32Array(buffer as ArrayBuffer, byteOffset, size * CLUSTER_SIZE);
  const points = { shape: [size, CLUSTER_SIZE] as const, values };
  const rows = Array.from({ length: size }, (_, i) =>
    Array.from(values.subarray(i * CLUSTER_SIZE, (i + 1) * CLUSTER_SIZE)),
  );
  const options = { nNeighbors: NUM_NEIGHBORS, nEpochs: NUM_EPOCHS };
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let kept = 0;
  for (let seed = 1; seed <= numSeeds; seed++) {
    const rng = createRng(seed);
    const cpu = process.cpuUsage();
    const start = performance.now();
    const map: Points =
      side === "ours"
        ? await new Umap(points, { rng, metric: "euclidean", ...options }).run()
        : new UMAP({ ...options, random: () => rng.uniform() }).fit(rows);
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
    const k = NUM_NEIGHBORS - 1;
    kept += neighbourPreservation(points, map, { k, metric: "euclidean" }).share / numSeeds;
  }
  return {
    ...{ seconds, cpuSeconds, result: { kept } },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    version: `Node ${process.versions.node}`,
  };
}

const [file, size, side, numSeeds] = process.argv.slice(2);
void measure(file!, Number(size), side!, Number(numSeeds)).then((measured) =>
  console.log(JSON.stringify(measured)),
);
