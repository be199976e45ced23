/**
 * Exercise 09.triplet-loss: near to the positive, and farther from the negative by a margin.
 *
 *   L = mean_i max(0, |a_i − p_i| − |a_i − n_i| + margin)
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3 (triplet objective).
 */
import type { Exercise } from "../exercise";

type Input = [anchors: number[][], positives: number[][], negatives: number[][], margin: number];

export const tripletLossExercise: Exercise<Input, number> = {
  id: "09.triplet-loss",
  title: "Anchor, positive, negative",
  functionName: "tripletLoss",
  statement:
    "Write `tripletLoss(anchors, positives, negatives, margin)`. Row i of each is one triplet. " +
    "Take the Euclidean distance from the anchor to the positive, subtract that to the negative, " +
    "add the margin; what is below 0 counts as 0. Return the mean over all triplets, those that " +
    "count 0 included.",
  stub: `function tripletLoss(
  anchors: number[][], positives: number[][], negatives: number[][], margin: number,
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [[[0, 0]], [[3, 4]], [[0, 2]], 1],
    [
      [
        [0, 0],
        [0, 0],
      ],
      [
        [3, 4],
        [0, 1],
      ],
      [
        [0, 2],
        [6, 8],
      ],
      1,
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const [rows, size] = [2 + rng.integer(3), 2 + rng.integer(2)];
      const vectors = () =>
        Array.from({ length: rows }, () =>
          Array.from({ length: size }, () => rng.integer(60) / 10 - 3),
        );
      return [vectors(), vectors(), vectors(), rng.pick([0.5, 1, 2])];
    });
  },
  reference: (a, p, n, margin) => mean(gaps(a, p, n).map((gap) => Math.max(0, gap + margin))),
  misconceptions: [
    {
      name: "swaps the positive and the negative",
      hint:
        "you pushed the positive away and pulled the negative near: subtract the distance to the " +
        "*negative*.",
      wrong: (a, p, n, margin) => mean(gaps(a, n, p).map((gap) => Math.max(0, gap + margin))),
    },
    {
      name: "forgets the floor at 0",
      hint:
        "a triplet that is right by more than the margin made your loss negative. It counts 0: " +
        "there is nothing more to gain from it.",
      wrong: (a, p, n, margin) => mean(gaps(a, p, n)) + margin,
    },
    {
      name: "puts the floor under the mean",
      hint:
        "you took the mean first, so easy triplets paid for hard ones. The floor at 0 is under " +
        "each triplet.",
      wrong: (a, p, n, margin) => Math.max(0, mean(gaps(a, p, n)) + margin),
    },
    {
      name: "forgets the margin",
      hint: "your loss is 0 as soon as the negative is a hair farther away: add the margin.",
      wrong: (a, p, n) => mean(gaps(a, p, n).map((gap) => Math.max(0, gap))),
    },
    {
      name: "subtracts the margin",
      hint: "you subtracted the margin, so the negative may even be nearer. Add it.",
      wrong: (a, p, n, margin) => mean(gaps(a, p, n).map((gap) => Math.max(0, gap - margin))),
    },
    {
      name: "takes squared distances",
      hint: "you left out the square root. (FaceNet does; Sentence-BERT takes the distance.)",
      wrong: (a, p, n, margin) =>
        mean(
          a.map((row, i) =>
            Math.max(0, distance(row, p[i]!) ** 2 - distance(row, n[i]!) ** 2 + margin),
          ),
        ),
    },
    {
      name: "averages over hard triplets only",
      hint: "you divided by the number of triplets that count. Divide by that of all.",
      wrong: (a, p, n, margin) => {
        const hard = gaps(a, p, n).filter((gap) => gap + margin > 0);
        return hard.length === 0 ? 0 : mean(hard) + margin;
      },
    },
  ],
};

/** How much farther the positive is than the negative. */
function gaps(a: number[][], p: number[][], n: number[][]): number[] {
  return a.map((row, i) => distance(row, p[i]!) - distance(row, n[i]!));
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((x, i) => x - b[i]!));
}

function mean(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
