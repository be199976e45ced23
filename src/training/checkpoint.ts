/**
 * A folder of checkpoints: the newest few states of a training, and its best weights.
 *
 *   step-00001200.safetensors      weights, moments, and how far the training was
 *   step-00001400.safetensors
 *   best-00001000.safetensors      weights alone, under the model's own names
 *
 * More than one is kept, so that a file damaged on the disk costs a few steps and not everything.
 * A new file is whole before an old one goes. At whatever instant the process ends, the folder
 * holds a good checkpoint, once it has held one.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { assertInteger } from "../core/check";
import type { HostArray } from "../engine/host-array";
import { readCheckpointFile, writeCheckpointFile, type NamedArrays } from "./checkpoint-file";
import type { Fingerprint } from "./fingerprint";
import type { MonitorState } from "./monitor";

/** How far a training was, in numbers that a person can read too. */
export interface TrainingRecord {
  /** Of this form of record: 1. */
  format: number;
  step: number;
  /** Batches drawn so far: the position in the data, and in the random numbers. */
  batches: number;
  /** Of the step before, for readers; it follows from `step`. */
  learningRate: number;
  /** Of computing, over all runs. */
  seconds: number;
  evaluations: { step: number; metrics: Record<string, number> }[];
  monitor: MonitorState | null;
  fingerprint: Fingerprint;
}

export interface SavedTraining {
  tensors: NamedArrays;
  record: TrainingRecord;
  /** Weights at record.monitor.bestStep. */
  best?: NamedArrays | undefined;
}

export interface LoadedTraining extends SavedTraining {
  tensors: Record<string, HostArray>;
  file: string;
}

const FORMAT = 1;
const STEP_FILE = /^step-(\d+)\.safetensors$/;
const BEST_FILE = /^best-(\d+)\.safetensors$/;
const TEMPORARY_FILE = /^(?:step|best)-\d+\.safetensors\.(\d+)-\d+\.tmp$/;

/**
 * @param keep how many of the newest stay, at least 2
 * @returns    the new file's path
 */
export async function saveCheckpoint(
  folder: string,
  { tensors, record, best }: SavedTraining,
  { keep = 2 }: { keep?: number } = {},
): Promise<string> {
  assertInteger("saveCheckpoint", { keep }, { min: 2 });
  await mkdir(folder, { recursive: true });
  const bestStep = record.monitor?.bestStep;
  if (best && bestStep !== undefined) {
    const file = path.join(folder, fileName("best", bestStep));
    const isThere = (await readdir(folder)).includes(path.basename(file));
    const { step, ...about } = { ...record.monitor!, step: bestStep };
    if (!isThere) await writeCheckpointFile(file, best, { format: FORMAT, step, ...about });
  }
  const file = path.join(folder, fileName("step", record.step));
  await writeCheckpointFile(file, tensors, record);
  await prune(folder, keep);
  return file;
}

/**
 * The newest checkpoint that can be read. A damaged one is set aside under another name.
 *
 * @param onDamaged told of each file that was passed over, in words
 * @returns         undefined where the folder has none at all
 * @throws          an Error where there are some, but none is good
 */
export async function loadCheckpoint(
  folder: string,
  { onDamaged }: { onDamaged: (message: string) => void },
): Promise<LoadedTraining | undefined> {
  const names = (await namesIn(folder, STEP_FILE)).reverse();
  const reasons: string[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    let read: Awaited<ReturnType<typeof readCheckpointFile>>;
    try {
      read = await readCheckpointFile(file);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
      continue;
    }
    const record = read.record as TrainingRecord;
    if (record.format !== FORMAT) {
      throw new Error(
        `loadCheckpoint: ${file} has format ${record.format}, this program reads ${FORMAT}`,
      );
    }
    for (const [i, reason] of reasons.entries()) {
      onDamaged(`${names[i]} can't be read and was passed over for ${name}: ${reason}`);
    }
    await setAside(folder, names.slice(0, reasons.length));
    return { ...read, record, file, best: await readBest(folder, record, onDamaged) };
  }
  if (names.length === 0) return undefined;
  throw new Error(
    `loadCheckpoint: none of the ${names.length} checkpoints in ${folder} can be read; ` +
      `delete the folder to begin anew. The newest: ${reasons[0]}`,
  );
}

async function readBest(
  folder: string,
  { monitor }: TrainingRecord,
  onDamaged: (message: string) => void,
): Promise<NamedArrays | undefined> {
  if (monitor === null) return undefined;
  const name = fileName("best", monitor.bestStep);
  try {
    return (await readCheckpointFile(path.join(folder, name))).tensors;
  } catch (error) {
    onDamaged(`the best weights so far, ${name}, can't be read: ${String(error)}`);
    return undefined;
  }
}

/** Takes away what is older than the newest few, and what a killed process left half-written. */
async function prune(folder: string, keep: number): Promise<void> {
  for (const pattern of [STEP_FILE, BEST_FILE]) {
    const old = (await namesIn(folder, pattern)).slice(0, -keep);
    for (const name of old) await rm(path.join(folder, name), { force: true });
  }
  for (const name of await namesIn(folder, TEMPORARY_FILE)) {
    const writer = Number(TEMPORARY_FILE.exec(name)![1]);
    if (!isRunning(writer)) await rm(path.join(folder, name), { force: true });
  }
}

/** So that a damaged file isn't counted as one of those kept, yet can be looked at. */
async function setAside(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = path.join(folder, name);
    await rename(file, `${file}.damaged`).catch(() => undefined);
  }
}

/** Oldest first. */
async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  const number = (name: string) => Number(pattern.exec(name)![1]);
  return names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b));
}

function fileName(kind: "step" | "best", step: number): string {
  return `${kind}-${String(step).padStart(8, "0")}.safetensors`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
