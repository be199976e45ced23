/**
 * Scores of pairs that belong together and pairs that don't, cut at every possible threshold.
 *
 * Items of equal score fall on the same side of any cut, so the cuts lie between distinct scores.
 * From the counts at each cut follow best accuracy, best F1, average precision and ROC AUC.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { inWords } from "../core/check";

/** What is called positive above one threshold. */
export interface Cut {
  /** Halfway between two neighbouring scores; −∞ or ∞ at the ends. */
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

export interface ThresholdSweep {
  /** From "nothing is positive" to "everything is". */
  readonly cuts: readonly Cut[];
  readonly numPositive: number;
  readonly numNegative: number;
}

/**
 * @param scores [B], larger means more likely positive
 * @param labels [B], true or 1 for positive; there must be some of both
 */
export function thresholdSweep(
  scores: ArrayLike<number>,
  labels: ArrayLike<number | boolean>,
): ThresholdSweep {
  const isPositive = checkedLabels(scores, labels);
  const order = Array.from(scores, (_, i) => i).sort((i, j) => scores[j]! - scores[i]!);
  const cuts: Cut[] = [{ threshold: Infinity, truePositives: 0, falsePositives: 0 }];
  let [truePositives, falsePositives] = [0, 0];
  order.forEach((item, i) => {
    if (isPositive[item]) truePositives++;
    else falsePositives++;
    const [score, next] = [
      scores[item]!,
      i + 1 < order.length ? scores[order[i + 1]!]! : -Infinity,
    ];
    if (next === score) return;
    const threshold = next === -Infinity ? next : next + (score - next) / 2;
    cuts.push({ threshold, truePositives, falsePositives });
  });
  return { cuts, numPositive: truePositives, numNegative: falsePositives };
}

/**
 * Average precision: the mean height of the curve of precision over recall, Σ (R_n − R_n−1) · P_n,
 * without smoothing between the cuts. Robertson 2008, "A new interpretation of average precision".
 */
export function averagePrecisionOfSweep({ cuts, numPositive }: ThresholdSweep): number {
  let [sum, before] = [0, 0];
  for (const { truePositives, falsePositives } of cuts) {
    if (truePositives > before) {
      sum += ((truePositives - before) * truePositives) / (truePositives + falsePositives);
    }
    before = truePositives;
  }
  return sum / numPositive;
}

/**
 * Area under the ROC curve: how likely a positive has a higher score than a negative, a tie
 * counting half. Hanley & McNeil 1982, "The meaning and use of the area under a ROC curve".
 */
export function rocAuc({ cuts, numPositive, numNegative }: ThresholdSweep): number {
  let area = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [left, right] = [cuts[i - 1]!, cuts[i]!];
    const width = right.falsePositives - left.falsePositives;
    area += (width * (left.truePositives + right.truePositives)) / 2;
  }
  return area / (numPositive * numNegative);
}

function checkedLabels(
  scores: ArrayLike<number>,
  labels: ArrayLike<number | boolean>,
): readonly boolean[] {
  if (scores.length !== labels.length) {
    throw new RangeError(
      `thresholdSweep: there must be a label for each score, got ${labels.length} labels ` +
        `for ${scores.length} scores`,
    );
  }
  const isPositive = Array.from(labels, (label, i) => {
    if (!Number.isFinite(scores[i])) {
      throw new RangeError(
        `thresholdSweep: scores must be finite numbers, got ${inWords(scores[i])} at index ${i}`,
      );
    }
    if (Number(label) === 0 || Number(label) === 1) return Number(label) === 1;
    throw new RangeError(`thresholdSweep: labels must be 0 or 1, got ${inWords(label)}`);
  });
  const numPositive = isPositive.filter(Boolean).length;
  if (numPositive === 0 || numPositive === isPositive.length) {
    throw new RangeError(
      `thresholdSweep: there must be positives and negatives, got ${numPositive} positives ` +
        `of ${isPositive.length}`,
    );
  }
  return isPositive;
}
