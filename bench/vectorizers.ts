/**
 * Documents per second and memory of fitTransform, against scikit-learn on the same corpus.
 *
 *   npm run bench -- vectorizers [--quick]
 *
 * `--quick` leaves out the 100,000 documents. Fails when the two matrices are not the same.
 */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { compiled } from "./house/compile";
import { corpusFile } from "./house/corpus";
import { measureInTurns, median } from "./house/measure";
import type { Side, SideResult } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";

const KINDS = ["counts", "tf-idf", "tf-idf pairs"];
const ROUNDS = 3;

const python = findPeerPython("sklearn");
const script = compiled("bench/house/vectorizers-ours.ts");
const sizes = process.argv.includes("--quick") ? [20000] : [20000, 100000];
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);
console.log(row(["documents", "what", "side", "docs/s", "(min – max)", "peak MB", "ratio"]));
for (const size of sizes) {
  const file = corpusFile(size);
  const numDocuments = readFileSync(file, "utf8").split("\n").length;
  for (const kind of KINDS) {
    const repetitions = size > 20000 && kind === "tf-idf pairs" ? 1 : 3;
    report(numDocuments, kind, measureInTurns(sides(file, kind, repetitions), ROUNDS));
  }
}

function sides(file: string, kind: string, repetitions: number): Side[] {
  const args = [file, kind, String(repetitions)];
  const ours = { name: "ours", command: process.execPath, args: [script, ...args] };
  if (python === undefined) return [ours];
  const peer = join(ROOT, "bench/peers/vectorizers.py");
  return [ours, { name: "scikit-learn", command: python, args: [peer, ...args] }];
}

function report(numDocuments: number, kind: string, results: SideResult[]): void {
  const [ours, peer] = results;
  for (const { name, seconds, peakBytes } of results) {
    const speeds = seconds.map((s) => numDocuments / s);
    const range = `(${thousands(Math.min(...speeds))} – ${thousands(Math.max(...speeds))})`;
    const megabytes = String(Math.round(peakBytes / 1e6));
    const ratio =
      name === "ours" && peer
        ? `${(median(peer.seconds) / median(ours!.seconds)).toFixed(2)} x speed ` +
          `(by processor time ${(median(peer.cpuSeconds) / median(ours!.cpuSeconds)).toFixed(2)}), ` +
          `${(ours!.peakBytes / peer.peakBytes).toFixed(2)} x memory`
        : "";
    const speed = thousands(median(speeds));
    console.log(row([String(numDocuments), kind, name, speed, range, megabytes, ratio]));
  }
  if (!ours || !peer) return;
  const isSame = Object.entries(ours.result).every(
    ([name, value]) => Math.abs(value - peer.result[name]!) <= 1e-9 * Math.abs(value),
  );
  const { numNonZero, numTerms } = ours.result;
  console.log(
    isSame
      ? `  same matrix: ${numTerms} terms, ${numNonZero} values, checksum equal (${peer.version})`
      : `  DIFFERENT: ${JSON.stringify(ours.result)} and ${JSON.stringify(peer.result)}`,
  );
  if (!isSame) process.exitCode = 1;
}

function row(cells: string[]): string {
  const widths = [10, 13, 13, 8, 18, 8, 0];
  return cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" ");
}

function thousands(speed: number): string {
  return `${(speed / 1000).toFixed(1)}k`;
}
