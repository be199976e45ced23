/**
 * Exercise 07.extrapolate: from a small measurement to a large task.
 *
 *   hours = seconds · pairs(n) / pairs(m) / 3600
 */
import type { Exercise } from "../exercise";

type Input = [measuredN: number, measuredSeconds: number, n: number];

export const extrapolate: Exercise<Input, number> = {
  id: "07.extrapolate",
  title: "From a hundred to ten thousand",
  functionName: "crossEncoderHours",
  statement:
    "A cross-encoder scored all pairs of `measuredN` sentences in `measuredSeconds` seconds. " +
    "Write `crossEncoderHours(measuredN, measuredSeconds, n)`: how many **hours** it would take " +
    "for all pairs of `n` sentences, if every pair costs the same. (m sentences make " +
    "m(m − 1)/2 pairs.)",
  stub: `function crossEncoderHours(
  measuredN: number, measuredSeconds: number, n: number,
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [100, 22.5, 10000],
    [2, 0.005, 10],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      return [4 + rng.integer(60), (1 + rng.integer(40)) / 4, 100 + rng.integer(20000)];
    });
  },
  reference: (m, seconds, n) => (seconds * pairs(n)) / pairs(m) / 3600,
  misconceptions: [
    {
      name: "grows with n",
      hint:
        "twice as many sentences take twice as long in your answer. It is pairs that cost, and " +
        "there are about four times as many.",
      wrong: (m, seconds, n) => (seconds * n) / m / 3600,
    },
    {
      name: "returns seconds",
      hint: "these are seconds. An hour has 3,600 of them.",
      wrong: (m, seconds, n) => (seconds * pairs(n)) / pairs(m),
    },
    {
      name: "divides by 60 once",
      hint: "these are minutes. An hour has 3,600 seconds.",
      wrong: (m, seconds, n) => (seconds * pairs(n)) / pairs(m) / 60,
    },
    {
      name: "squares the ratio",
      hint:
        "(n/m)² is nearly right for large m, but counts each sentence's pair with itself: use " +
        "m(m − 1)/2 for both.",
      wrong: (m, seconds, n) => (seconds * (n / m) ** 2) / 3600,
    },
    {
      name: "takes the seconds for one pair's",
      hint: "`measuredSeconds` is the time of all measured pairs together. Divide by their number.",
      wrong: (_, seconds, n) => (seconds * pairs(n)) / 3600,
    },
  ],
};

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
