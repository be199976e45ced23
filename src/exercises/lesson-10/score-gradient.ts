/**
 * Exercise 10.score-gradient: who is pulled and who is pushed, and how hard.
 *
 *   ∂L/∂S_ij = (softmax(S_i)[j] − [i = j]) / B
 *
 * van den Oord, Li & Vinyals 2018, "Representation Learning with Contrastive Predictive Coding".
 */
import type { Exercise } from "../exercise";

type Input = [scores: number[][]];

export const scoreGradientExercise: Exercise<Input, number[][]> = {
  id: "10.score-gradient",
  title: "Pull and push",
  functionName: "scoreGradient",
  statement:
    "Write `scoreGradient(scores)`: the gradient of the loss of exercise 1 for each score of the " +
    "matrix. It is softmax of the row, less 1 on the diagonal, and all of it divided by the " +
    "number of questions. So each row sums to 0: what the right answer is pulled, the others are " +
    "pushed.",
  stub: `function scoreGradient(scores: number[][]): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        [2, 0],
        [1, 3],
      ],
    ],
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const size = 2 + rng.integer(3);
      const row = () => Array.from({ length: size }, () => rng.integer(60) / 10 - 2);
      return [Array.from({ length: size }, row)];
    });
  },
  reference: (scores) => gradient(scores, (row, i) => softmax(row).map((p, j) => p - own(i, j))),
  misconceptions: [
    {
      name: "doesn't divide by the number of questions",
      hint: "the loss is a mean over the questions, so each score has only its part: divide by B.",
      wrong: (scores) =>
        gradient(scores, (row, i) => softmax(row).map((p, j) => (p - own(i, j)) * scores.length)),
    },
    {
      name: "points the other way",
      hint:
        "your signs are turned: the loss falls when the right score rises, so its gradient is " +
        "negative.",
      wrong: (scores) => gradient(scores, (row, i) => softmax(row).map((p, j) => own(i, j) - p)),
    },
    {
      name: "forgets the pull",
      hint: "you have the softmax alone, and nothing is pulled: take 1 off on the diagonal.",
      wrong: (scores) => gradient(scores, (row) => softmax(row)),
    },
    {
      name: "takes 1 off everywhere",
      hint: "you took 1 off each element; only the right answer's, on the diagonal, is pulled.",
      wrong: (scores) => gradient(scores, (row) => softmax(row).map((p) => p - 1)),
    },
  ],
};

function gradient(
  scores: readonly number[][],
  ofRow: (row: number[], i: number) => number[],
): number[][] {
  return scores.map((row, i) => ofRow(row, i).map((value) => value / scores.length));
}

function softmax(row: readonly number[]): number[] {
  const raised = row.map((s) => Math.exp(s));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

function own(i: number, j: number): number {
  return i === j ? 1 : 0;
}
