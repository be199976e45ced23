/**
 * Exercise 02.analogy: a is to b as c is to which word? (3CosAdd)
 *
 *   argmax over words w, none of the three, of cos(w, b̂ − â + ĉ),   ^ = scaled to length 1
 *
 * Mikolov, Yih & Zweig 2013, "Linguistic Regularities in Continuous Space Word Representations",
 * section 4; the name 3CosAdd is Levy & Goldberg's (2014).
 */
import type { Exercise } from "../exercise";

type Vectors = Record<string, number[]>;
type Input = [vectors: Vectors, a: string, b: string, c: string];

export const analogy: Exercise<Input, string> = {
  id: "02.analogy",
  title: "a is to b as c is to …",
  functionName: "analogy",
  statement:
    "Write `analogy(vectors, a, b, c)`. `vectors` gives each word its vector. Scale all vectors " +
    "to length 1. Then make the vector of `b` minus that of `a` plus that of `c`, and return the " +
    "word whose vector has the highest cosine with it. The three words of the question don't " +
    "count as answers. (No two words come out equal here.)",
  stub: `function analogy(
  vectors: Record<string, number[]>, a: string, b: string, c: string,
): string {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      { man: [1, 0], woman: [1, 1], king: [3, 0], queen: [3, 3.5], apple: [-1, 0.2] },
      "man",
      "woman",
      "king",
    ],
    [
      { paris: [1, 4], france: [1, 1], rome: [2, 8.5], italy: [5, 6], cheese: [3, -1] },
      "paris",
      "france",
      "rome",
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 10 }, () => {
      const words = rng.shuffle(["ant", "bee", "cow", "doe", "elk", "fox", "gnu", "hen"]);
      const vectors: Vectors = {};
      for (const word of words) {
        const length = 0.2 + 4 * rng.uniform();
        vectors[word] = Array.from({ length: 3 }, () => length * (2 * rng.uniform() - 1));
      }
      return [vectors, words[0]!, words[1]!, words[2]!];
    });
  },
  reference: (vectors, a, b, c) => answer(vectors, b, a, c),
  misconceptions: [
    {
      name: "allows the words of the question",
      hint:
        "you returned a word of the question. b − a + c mostly lies nearest to b or c itself; " +
        "leave the three out.",
      wrong: (vectors, a, b, c) => answer(vectors, b, a, c, { excludes: [] }),
    },
    {
      name: "turns the relation round",
      hint:
        'you computed a − b + c: the way from b to a instead of from a to b. "man is to woman" ' +
        "is the step woman − man.",
      wrong: (vectors, a, b, c) => answer(vectors, a, b, c),
    },
    {
      name: "adds all three",
      hint: "you added all three vectors. The step from a to b is b *minus* a.",
      wrong: (vectors, a, b, c) =>
        nearest(
          vectors,
          unit(vectors[a]!).map((x, i) => x + unit(vectors[b]!)[i]! + unit(vectors[c]!)[i]!),
          [a, b, c],
        ),
    },
    {
      name: "does not scale the vectors first",
      hint:
        "you added the vectors as they are. Then a long vector drowns the others; scale all to " +
        "length 1 before you add.",
      wrong: (vectors, a, b, c) => answer(vectors, b, a, c, { scale: (vector) => vector }),
    },
    {
      name: "ranks by the dot product of unscaled vectors",
      hint:
        "you ranked the words by a dot product with their unscaled vectors: long vectors win. " +
        "Use the cosine.",
      wrong: (vectors, a, b, c) => answer(vectors, b, a, c, { compare: dot }),
    },
    {
      name: "takes the neighbour of c only",
      hint: "you returned the word nearest to c. Walk the step b − a first.",
      wrong: (vectors, a, b, c) => nearest(vectors, vectors[c]!, [a, b, c]),
    },
  ],
};

interface Variant {
  excludes?: string[];
  scale?: (vector: number[]) => number[];
  compare?: (a: number[], b: number[]) => number;
}

/** The word nearest to plus − minus + base. */
function answer(
  vectors: Vectors,
  plus: string,
  minus: string,
  base: string,
  { excludes = [plus, minus, base], scale = unit, compare = cosine }: Variant = {},
): string {
  const [add, subtract, start] = [plus, minus, base].map((word) => scale(vectors[word]!));
  const target = start!.map((x, i) => x + add![i]! - subtract![i]!);
  return nearest(vectors, target, excludes, compare);
}

function nearest(
  vectors: Vectors,
  target: number[],
  excludes: string[],
  compare: (a: number[], b: number[]) => number = cosine,
): string {
  const candidates = Object.keys(vectors).filter((word) => !excludes.includes(word));
  const scores = candidates.map((word) => compare(vectors[word]!, target));
  return candidates[scores.indexOf(Math.max(...scores))]!;
}

function cosine(a: number[], b: number[]): number {
  return dot(unit(a), unit(b));
}

function unit(vector: number[]): number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((x) => x / length);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
