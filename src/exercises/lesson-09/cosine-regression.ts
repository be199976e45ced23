/**
 * Exercise 09.cosine-regression: the cosine shall be what people said.
 *
 *   L = mean_i (cos(u_i, v_i) − gold_i / 5)²
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3 (regression objective).
 */
import { cosineOfVectors } from "../../similarity/cosine";
import type { Exercise } from "../exercise";

type Input = [u: number[][], v: number[][], gold: number[]];

export const cosineRegression: Exercise<Input, number> = {
  id: "09.cosine-regression",
  title: "The cosine as the answer",
  functionName: "cosineRegression",
  statement:
    "Write `cosineRegression(u, v, gold)`. `u` and `v` hold a vector for each pair, `gold[i]` is " +
    "people's score of pair i, from 0 to 5. The loss of a pair is the square of (its cosine − " +
    "its " +
    "score on a scale from 0 to 1). Return the mean over the pairs. (No vector is all zeros.)",
  stub: `function cosineRegression(u: number[][], v: number[][], gold: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [[[1, 0]], [[3, 4]], [5]],
    [
      [
        [2, 0],
        [0, 1],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [4, 0],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const [rows, size] = [2 + rng.integer(3), 2 + rng.integer(3)];
      const number = () => (1 + rng.integer(40)) * (rng.uniform() < 0.3 ? -0.1 : 0.1);
      const vectors = () =>
        Array.from({ length: rows }, () => Array.from({ length: size }, number));
      return [vectors(), vectors(), Array.from({ length: rows }, () => rng.integer(11) / 2)];
    });
  },
  reference: (u, v, gold) =>
    mean(u.map((row, i) => (cosineOfVectors(row, v[i]!) - gold[i]! / 5) ** 2)),
  misconceptions: [
    {
      name: "forgets to scale the scores",
      hint: "a cosine never reaches 5: divide people's scores by 5 first.",
      wrong: (u, v, gold) => mean(u.map((row, i) => (cosineOfVectors(row, v[i]!) - gold[i]!) ** 2)),
    },
    {
      name: "takes dot products",
      hint:
        "you compared with the dot product. Divide it by the lengths of both vectors: that is " +
        "the " +
        "cosine.",
      wrong: (u, v, gold) => mean(u.map((row, i) => (dot(row, v[i]!) - gold[i]! / 5) ** 2)),
    },
    {
      name: "adds up without dividing",
      hint: "you added the pairs' losses up. Take their mean.",
      wrong: (u, v, gold) =>
        u.length * mean(u.map((row, i) => (cosineOfVectors(row, v[i]!) - gold[i]! / 5) ** 2)),
    },
    {
      name: "doesn't square",
      hint: "you took the absolute differences. Square them: large errors shall count more.",
      wrong: (u, v, gold) =>
        mean(u.map((row, i) => Math.abs(cosineOfVectors(row, v[i]!) - gold[i]! / 5))),
    },
    {
      name: "squares the mean",
      hint: "errors of opposite sign cancelled out: square each one before you take the mean.",
      wrong: (u, v, gold) =>
        mean(u.map((row, i) => cosineOfVectors(row, v[i]!) - gold[i]! / 5)) ** 2,
    },
    {
      name: "maps the scores to −1 to 1",
      hint: "you mapped 0 to 5 onto −1 to 1. Here 0 (nothing in common) stays 0: divide by 5.",
      wrong: (u, v, gold) =>
        mean(u.map((row, i) => (cosineOfVectors(row, v[i]!) - (gold[i]! / 2.5 - 1)) ** 2)),
    },
  ],
};

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function mean(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
