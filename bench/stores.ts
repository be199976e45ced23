/**
 * Vector stores with 100,000 × 192: filling, opening, a query, recall; against LanceDB and usearch.
 *
 *   npm run bench -- stores              FlatIndex, LanceStore, LanceDB's own search, usearch
 *   npm run bench -- stores postgres     PostgresStore, too (a server: npm run test:interop)
 *
 * Queries one by one, ten hits each. Recall: the share of the ten true neighbours that are among
 * the ten found. Stores hold a text of 600 characters with each vector, and give the texts of what
 * they find. Times are the processor's, of all threads together (for PostgreSQL, whose work is
 * another process's, by the clock); a busy machine changes them less. Fails when a query of
 * LanceStore takes 100 ms, or its recall is below 0.97.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { compiled } from "./house/compile";
import { measureInTurns, median, type Side, type SideResult } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";
import { topicsFile } from "./house/topics";

const [ROWS, QUERIES, COLUMNS] = [100_000, 200, 192];
const KINDS = ["FlatIndex", "LanceStore", "LanceDB flat", "LanceDB HNSW_SQ"];
const POSTGRES = ["PostgresStore", "PostgresStore HNSW"];

const kinds = process.argv.includes("postgres") ? [...KINDS, ...POSTGRES] : KINDS;
const python = findPeerPython("usearch");
const script = compiled("bench/house/stores-ours.ts");
const args = [topicsFile(ROWS, QUERIES, COLUMNS), String(ROWS), String(QUERIES), String(COLUMNS)];
const sides = kinds.map((kind): Side => {
  return { name: kind, command: process.execPath, args: [script, ...args, kind] };
});
if (python !== undefined) {
  const peer = join(ROOT, "bench/peers/stores.py");
  sides.push({ name: "usearch", command: python, args: [peer, ...args] });
}
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);
const results = measureInTurns(sides, 1);
const lance = results.find(({ name }) => name === "LanceStore")!;
console.log(row(["", "fill, s", "vectors/s", "open, s", "query, ms", "ratio", "recall"]));
for (const result of results) console.log(row([result.name, ...cellsOf(result)]));
for (const { name, version } of results) console.log(`${name}: ${version}`);
if (lance.result["recall"]! < 0.97) fail(`recall ${lance.result["recall"]}`);
if (queryTime(lance) > 0.1) fail(`a query takes ${queryTime(lance)} s`);

function cellsOf(result: SideResult): string[] {
  const { fill, open, recall } = result.result as { fill: number; open: number; recall: number };
  return [
    ...[fill.toFixed(1), String(Math.round(ROWS / fill)), open < 0 ? "–" : open.toFixed(2)],
    ...[(1000 * queryTime(result)).toFixed(2)],
    `${(queryTime(result) / queryTime(lance)).toFixed(2)} x`,
    recall.toFixed(3),
  ];
}

function queryTime({ cpuSeconds }: SideResult): number {
  return median(cpuSeconds);
}

function fail(reason: string): void {
  console.log(`  FAILED: LanceStore: ${reason}`);
  process.exitCode = 1;
}

function row(cells: string[]): string {
  const widths = [20, 9, 11, 9, 11, 9, 0];
  return cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" ");
}
