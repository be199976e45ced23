/**
 * Predict, then run: `predict` before a key cell shows the question and takes the learner's
 * answer, `reveal` in or after that cell compares it with what the cell computed, and explains.
 *
 *   predict("01.zeros", undefined);            // change undefined to your answer
 *   reveal("01.zeros", 100 * (1 - density));
 *
 * A notebook runs as well when nobody predicts anything.
 */
import { inWords } from "../core/check";
import { escapeHtml } from "../core/escape-html";
import { QUESTIONS } from "./catalog";
import type { QuestionId } from "./catalog";
import { valueInCode } from "./in-code";
import { nearestName } from "../text/nearest-name";
import { showPanel } from "./panel";
import type { PanelMood } from "./panel";
import { updateProgress } from "./progress-file";
import type { ChoiceQuestion, Question, Tolerance } from "./question";

export type { QuestionId } from "./catalog";

/** What a question takes for an answer: a number, a text, or one of its keys. */
export type Prediction<Id extends QuestionId> = (typeof QUESTIONS)[Id] extends {
  choices: infer Choices;
}
  ? keyof Choices & string
  : (typeof QUESTIONS)[Id] extends { kind: "number" }
    ? number
    : string;

/** The answers of this session; the file keeps them for the progress page only. */
const answers = new Map<string, number | string>();

/**
 * Shows a question and takes note of the answer; `undefined` takes none.
 *
 * @throws RangeError for an unknown question or key, TypeError for an answer of the wrong kind
 */
export function predict<Id extends QuestionId>(id: Id, answer: Prediction<Id> | undefined): void {
  const question = findQuestion("predict", id);
  answers.delete(id);
  let notice: string | undefined;
  if (answer !== undefined) {
    assertAnswer("predict", question, answer);
    answers.set(id, answer);
    notice = updateProgress(({ predictions }) => {
      // Once the result is known, the record stands: a prediction comes before.
      if (predictions[id]?.isRight !== undefined) return;
      predictions[id] = { answer, at: new Date().toISOString() };
    });
  }
  const given =
    answer === undefined
      ? `your prediction: (none yet), change \`undefined\` to ${howToAnswer(question)}`
      : `your prediction: ${answerInWords(question, answer)}`;
  const choices = question.kind === "choice" ? choiceLines(question) : [];
  showLines(
    [`Before you run on: ${question.question}`, ...choices, given, ...(notice ? [notice] : [])],
    answer === undefined ? "open" : "plain",
  );
}

/**
 * Compares the prediction with the computed result, and explains.
 *
 * @param actual what the notebook computed: a number, the key of the right choice, or a text
 */
export function reveal<Id extends QuestionId>(id: Id, actual: Prediction<Id>): void {
  const question = findQuestion("reveal", id);
  assertAnswer("reveal", question, actual);
  const result = `computed: ${answerInWords(question, rounded(actual))}`;
  const answer = answers.get(id);
  if (answer === undefined) {
    showLines([`${result} (you made no prediction)`, question.because], "plain");
    return;
  }
  const isRight = isRightAnswer(question, answer, actual);
  const notice = updateProgress(({ predictions }) => {
    const record = predictions[id];
    if (record && record.isRight === undefined) record.isRight = isRight;
  });
  const lines = [
    result,
    `your prediction: ${answerInWords(question, answer)}, ${isRight ? "right" : "not this time"}`,
  ];
  if (!isRight) lines.push(explanation(question, answer, actual));
  showLines([...lines, question.because, ...(notice ? [notice] : [])], isRight ? "good" : "open");
}

/** Near enough, the same key, or the same text but for capitals and outer spaces. */
export function isRightAnswer(
  question: Question,
  answer: number | string,
  actual: number | string,
): boolean {
  if (question.kind === "number") {
    return isNear(Number(answer), Number(actual), question.tolerance);
  }
  return normal(answer) === normal(actual);
}

function isNear(answer: number, actual: number, tolerance: Tolerance): boolean {
  if ("within" in tolerance) return Math.abs(answer - actual) <= tolerance.within;
  const quotient = answer / actual;
  return quotient <= tolerance.factor && quotient >= 1 / tolerance.factor;
}

function normal(text: number | string): string {
  return String(text).trim().toLowerCase();
}

function explanation(question: Question, answer: number | string, actual: number | string): string {
  if (question.kind === "number") return answer < actual ? question.tooLow : question.tooHigh;
  if (question.kind === "text") return question.whyNot;
  const { text, why } = question.choices[answer]!;
  return `Not "${text}": ${why}`;
}

function assertAnswer(caller: string, question: Question, answer: unknown): void {
  const what = caller === "predict" ? "your answer" : "the result";
  const wanted = `${caller}: ${what} to "${question.id}" must be`;
  if (question.kind === "number" && !(typeof answer === "number" && Number.isFinite(answer))) {
    throw new TypeError(`${wanted} a number, got ${inWords(answer)}`);
  }
  if (question.kind !== "number" && typeof answer !== "string") {
    throw new TypeError(`${wanted} a text in quotes, got ${inWords(answer)}`);
  }
  if (question.kind === "choice" && !Object.hasOwn(question.choices, answer as string)) {
    throw new RangeError(`${wanted} one of ${keysInWords(question)}, got ${inWords(answer)}`);
  }
}

function findQuestion(caller: string, id: string): Question {
  if (Object.hasOwn(QUESTIONS, id)) return QUESTIONS[id as QuestionId];
  const nearest = nearestName(id, Object.keys(QUESTIONS));
  throw new RangeError(`${caller}: there is no question "${id}"; did you mean "${nearest}"?`);
}

function answerInWords(question: Question, answer: number | string): string {
  if (question.kind === "number") return `${valueInCode(answer)} ${question.unit}`.trim();
  if (question.kind === "choice") return `${answer}, "${question.choices[answer]!.text}"`;
  return String(answer);
}

/** Three significant digits, whole numbers in full: 40.4 and 1481. The learner's stay as typed. */
function rounded(result: number | string): number | string {
  if (typeof result === "string" || Number.isInteger(result)) return result;
  return Math.abs(result) >= 1000 ? Math.round(result) : Number(result.toPrecision(3));
}

function howToAnswer(question: Question): string {
  if (question.kind === "number") {
    return question.unit === "" ? "a number" : `a number (${question.unit})`;
  }
  if (question.kind === "text") return 'your answer, in quotes: "…"';
  return keysInWords(question);
}

function keysInWords({ choices }: ChoiceQuestion): string {
  return Object.keys(choices)
    .map((key) => JSON.stringify(key))
    .join(" or ");
}

function choiceLines({ choices }: ChoiceQuestion): string[] {
  return Object.entries(choices).map(([key, { text }]) => `  "${key}": ${text}`);
}

/** The first line is the heading. */
function showLines(lines: string[], mood: PanelMood): void {
  const [first, ...others] = lines.map((line) => escapeHtml(line));
  const html = [`<strong>${first}</strong>`, ...others].join("<br>");
  showPanel({ html, text: lines.join("\n") }, mood);
}
