/**
 * When to say "not in the corpus": a threshold on how sure a search is, set where it does least
 * harm on questions of which it is known whether they can be answered.
 *
 *   answer if score ≥ threshold
 *   threshold = argmax over t of   share of answerable ≥ t  −  cost · share of unanswerable ≥ t
 *
 * With cost 1 that is Youden's J, the sum of both shares of right decisions minus 1, and the
 * threshold has the highest balanced accuracy. Youden 1950, "Index for rating diagnostic tests".
 * The shares are counted on questions that the threshold was chosen for, so they flatter it: judge
 * it on others (abstentionRates).
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertPositive, inWords } from "../core/check";
import { thresholdSweep } from "../evaluation/threshold-sweep";

export interface AbstentionOptions {
  /** How much worse an answer to what can't be answered is than a missing answer. Default 1. */
  wrongAnswerCost?: number;
}

export interface AbstentionRates {
  /** Of the answerable questions, the share that is refused. */
  readonly refused: number;
  /** Of the unanswerable questions, the share that is answered all the same. */
  readonly answered: number;
  /** Mean of both shares of right decisions; 0.5 for a coin, or for one answer to all. */
  readonly balancedAccuracy: number;
}

export interface AbstentionThreshold extends AbstentionRates {
  /** Answer at this score and above. −Infinity: always. */
  readonly threshold: number;
}

/**
 * @param answerable   scores of questions that the corpus answers
 * @param unanswerable scores of questions that it doesn't
 * @returns of equally good thresholds the lowest, which refuses least
 */
export function calibrateAbstention(
  answerable: ArrayLike<number>,
  unanswerable: ArrayLike<number>,
  { wrongAnswerCost = 1 }: AbstentionOptions = {},
): AbstentionThreshold {
  assertPositive("calibrateAbstention", { wrongAnswerCost });
  assertScores("calibrateAbstention", { answerable, unanswerable });
  const scores = [...Array.from(answerable), ...Array.from(unanswerable)];
  const labels = scores.map((_, i) => i < answerable.length);
  const { cuts, numPositive, numNegative } = thresholdSweep(scores, labels);
  const worth = cuts.map(
    ({ truePositives, falsePositives }) =>
      truePositives / numPositive - (wrongAnswerCost * falsePositives) / numNegative,
  );
  // From the strictest cut down; shares that are equal may differ in their last digit.
  const best = worth.reduce((top, value, i) => (value >= worth[top]! - 1e-12 ? i : top), 0);
  const { threshold } = cuts[best]!;
  return { threshold, ...abstentionRates(threshold, answerable, unanswerable) };
}

/** What a threshold does to questions, others than it was chosen for. */
export function abstentionRates(
  threshold: number,
  answerable: ArrayLike<number>,
  unanswerable: ArrayLike<number>,
): AbstentionRates {
  assertScores("abstentionRates", { answerable, unanswerable });
  const reaching = (scores: ArrayLike<number>) =>
    Array.from(scores).filter((score) => score >= threshold).length / scores.length;
  const refused = 1 - reaching(answerable);
  const answered = reaching(unanswerable);
  return { refused, answered, balancedAccuracy: 1 - (refused + answered) / 2 };
}

function assertScores(caller: string, lists: Record<string, ArrayLike<number>>): void {
  for (const [name, scores] of Object.entries(lists)) {
    const wrong = Array.from(scores).find((score) => typeof score !== "number" || isNaN(score));
    if (scores.length > 0 && wrong === undefined) continue;
    const got = scores.length === 0 ? "none" : inWords(wrong);
    throw new RangeError(`${caller}: ${name} must hold numbers, got ${got}`);
  }
}
