/** Typical wrong answers to the exercises of lesson 02, as learners type them. */
type Vectors = Record<string, number[]>;

export const WRONG_ANSWERS_02 = {
  "02.training-pairs": {
    "pairs a word with itself": (words: string[], window: number) => {
      const pairs: string[][] = [];
      words.forEach((word, i) => {
        for (const other of words.slice(Math.max(0, i - window), i + window + 1)) {
          pairs.push([word, other]);
        }
      });
      return pairs;
    },
    "looks to the right only": (words: string[], window: number) =>
      words.flatMap((word, i) => words.slice(i + 1, i + 1 + window).map((next) => [word, next])),
    "compares words instead of places": (words: string[], window: number) => {
      const pairs: string[][] = [];
      words.forEach((word, i) => {
        for (const other of words.slice(Math.max(0, i - window), i + window + 1)) {
          if (other !== word) pairs.push([word, other]);
        }
      });
      return pairs;
    },
    "puts the neighbour first": (words: string[], window: number) =>
      words.flatMap((word, i) =>
        words
          .map((other, j) => ({ other, far: Math.abs(i - j) }))
          .filter(({ far }) => far > 0 && far <= window)
          .map(({ other }) => [other, word]),
      ),
  },
  "02.noise": {
    "leaves out the power": (counts: number[]) => {
      let total = 0;
      for (const count of counts) total += count;
      return counts.map((count) => count / total);
    },
    "takes the power after dividing": (counts: number[]) => {
      const total = counts.reduce((a, b) => a + b);
      return counts.map((count) => Math.pow(count / total, 3 / 4));
    },
    "does not divide": (counts: number[]) => counts.map((count) => Math.pow(count, 0.75)),
  },
  "02.keep-probability": {
    "lets the chance exceed 1": (count: number, total: number, t: number) => {
      const f = count / total;
      return Math.sqrt(t / f) + t / f;
    },
    "uses the formula of the paper": (count: number, total: number, t: number) =>
      Math.min(1, Math.sqrt((t * total) / count)),
    "takes the count for the share": (count: number, _total: number, t: number) =>
      Math.min(1, ((Math.sqrt(count / t) + 1) * t) / count),
  },
  "02.one-update": {
    "goes the wrong way": (center: number[], context: number[], label: number, rate: number) => {
      const p = 1 / (1 + Math.exp(-context.reduce((s, x, i) => s + x * center[i]!, 0)));
      return center.map((x, i) => x - rate * (label - p) * context[i]!);
    },
    "leaves out the sigmoid": (
      center: number[],
      context: number[],
      label: number,
      rate: number,
    ) => {
      let score = 0;
      for (let i = 0; i < center.length; i++) score += center[i]! * context[i]!;
      return center.map((x, i) => x + rate * (label - score) * context[i]!);
    },
    "returns the change only": (
      center: number[],
      context: number[],
      label: number,
      rate: number,
    ) => {
      const p = 1 / (1 + Math.exp(-context.reduce((s, x, i) => s + x * center[i]!, 0)));
      return context.map((x) => rate * (label - p) * x);
    },
  },
  "02.analogy": {
    "allows the words of the question": (vectors: Vectors, a: string, b: string, c: string) => {
      const [ua, ub, uc] = [a, b, c].map((word) => unit(vectors[word]!));
      const target = unit(ua!.map((x, i) => ub![i]! - x + uc![i]!));
      return best(Object.keys(vectors), (word) => similarity(unit(vectors[word]!), target));
    },
    "turns the relation round": (vectors: Vectors, a: string, b: string, c: string) => {
      const [ua, ub, uc] = [a, b, c].map((word) => unit(vectors[word]!));
      const target = unit(ua!.map((x, i) => x - ub![i]! + uc![i]!));
      const others = Object.keys(vectors).filter((word) => word !== a && word !== b && word !== c);
      return best(others, (word) => similarity(unit(vectors[word]!), target));
    },
    "does not scale the vectors first": (vectors: Vectors, a: string, b: string, c: string) => {
      const target = vectors[a]!.map((x, i) => vectors[b]![i]! - x + vectors[c]![i]!);
      const others = Object.keys(vectors).filter((word) => word !== a && word !== b && word !== c);
      return best(others, (word) => similarity(unit(vectors[word]!), unit(target)));
    },
  },
};

function best(words: string[], score: (word: string) => number): string {
  return [...words].sort((x, y) => score(y) - score(x))[0]!;
}

function similarity(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function unit(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
