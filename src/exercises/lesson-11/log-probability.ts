/**
 * Exercise 11.log-probability: the logarithm of a probability that a computer can't hold.
 *
 *   ln P_i = (z_i − m) − ln Σ_j e^{z_j − m},   m = max_j z_j
 *
 * Blanchard, Higham & Higham 2021, "Accurately computing the log-sum-exp and softmax functions".
 */
import type { Exercise } from "../exercise";

type Input = [logits: number[], id: number];

export const logProbability: Exercise<Input, number> = {
  id: "11.log-probability",
  title: "A logarithm that survives",
  functionName: "logProbability",
  statement:
    "Write `logProbability(logits, id)`: the natural logarithm of the probability that softmax " +
    "gives to token `id`. The logits may be as large as 2,000 or as low as −2,000, where " +
    "`Math.exp` gives Infinity or 0. So take the largest logit off all of them first: " +
    "`z[id] − m − ln Σ e^(z − m)`.",
  stub: `function logProbability(logits: number[], id: number): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[1, 3], 0],
    [[1001, 1003], 0],
    [[0, -2000], 1],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const middle = rng.pick([-1500, 0, 900]);
      const logits = Array.from({ length: 3 + rng.integer(3) }, () => middle + rng.integer(40));
      return [logits, rng.integer(logits.length)];
    });
  },
  reference: (logits, id) => logits[id]! - largest(logits) - Math.log(sum(logits)),
  misconceptions: [
    {
      name: "takes the logarithm of softmax",
      hint:
        "your answer is right for small logits and Infinity, −Infinity or NaN for large ones: " +
        "e^z left the range of numbers before you took the logarithm. Subtract the largest first.",
      wrong: (logits, id) => {
        const raised = logits.map((z) => Math.exp(z));
        return Math.log(raised[id]! / raised.reduce((total, value) => total + value, 0));
      },
    },
    {
      name: "shifts, but divides first",
      hint:
        "you subtracted the largest, and then took the logarithm of a probability: of one that " +
        "is 0 in the computer it is −Infinity. Subtract ln of the sum instead of dividing.",
      probes: [[[0, -2000], 1]],
      wrong: (logits, id) => Math.log(Math.exp(logits[id]! - largest(logits)) / sum(logits)),
    },
    {
      name: "forgets the sum",
      hint: "you subtracted the largest logit only: ln of the sum is missing.",
      wrong: (logits, id) => logits[id]! - largest(logits),
    },
    {
      name: "doesn't take the largest off the logit",
      hint: "you took the largest off inside the sum, but not off the logit itself.",
      wrong: (logits, id) => logits[id]! - Math.log(sum(logits)),
    },
  ],
};

function largest(logits: readonly number[]): number {
  return Math.max(...logits);
}

/** Σ e^{z − m}, from 1 to V. */
function sum(logits: readonly number[]): number {
  return logits.reduce((total, z) => total + Math.exp(z - largest(logits)), 0);
}
