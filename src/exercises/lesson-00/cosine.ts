/**
 * Exercise 00.cosine: do two arrows in the plane point the same way?
 *
 *   cos(a, b) = (a · b) / (|a| |b|)
 */
import type { Exercise } from "../exercise";

type Vector = [x: number, y: number];

export const planeCosine: Exercise<[a: number[], b: number[]], number> = {
  id: "00.cosine",
  title: "Do two vectors point the same way?",
  functionName: "cosine",
  statement:
    "Write `cosine(a, b)` for two vectors of two numbers each: `a[0]·b[0] + a[1]·b[1]`, divided " +
    "by the length of `a` and by the length of `b`. The answer is 1 for the same direction, 0 " +
    "for a right angle, −1 for opposite directions, and lengths don't matter. No vector here is " +
    "all zeros.",
  stub: `function cosine(a: number[], b: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [2, 0],
      [0, 3],
    ],
  ],
  hiddenCases(rng) {
    const vector = (): Vector => [rng.integer(9) + 1, rng.integer(19) - 9];
    return Array.from({ length: 6 }, () => [vector(), vector()]);
  },
  reference(a, b) {
    return dot(a, b) / (Math.hypot(...a) * Math.hypot(...b));
  },
  misconceptions: [
    {
      name: "leaves out the lengths",
      hint:
        "you returned the dot product. It also grows when a vector gets longer; divide it by " +
        "both lengths and only the direction is left.",
      probes: [
        [
          [2, 0],
          [3, 0],
        ],
      ],
      wrong: dot,
    },
    {
      name: "leaves out the square roots",
      hint:
        "you divided by the squared lengths. A length is the square *root* of the sum of " +
        "squares: [3, 4] is 5 long, not 25.",
      wrong: (a, b) => dot(a, b) / (dot(a, a) * dot(b, b)),
    },
    {
      name: "divides by one length only",
      hint: "you divided by the length of the first vector only; divide by the second's too.",
      wrong: (a, b) => dot(a, b) / Math.hypot(...a),
    },
    {
      name: "divides by the sum of the lengths",
      hint: "you divided by the sum of the two lengths; divide by their product.",
      wrong: (a, b) => dot(a, b) / (Math.hypot(...a) + Math.hypot(...b)),
    },
    {
      name: "returns the angle",
      hint:
        "you returned the angle (Math.acos). The cosine itself is wanted: it grows when the " +
        "vectors get closer, the angle shrinks.",
      wrong: (a, b) => Math.acos(clamp(dot(a, b) / (Math.hypot(...a) * Math.hypot(...b)))),
    },
    {
      name: "returns the distance",
      hint:
        "you returned the distance between the two points. Two arrows may point the same way " +
        "and end far apart; compare their directions.",
      wrong: (a, b) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!),
    },
  ],
};

function dot(a: number[], b: number[]): number {
  return a[0]! * b[0]! + a[1]! * b[1]!;
}

/** A rounding error past 1 would make Math.acos return NaN. */
function clamp(x: number): number {
  return Math.max(-1, Math.min(1, x));
}
