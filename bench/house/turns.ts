/**
 * Timing in processes that stay alive and take turns: each is asked for a few repetitions, then the
 * next one, several rounds. So a busy moment of the machine meets all sides, and what has to be
 * prepared (a graph, a model) is prepared once.
 *
 * Such a process prints { version, prepareSeconds } when it is ready, answers "run 5" on its stdin
 * with { seconds, cpuSeconds, values }, and "end" with { peakBytes }; each is JSON on one line.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { ROOT } from "./peer-python";

export interface TurnSide {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface TurnResult {
  readonly name: string;
  readonly version: string;
  /** Compiling, where there is something to compile. */
  readonly prepareSeconds: number;
  /** Of each repetition after the warm-up. */
  readonly seconds: readonly number[];
  /** Processor time, all threads together. */
  readonly cpuSeconds: readonly number[];
  /** What each repetition gave, warm-up included: losses, or a checksum. */
  readonly values: readonly number[];
  /** Largest resident memory of the whole process. */
  readonly peakBytes: number;
}

export interface TurnOptions {
  /** Repetitions before the first that counts. Default 3. */
  warmUp?: number;
  /** Default 5. */
  rounds?: number;
  /** How long one turn is to take; at least one repetition, at most ten. Default 0.8 s. */
  secondsPerTurn?: number;
}

/** Runs all sides in turn; the results are in the sides' order. */
export async function measureInTurns(
  sides: readonly TurnSide[],
  { warmUp = 3, rounds = 5, secondsPerTurn = 0.8 }: TurnOptions = {},
): Promise<TurnResult[]> {
  const workers: Worker[] = [];
  try {
    for (const side of sides) {
      const worker = new Worker(side);
      workers.push(worker);
      await worker.start(warmUp);
    }
    const slowest = Math.max(...workers.map((worker) => worker.lastSeconds));
    const times = Math.min(10, Math.max(1, Math.round(secondsPerTurn / slowest)));
    for (let round = 0; round < rounds; round++) {
      for (const worker of workers) await worker.run(times);
    }
    const results: TurnResult[] = [];
    for (const worker of workers) results.push(await worker.end());
    return results;
  } finally {
    for (const worker of workers) worker.stop();
  }
}

class Worker {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private ready = { version: "", prepareSeconds: 0 };
  private readonly seconds: number[] = [];
  private readonly cpuSeconds: number[] = [];
  private readonly values: number[] = [];
  lastSeconds = 0;

  constructor(private readonly side: TurnSide) {
    const { command, args, env } = side;
    this.child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.child.on("error", ({ message }) => console.error(`${side.name}: ${message}`));
    this.child.stdin!.on("error", () => undefined); // the missing answer tells
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async start(warmUp: number): Promise<void> {
    this.ready = await this.answer();
    const { seconds, values } = await this.ask<Repetitions>(`run ${warmUp}`);
    this.values.push(...values);
    this.lastSeconds = seconds.at(-1)!;
  }

  async run(times: number): Promise<void> {
    const { seconds, cpuSeconds, values } = await this.ask<Repetitions>(`run ${times}`);
    this.seconds.push(...seconds);
    this.cpuSeconds.push(...cpuSeconds);
    this.values.push(...values);
  }

  async end(): Promise<TurnResult> {
    const { peakBytes } = await this.ask<{ peakBytes: number }>("end");
    const { seconds, cpuSeconds, values } = this;
    return { name: this.side.name, ...this.ready, seconds, cpuSeconds, values, peakBytes };
  }

  stop(): void {
    this.child.kill();
  }

  private ask<Answer>(order: string): Promise<Answer> {
    this.child.stdin!.write(`${order}\n`);
    return this.answer();
  }

  private async answer<Answer>(): Promise<Answer> {
    const { value, done } = await this.lines.next();
    if (done === true) throw new Error(`${this.side.name} ended before it answered`);
    return JSON.parse(value as string) as Answer;
  }
}

interface Repetitions {
  seconds: number[];
  cpuSeconds: number[];
  values: number[];
}
