/**
 * Exercise 09.tied-gradient: one weight, used twice, hears from both towers.
 *
 *   u = w·a,  v = w·b,  L = (u − v − target)²       dL/dw = dL/du · a + dL/dv · b
 *
 * Bromley et al. 1993, "Signature Verification using a Siamese Time Delay Neural Network".
 */
import type { Exercise } from "../exercise";

type Input = [w: number, a: number, b: number, target: number];
export interface Output {
  first: number;
  second: number;
  shared: number;
}

export const tiedGradient: Exercise<Input, Output> = {
  id: "09.tied-gradient",
  title: "One weight, two towers",
  functionName: "tiedGradient",
  statement:
    "The smallest siamese network: one weight `w`, two inputs, u = w·a and v = w·b. The loss is " +
    "L = (u − v − target)². Write `tiedGradient(w, a, b, target)`, which returns " +
    "`{ first, second, shared }`: what reaches the weight through the first tower (as if v were " +
    "a " +
    "fixed number), what through the second (as if u were), and the gradient of the shared " +
    "weight.",
  stub: `function tiedGradient(w: number, a: number, b: number, target: number) {
  const first = yourTurn(); // replace these lines by your own
  return { first, second: 0, shared: 0 };
}`,
  points: 15,
  examples: [
    [1, 2, 1, 0],
    [0.5, 2, -2, 1],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const number = () => rng.integer(60) / 10 - 3;
      return [number(), number(), number(), rng.integer(3)];
    });
  },
  reference: (w, a, b, target) => {
    const slope = 2 * (w * a - w * b - target); // dL/du, and −dL/dv
    return { first: slope * a, second: -slope * b, shared: slope * a - slope * b };
  },
  misconceptions: [
    {
      name: "forgets the minus of the second tower",
      hint: "v stands with a minus in the loss, so what comes through its tower has one, too.",
      wrong: (w, a, b, target) => {
        const slope = 2 * (w * a - w * b - target);
        return { first: slope * a, second: slope * b, shared: slope * (a + b) };
      },
    },
    {
      name: "takes the mean of both towers",
      hint: "both paths lead to the same weight: their gradients are added, not averaged.",
      wrong: (w, a, b, target) => {
        const slope = 2 * (w * a - w * b - target);
        return { first: slope * a, second: -slope * b, shared: (slope * (a - b)) / 2 };
      },
    },
    {
      name: "hears the first tower only",
      hint: "the shared weight hears from both towers. Add what comes through the second.",
      wrong: (w, a, b, target) => {
        const slope = 2 * (w * a - w * b - target);
        return { first: slope * a, second: -slope * b, shared: slope * a };
      },
    },
    {
      name: "forgets the 2",
      hint: "the slope of a square is twice what is squared.",
      wrong: (w, a, b, target) => {
        const slope = w * a - w * b - target;
        return { first: slope * a, second: -slope * b, shared: slope * (a - b) };
      },
    },
    {
      name: "stops at the vectors",
      hint:
        "you gave dL/du and dL/dv. On to the weight it takes one more step of the chain rule: u " +
        "changes by a when w changes by 1.",
      wrong: (w, a, b, target) => {
        const slope = 2 * (w * a - w * b - target);
        return { first: slope, second: -slope, shared: 0 };
      },
    },
  ],
};
