/**
 * The progress page: every exercise of every lesson with its state and points.
 */
import { escapeHtml } from "../core/escape-html";
import { EXERCISES, LESSON_TITLES, QUESTIONS } from "./catalog";
import type { LessonId } from "./catalog";
import { showPanel } from "./panel";
import { readProgress } from "./progress-file";
import type { Progress, ProgressReading } from "./progress-file";

export interface ProgressRow {
  lesson: string;
  id: string;
  title: string;
  state: "open" | "tried" | "solved";
  points: number;
  maxPoints: number;
  attempts: number;
}

/** Said in each cell: Jupyter's own style sheet aligns them all to the right. */
const CELL_STYLE = "text-align:left;padding:.1em 1em .1em 0";

/** Shows the page. */
export function progress(): void {
  const { progress: stored, notice } = readOrSayWhyNot();
  const rows = progressRows(stored);
  const lines = [...summaryLines(stored, rows), ...(notice ? [notice] : [])];
  const body = rows.map(rowHtml).join("");
  const head = ["Exercise", "State", "Points", "Tries"]
    .map((title) => `<th style="${CELL_STYLE}">${title}</th>`)
    .join("");
  showPanel({
    html:
      lines.map((line) => `<div>${escapeHtml(line)}</div>`).join("") +
      `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
    text: [...lines, ...rows.map(rowText)].join("\n"),
  });
}

function readOrSayWhyNot(): ProgressReading {
  try {
    return readProgress();
  } catch (error) {
    const notice = `Your progress could not be read: ${(error as Error).message}`;
    return { progress: { exercises: {}, predictions: {} }, notice };
  }
}

/** One row per exercise, in the lessons' order; what was never tried is "open". */
export function progressRows({ exercises }: Progress): ProgressRow[] {
  return Object.values(EXERCISES).map(({ id, title, points: maxPoints }) => {
    const { state = "open", points = 0, attempts = 0 } = exercises[id] ?? {};
    return { lesson: id.slice(0, 2), id, title, state, points, maxPoints, attempts };
  });
}

function summaryLines({ predictions }: Progress, rows: ProgressRow[]): string[] {
  const lessons = Object.keys(LESSON_TITLES).sort() as LessonId[];
  const lines = lessons.map((lesson) => {
    const own = rows.filter((row) => row.lesson === lesson);
    const solved = own.filter(({ state }) => state === "solved").length;
    const points = sum(own.map((row) => row.points));
    const maxPoints = sum(own.map((row) => row.maxPoints));
    const score = `${solved} of ${own.length} exercises solved, ${points} of ${maxPoints} points`;
    return `Lesson ${lesson}, ${LESSON_TITLES[lesson]}: ${score}`;
  });
  const known = Object.entries(predictions).filter(([id]) => Object.hasOwn(QUESTIONS, id));
  const revealed = known.filter(([, { isRight }]) => isRight !== undefined);
  const right = revealed.filter(([, { isRight }]) => isRight).length;
  const score =
    revealed.length === 0 ? "no predictions yet" : `${right} of ${revealed.length} right`;
  return [...lines, `Predictions: ${score}`];
}

function rowHtml(row: ProgressRow): string {
  const cells = [
    `${row.id} ${row.title}`,
    stateInWords(row),
    `${row.points} of ${row.maxPoints}`,
    row.attempts,
  ];
  const tds = cells.map((cell) => `<td style="${CELL_STYLE}">${escapeHtml(cell)}</td>`);
  return `<tr>${tds.join("")}</tr>`;
}

function rowText(row: ProgressRow): string {
  const score = `${row.points} of ${row.maxPoints}`;
  return `  ${stateInWords(row).padEnd(10)} ${score.padEnd(9)} ${row.id} ${row.title}`;
}

/** With a sign, so that the state shows without colour. */
function stateInWords({ state }: ProgressRow): string {
  return { open: "○ open", tried: "◐ tried", solved: "● solved" }[state];
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
