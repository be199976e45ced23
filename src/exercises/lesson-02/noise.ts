/**
 * Exercise 02.noise: from which distribution do the negatives come?
 *
 *   P(word) = count^0.75 / Σ count^0.75
 *
 * Mikolov et al. 2013, "Distributed Representations of Words and Phrases", section 2.2.
 */
import type { Exercise } from "../exercise";

const POWER = 0.75;

export const noise: Exercise<[counts: number[]], number[]> = {
  id: "02.noise",
  title: "Where the negatives come from",
  functionName: "noiseDistribution",
  statement:
    "Write `noiseDistribution(counts)`. `counts[i]` says how often word `i` occurs. Return for " +
    "each word the probability with which it is drawn as a negative: its count to the power of " +
    "0.75, divided by the sum of all counts to the power of 0.75. The probabilities add up to 1.",
  stub: `function noiseDistribution(counts: number[]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[[16, 1]], [[1, 1, 1, 1]], [[1000, 100, 10, 1]]],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, () => [
      Array.from({ length: 2 + rng.integer(5) }, () => 1 + rng.integer(2000)),
    ]);
  },
  reference: (counts) => shares(counts.map((count) => count ** POWER)),
  misconceptions: [
    {
      name: "leaves out the power",
      hint:
        "you divided the counts by their sum. Then `the` would be nearly every negative; the " +
        "power of 0.75 lifts the rare words first.",
      wrong: (counts) => shares(counts),
    },
    {
      name: "takes the power after dividing",
      hint:
        "you took the power of the shares, and so your probabilities no longer add up to 1. " +
        "Take the power of the counts first, then divide by the sum of what you got.",
      wrong: (counts) => shares(counts).map((share) => share ** POWER),
    },
    {
      name: "divides by the sum of the counts",
      hint:
        "you divided by the sum of the plain counts. Divide by the sum of the counts to the " +
        "power of 0.75; only then the probabilities add up to 1.",
      wrong: (counts) => counts.map((count) => count ** POWER / sum(counts)),
    },
    {
      name: "does not divide",
      hint: "your numbers are no probabilities yet: divide each by the sum of all of them.",
      wrong: (counts) => counts.map((count) => count ** POWER),
    },
    {
      name: "draws all words alike",
      hint:
        "you gave every word the same probability. Frequent words should be drawn more often, " +
        "only not in proportion.",
      wrong: (counts) => counts.map(() => 1 / counts.length),
    },
    {
      name: "takes the power 4/3",
      hint: "you used the inverse power: 0.75 is 3/4, not 4/3. Rare words must gain, not lose.",
      wrong: (counts) => shares(counts.map((count) => count ** (1 / POWER))),
    },
  ],
};

function shares(weights: number[]): number[] {
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
