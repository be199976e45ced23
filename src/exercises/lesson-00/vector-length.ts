/**
 * Exercise 00.vector-length: the length of an arrow, by Pythagoras, in any number of dimensions.
 *
 *   |v| = √(v₁² + v₂² + … )
 */
import type { Exercise } from "../exercise";

export const vectorLength: Exercise<[v: number[]], number> = {
  id: "00.vector-length",
  title: "How long is a vector?",
  functionName: "vectorLength",
  statement:
    "A vector is a list of numbers: an arrow from the origin to a point. Write " +
    "`vectorLength(v)`, the length of that arrow: the square root of the sum of the squared " +
    "numbers, for a vector of any number of dimensions. A vector of zeros has length 0.",
  stub: `function vectorLength(v: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[[3, 4]], [[1, 2, 2]]],
  hiddenCases(rng) {
    return [1, 2, 3, 5, 8, 0].map((dimensions) => [
      Array.from({ length: dimensions }, () => rng.integer(19) - 9),
    ]);
  },
  reference(v) {
    return Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
  },
  misconceptions: [
    {
      name: "counts the dimensions",
      hint:
        "you returned how many numbers the vector has, as v.length does in JavaScript. Its " +
        "length as an arrow is meant: [3, 4] has 2 dimensions and is 5 long.",
      wrong: (v) => v.length,
    },
    {
      name: "leaves out the square root",
      hint: "you returned the sum of the squares; the length is the square root of that sum.",
      wrong: (v) => v.reduce((sum, x) => sum + x * x, 0),
    },
    {
      name: "adds the numbers without squares",
      hint:
        "you added the sizes of the numbers. That is the way along the streets (the L1 norm); " +
        "the arrow goes straight: square each number, add, take the root.",
      probes: [[[3, -4]]],
      wrong: (v) => v.reduce((sum, x) => sum + Math.abs(x), 0),
    },
    {
      name: "adds the numbers as they are",
      hint:
        "you added the numbers as they are, so that 3 and -3 cancel. Square each first: a " +
        "square has no sign.",
      probes: [[[3, -3]]],
      wrong: (v) => v.reduce((sum, x) => sum + x, 0),
    },
    {
      name: "takes the largest number",
      hint: "you returned the largest number alone; every number makes the arrow longer.",
      wrong: (v) => v.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0),
    },
    {
      name: "stops after two dimensions",
      hint:
        "your answer is right for the first two numbers and leaves out the others. A vector " +
        "may have any number of dimensions: use a loop.",
      probes: [[[0, 0, 7]]],
      wrong: (v) => Math.hypot(v[0] ?? 0, v[1] ?? 0),
    },
  ],
};
