/**
 * Exercises that check themselves: `await check("01.idf", idf)` tries the function `idf` on the
 * exercise's examples and on hidden cases, and passes, or throws an error with a hint.
 *
 * How a hint is found: src/exercises/judge.ts. The tasks: src/exercises/lesson-01/ and so on.
 */
import { escapeHtml } from "../core/escape-html";
import { EXERCISES } from "./catalog";
import type { ExerciseId, Solution } from "./catalog";
import type { Exercise } from "./exercise";
import { exampleLines, failureMessage } from "./hint";
import { judge, NotSolvedYet } from "./judge";
import type { JudgeOptions, Verdict } from "./judge";
import { nearestName } from "../text/nearest-name";
import { showPanel } from "./panel";
import { updateProgress } from "./progress-file";

export type { ExerciseId, Solution } from "./catalog";

/** What `check` throws: the message for the learner, and the verdict for programs. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";

  constructor(
    message: string,
    readonly verdict: Verdict,
  ) {
    super(message);
    // The way into the checker helps nobody; the way to the learner's own throwing line does.
    Error.captureStackTrace(this, check);
    const [head, ...frames] = (this.stack ?? "").split(/\n(?= {4}at )/);
    this.stack = [head, ...learnersFrames(verdict), ...frames].join("\n");
  }
}

/**
 * Tries a solution, shows the result and stores the points in the progress file.
 *
 * The untouched stub neither passes nor throws: it shows what is asked, so that a lesson runs from
 * top to bottom before anything is solved. It earns and stores nothing.
 *
 * @param id names the exercise; the editor completes it
 * @param solution the learner's function, async or not; its types are checked when the cell is
 * compiled, against the exercise's
 * @throws CheckFailed with a hint, the smallest failing input, what was expected and what came
 * @throws TypeError when `solution` is no function, RangeError when there is no such exercise
 */
export async function check<Id extends ExerciseId>(
  id: Id,
  solution: Solution<Id>,
  options: JudgeOptions = {},
): Promise<void> {
  const exercise = findExercise(id);
  if (typeof solution !== "function") {
    throw new TypeError(
      `check: the second argument must be your function itself, ${exercise.functionName} without ` +
        `brackets, got ${solution === undefined ? "undefined" : `a ${typeof solution}`}`,
    );
  }
  const verdict = await judge(exercise, solution as (...input: never[]) => unknown, options);
  if (verdict.untouched) return showUntouched(exercise, verdict);
  const notice = store(exercise, verdict);
  if (!verdict.passed) {
    const message = failureMessage(exercise, verdict) + (notice ? `\n${notice}` : "");
    throw new CheckFailed(message, verdict);
  }
  showPassed(exercise, verdict, notice);
}

/** Stands in a stub where the learner's lines belong. Fits any return type. */
export function yourTurn(): never {
  throw new NotSolvedYet("here your own lines belong");
}

/** Shows the visible examples of an exercise with their right answers. */
export function examples(id: ExerciseId): void {
  const exercise = findExercise(id);
  const lines = exampleLines(exercise);
  const items = lines.map((line) => `<li><code>${escapeHtml(line)}</code></li>`).join("");
  const title = `${exercise.id}: ${exercise.title}`;
  showPanel({
    html: `<strong>${escapeHtml(title)}</strong><ul style="margin:.3em 0">${items}</ul>`,
    text: [title, ...lines.map((line) => `  ${line}`)].join("\n"),
  });
}

function findExercise(id: string): Exercise {
  if (Object.hasOwn(EXERCISES, id)) return EXERCISES[id as ExerciseId] as unknown as Exercise;
  const nearest = nearestName(id, Object.keys(EXERCISES));
  throw new RangeError(`check: there is no exercise "${id}"; did you mean "${nearest}"?`);
}

/** Where the learner's function threw: its frames, down to the one in which we called it. */
function learnersFrames({ failure }: Verdict): string[] {
  if (failure?.outcome.kind !== "threw") return [];
  const { thrown } = failure.outcome;
  if (!(thrown instanceof Error)) return [];
  const frames = (thrown.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  const ours = frames.findIndex((line) => /[\\/]exercises[\\/]judge\./.test(line));
  return ours < 0 ? frames : frames.slice(0, ours);
}

function store(exercise: Exercise, { passed, points }: Verdict): string | undefined {
  return updateProgress(({ exercises }) => {
    const before = exercises[exercise.id];
    exercises[exercise.id] = {
      state: passed || before?.state === "solved" ? "solved" : "tried",
      points: Math.max(points, before?.points ?? 0),
      attempts: (before?.attempts ?? 0) + 1,
      at: new Date().toISOString(),
    };
  });
}

function showUntouched(exercise: Exercise, verdict: Verdict): void {
  const text = failureMessage(exercise, verdict);
  const html = `<div style="white-space:pre-wrap">${escapeHtml(text)}</div>`;
  showPanel({ html, text }, "open");
}

function showPassed(exercise: Exercise, { total }: Verdict, notice?: string): void {
  const text =
    `✓ ${exercise.id}: all ${total} cases right, ` +
    `${exercise.points} of ${exercise.points} points.`;
  const html = `<strong>${escapeHtml(text)}</strong>`;
  showPanel(
    {
      html: notice ? `${html}<br>${escapeHtml(notice)}` : html,
      text: notice ? `${text}\n${notice}` : text,
    },
    "good",
  );
}
