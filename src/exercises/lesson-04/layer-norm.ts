/**
 * Exercise 04.layer-norm: one vector brought to mean 0 and standard deviation 1.
 *
 *   y = gain · (x − mean) / √(variance + ε) + bias
 *
 * Ba, Kiros & Hinton 2016, "Layer Normalization", section 3.
 */
import type { Exercise } from "../exercise";

type Input = [x: number[], gain: number[], bias: number[], epsilon: number];

export const layerNormExercise: Exercise<Input, number[]> = {
  id: "04.layer-norm",
  title: "Layer norm by hand",
  functionName: "layerNorm",
  statement:
    "Write `layerNorm(x, gain, bias, epsilon)` for the vector `x` of one token. Take its mean, " +
    "and its variance: the mean of the squared distances from that mean. From each number " +
    "subtract the mean, divide by `Math.sqrt(variance + epsilon)`, multiply by the number of " +
    "`gain` at the same place, and add that of `bias`.",
  stub: `function layerNorm(
  x: number[], gain: number[], bias: number[], epsilon: number,
): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [[1, 3], [1, 1], [0, 0], 0],
    [[2, 4, 4, 6], [1, 1, 2, 1], [0, 0, 0, 5], 0],
    [[5, 5, 5], [1, 1, 1], [0.5, 0, 0], 1e-12],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const length = 2 + rng.integer(4);
      const vector = (size: number) =>
        Array.from({ length }, () => Math.round(100 * size * (2 * rng.uniform() - 1)) / 100);
      const gain = vector(1).map((x) => x + 2);
      return [vector(5), gain, vector(1), rng.pick([1e-12, 0.01, 0.1])];
    });
  },
  reference: (x, gain, bias, epsilon) => normalize(x, gain, bias, { divisor: rootOf(epsilon) }),
  misconceptions: [
    {
      name: "does not subtract the mean",
      hint: "the mean is still in your answer: subtract it before you divide.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(x, gain, bias, { divisor: rootOf(epsilon), centre: 0 }),
    },
    {
      name: "divides by the variance",
      hint: "you divided by the variance. Take its square root first.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(x, gain, bias, { divisor: (variance) => variance + epsilon }),
    },
    {
      name: "divides the squares by n − 1",
      hint:
        "your variance divides by n − 1, as for a sample. Layer norm takes the plain mean of the " +
        "squares, divided by n.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(x, gain, bias, {
          divisor: (variance) => Math.sqrt((variance * x.length) / (x.length - 1) + epsilon),
        }),
    },
    {
      name: "leaves out epsilon",
      hint:
        "epsilon is missing. It keeps the division possible where all numbers are equal and the " +
        "variance is 0.",
      wrong: (x, gain, bias) => normalize(x, gain, bias, { divisor: rootOf(0) }),
    },
    {
      name: "adds epsilon outside the root",
      hint: "you added epsilon to the standard deviation. It belongs inside the root.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(x, gain, bias, { divisor: (variance) => Math.sqrt(variance) + epsilon }),
    },
    {
      name: "leaves out the gain",
      hint: "the gain is missing: multiply each number by that of `gain` at its place.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(
          x,
          gain.map(() => 1),
          bias,
          { divisor: rootOf(epsilon) },
        ),
    },
    {
      name: "leaves out the bias",
      hint: "the bias is missing: add it at the end.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(
          x,
          gain,
          bias.map(() => 0),
          { divisor: rootOf(epsilon) },
        ),
    },
    {
      name: "adds the bias before the gain",
      hint: "you added the bias and then multiplied by the gain: first the gain, then the bias.",
      wrong: (x, gain, bias, epsilon) =>
        normalize(
          x,
          gain,
          bias.map((b, i) => b * gain[i]!),
          { divisor: rootOf(epsilon) },
        ),
    },
    {
      name: "scales to length 1",
      hint:
        "you divided by the vector's length, as for a cosine. Layer norm makes the standard " +
        "deviation 1, not the length.",
      wrong: (x, gain, bias) =>
        normalize(x, gain, bias, { divisor: () => Math.hypot(...x), centre: 0 }),
    },
  ],
};

interface Variant {
  divisor: (variance: number) => number;
  centre?: number;
}

function rootOf(epsilon: number): (variance: number) => number {
  return (variance) => Math.sqrt(variance + epsilon);
}

function normalize(
  x: number[],
  gain: number[],
  bias: number[],
  { divisor, centre = mean(x) }: Variant,
): number[] {
  const variance = mean(x.map((value) => (value - mean(x)) ** 2));
  return x.map((value, i) => (gain[i]! * (value - centre)) / divisor(variance) + bias[i]!);
}

function mean(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
