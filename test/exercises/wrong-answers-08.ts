/** Typical wrong answers to the exercises of lesson 08, as learners type them. */
const total = (rows: number[][], width = rows[0]!.length) => {
  const sums = new Array<number>(width).fill(0);
  for (const row of rows) row.forEach((x, d) => (sums[d]! += x));
  return sums;
};
const size = (v: number[]) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
const inner = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

export const WRONG_ANSWERS_08 = {
  "08.mean-pool": {
    "averages over padding, too": (tokens: number[][]) =>
      total(tokens).map((x) => x / tokens.length),
    "divides by the length with padding": (tokens: number[][], mask: number[]) =>
      total(tokens.map((row, t) => row.map((x) => x * mask[t]!))).map((x) => x / tokens.length),
    "doesn't divide": (tokens: number[][], mask: number[]) =>
      total(tokens.map((row, t) => row.map((x) => x * mask[t]!))),
  },
  "08.max-pool": {
    "lets padding win": (tokens: number[][]) =>
      tokens.reduce((best, row) => best.map((x, d) => Math.max(x, row[d]!))),
    "sets padding to 0": (tokens: number[][], mask: number[]) =>
      tokens[0]!.map((_, d) => Math.max(...tokens.map((row, t) => (mask[t] ? row[d]! : 0)))),
    "starts from 0": (tokens: number[][], mask: number[]) => {
      const best = tokens[0]!.map(() => 0);
      tokens.forEach((row, t) => {
        if (mask[t]) row.forEach((x, d) => (best[d] = x > best[d]! ? x : best[d]!));
      });
      return best;
    },
  },
  "08.weighted-mean": {
    "counts padding, too": (tokens: number[][]) => {
      const weights = tokens.map((_, t) => t + 1);
      const all = weights.reduce((a, b) => a + b, 0);
      return total(tokens.map((row, t) => row.map((x) => (x * weights[t]!) / all)));
    },
    "counts from 0": (tokens: number[][], mask: number[]) => {
      const rows = tokens.filter((_, t) => mask[t]);
      const all = (rows.length * (rows.length - 1)) / 2;
      return total(rows.map((row, t) => row.map((x) => (x * t) / all)));
    },
    "divides by the number of tokens": (tokens: number[][], mask: number[]) => {
      const rows = tokens.filter((_, t) => mask[t]);
      return total(rows.map((row, t) => row.map((x) => (x * (t + 1)) / rows.length)));
    },
  },
  "08.mean-cosine": {
    "counts each vector with itself": (vectors: number[][]) => {
      let sum = 0;
      for (const a of vectors) for (const b of vectors) sum += inner(a, b) / size(a) / size(b);
      return sum / vectors.length ** 2;
    },
    "takes dot products": (vectors: number[][]) => {
      let [sum, count] = [0, 0];
      for (let i = 0; i < vectors.length; i++) {
        for (let j = i + 1; j < vectors.length; j++) {
          sum += inner(vectors[i]!, vectors[j]!);
          count++;
        }
      }
      return sum / count;
    },
    "divides by the number of vectors": (vectors: number[][]) => {
      let sum = 0;
      for (let i = 0; i < vectors.length; i++) {
        for (let j = i + 1; j < vectors.length; j++) {
          sum += inner(vectors[i]!, vectors[j]!) / size(vectors[i]!) / size(vectors[j]!);
        }
      }
      return sum / vectors.length;
    },
  },
  "08.centre": {
    "takes the vectors' own mean": (vectors: number[][]) => {
      const mean = total(vectors).map((x) => x / vectors.length);
      return vectors.map((row) => row.map((x, d) => x - mean[d]!));
    },
    "subtracts the sum": (vectors: number[][], background: number[][]) => {
      const sum = total(background);
      return vectors.map((row) => row.map((x, d) => x - sum[d]!));
    },
    "takes each vector's own mean": (vectors: number[][]) =>
      vectors.map((row) => {
        const mean = row.reduce((a, b) => a + b, 0) / row.length;
        return row.map((x) => x - mean);
      }),
  },
};
