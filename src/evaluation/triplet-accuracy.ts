/**
 * Triplet accuracy: of how many triplets does the anchor lie closer to its positive than to its
 * negative?
 *
 *   mean_i [ score(a_i, p_i) > score(a_i, n_i) ]       a tie is not closer, and counts as wrong
 *
 * Dor et al. 2018, "Learning Thematic Similarity Metric from Article Sections Using Triplet
 * Networks", section 4; Reimers & Gurevych 2019, "Sentence-BERT", section 4.4. Chance is one half.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { Points } from "../similarity/dense-matrix";
import { bootstrap, BootstrapInterval, BootstrapOptions, meanOf } from "./bootstrap";
import { forEachMeasure, PairMeasure, pairScores } from "./pair-scores";

export interface TripletResult {
  /** From 0 to 1. */
  readonly accuracy: Readonly<Record<PairMeasure, number>>;
  /** [B]: which triplets are right. */
  readonly correct: Readonly<Record<PairMeasure, readonly boolean[]>>;
  /** There if `bootstrap` was given. */
  readonly intervals?: Readonly<Record<PairMeasure, BootstrapInterval>>;
}

export interface TripletOptions {
  /** How to draw intervals. Default: none. */
  bootstrap?: BootstrapOptions;
}

/**
 * @param anchor   [B, D]
 * @param positive [B, D]
 * @param negative [B, D]
 */
export function tripletAccuracy(
  anchor: Points,
  positive: Points,
  negative: Points,
  { bootstrap: drawing }: TripletOptions = {},
): TripletResult {
  const [toPositive, toNegative] = [pairScores(anchor, positive), pairScores(anchor, negative)];
  if (toPositive.cosine.length === 0) {
    throw new RangeError("tripletAccuracy: there must be triplets, got 0");
  }
  const correct = forEachMeasure((name) =>
    Array.from(toPositive[name], (score, i) => score > toNegative[name][i]!),
  );
  const accuracy = forEachMeasure((name) => meanOf(correct[name]));
  if (!drawing) return { accuracy, correct };
  const intervals = forEachMeasure((name) => bootstrap(correct[name], meanOf, drawing));
  return { accuracy, correct, intervals };
}
