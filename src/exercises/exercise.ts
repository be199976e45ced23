/**
 * What an exercise is made of: a task, a solution that is known to be right, and the wrong turns
 * that people take on the way, each written out as a function that really takes that turn.
 *
 * A wrong turn is recognised by running it: where a learner's answer equals the answer of the
 * wrong function, the learner has probably thought what that function does. So a hint never rests
 * on guessing from the text of a solution, and a test can prove that it comes when it should.
 *
 * The solutions stand in this folder, in the open: look when you are stuck, they are meant to be
 * read. The lab trusts its reader; nothing here is fit for an examination.
 */
import type { Rng } from "../core/rng";

/**
 * `Input` is the list of arguments, with their names: [word: string, documents: string[][]].
 * Inputs and outputs are plain data (numbers, strings, arrays, objects), so they can be copied,
 * compared and shown.
 */
export interface Exercise<Input extends unknown[] = unknown[], Output = unknown> {
  /** Lesson and concept, "01.term-frequency". */
  readonly id: string;
  readonly title: string;
  /** The name that the learner's function has in the task and in messages. */
  readonly functionName: string;
  /** The task in Markdown, complete: everything that a hidden case can ask for is said here. */
  readonly statement: string;
  /** TypeScript to start from, with the types in place; ends in `yourTurn()`. */
  readonly stub: string;
  /** For all cases right; a part of them earns its share. */
  readonly points: number;
  /** Inputs that the learner is shown before starting. */
  readonly examples: readonly Input[];
  /** Inputs that are not shown, drawn anew from a seed. */
  hiddenCases(rng: Rng): Input[];
  /** The right answer. */
  reference(...input: Input): Output;
  /** The likeliest first: of two that explain an answer equally well, the first is named. */
  readonly misconceptions: readonly Misconception<Input, Output>[];
}

export interface Misconception<Input extends unknown[] = unknown[], Output = unknown> {
  /** A few words, "divides by the number of different words". */
  readonly name: string;
  /** What to tell the learner: what they did, and what the task wants; not the solution. */
  readonly hint: string;
  /** Inputs on which this wrong turn shows. Optional where examples or hidden cases show it. */
  readonly probes?: readonly Input[];
  /** The wrong turn itself. */
  wrong(...input: Input): Output;
}
