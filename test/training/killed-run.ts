/**
 * A training that is made to be killed: as a program it trains, writes the bits of each loss into
 * a log, and saves every few steps.
 *
 *   node --import tsx killed-run.ts '{"folder":"…","log":"…","steps":100,"every":3}'
 *
 * killAgainAndAgain starts it, kills it with SIGKILL at random instants, starts it again, and
 * compares what it wrote with a run that nobody disturbed.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createRng, type Rng } from "../../src/core/rng";
import { startLab } from "../../src/engine/lab";
import { Trainer } from "../../src/training/trainer";
import type { RunOptions } from "../../src/training/training-run";
import { smallData, smallModel } from "./small-model";

interface Program {
  folder?: string;
  log: string;
  steps: number;
  every: number;
}

export interface Killing {
  kills: number;
  /** How many of them left a half-written file behind: they came while it was saving. */
  whileSaving: number;
  /** Files that were damaged on purpose between two runs, and how many were reported. */
  damaged: number;
  reported: number;
  steps: number;
  /** Losses that were logged, repetitions included; all were equal to the undisturbed run's. */
  compared: number;
}

async function train({ folder, log, steps, every }: Program): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const model = smallModel({ width: 4000 });
  const optimization = { learningRate: 0.001, warmupSteps: 20, accumulate: 2 };
  const data = smallData(createRng(21));
  const execution = { threads: 1 };
  const trainer = new Trainer({ model, data, optimization, rng: createRng(22), execution });
  const file = fs.openSync(log, "a");
  const options: RunOptions = {
    steps,
    onStep: ({ step, loss }) => fs.writeSync(file, `\n${step} ${bits(loss)}`),
    onEvent: (event) => {
      if (event.type === "warning") fs.writeSync(file, `\n${event.message}`);
    },
    ...(folder && { checkpoint: { folder, every } }),
  };
  process.stdout.write("training\n");
  await trainer.run(options);
  const weights = await trainer.readWeights();
  const sum = Object.values(weights).flatMap(({ data }) => [...data]);
  fs.writeSync(file, `\n${steps + 1} ${bits(sum.reduce((a, b) => a + b))}`);
  fs.closeSync(file);
}

export interface KillOptions {
  kills: number;
  /** An empty folder for checkpoints and logs. */
  folder: string;
  rng: Rng;
  /** The longest a run may live after it has begun to train, in milliseconds. */
  longest: number;
  /** Damage the newest file after every so many kills. */
  damageEvery: number;
  onKill?: (killed: number) => void;
}

/** @throws an Error naming the first step whose loss differs from the undisturbed run's */
export async function killAgainAndAgain({
  kills,
  folder,
  rng,
  longest,
  damageEvery,
  onKill,
}: KillOptions): Promise<Killing> {
  const log = path.join(folder, "losses.log");
  const checkpoints = path.join(folder, "checkpoints");
  const found = { kills: 0, whileSaving: 0, damaged: 0 };
  while (found.kills < kills) {
    await start({ folder: checkpoints, log, steps: 1_000_000, every: 2 }, rng.uniform() * longest);
    found.kills++;
    const files = fs.existsSync(checkpoints) ? fs.readdirSync(checkpoints).sort() : [];
    if (files.some((name) => name.endsWith(".tmp"))) found.whileSaving++;
    const whole = files.filter((name) => /^step-\d+\.safetensors$/.test(name));
    // One at a time: with the newest two damaged there'd be nothing to go back to.
    const isReported = reports(log) >= found.damaged;
    if (found.kills % damageEvery === 0 && whole.length > 1 && isReported) {
      damage(path.join(checkpoints, whole[whole.length - 1]!), rng);
      found.damaged++;
    }
    onKill?.(found.kills);
  }
  const reached = Math.max(0, ...losses(log).map(([step]) => step));
  const steps = reached + 5;
  await start({ folder: checkpoints, log, steps, every: 2 });
  const undisturbed = path.join(folder, "undisturbed.log");
  await start({ log: undisturbed, steps, every: 2 });

  const expected = new Map(losses(undisturbed));
  const logged = losses(log);
  for (const [step, loss] of logged) {
    if (expected.get(step) === loss) continue;
    throw new Error(`step ${step}: ${loss} after a kill, ${expected.get(step)} undisturbed`);
  }
  return { ...found, reported: reports(log), steps, compared: logged.length };
}

/** Runs the program to its end, or kills it so many milliseconds after it has begun to train. */
function start(program: Program, killAfter?: number): Promise<void> {
  const node = [...process.execArgv, __filename, JSON.stringify(program)];
  const child = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.once("data", () => {
    if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const isAsAsked = killAfter === undefined ? code === 0 : signal === "SIGKILL";
      if (isAsAsked) resolve();
      else reject(new Error(`killed-run: ended with code ${code}, signal ${signal}`));
    });
  });
}

/** A byte turned over, or the end cut off. */
function damage(file: string, rng: Rng): void {
  const bytes = fs.readFileSync(file);
  if (rng.uniform() < 0.5) {
    fs.writeFileSync(file, bytes.subarray(0, rng.integer(bytes.length)));
  } else {
    bytes[rng.integer(bytes.length)]! ^= 1 << rng.integer(8);
    fs.writeFileSync(file, bytes);
  }
}

function reports(log: string): number {
  if (!fs.existsSync(log)) return 0;
  return fs.readFileSync(log, "utf8").match(/passed over/g)?.length ?? 0;
}

/** The whole lines of a log: a kill may have cut off one. */
function losses(log: string): [number, string][] {
  const lines = fs.readFileSync(log, "utf8").matchAll(/^(\d+) ([0-9a-f]{16})$/gm);
  return [...lines].map((match) => [Number(match[1]), match[2]!]);
}

function bits(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString("hex");
}

if (require.main === module) void train(JSON.parse(process.argv[2]!) as Program);
