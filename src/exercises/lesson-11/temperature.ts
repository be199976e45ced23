/**
 * Exercise 11.temperature: softmax with a temperature.
 *
 *   P_i = e^{z_i / T} / Σ_j e^{z_j / T}
 *
 * Ackley, Hinton & Sejnowski 1985, "A learning algorithm for Boltzmann machines".
 */
import type { Exercise } from "../exercise";

type Input = [logits: number[], temperature: number];

export const temperatureExercise: Exercise<Input, number[]> = {
  id: "11.temperature",
  title: "Softmax with a temperature",
  functionName: "atTemperature",
  statement:
    "Write `atTemperature(logits, temperature)`: divide each logit by the temperature, take e to " +
    "the power of it, and divide by the sum of all of them. Return the probabilities in the " +
    "order of the logits. (No logit is far from 0 here, so nothing overflows.)",
  stub: `function atTemperature(logits: number[], temperature: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[1, 3], 1],
    [[1, 3], 0.5],
    [[1, 3], 2],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const logits = Array.from({ length: 2 + rng.integer(4) }, () => rng.integer(80) / 10 - 4);
      return [logits, rng.pick([0.25, 0.7, 1.5, 3])];
    });
  },
  reference: (logits, t) => softmax(logits.map((z) => z / t)),
  misconceptions: [
    {
      name: "multiplies by the temperature",
      hint: "you multiplied by T: a high temperature should make the probabilities more alike.",
      wrong: (logits, t) => softmax(logits.map((z) => z * t)),
    },
    {
      name: "divides the probabilities",
      hint:
        "you divided probabilities by T. They no longer sum to 1; divide the logits, before e is " +
        "raised to them.",
      wrong: (logits, t) => softmax(logits).map((p) => p / t),
    },
    {
      name: "leaves T out of the sum",
      hint: "you divided by T above the line, but not below it: check that your answer sums to 1.",
      wrong: (logits, t) => {
        const sum = logits.reduce((total, z) => total + Math.exp(z), 0);
        return logits.map((z) => Math.exp(z / t) / sum);
      },
    },
    {
      name: "forgets the temperature",
      hint: "your answer is the same at every temperature.",
      wrong: (logits) => softmax(logits),
    },
    {
      name: "doesn't divide by the sum",
      hint: "you returned e^{z/T} without dividing by their sum: probabilities sum to 1.",
      wrong: (logits, t) => logits.map((z) => Math.exp(z / t)),
    },
  ],
};

function softmax(logits: readonly number[]): number[] {
  const raised = logits.map((z) => Math.exp(z));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
