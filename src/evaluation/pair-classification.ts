/**
 * Pair classification: does one threshold on the score tell pairs that belong together (duplicate
 * questions, paraphrases) from pairs that don't?
 *
 * The best threshold is chosen on the very pairs it is judged by, so best accuracy and best F1 are
 * a little too good; to use a threshold, choose it on development pairs and judge it on others with
 * `accuracyAt`. Average precision and ROC AUC need no threshold. As in Muennighoff et al. 2023,
 * "MTEB", section 3.2, whose main score is average precision of the cosine.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { Points } from "../similarity/dense-matrix";
import { bootstrap, BootstrapInterval, BootstrapOptions, meanOf } from "./bootstrap";
import { forEachMeasure, PairMeasure, pairScores } from "./pair-scores";
import {
  averagePrecisionOfSweep,
  Cut,
  rocAuc,
  ThresholdSweep,
  thresholdSweep,
} from "./threshold-sweep";

export interface PairClassification {
  readonly bestAccuracy: { readonly accuracy: number; readonly threshold: number };
  readonly bestF1: {
    readonly f1: number;
    readonly precision: number;
    readonly recall: number;
    readonly threshold: number;
  };
  readonly averagePrecision: number;
  readonly rocAuc: number;
  /** Of average precision; there if `bootstrap` was given. */
  readonly interval?: BootstrapInterval;
}

export interface PairClassificationOptions {
  /** How to draw intervals. Default: none. */
  bootstrap?: BootstrapOptions;
}

/**
 * @param scores [B], larger means closer (hand in distances with a minus)
 * @param labels [B], true or 1 where the two belong together; there must be some of both
 */
export function classifyPairs(
  scores: ArrayLike<number>,
  labels: ArrayLike<number | boolean>,
  { bootstrap: drawing }: PairClassificationOptions = {},
): PairClassification {
  const sweep = thresholdSweep(scores, labels);
  const result = {
    bestAccuracy: bestAccuracy(sweep),
    bestF1: bestF1(sweep),
    averagePrecision: averagePrecisionOfSweep(sweep),
    rocAuc: rocAuc(sweep),
  };
  if (!drawing) return result;
  const items = Array.from(scores, (score, i) => ({ score, label: Boolean(labels[i]) }));
  return { ...result, interval: bootstrap(items, averagePrecisionOfPairs, drawing) };
}

/** The same for embeddings: [B, D] and [B, D], by each of the four measures. */
export function evaluatePairs(
  a: Points,
  b: Points,
  labels: ArrayLike<number | boolean>,
  options: PairClassificationOptions = {},
): Record<PairMeasure, PairClassification> {
  const scores = pairScores(a, b);
  return forEachMeasure((name) => classifyPairs(scores[name], labels, options));
}

/** The share of pairs that a threshold chosen elsewhere puts on the right side. */
export function accuracyAt(
  scores: ArrayLike<number>,
  labels: ArrayLike<number | boolean>,
  threshold: number,
): number {
  thresholdSweep(scores, labels); // says what is wrong with them
  return meanOf(Array.from(scores, (score, i) => score > threshold === Boolean(labels[i])));
}

function bestAccuracy({ cuts, numPositive, numNegative }: ThresholdSweep) {
  const accuracy = ({ truePositives, falsePositives }: Cut) =>
    (truePositives + numNegative - falsePositives) / (numPositive + numNegative);
  const best = highest(cuts, accuracy);
  return { accuracy: accuracy(best), threshold: best.threshold };
}

function bestF1({ cuts, numPositive }: ThresholdSweep) {
  const f1 = ({ truePositives, falsePositives }: Cut) =>
    (2 * truePositives) / (truePositives + falsePositives + numPositive);
  const best = highest(cuts, f1);
  const { threshold, truePositives, falsePositives } = best;
  return {
    ...{ f1: f1(best), threshold },
    precision: truePositives / (truePositives + falsePositives),
    recall: truePositives / numPositive,
  };
}

/** Of equals, the lowest threshold. */
function highest(cuts: readonly Cut[], value: (cut: Cut) => number): Cut {
  return cuts.reduce((best, cut) => (value(cut) >= value(best) ? cut : best));
}

/** NaN for a draw without positives or without negatives, which bootstrap leaves out. */
function averagePrecisionOfPairs(items: readonly { score: number; label: boolean }[]): number {
  const labels = items.map(({ label }) => label);
  if (new Set(labels).size < 2) return NaN;
  const scores = items.map(({ score }) => score);
  return averagePrecisionOfSweep(thresholdSweep(scores, labels));
}
