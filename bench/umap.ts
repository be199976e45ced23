/**
 * Seconds to draw a map of 1,000, 5,000 and 10,000 points, against umap-learn and umap-js.
 *
 *   npm run bench -- umap [SIZE …]
 *
 * Equal neighbours (15), epochs (500) and options. umap-learn runs seeded, on one thread, and unseeded, on all; compiling it (numba, some
 * seconds at first use) is not counted. Ours is measured from the first use on. Fails when our map
 * keeps fewer of the true neighbours than umap-learn's.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { clustersFile } from "./house/clusters";
import { compiled } from "./house/compile";
import { measureInTurns, median } from "./house/measure";
import type { Side, SideResult } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";

const ROUNDS = 3;
/** Less than this share apart counts as equal: seeds differ by about half as much. */
const TOLERANCE = 0.006;

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1000, 5000, 10000];
const python = findPeerPython("umap");
const script = compiled("bench/house/umap-ours.ts");
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);
console.log(row(["points", "side", "seconds", "(min – max)", "CPU s", "kept", "ratio"]));
for (const size of sizes) {
  report(size, measureInTurns(sides(clustersFile(size), size), ROUNDS));
}

function sides(file: string, size: number): Side[] {
  // Small maps differ most from seed to seed.
  const seeds = size <= 1000 ? "3" : "1";
  const of = (name: string): Side => ({
    name,
    command: process.execPath,
    args: [script, file, String(size), name, seeds],
  });
  const ours = [of("ours"), of("umap-js")];
  if (python === undefined) return ours;
  const peer = join(ROOT, "bench/peers/umap_map.py");
  const peers = ["seeded", "all threads"].map((kind) => ({
    name: `umap-learn, ${kind}`,
    command: python,
    args: [peer, file, String(size), kind, seeds],
  }));
  return [...ours, ...peers];
}

function report(size: number, results: SideResult[]): void {
  const ours = results[0]!;
  for (const { name, seconds, cpuSeconds, result } of results) {
    const ratio =
      name === "ours"
        ? ""
        : `${(median(seconds) / median(ours.seconds)).toFixed(1)} x as long` +
          ` (by processor time ${(median(cpuSeconds) / median(ours.cpuSeconds)).toFixed(1)})`;
    const range = `(${Math.min(...seconds).toFixed(2)} – ${Math.max(...seconds).toFixed(2)})`;
    const kept = `${(100 * result["kept"]!).toFixed(1)}%`;
    const times = [median(seconds), median(cpuSeconds)].map((value) => value.toFixed(2));
    console.log(row([String(size), name, times[0]!, range, times[1]!, kept, ratio]));
  }
  for (const { name, result } of results.slice(1)) {
    if (!name.startsWith("umap-learn")) continue;
    if (ours.result["kept"]! >= result["kept"]! - TOLERANCE) continue;
    console.log(`  FEWER neighbours kept than by ${name}`);
    process.exitCode = 1;
  }
}

function row(cells: string[]): string {
  const widths = [8, 24, 8, 16, 8, 7, 0];
  return cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" ");
}
