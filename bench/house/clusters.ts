/**
 * Points to map, the same at every run: ten clusters in fifty dimensions, as single precision.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "../../src/core/rng";
import { ROOT } from "./peer-python";

export const CLUSTER_SIZE = 50;
const NUM_CLUSTERS = 10;
const SPREAD = 3;

/** The file with [size, 50] float32, row after row; written when it isn't there. */
export function clustersFile(size: number): string {
  const folder = join(ROOT, ".cache", "bench");
  const file = join(folder, `clusters-${size}-v1.f32`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const rng = createRng(size);
  const centres = Array.from({ length: NUM_CLUSTERS * CLUSTER_SIZE }, () => SPREAD * rng.normal());
  const points = new Float32Array(size * CLUSTER_SIZE);
  for (let i = 0; i < size; i++) {
    const from = rng.integer(NUM_CLUSTERS) * CLUSTER_SIZE;
    for (let j = 0; j < CLUSTER_SIZE; j++) {
      points[i * CLUSTER_SIZE + j] = centres[from + j]! + rng.normal();
    }
  }
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, points);
  renameSync(unfinished, file);
  return file;
}
