/**
 * Exercise 10.in-batch-loss: each question's own answer among all answers of the batch.
 *
 *   L = mean_i −ln( e^{S_ii} / Σ_j e^{S_ij} )
 *
 * Karpukhin et al. 2020, "Dense Passage Retrieval", equation 2.
 */
import type { Exercise } from "../exercise";

type Input = [scores: number[][]];

export const inBatchLossExercise: Exercise<Input, number> = {
  id: "10.in-batch-loss",
  title: "The loss of a matrix",
  functionName: "inBatchLoss",
  statement:
    "Write `inBatchLoss(scores)`: `scores[i][j]` says how well answer j fits question i, and the " +
    "right answers stand on the diagonal. For each row take −ln of the probability that softmax " +
    "gives to its diagonal element; return the mean over the rows.",
  stub: `function inBatchLoss(scores: number[][]): number {
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
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
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
  reference: (scores) => mean(scores.map(rowLoss)),
  misconceptions: [
    {
      name: "adds up the rows",
      hint: "you added the rows' losses up: the mean divides by how many questions there are.",
      wrong: (scores) => mean(scores.map(rowLoss)) * scores.length,
    },
    {
      name: "normalizes by columns",
      hint:
        "your softmax runs down the columns: there each answer looks for its question. Here " +
        "each question looks for its answer, along the row.",
      probes: [
        [
          [
            [2, 0],
            [1, 3],
          ],
        ],
      ],
      wrong: (scores) => mean(transposed(scores).map(rowLoss)),
    },
    {
      name: "leaves the right answer out of the sum",
      hint: "below the line stand all answers of the batch, the right one included.",
      wrong: (scores) =>
        mean(
          scores.map((row, i) => {
            const others = row.filter((_, j) => j !== i);
            return Math.log(others.reduce((sum, s) => sum + Math.exp(s), 0)) - row[i]!;
          }),
        ),
    },
    {
      name: "forgets the sign",
      hint: "a probability is below 1, its logarithm negative: the loss is minus that.",
      wrong: (scores) => -mean(scores.map(rowLoss)),
    },
    {
      name: "averages probabilities",
      hint: "you took the mean of the probabilities first. The loss is the mean of logarithms.",
      wrong: (scores) => -Math.log(mean(scores.map((row, i) => Math.exp(-rowLoss(row, i))))),
    },
  ],
};

function rowLoss(row: readonly number[], i: number): number {
  return Math.log(row.reduce((sum, s) => sum + Math.exp(s), 0)) - row[i]!;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function transposed(scores: readonly number[][]): number[][] {
  return scores.map((_, j) => scores.map((row) => row[j]!));
}
