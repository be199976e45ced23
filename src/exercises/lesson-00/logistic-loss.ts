/**
 * Exercise 00.logistic-loss: how wrong is a score, when we know whether two words belong together?
 *
 *   p = 1 / (1 + e^−score)      loss = −ln(p) if together, −ln(1 − p) if not
 *
 * The loss of one pair in the embedding that the lesson trains, and in word2vec's negative
 * sampling: Mikolov et al. 2013, "Distributed Representations of Words and Phrases", section 2.2.
 */
import type { Exercise } from "../exercise";

export const logisticLoss: Exercise<[score: number, together: boolean], number> = {
  id: "00.logistic-loss",
  title: "How wrong is a score?",
  functionName: "logisticLoss",
  statement:
    "Write `logisticLoss(score, together)`. The sigmoid `1 / (1 + Math.exp(-score))` is the " +
    "probability p that two words belong together. The loss is −ln(p) when they do (`together` " +
    "is true) and −ln(1 − p) when they don't. A score of 0 costs ln 2 either way. Scores here " +
    "lie between −6 and 6.",
  stub: `function logisticLoss(score: number, together: boolean): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [0, true],
    [2, true],
    [2, false],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i) => [12 * rng.uniform() - 6, i % 2 === 0]);
  },
  reference: loss,
  misconceptions: [
    {
      name: "swaps the two cases",
      hint:
        "your loss is high where the score is right. When the words belong together, a high " +
        "score must cost little: −ln(p) for together, −ln(1 − p) for not.",
      wrong: (score, together) => loss(score, !together),
    },
    {
      name: "forgets the minus",
      hint:
        "your answer is negative. The logarithm of a probability is below 0; the minus in front " +
        "makes a loss of it, 0 at best and growing with the mistake.",
      wrong: (score, together) => -loss(score, together),
    },
    {
      name: "ignores whether they belong together",
      hint:
        "you returned −ln(p) in both cases. When the words do not belong together, 1 − p is the " +
        "probability of the right answer.",
      probes: [[3, false]],
      wrong: (score) => loss(score, true),
    },
    {
      name: "takes the logarithm to the base 2",
      hint:
        "you used the logarithm to the base 2, Math.log2: your loss is counted in bits. Math.log " +
        "is the natural one, with which a coin costs ln 2 = 0.693.",
      wrong: (score, together) => loss(score, together) / Math.LN2,
    },
    {
      name: "takes the decimal logarithm",
      hint:
        "you used the logarithm to the base 10, Math.log10. Math.log is the natural one, with " +
        "which a coin costs ln 2 = 0.693.",
      wrong: (score, together) => loss(score, together) / Math.LN10,
    },
    {
      name: "returns the probability",
      hint:
        "you returned the probability of the right answer itself. The loss is minus its " +
        "logarithm: 0 for a probability of 1, and ever larger as it falls.",
      wrong: (score, together) => Math.exp(-loss(score, together)),
    },
    {
      name: "measures the distance to 1",
      hint:
        "you returned how far the probability is from 1. That punishes a confident mistake only " +
        "a little more than a doubtful one; take minus the logarithm.",
      wrong: (score, together) => 1 - Math.exp(-loss(score, together)),
    },
  ],
};

function loss(score: number, together: boolean): number {
  const probability = 1 / (1 + Math.exp(-score));
  return -Math.log(together ? probability : 1 - probability);
}
