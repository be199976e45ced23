/**
 * Timing in processes of their own, taking turns, so that a busy moment of the machine meets all
 * sides and nobody profits from another's warm caches.
 */
import { spawnSync } from "node:child_process";
import { ROOT } from "./peer-python";

/** What a timed process prints as its last line, in JSON. */
export interface Measurement {
  /** Seconds of each repetition. */
  readonly seconds: number[];
  /** Processor time of each repetition, all threads together: what a busy machine changes less. */
  readonly cpuSeconds: number[];
  /** Largest resident memory of the process when its first repetition was done, in bytes. */
  readonly peakBytes: number;
  /** Name and version of what was measured. */
  readonly version: string;
  /** Anything that has to be equal on all sides. */
  readonly result: Record<string, number>;
}

export interface Side {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface SideResult extends Measurement {
  readonly name: string;
}

/** Runs all sides in turn, `rounds` times, and puts each side's repetitions together. */
export function measureInTurns(sides: readonly Side[], rounds: number): SideResult[] {
  const measured = sides.map((): Measurement[] => []);
  for (let round = 0; round < rounds; round++) {
    sides.forEach((side, i) => measured[i]!.push(runOnce(side)));
  }
  return sides.map(({ name }, i) => {
    const runs = measured[i]!;
    return {
      ...runs[0]!,
      name,
      seconds: runs.flatMap(({ seconds }) => seconds),
      cpuSeconds: runs.flatMap(({ cpuSeconds }) => cpuSeconds),
      peakBytes: median(runs.map(({ peakBytes }) => peakBytes)),
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function runOnce({ name, command, args }: Side): Measurement {
  const { stdout, status, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? `exit status ${status}`}`);
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Measurement;
}
