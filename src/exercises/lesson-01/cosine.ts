/**
 * Exercise 01.cosine: how alike are two documents, whatever their length? With the empty one.
 *
 *   cos(a, b) = Σ aᵢbᵢ / (√Σ aᵢ² √Σ bᵢ²), and 0 where a or b is all zeros
 */
import type { Exercise } from "../exercise";

export const documentCosine: Exercise<[a: number[], b: number[]], number> = {
  id: "01.cosine",
  title: "How alike are two documents?",
  functionName: "cosineSimilarity",
  statement:
    "Write `cosineSimilarity(a, b)` for two vectors of the same length, any length: the sum of " +
    "the products `a[i] * b[i]`, divided by the length of the arrow `a` and by that of `b`. A " +
    "document without a known word is a vector of zeros and has no direction: its similarity " +
    "to everything is 0.",
  stub: `function cosineSimilarity(a: number[], b: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [1, 2, 0],
      [2, 4, 0],
    ],
    [
      [1, 0, 1],
      [0, 1, 1],
    ],
    [
      [0, 0],
      [1, 2],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, () => {
      const dimensions = 2 + rng.integer(5);
      // Counts, mostly zero; the first is above 0, so that these arrows have a direction.
      const vector = () =>
        Array.from({ length: dimensions }, (_, i) => (i === 0 ? 1 : 0) + rng.integer(4));
      return [vector(), vector()];
    });
  },
  reference(a, b) {
    const lengths = norm(a) * norm(b);
    return lengths === 0 ? 0 : dot(a, b) / lengths;
  },
  misconceptions: [
    {
      name: "divides by zero for a vector of zeros",
      hint:
        "a vector of zeros has length 0, and 0 / 0 is NaN, which no comparison and no sort " +
        "survives. Return 0 when a length is 0.",
      wrong: (a, b) => dot(a, b) / (norm(a) * norm(b)),
    },
    {
      name: "leaves out the lengths",
      hint:
        "you returned the dot product. Twice the same text would then be twice as alike; divide " +
        "by both lengths.",
      wrong: dot,
    },
    {
      name: "leaves out the square roots",
      hint: "you divided by the squared lengths: the square roots are missing.",
      wrong: (a, b) => {
        const lengths = dot(a, a) * dot(b, b);
        return lengths === 0 ? 0 : dot(a, b) / lengths;
      },
    },
    {
      name: "divides by the number of dimensions",
      hint:
        "you divided by how many numbers the vectors hold (a.length in JavaScript). The lengths " +
        "of the two arrows are meant: √(sum of squares).",
      wrong: (a, b) => (norm(a) * norm(b) === 0 ? 0 : dot(a, b) / (a.length * b.length)),
    },
    {
      name: "returns the cosine distance",
      hint:
        "you returned 1 minus the cosine: a *distance*, small for what is alike. The similarity " +
        "is wanted, large for what is alike.",
      wrong: (a, b) => (norm(a) * norm(b) === 0 ? 1 : 1 - dot(a, b) / (norm(a) * norm(b))),
    },
    {
      name: "counts the shared words",
      hint:
        "you compared only which positions both use, not how large the numbers there are. " +
        "Multiply the numbers.",
      wrong: (a, b) => {
        const ones = (v: number[]) => v.map((x) => (x === 0 ? 0 : 1));
        const lengths = norm(ones(a)) * norm(ones(b));
        return lengths === 0 ? 0 : dot(ones(a), ones(b)) / lengths;
      },
    },
  ],
};

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function norm(v: number[]): number {
  return Math.sqrt(dot(v, v));
}
