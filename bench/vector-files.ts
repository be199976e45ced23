/**
 * Reading and writing files of word vectors, against gensim: seconds and largest memory.
 *
 *   npm run bench -- vector-files [WORDS]
 *
 * 200,000 words of 300 numbers by default: 690 MB as text, 242 MB binary. Files lie in the system's
 * folder for temporary files and are removed afterwards. Fails when both sides don't read the same.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { compiled } from "./house/compile";
import { measureInTurns, median } from "./house/measure";
import type { Side, SideResult } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";

const SIZE = 300;
const ROUNDS = 3;

function main(): void {
  const numWords = Number(process.argv[2] ?? 200_000);
  const python = findPeerPython("gensim");
  const script = compiled("bench/house/vector-files-ours.ts");
  const peer = join(ROOT, "bench/peers/vector_files.py");
  const folder = mkdtempSync(join(tmpdir(), "vector-files-"));
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores`);
  console.log(`${numWords} words of ${SIZE} numbers: ${(numWords * SIZE * 4) / 1e6} MB\n`);
  try {
    for (const format of ["binary", "text"]) {
      for (const act of ["write", "read"]) {
        const args = (name: string) => {
          // Both read the file that we wrote; each writes one of its own.
          const file = join(folder, act === "write" ? `${format}-${name}` : `${format}-ours`);
          return [act, format, file, String(numWords), String(SIZE)];
        };
        const ours = { name: "ours", command: process.execPath, args: [script, ...args("ours")] };
        const sides: Side[] = [ours];
        if (python)
          sides.push({ name: "gensim", command: python, args: [peer, ...args("gensim")] });
        report(`${act} ${format}`, measureInTurns(sides, ROUNDS));
      }
      const megabytes = statSync(join(folder, `${format}-ours`)).size / 1e6;
      console.log(`  the file has ${megabytes.toFixed(0)} MB\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(what: string, results: SideResult[]): void {
  const ours = results[0]!;
  for (const { name, seconds, cpuSeconds, peakBytes, result } of results) {
    const ratio =
      name === "ours"
        ? ""
        : `${(median(seconds) / median(ours.seconds)).toFixed(1)} x slower (by processor time ` +
          `${(median(cpuSeconds) / median(ours.cpuSeconds)).toFixed(1)})`;
    const times = `${median(seconds).toFixed(2)} s, ${median(cpuSeconds).toFixed(2)} s processor`;
    const memory = `${(peakBytes / 1e6).toFixed(0)} MB`;
    console.log(`${what.padEnd(13)} ${name.padEnd(7)} ${times}, ${memory}  ${ratio}`);
    const gap = Math.abs(result.sum! - ours.result.sum!);
    if (result.numWords === ours.result.numWords && gap < 1e-3) continue;
    console.log(`  DIFFERENT: ${JSON.stringify(result)}, ours ${JSON.stringify(ours.result)}`);
    process.exitCode = 1;
  }
}

main();
