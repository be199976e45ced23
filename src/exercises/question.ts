/**
 * A question to answer before running a cell. Committing to an answer first is what makes the
 * result stick, most of all when the answer was wrong.
 *
 * What is right is not stored here: the cell computes it and hands it to `reveal`.
 */
export interface QuestionBase {
  /** Lesson and name, "01.shared-words". */
  readonly id: string;
  readonly question: string;
}

/** One of a few named answers. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  /** What stands behind each key; `why` is told to those who chose it and were wrong. */
  readonly choices: Readonly<Record<string, { readonly text: string; readonly why: string }>>;
  /** Told after the result, to all. */
  readonly because: string;
}

/** How far off still counts as right: by a difference in the question's unit, or by a factor. */
export type Tolerance = { readonly within: number } | { readonly factor: number };

/** A number. */
export interface NumberQuestion extends QuestionBase {
  readonly kind: "number";
  /** "%", "words", or "" for a plain number. */
  readonly unit: string;
  readonly tolerance: Tolerance;
  /** What a guess that is too low, or too high, probably left out. */
  readonly tooLow: string;
  readonly tooHigh: string;
  readonly because: string;
}

/** A word or two; capitals and outer spaces don't matter. */
export interface TextQuestion extends QuestionBase {
  readonly kind: "text";
  readonly whyNot: string;
  readonly because: string;
}

export type Question = ChoiceQuestion | NumberQuestion | TextQuestion;
