/**
 * Vectors as embeddings lie, the same at every run: a thousand topics, and around each its texts.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "../../src/core/rng";
import { ROOT } from "./peer-python";

const TOPICS = 1000;
const SPREAD = 0.7;

/** The file with [rows + queries, columns] float32, row after row; written when it isn't there. */
export function topicsFile(rows: number, queries: number, columns: number): string {
  const folder = join(ROOT, ".cache", "bench");
  const file = join(folder, `topics-${rows}-${queries}-${columns}-v1.f32`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const rng = createRng(1);
  const topics = Float32Array.from({ length: TOPICS * columns }, () => rng.normal());
  const values = new Float32Array((rows + queries) * columns);
  for (let at = 0; at < values.length; at += columns) {
    const from = rng.integer(TOPICS) * columns;
    for (let j = 0; j < columns; j++) values[at + j] = topics[from + j]! + SPREAD * rng.normal();
  }
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, values);
  renameSync(unfinished, file);
  return file;
}
