/**
 * How much a pair of neighbours deserves to become one piece: three answers.
 *
 *   frequency     n_ab
 *   association   n_ab / (n_a · n_b)
 *   gain          Σ n·ln n after the merge − Σ n·ln n before it
 *
 * n_a, n_b: how often each piece stands anywhere; n_ab: side by side; N: pieces in all. The gain is
 * how much the log-likelihood Σ n_x · ln(n_x / N) of the text rises when pieces are drawn one by
 * one with the probabilities n_x / N: what Schuster & Nakajima 2012, section 4, ask for. (The line
 * above leaves the terms in N out; the code has them.) Association is the form that many courses
 * call WordPiece: it loves rare pairs, so give it a minFrequency.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */

/** The counts that a score is made from. */
export interface PairCounts {
  /** n_ab */
  pair: number;
  /** n_a */
  left: number;
  /** n_b */
  right: number;
  /** N */
  total: number;
  /** Whether both are the same piece: "##s" + "##s". */
  isDouble: boolean;
}

/** The pair with the highest score is joined next. */
export type MergeScore = (counts: PairCounts) => number;

/** The default: how often the pair occurs. */
export const pairFrequency: MergeScore = ({ pair }) => pair;

/** How much more often than if neighbours were drawn independently, but for the constant N. */
export const pairAssociation: MergeScore = ({ pair, left, right }) => pair / (left * right);

/** How much the log-likelihood of the text rises, in nats. */
export const likelihoodGain: MergeScore = ({ pair, left, right, total, isDouble }) => {
  const before = isDouble ? nLogN(left) : nLogN(left) + nLogN(right);
  const after = isDouble ? nLogN(left - 2 * pair) : nLogN(left - pair) + nLogN(right - pair);
  return after + nLogN(pair) - nLogN(total - pair) - (before - nLogN(total));
};

function nLogN(n: number): number {
  return n > 0 ? n * Math.log(n) : 0;
}
