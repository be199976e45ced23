/**
 * How good is a classifier? One table of which class was taken for which, and what follows from it.
 *
 *   precision_c = right_c / predicted_c      of those called c, how many are
 *   recall_c    = right_c / support_c        of those that are c, how many were found
 *   F1_c        = 2 · precision · recall / (precision + recall)
 *   macro F1    = mean_c F1_c                every class counts alike, however rare
 *   MCC         = (n · right − Σ_c predicted_c support_c) / √((n² − Σ predicted²)(n² − Σ support²))
 *
 * van Rijsbergen 1979, "Information Retrieval", chapter 7; the correlation of Matthews 1975 for
 * many classes is Gorodkin 2004, "Comparing two K-category assignments by a K-category correlation
 * coefficient". A fraction with nothing below the line is 0, as in scikit-learn.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { inWords } from "../core/check";
import { bootstrap, BootstrapInterval, BootstrapOptions } from "./bootstrap";

export type ClassLabel = string | number;

export interface ClassificationReport {
  /** [C]: the classes, in the order of all that follows. */
  readonly labels: readonly ClassLabel[];
  /** [C, C]: row = what it is, column = what it was called. */
  readonly confusion: readonly (readonly number[])[];
  readonly accuracy: number;
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly f1: readonly number[];
  /** [C]: how many are of the class. */
  readonly support: readonly number[];
  readonly macroF1: number;
  /** Each class counts as often as it occurs. */
  readonly weightedF1: number;
  /** From −1 to 1; 0 for a classifier that knows nothing, also where classes are uneven. */
  readonly matthews: number;
  /** There if `bootstrap` was given. */
  readonly intervals?: {
    readonly accuracy: BootstrapInterval;
    readonly macroF1: BootstrapInterval;
  };
}

export interface ClassificationOptions {
  /** All classes; a label outside them is an error. Default: those that occur, sorted. */
  labels?: readonly ClassLabel[];
  /** How to draw intervals. Default: none. */
  bootstrap?: BootstrapOptions;
}

/**
 * @param truth     [B]
 * @param predicted [B]
 */
export function classificationReport(
  truth: readonly ClassLabel[],
  predicted: readonly ClassLabel[],
  { labels = classesOf(truth, predicted), bootstrap: drawing }: ClassificationOptions = {},
): ClassificationReport {
  if (truth.length !== predicted.length || truth.length === 0) {
    throw new RangeError(
      "classificationReport: there must be as many predictions as truths, 1 at least, " +
        `got ${predicted.length} and ${truth.length}`,
    );
  }
  const indexOf = new Map(labels.map((label, i) => [label, i]));
  const items = truth.map((label, i) => [label, predicted[i]!].map((of) => index(indexOf, of)));
  const report = { labels, ...measures(items, labels.length) };
  if (!drawing) return report;
  const interval = (name: "accuracy" | "macroF1") =>
    bootstrap(items, (sample) => measures(sample, labels.length)[name], drawing);
  return { ...report, intervals: { accuracy: interval("accuracy"), macroF1: interval("macroF1") } };
}

function measures(items: readonly (readonly number[])[], numClasses: number) {
  const classes = Array.from({ length: numClasses }, (_, c) => c);
  const confusion = classes.map(() => classes.map(() => 0));
  for (const [is, called] of items) confusion[is!]![called!]! += 1;
  const right = classes.map((c) => confusion[c]![c]!);
  const support = classes.map((c) => sum(confusion[c]!));
  const called = classes.map((c) => sum(confusion.map((row) => row[c]!)));
  const precision = classes.map((c) => fraction(right[c]!, called[c]!));
  const recall = classes.map((c) => fraction(right[c]!, support[c]!));
  const f1 = classes.map((c) => fraction(2 * right[c]!, called[c]! + support[c]!));
  const n = items.length;
  // Drawn samples may lack a class: it has no F1 there, and doesn't count as 0.
  const present = classes.filter((c) => called[c]! + support[c]! > 0);
  return {
    ...{ confusion, precision, recall, f1, support },
    accuracy: sum(right) / n,
    macroF1: sum(present.map((c) => f1[c]!)) / present.length,
    weightedF1: sum(f1.map((value, c) => value * support[c]!)) / n,
    matthews: fraction(
      n * sum(right) - sum(classes.map((c) => called[c]! * support[c]!)),
      Math.sqrt((n * n - sumOfSquares(called)) * (n * n - sumOfSquares(support))),
    ),
  };
}

function index(indexOf: ReadonlyMap<ClassLabel, number>, label: ClassLabel): number {
  const found = indexOf.get(label);
  if (found !== undefined) return found;
  throw new RangeError(
    `classificationReport: label must be one of ${[...indexOf.keys()].join(", ")}, ` +
      `got ${inWords(label)}`,
  );
}

function classesOf(...lists: (readonly ClassLabel[])[]): ClassLabel[] {
  return [...new Set(lists.flat())].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function fraction(above: number, below: number): number {
  return below === 0 ? 0 : above / below;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumOfSquares(values: readonly number[]): number {
  return sum(values.map((value) => value * value));
}
