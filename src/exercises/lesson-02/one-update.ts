/**
 * Exercise 02.one-update: how one pair moves a word's vector.
 *
 *   center ← center + learningRate · (label − σ(center · context)) · context
 *
 * One step down the gradient of the logistic loss of one pair; label 1 for a true neighbour, 0 for
 * a negative. Mikolov et al. 2013, "Distributed Representations of Words and Phrases", section 2.2.
 */
import type { Exercise } from "../exercise";

type Input = [center: number[], context: number[], label: 0 | 1, learningRate: number];

export const oneUpdate: Exercise<Input, number[]> = {
  id: "02.one-update",
  title: "One step of learning",
  functionName: "updateCenter",
  statement:
    "Write `updateCenter(center, context, label, learningRate)`. `label` is 1 when `context` is " +
    "the vector of a true neighbour, 0 when it is that of a negative. Take the dot product of " +
    "the two vectors, squash it with the sigmoid σ(x) = 1 / (1 + e^−x) to a probability p, and " +
    "return the vector `center + learningRate · (label − p) · context`. Leave the two vectors " +
    "that you were given as they are.",
  stub: `function updateCenter(
  center: number[], context: number[], label: 0 | 1, learningRate: number,
): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [[1, 0], [0, 1], 1, 0.1],
    [[1, 0], [0, 1], 0, 0.1],
    [[1, 2], [1, 1], 1, 0.5],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i) => {
      const dimensions = 1 + rng.integer(4);
      const vector = () => Array.from({ length: dimensions }, () => 3 * rng.uniform() - 1.5);
      return [vector(), vector(), i % 2 === 0 ? 1 : 0, [0.025, 0.1, 1][i % 3]!];
    });
  },
  reference: (center, context, label, learningRate) =>
    step(center, context, learningRate * (label - sigmoid(dot(center, context)))),
  misconceptions: [
    {
      name: "goes the wrong way",
      hint:
        "you moved the vector the wrong way: a true neighbour must pull (the dot product grows), " +
        "a negative must push. Check the sign of (label − p).",
      wrong: (center, context, label, learningRate) =>
        step(center, context, learningRate * (sigmoid(dot(center, context)) - label)),
    },
    {
      name: "takes every pair for a true one",
      hint: "you used 1 for every label. For a negative the label is 0, and the step is −p.",
      wrong: (center, context, _label, learningRate) =>
        step(center, context, learningRate * (1 - sigmoid(dot(center, context)))),
    },
    {
      name: "leaves out the sigmoid",
      hint:
        "you compared the label with the dot product itself. That can be any number; the sigmoid " +
        "makes a probability of it first.",
      wrong: (center, context, label, learningRate) =>
        step(center, context, learningRate * (label - dot(center, context))),
    },
    {
      name: "leaves out the learning rate",
      hint: "the learning rate is missing: the step is that much smaller.",
      wrong: (center, context, label) =>
        step(center, context, label - sigmoid(dot(center, context))),
    },
    {
      name: "moves along itself",
      hint:
        "you moved the center along its own direction. It must move along `context`: towards " +
        "its neighbour, or away from the negative.",
      wrong: (center, context, label, learningRate) =>
        step(center, center, learningRate * (label - sigmoid(dot(center, context)))),
    },
    {
      name: "moves towards the difference",
      hint:
        "you moved along context − center, as if a distance were to shrink. The loss is about " +
        "the dot product, and its slope is `context` itself.",
      wrong: (center, context, label, learningRate) =>
        step(
          center,
          context.map((x, i) => x - center[i]!),
          learningRate * (label - sigmoid(dot(center, context))),
        ),
    },
    {
      name: "returns the change only",
      hint: "you returned the step, not the vector after it: add the step to `center`.",
      wrong: (center, context, label, learningRate) =>
        step(
          center.map(() => 0),
          context,
          learningRate * (label - sigmoid(dot(center, context))),
        ),
    },
  ],
};

function step(from: number[], direction: number[], size: number): number[] {
  return from.map((x, i) => x + size * direction[i]!);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
