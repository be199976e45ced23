/**
 * Exercise 07.pair-loss: what a cross-encoder learns from.
 *
 *   p = 1 / (1 + e^−x)        L = −(y · ln p + (1 − y) · ln(1 − p))
 *
 * Nogueira & Cho 2019, "Passage Re-ranking with BERT", equation 1.
 */
import type { Exercise } from "../exercise";

type Input = [logit: number, label: number];

export const pairLossExercise: Exercise<Input, number> = {
  id: "07.pair-loss",
  title: "A cross-encoder's loss",
  functionName: "pairLoss",
  statement:
    "Write `pairLoss(logit, label)`. The model's last layer gives a pair one number, the logit; " +
    "p = 1 / (1 + e^(−logit)) is its score. The label runs from 0 (nothing in common) to 1 (the " +
    "same), and may lie in between. Return the binary cross-entropy " +
    "−(label · ln p + (1 − label) · ln(1 − p)). (No logit is farther than 6 from 0.)",
  stub: `function pairLoss(logit: number, label: number): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [0, 1],
    [2, 1],
    [2, 0.6],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i): Input => {
      return [rng.integer(110) / 10 - 5.5, [0, 1, 0.2, 0.8][i % 4]!];
    });
  },
  reference: (x, y) => -(y * Math.log(sigmoid(x)) + (1 - y) * Math.log(1 - sigmoid(x))),
  misconceptions: [
    {
      name: "leaves out the second half",
      hint:
        "a pair with label 0 costs nothing in your answer, whatever the model says: the part " +
        "with 1 − label is missing.",
      wrong: (x, y) => -y * Math.log(sigmoid(x)),
    },
    {
      name: "squares the difference",
      hint: "that is the squared error of the score. Cross-entropy takes logarithms.",
      wrong: (x, y) => (sigmoid(x) - y) ** 2,
    },
    {
      name: "rounds the label",
      hint: "a label of 0.2 counts as 0 in your answer. It gives a fifth to ln p.",
      wrong: (x, y) => -Math.log(Math.round(y) === 1 ? sigmoid(x) : 1 - sigmoid(x)),
    },
    {
      name: "forgets the sign",
      hint: "your loss is negative: logarithms of probabilities are, so the sum gets a minus.",
      wrong: (x, y) => y * Math.log(sigmoid(x)) + (1 - y) * Math.log(1 - sigmoid(x)),
    },
    {
      name: "swaps yes and no",
      hint: "a high score for a pair with label 1 costs most in your answer. Swap the two halves.",
      wrong: (x, y) => -((1 - y) * Math.log(sigmoid(x)) + y * Math.log(1 - sigmoid(x))),
    },
    {
      name: "takes the logit for a probability",
      hint:
        "you took the logarithm of the logit itself. It may be negative or above 1: first make " +
        "it a probability, 1 / (1 + e^(−logit)).",
      wrong: (x, y) => -(y * Math.log(x) + (1 - y) * Math.log(1 - x)),
    },
  ],
};

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
