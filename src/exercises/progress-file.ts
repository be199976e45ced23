/**
 * What a learner has done so far, kept in one small file: .cache/progress.json, or where the
 * environment variable LAB_PROGRESS points.
 *
 * Several notebooks may be open, each with a kernel of its own. So every change reads the file
 * anew, alters its own entry and writes the whole, while a lock file keeps the others out; and
 * what is written replaces the old file in one step, so a kill in the middle loses nothing.
 */
import * as fs from "node:fs";
import * as path from "node:path";

export interface ExerciseRecord {
  state: "tried" | "solved";
  /** The best so far. */
  points: number;
  attempts: number;
  /** ISO 8601, the last attempt. */
  at: string;
}

export interface PredictionRecord {
  /** As committed before the result was seen. */
  answer: number | string;
  /** Undefined until the result was revealed. */
  isRight?: boolean;
  at: string;
}

export interface Progress {
  exercises: Record<string, ExerciseRecord>;
  predictions: Record<string, PredictionRecord>;
}

export interface ProgressReading {
  progress: Progress;
  /** What the learner should know: a damaged file was set aside. */
  notice?: string;
}

const LOCK_PATIENCE_MS = 2000;
const LOCK_STALE_MS = 10_000;

export function progressPath(): string {
  const chosen = process.env.LAB_PROGRESS;
  return chosen ? path.resolve(chosen) : path.resolve(__dirname, "../../.cache/progress.json");
}

/**
 * What is stored; nothing when there is no file yet. A damaged file is renamed, not lost.
 *
 * @throws the system's error when there is a file that can't be read
 */
export function readProgress(file = progressPath()): ProgressReading {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { progress: emptyProgress() };
    throw error;
  }
  const progress = parseProgress(text);
  if (progress) return { progress };
  const aside = setAside(file);
  return {
    progress: emptyProgress(),
    notice:
      `The progress file could not be read as progress. It is kept as ${aside}, and a new one ` +
      "starts empty.",
  };
}

/**
 * Reads, lets `change` alter the record, and writes it.
 *
 * @returns a notice for the learner, or undefined. Progress is a convenience: where it can't be
 * saved (a full disk, a read-only folder), the notice says so and the lesson goes on.
 */
export function updateProgress(
  change: (progress: Progress) => void,
  file = progressPath(),
): string | undefined {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    return withLock(`${file}.lock`, () => {
      const { progress, notice } = readProgress(file);
      change(progress);
      writeAtomically(file, `${JSON.stringify({ format: 1, ...progress }, null, 1)}\n`);
      return notice;
    });
  } catch (error) {
    return `Your progress could not be saved: ${(error as Error).message}`;
  }
}

/** Another process sees the old file or the new one, never a part. */
export function writeAtomically(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(unfinished, text);
    fs.renameSync(unfinished, file);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}

function emptyProgress(): Progress {
  return { exercises: {}, predictions: {} };
}

function parseProgress(text: string): Progress | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, exercises, predictions } = Object(value) as Record<string, unknown>;
  if (format !== 1) return undefined;
  if (!isTableOf(exercises, isExerciseRecord)) return undefined;
  if (!isTableOf(predictions, isPredictionRecord)) return undefined;
  return { exercises, predictions };
}

function isTableOf<T>(
  table: unknown,
  isEntry: (entry: unknown) => entry is T,
): table is Record<string, T> {
  if (typeof table !== "object" || table === null || Array.isArray(table)) return false;
  return Object.values(table).every(isEntry);
}

function isExerciseRecord(entry: unknown): entry is ExerciseRecord {
  const { state, points, attempts } = Object(entry) as Partial<ExerciseRecord>;
  const isKnownState = state === "tried" || state === "solved";
  return isKnownState && Number.isFinite(points) && Number.isInteger(attempts);
}

function isPredictionRecord(entry: unknown): entry is PredictionRecord {
  const { answer, isRight } = Object(entry) as Partial<PredictionRecord>;
  const isAnswer = typeof answer === "string" || Number.isFinite(answer);
  return isAnswer && (isRight === undefined || typeof isRight === "boolean");
}

function setAside(file: string): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const aside = `${file}.damaged-${stamp}`;
  fs.renameSync(file, aside);
  return aside;
}

/** A file that only one process can create is the lock; one left by a dead process is removed. */
function withLock<T>(lock: string, work: () => T): T {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  while (!tryLock(lock)) {
    const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > LOCK_STALE_MS) fs.rmSync(lock, { force: true });
    else if (Date.now() > deadline) throw new Error(`another notebook holds ${lock}`);
    else sleep(10);
  }
  try {
    return work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
