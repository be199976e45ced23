/**
 * Exercise 09.concatenate: what the classifier on top of two sentence vectors gets to see.
 *
 *   [u; v; |u − v|]
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3.
 */
import type { Exercise } from "../exercise";

type Input = [u: number[], v: number[]];

export const concatenate: Exercise<Input, number[]> = {
  id: "09.concatenate",
  title: "What the head sees",
  functionName: "concatenate",
  statement:
    "Write `concatenate(u, v)`: one list that holds `u`, then `v`, then how far the two are " +
    "apart " +
    "in each dimension, |u − v|, which is never negative.",
  stub: `function concatenate(u: number[], v: number[]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [1, 2],
      [4, 0],
    ],
    [[-3], [0.5]],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const size = 1 + rng.integer(4);
      const vector = () => Array.from({ length: size }, () => rng.integer(200) / 10 - 10);
      return [vector(), vector()];
    });
  },
  reference: (u, v) => [...u, ...v, ...differences(u, v).map(Math.abs)],
  misconceptions: [
    {
      name: "keeps the sign of the difference",
      hint:
        "your differences can be negative. Take their absolute values: then it does not matter " +
        "which of the two sentences came first.",
      wrong: (u, v) => [...u, ...v, ...differences(u, v)],
    },
    {
      name: "gives one distance",
      hint: "you gave one distance for all dimensions together. Each dimension has its own.",
      wrong: (u, v) => [...u, ...v, Math.hypot(...differences(u, v))],
    },
    {
      name: "multiplies",
      hint: "you multiplied u and v. That is another feature, u*v; here |u − v| is asked for.",
      wrong: (u, v) => [...u, ...v, ...u.map((x, i) => x * v[i]!)],
    },
    {
      name: "squares the difference",
      hint: "you squared the differences. Take their absolute values.",
      wrong: (u, v) => [...u, ...v, ...differences(u, v).map((x) => x * x)],
    },
    {
      name: "leaves out u and v",
      hint: "your list holds the differences only. u and v themselves come before them.",
      wrong: (u, v) => differences(u, v).map(Math.abs),
    },
    {
      name: "goes dimension by dimension",
      hint:
        "you went dimension by dimension. All of u comes first, then all of v, then the " +
        "differences.",
      wrong: (u, v) => u.flatMap((x, i) => [x, v[i]!, Math.abs(x - v[i]!)]),
    },
  ],
};

function differences(u: readonly number[], v: readonly number[]): number[] {
  return u.map((x, i) => x - v[i]!);
}
