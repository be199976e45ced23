/**
 * Grades a notebook: runs it from the top and lists what each of its exercises earned.
 *
 * The notebook's process writes its progress into a new file, and the points are read from there;
 * so a solution counts only if it passed in this very run, not last week.
 *
 * The runner (bin/run-notebook.cjs) is passed in: it runs the notebook in a process of its own,
 * goes on after cells that fail, and ends a cell that takes too long, an endless loop included.
 * For learning, not for examinations: a notebook that wants to deceive can.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { EXERCISES } from "./catalog";
import type { Exercise } from "./exercise";
import { readProgress } from "./progress-file";
import type { Progress } from "./progress-file";

export interface NotebookCell {
  cell_type: string;
  source: string;
}

export interface CellRun {
  /** The cell's place in the notebook. */
  index: number;
  error?: { ename: string; evalue: string };
}

export interface NotebookRun {
  notebook: { cells: NotebookCell[] };
  /** Those that were run. */
  cells: CellRun[];
}

export interface RunnerOptions {
  keepGoing: boolean;
  /** Seconds that one cell may take. */
  timeout: number;
  env: Record<string, string>;
}

export type NotebookRunner = (file: string, options: RunnerOptions) => Promise<NotebookRun>;

export interface GradeRow {
  id: string;
  title: string;
  /** The cell that calls `check`, counted from 1 as in the runner's own messages. */
  cell: number;
  state: "solved" | "in part" | "not solved" | "not run" | "unknown exercise";
  points: number;
  maxPoints: number;
  /** Why not, in the words of the cell's error; "" when solved. */
  reason: string;
}

export interface Grade {
  rows: GradeRow[];
  points: number;
  maxPoints: number;
}

export interface GradeOptions {
  run: NotebookRunner;
  /** Seconds that one cell may take. Default 60. */
  timeout?: number;
}

/**
 * @param file the notebook; it is left as it is
 * @throws Error when it can't be read, RangeError when it checks no exercise
 */
export async function gradeNotebook(
  file: string,
  { run, timeout = 60 }: GradeOptions,
): Promise<Grade> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lab-grade-"));
  try {
    const progressFile = path.join(folder, "progress.json");
    const options = { keepGoing: true, timeout, env: { LAB_PROGRESS: progressFile } };
    const { notebook, cells } = await run(file, options);
    const { progress } = readProgress(progressFile);
    const rows = checkCalls(notebook.cells).map((call) => gradeOf(call, cells, progress));
    if (rows.length === 0) {
      throw new RangeError(`gradeNotebook: no cell of ${file} calls check("…"): nothing to grade`);
    }
    const sum = (key: "points" | "maxPoints") => rows.reduce((total, row) => total + row[key], 0);
    return { rows, points: sum("points"), maxPoints: sum("maxPoints") };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Every exercise that a notebook checks, with the place of the first cell that does. */
export function checkCalls(cells: readonly NotebookCell[]): { id: string; index: number }[] {
  const calls = new Map<string, number>();
  for (const [index, { cell_type, source }] of cells.entries()) {
    if (cell_type !== "code") continue;
    const code = source.replace(/^\s*\/\/.*$/gm, "");
    for (const [, id] of code.matchAll(/\bcheck\(\s*["'`]([^"'`]+)["'`]/g)) {
      if (!calls.has(id!)) calls.set(id!, index);
    }
  }
  return [...calls].map(([id, index]) => ({ id, index }));
}

/** The grade as lines for a terminal. */
export function gradeText({ rows, points, maxPoints }: Grade): string {
  const wide = Math.max(...rows.map(({ id }) => id.length));
  const lines = rows.flatMap((row) => {
    const score = `${row.points} of ${row.maxPoints}`.padStart(10);
    const line = `${score}  ${row.id.padEnd(wide)}  ${row.state}`;
    if (row.reason === "") return [line];
    return [line, ...row.reason.split("\n").map((text) => `            ${text}`)];
  });
  return [...lines, `${`${points} of ${maxPoints}`.padStart(10)}  together`].join("\n");
}

function gradeOf(
  { id, index }: { id: string; index: number },
  cells: readonly CellRun[],
  { exercises }: Progress,
): GradeRow {
  const exercise = (EXERCISES as unknown as Record<string, Exercise | undefined>)[id];
  const cellRun = cells.find((cell) => cell.index === index);
  const base = { id, title: exercise?.title ?? "", cell: index + 1 };
  if (!exercise) {
    const reason = "the lab has no exercise of this name";
    return { ...base, state: "unknown exercise", points: 0, maxPoints: 0, reason };
  }
  const { points = 0, state } = exercises[id] ?? {};
  const row = { ...base, points, maxPoints: exercise.points };
  if (state === "solved") return { ...row, state: "solved", reason: "" };
  if (!cellRun) {
    const reason = "the notebook stopped before this cell";
    return { ...row, state: "not run", reason };
  }
  const { error } = cellRun;
  const reason = error ? `${error.ename}: ${error.evalue}` : "the stub has not been replaced yet";
  return { ...row, state: points > 0 ? "in part" : "not solved", reason };
}
