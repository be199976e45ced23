/**
 * Exercise 09.ranking-loss: everybody else's positive is my negative.
 *
 *   L = mean_i −ln (e^{scale · S_ii} / Σ_j e^{scale · S_ij})
 *
 * Henderson et al. 2017, "Efficient Natural Language Response Suggestion for Smart Reply", section
 * 4.4; the scale is sentence-transformers'.
 */
import type { Exercise } from "../exercise";

type Input = [cosines: number[][], scale: number];

export const rankingLoss: Exercise<Input, number> = {
  id: "09.ranking-loss",
  title: "Multiple negatives ranking",
  functionName: "rankingLoss",
  statement:
    "Write `rankingLoss(cosines, scale)`. `cosines[i][j]` is the cosine of anchor i and positive " +
    "j; the right ones stand on the diagonal. For each anchor multiply its row by the scale, " +
    "take " +
    "the softmax over the row, and minus the natural logarithm of what its own positive got. " +
    "Return the mean over the anchors.",
  stub: `function rankingLoss(cosines: number[][], scale: number): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 20,
  examples: [
    [
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      20,
    ],
    [
      [
        [0.9, 0.1, 0.3],
        [0.2, 0.6, 0.7],
        [0.1, 0, 0.8],
      ],
      5,
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const size = 2 + rng.integer(4);
      const row = () => Array.from({ length: size }, () => rng.integer(200) / 100 - 1);
      return [Array.from({ length: size }, row), rng.pick([2, 5, 20])];
    });
  },
  reference: (cosines, scale) => mean(cosines.map((row, i) => lossOf(row, i, scale))),
  misconceptions: [
    {
      name: "forgets the scale",
      hint:
        "you took the softmax of the cosines themselves. They lie between −1 and 1, so a softmax " +
        "can hardly tell them apart; multiply by the scale first.",
      wrong: (cosines) => mean(cosines.map((row, i) => lossOf(row, i, 1))),
    },
    {
      name: "divides by the scale",
      hint: "you divided by the scale: that makes all cosines alike. Multiply (T is 1 / scale).",
      wrong: (cosines, scale) => mean(cosines.map((row, i) => lossOf(row, i, 1 / scale))),
    },
    {
      name: "goes down the columns",
      hint:
        "you took the softmax down each column: for each positive its anchor. Here each anchor, " +
        "a " +
        "row, looks for its positive.",
      wrong: (cosines, scale) =>
        mean(
          cosines.map((_, i) =>
            lossOf(
              cosines.map((row) => row[i]!),
              i,
              scale,
            ),
          ),
        ),
    },
    {
      name: "leaves the positive out of the sum",
      hint:
        "you left the positive out of the sum below the line, so your loss can be negative. It " +
        "is " +
        "a softmax over the whole row.",
      wrong: (cosines, scale) =>
        mean(
          cosines.map((row, i) => {
            const others = row.filter((_, j) => j !== i);
            return Math.log(sum(others.map((s) => Math.exp(scale * s)))) - scale * row[i]!;
          }),
        ),
    },
    {
      name: "takes no logarithm",
      hint: "you returned a mean of probabilities. Take minus the natural logarithm of each first.",
      wrong: (cosines, scale) => mean(cosines.map((row, i) => Math.exp(-lossOf(row, i, scale)))),
    },
    {
      name: "adds up without dividing",
      hint: "you added the anchors' losses up. Take their mean.",
      wrong: (cosines, scale) => sum(cosines.map((row, i) => lossOf(row, i, scale))),
    },
  ],
};

/** −ln softmax(scale · row)[i] */
function lossOf(row: readonly number[], i: number, scale: number): number {
  return Math.log(sum(row.map((s) => Math.exp(scale * (s - row[i]!)))));
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function mean(numbers: number[]): number {
  return sum(numbers) / numbers.length;
}
