/**
 * The most similar pair of 10,000 × 384, and a search of 100,000 × 192, against NumPy on one thread.
 *
 *   npm run bench -- cosine [ROUNDS]
 *
 * NumPy (OpenBLAS) runs the pairs twice: all against all, as most people write it, and each pair
 * once, as ours does. Fails when the answers differ, when ours has less than 0.4 of the speed of
 * all against all, or when a search takes more than 20 ms, all by processor time.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { createRng } from "../src/core/rng";
import { compiled } from "./house/compile";
import { measureInTurns, median, type Side } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";

const REPETITIONS = 3;
const WANTED_SPEED = 0.4;
const WANTED_SECONDS = 0.02;

const rounds = Number(process.argv[2] ?? 3);
const python = findPeerPython("numpy");
const script = compiled("bench/house/cosine-ours.ts");
const peer = join(ROOT, "bench/peers/cosine.py");
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, one thread\n`);

report("most similar pair, 10,000 × 384", [10_000, 384], ["all pairs", "upper triangle"]);
report("ten nearest, 100,000 × 192", [100_000, 192], ["search"]);

function report(title: string, [rows, columns]: [number, number], kinds: string[]): void {
  const file = randomFile(rows, columns);
  const args = (kind: string) => [file, String(rows), String(columns), kind, String(REPETITIONS)];
  const ours: Side = {
    name: "ours",
    command: process.execPath,
    args: [script, ...args(kinds[0]!)],
  };
  const peers = kinds.map((kind): Side => {
    return { name: `NumPy, ${kind}`, command: python ?? "", args: [peer, ...args(kind)] };
  });
  const [first, ...others] = measureInTurns([ours, ...(python ? peers : [])], rounds);
  const cpu = median(first!.cpuSeconds);
  console.log(title);
  for (const { name, seconds, cpuSeconds, version } of [first!, ...others]) {
    const times = [median(seconds), median(cpuSeconds)].map((t) => `${(1000 * t).toFixed(1)} ms`);
    const ratio = median(cpuSeconds) / cpu;
    console.log(`  ${name.padEnd(24)} ${times[0]}, processor ${times[1]}`.padEnd(62), version);
    if (name !== "ours") console.log(`    ours has ${ratio.toFixed(2)} x its speed`);
    if (name.endsWith("all pairs") && ratio < WANTED_SPEED) fail(`less than ${WANTED_SPEED}`);
  }
  for (const { name, result } of others) {
    const apart = Math.abs(result["found"]! - first!.result["found"]!);
    if (apart > 1e-5) fail(`${name} found ${result["found"]}, ours ${first!.result["found"]}`);
  }
  if (kinds[0] === "search" && cpu > WANTED_SECONDS) fail(`more than ${WANTED_SECONDS} s`);
}

/** [rows, columns] normal numbers, the same at every run. */
function randomFile(rows: number, columns: number): string {
  const folder = join(ROOT, ".cache", "bench");
  const file = join(folder, `normal-${rows}-${columns}-v1.f32`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const rng = createRng(rows);
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(
    unfinished,
    Float32Array.from({ length: rows * columns }, () => rng.normal()),
  );
  renameSync(unfinished, file);
  return file;
}

function fail(reason: string): void {
  console.log(`  FAILED: ${reason}`);
  process.exitCode = 1;
}
