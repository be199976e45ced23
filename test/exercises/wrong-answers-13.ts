/** Typical wrong answers to the exercises of lesson 13, as learners type them. */
const lengthOf = (row: number[]) => Math.hypot(...row);

export const WRONG_ANSWERS_13 = {
  "13.truncate": {
    "cuts and leaves the length": (embedding: number[], size: number) =>
      embedding.filter((_, j) => j < size),
    "makes the length 1 before the cut": (embedding: number[], size: number) => {
      const length = lengthOf(embedding);
      return embedding.map((x) => x / length).slice(0, size);
    },
    "divides by the sum": (embedding: number[], size: number) => {
      const first = embedding.slice(0, size);
      return first.map((x) => x / first.reduce((a, b) => a + b));
    },
    "keeps the last numbers": (embedding: number[], size: number) => {
      const last = embedding.slice(embedding.length - size);
      return last.map((x) => x / lengthOf(last));
    },
  },
  "13.nested-loss": {
    "cuts into pieces that don't overlap": (
      u: number[],
      v: number[],
      sizes: number[],
      weights: number[],
    ) => {
      let [loss, from] = [0, 0];
      sizes.forEach((size, i) => {
        let product = 0;
        for (; from < size; from++) product += u[from]! * v[from]!;
        loss += weights[i]! * (1 - product);
      });
      return loss;
    },
    "forgets the weights": (u: number[], v: number[], sizes: number[]) => {
      let loss = 0;
      for (const size of sizes) {
        loss += 1;
        for (let j = 0; j < size; j++) loss -= u[j]! * v[j]!;
      }
      return loss;
    },
    "takes the largest size alone": (u: number[], v: number[], _: number[], weights: number[]) =>
      weights.at(-1)! * (1 - u.reduce((sum, x, j) => sum + x * v[j]!, 0)),
    "takes the mean": (u: number[], v: number[], sizes: number[], weights: number[]) => {
      const losses = sizes.map((size, i) => {
        const product = u.slice(0, size).reduce((sum, x, j) => sum + x * v[j]!, 0);
        return weights[i]! * (1 - product);
      });
      return losses.reduce((a, b) => a + b) / losses.length;
    },
  },
  "13.eight-bits": {
    "doesn't cut what lies outside": (values: number[], min: number, max: number) => {
      const step = (max - min) / 255;
      return values.map((x) => Math.round((x - min) / step) - 128);
    },
    "divides into 256 steps": (values: number[], min: number, max: number) => {
      const step = (max - min) / 256;
      return values.map((x) => Math.max(-128, Math.min(127, Math.round((x - min) / step) - 128)));
    },
    "forgets the 128": (values: number[], min: number, max: number) => {
      const step = (max - min) / 255;
      return values.map((x) => Math.max(0, Math.min(255, Math.round((x - min) / step))));
    },
    "cuts off instead of rounding": (values: number[], min: number, max: number) => {
      const step = (max - min) / 255;
      return values.map((x) => Math.max(-128, Math.min(127, Math.floor((x - min) / step) - 128)));
    },
    "forgets where the range begins": (values: number[], min: number, max: number) => {
      const step = (max - min) / 255;
      return values.map((x) => Math.max(-128, Math.min(127, Math.round(x / step) - 128)));
    },
  },
  "13.hamming": {
    "counts the bits that agree": (a: number[], b: number[]) => {
      let count = 0;
      a.forEach((x, j) => (count += Number(x > 0 === b[j]! > 0)));
      return count;
    },
    "counts numbers that differ": (a: number[], b: number[]) => {
      let count = 0;
      a.forEach((x, j) => (count += Number(x !== b[j])));
      return count;
    },
    "takes 0 for positive": (a: number[], b: number[]) => {
      let count = 0;
      a.forEach((x, j) => (count += Number(x < 0 !== b[j]! < 0)));
      return count;
    },
    "looks for products below 0": (a: number[], b: number[]) =>
      a.map((x, j) => x * b[j]!).filter((product) => product < 0).length,
    "returns the share": (a: number[], b: number[]) => {
      let count = 0;
      a.forEach((x, j) => (count += Number(x > 0 !== b[j]! > 0)));
      return count / b.length;
    },
  },
  "13.storage": {
    "takes bits for bytes": (documents: number, size: number, bits: number) =>
      (documents / 1e9) * size * bits,
    "counts in units of 1,024": (documents: number, size: number, bits: number) =>
      (documents * size * (bits / 8)) / 2 ** 30,
    "returns bytes": (documents: number, size: number, bits: number) =>
      documents * size * (bits / 8),
  },
  "13.rescore": {
    "leaves the order of the bits": (query: number[], signs: number[][], num: number) => {
      const differing = signs.map((row) => row.filter((s, j) => s > 0 !== query[j]! > 0).length);
      return [...signs.keys()].sort((i, j) => differing[i]! - differing[j]!).slice(0, num);
    },
    "scores all documents": (query: number[], signs: number[][], num: number) => {
      const scores = signs.map((row) => row.reduce((sum, s, j) => sum + s * query[j]!, 0));
      return [...signs.keys()].sort((i, j) => scores[j]! - scores[i]!).slice(0, num);
    },
    "returns the worst first": (query: number[], signs: number[][], num: number) => {
      const differing = signs.map((row) => row.filter((s, j) => s > 0 !== query[j]! > 0).length);
      const scores = signs.map((row) => row.reduce((sum, s, j) => sum + s * query[j]!, 0));
      const found = [...signs.keys()].sort((i, j) => differing[i]! - differing[j]!).slice(0, num);
      return found.sort((i, j) => scores[i]! - scores[j]!);
    },
  },
};
