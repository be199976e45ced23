/** Typical wrong answers to the exercises of lesson 05, as learners type them. */
interface Sizes {
  vocabulary: number;
  positions: number;
  layers: number;
  width: number;
  heads: number;
  feedForward: number;
}

const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const soft = (row: number[]) => {
  const powers = row.map(Math.exp);
  const total = powers.reduce((a, b) => a + b);
  return powers.map((x) => x / total);
};

export const WRONG_ANSWERS_05 = {
  "05.attention-weights": {
    "does not scale": (query: number[], keys: number[][]) => {
      let total = 0;
      const weights: number[] = [];
      for (const key of keys) {
        let score = 0;
        for (let d = 0; d < key.length; d++) score += key[d]! * query[d]!;
        weights.push(Math.exp(score));
        total += Math.exp(score);
      }
      return weights.map((x) => x / total);
    },
    "divides by the length itself": (query: number[], keys: number[][]) =>
      soft(keys.map((key) => dot(query, key) / key.length)),
    "takes the root of the number of keys": (query: number[], keys: number[][]) =>
      soft(keys.map((key) => dot(query, key) / keys.length ** 0.5)),
    "returns the scores": (query: number[], keys: number[][]) =>
      keys.map((key) => dot(key, query) / Math.sqrt(key.length)),
    "leaves out the exponential": (query: number[], keys: number[][]) => {
      const scores = keys.map((key) => dot(key, query));
      return scores.map((score) => score / scores.reduce((a, b) => a + b));
    },
  },
  "05.masked-attention": {
    "ignores the mask": (queries: number[][], keys: number[][], values: number[][]) =>
      queries.map((query) => {
        const weights = soft(keys.map((key) => dot(query, key) / Math.sqrt(query.length)));
        const out: number[] = new Array<number>(values[0]!.length).fill(0);
        weights.forEach((weight, j) => values[j]!.forEach((x, d) => (out[d]! += weight * x)));
        return out;
      }),
    "masks after the softmax": (
      queries: number[][],
      keys: number[][],
      values: number[][],
      mask: number[],
    ) =>
      queries.map((query) => {
        const weights = soft(keys.map((key) => dot(query, key) / Math.sqrt(query.length)));
        return values[0]!.map((_, d) =>
          weights.reduce((sum, weight, j) => sum + mask[j]! * weight * values[j]![d]!, 0),
        );
      }),
    "sets the scores of padding to 0": (
      queries: number[][],
      keys: number[][],
      values: number[][],
      mask: number[],
    ) =>
      queries.map((query) => {
        const scores = keys.map((key, j) => (mask[j]! * dot(query, key)) / query.length ** 0.5);
        const weights = soft(scores);
        return values[0]!.map((_, d) =>
          dot(
            weights,
            values.map((row) => row[d]!),
          ),
        );
      }),
    "does not scale": (queries: number[][], keys: number[][], values: number[][], mask: number[]) =>
      queries.map((query) => {
        const weights = soft(keys.map((key, j) => (mask[j] ? dot(query, key) : -1e9)));
        return values[0]!.map((_, d) =>
          dot(
            weights,
            values.map((row) => row[d]!),
          ),
        );
      }),
  },
  "05.causal-mask": {
    "looks to the right only": (scores: number[][]) =>
      scores.map((row, i) => soft(row.map((x, j) => (j < i ? -1e9 : x)))),
    "masks after the softmax": (scores: number[][]) => {
      const weights = scores.map(soft);
      weights.forEach((row, i) => row.fill(0, i + 1));
      return weights;
    },
    "sets the hidden scores to 0": (scores: number[][]) =>
      scores.map((row, i) => soft([...row.slice(0, i + 1), ...row.slice(i + 1).map(() => 0)])),
    "lets everyone see everyone": (scores: number[][]) => scores.map(soft),
  },
  "05.count-weights": {
    "takes the width for the feed-forward width": ({
      vocabulary,
      positions,
      layers,
      width,
    }: Sizes) => {
      const matrix = width * width + width;
      const norm = 2 * width;
      const input = width * (vocabulary + positions + 2) + norm;
      return input + layers * (4 * matrix + 2 * matrix + 2 * norm) + matrix;
    },
    "leaves out the biases": (s: Sizes) => {
      const d = s.width;
      const layer = 4 * d ** 2 + 2 * d * s.feedForward + 4 * d;
      return (s.vocabulary + s.positions + 2) * d + 2 * d + s.layers * layer + d ** 2;
    },
    "multiplies by the heads": (s: Sizes) => {
      const matrix = s.width * s.width + s.width;
      const forth = s.width * s.feedForward + s.feedForward;
      const back = s.feedForward * s.width + s.width;
      const layer = 4 * s.heads * matrix + forth + back + 4 * s.width;
      return s.width * (s.vocabulary + s.positions + 4) + s.layers * layer + matrix;
    },
    "leaves out the pooler": (s: Sizes) => {
      const matrix = s.width * s.width + s.width;
      const forth = s.width * s.feedForward + s.feedForward;
      const back = s.feedForward * s.width + s.width;
      let total = s.width * (s.vocabulary + s.positions + 4);
      for (let l = 0; l < s.layers; l++) total += 4 * matrix + forth + back + 4 * s.width;
      return total;
    },
  },
  "05.block-share": {
    "takes the mean of single weights": (
      weights: number[][],
      groups: string[],
      from: string,
      to: string,
    ) => {
      const picked: number[] = [];
      weights.forEach((row, i) => {
        if (groups[i] !== from) return;
        row.forEach((weight, j) => groups[j] === to && picked.push(weight));
      });
      return picked.length === 0 ? 0 : picked.reduce((a, b) => a + b) / picked.length;
    },
    "adds up all tokens that look": (
      weights: number[][],
      groups: string[],
      from: string,
      to: string,
    ) => {
      let sum = 0;
      for (let i = 0; i < groups.length; i++) {
        for (let j = 0; j < groups.length; j++) {
          if (groups[i] === from && groups[j] === to) sum += weights[i]![j]!;
        }
      }
      return sum;
    },
    "reads columns as who looks": (
      weights: number[][],
      groups: string[],
      from: string,
      to: string,
    ) => {
      const looking = groups.flatMap((group, i) => (group === from ? [i] : []));
      const seen = groups.flatMap((group, j) => (group === to ? [j] : []));
      const sums = looking.map((i) => seen.reduce((sum, j) => sum + weights[j]![i]!, 0));
      return sums.reduce((a, b) => a + b, 0) / looking.length;
    },
  },
};
