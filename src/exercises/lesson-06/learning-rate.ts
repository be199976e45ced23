/**
 * Exercise 06.learning-rate: warm-up, then down in a line.
 *
 *   highest · step/warmup                        while step < warmup
 *   highest · (total - step)/(total - warmup)    from there, never below 0
 *
 * Devlin et al. 2019, "BERT", appendix A.2.
 */
import type { Exercise } from "../exercise";

type Input = [step: number, highest: number, warmup: number, total: number];

export const learningRate: Exercise<Input, number> = {
  id: "06.learning-rate",
  title: "Warm-up and decay",
  functionName: "learningRate",
  statement:
    "Write `learningRate(step, highest, warmup, total)`. `step` counts from 0. During the first " +
    "`warmup` steps the rate rises in a line from 0, and would reach `highest` at step `warmup`. " +
    "From there it falls in a line, and reaches 0 at step `total`; after that it stays 0. " +
    "`warmup` may be 0: then it begins at `highest`. (`warmup` is below `total`.)",
  stub: `function learningRate(
  step: number, highest: number, warmup: number, total: number,
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [50, 0.001, 100, 1100],
    [600, 0.001, 100, 1100],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 10 }, (_, i): Input => {
      const warmup = i % 5 === 0 ? 0 : 10 * (1 + rng.integer(10));
      const total = warmup + 50 * (1 + rng.integer(20));
      const step = [0, rng.integer(warmup + 1), warmup, warmup + rng.integer(total), total + 7];
      return [step[i % 5]!, rng.pick([1, 0.001, 0.5]), warmup, total];
    });
  },
  reference: (step, highest, warmup, total) => highest * share(step, warmup, total),
  misconceptions: [
    {
      name: "stays at the highest rate",
      hint: "after the warm-up your rate stays where it is. It falls to 0 at step `total`.",
      wrong: (step, highest, warmup) => highest * (step < warmup ? step / warmup : 1),
    },
    {
      name: "goes below 0",
      hint: "after step `total` your rate is negative: it would walk uphill. Let it stay 0.",
      wrong: (step, highest, warmup, total) =>
        highest * (step < warmup ? step / warmup : (total - step) / (total - warmup)),
    },
    {
      name: "falls from step 0 on",
      hint:
        "your rate falls as (total − step) / total, so it jumps at the end of the warm-up. The " +
        "fall begins at `warmup`: divide by total − warmup.",
      wrong: (step, highest, warmup, total) =>
        highest * (step < warmup ? step / warmup : Math.max(0, (total - step) / total)),
    },
    {
      name: "skips the warm-up",
      hint: "there is no warm-up in your answer: for the first steps the rate rises from 0.",
      wrong: (step, highest, warmup, total) =>
        highest * Math.min(1, Math.max(0, (total - step) / (total - warmup))),
    },
    {
      name: "counts steps from 1",
      hint: "your rate is one step ahead: at step 0 it is 0, unless there is no warm-up.",
      wrong: (step, highest, warmup, total) => highest * share(step + 1, warmup, total),
    },
    {
      name: "divides by a warm-up of 0",
      hint: "with a warm-up of 0 you divide 0 by 0. Then the rate begins at `highest`.",
      probes: [[0, 1, 0, 100]],
      wrong: (step, highest, warmup, total) =>
        highest * (step <= warmup ? step / warmup : share(step, warmup, total)),
    },
    {
      name: "returns the share of the highest rate",
      hint: "you returned a share from 0 to 1. Multiply it by `highest`.",
      wrong: (step, _, warmup, total) => share(step, warmup, total),
    },
  ],
};

function share(step: number, warmup: number, total: number): number {
  if (step < warmup) return step / warmup;
  return Math.max(0, (total - step) / (total - warmup));
}
