/**
 * Exercise 13.nested-loss: a loss at every size.
 *
 *   L = Σ_k weight_k · loss(first sizes_k numbers of the embeddings)
 *
 * Kusupati et al. 2022, "Matryoshka Representation Learning", equation 1. The loss here is one
 * minus the dot product of two embeddings, so that it can be worked out by hand.
 */
import type { Exercise } from "../exercise";

type Input = [u: number[], v: number[], sizes: number[], weights: number[]];

export const nestedLoss: Exercise<Input, number> = {
  id: "13.nested-loss",
  title: "Dolls in dolls",
  functionName: "nestedLoss",
  statement:
    "Two embeddings `u` and `v` mean the same. For a size k let the loss be 1 − Σ u_j · v_j over " +
    "the *first k* numbers (no lengths here, to keep it short). Write " +
    "`nestedLoss(u, v, sizes, weights)`: the losses of all sizes, each times its weight, added.",
  stub: `function nestedLoss(
  u: number[], v: number[], sizes: number[], weights: number[],
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [0.5, 0.5],
      [1, 0],
      [1, 2],
      [1, 1],
    ],
    [
      [0.5, 0.5, 0.5, 0.5],
      [0.5, -0.5, 0.5, 0.5],
      [2, 4],
      [0.25, 1],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const numbers = () => Array.from({ length: 4 }, () => (1 + rng.integer(30)) / 32);
      const weights = [1 + rng.integer(3), 4 + rng.integer(3), 0.5];
      return [numbers(), numbers(), [1, 2, 4], weights];
    });
  },
  reference: (u, v, sizes, weights) =>
    sizes.reduce((sum, size, i) => sum + weights[i]! * (1 - dot(u, v, 0, size)), 0),
  misconceptions: [
    {
      name: "cuts into pieces that don't overlap",
      hint:
        "you took each size's own piece: numbers 1 to 2, then 3 to 4. The dolls are nested: each " +
        "size begins at the first number, and the larger holds the smaller.",
      wrong: (u, v, sizes, weights) =>
        sizes.reduce((sum, size, i) => {
          const start = i === 0 ? 0 : sizes[i - 1]!;
          return sum + weights[i]! * (1 - dot(u, v, start, size));
        }, 0),
    },
    {
      name: "forgets the weights",
      hint: "you added the losses as they are. Each counts as much as its weight says.",
      wrong: (u, v, sizes) => sizes.reduce((sum, size) => sum + 1 - dot(u, v, 0, size), 0),
    },
    {
      name: "takes the largest size alone",
      hint: "this is the ordinary loss, of all numbers: the control. Add those of the other sizes.",
      wrong: (u, v, sizes, weights) =>
        weights[sizes.length - 1]! * (1 - dot(u, v, 0, sizes[sizes.length - 1]!)),
    },
    {
      name: "takes the mean",
      hint: "you divided by the number of sizes. It is a sum.",
      wrong: (u, v, sizes, weights) =>
        sizes.reduce((sum, size, i) => sum + weights[i]! * (1 - dot(u, v, 0, size)), 0) /
        sizes.length,
    },
  ],
};

function dot(u: readonly number[], v: readonly number[], start: number, end: number): number {
  let sum = 0;
  for (let j = start; j < end; j++) sum += u[j]! * v[j]!;
  return sum;
}
