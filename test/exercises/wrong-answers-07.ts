/** Typical wrong answers to the exercises of lesson 07, as learners type them. */
const chance = (logit: number) => 1 / (1 + Math.E ** -logit);

export const WRONG_ANSWERS_07 = {
  "07.count-pairs": {
    "counts both orders": (n: number) => {
      let pairs = 0;
      for (let i = 0; i < n; i++) pairs += n - 1;
      return pairs;
    },
    "pairs each with itself, too": (n: number) => {
      let pairs = 0;
      for (let i = 0; i < n; i++) pairs += n - i;
      return pairs;
    },
    "squares n": (n: number) => n ** 2,
    "takes half the square": (n: number) => n ** 2 / 2,
  },
  "07.extrapolate": {
    "grows with n": (m: number, seconds: number, n: number) => (n / m) * (seconds / 3600),
    "returns seconds": (m: number, seconds: number, n: number) =>
      (seconds / ((m * (m - 1)) / 2)) * ((n * (n - 1)) / 2),
    "divides by 60 once": (m: number, seconds: number, n: number) =>
      ((seconds / (m * (m - 1))) * (n * (n - 1))) / 60,
    "squares the ratio": (m: number, seconds: number, n: number) =>
      (seconds * n * n) / (m * m) / 60 / 60,
  },
  "07.most-similar-pair": {
    "finds a sentence and itself": (scores: number[][]) => {
      let [top, pair] = [-2, [0, 0]];
      for (let i = 0; i < scores.length; i++) {
        for (let j = i; j < scores.length; j++) {
          if (scores[i]![j]! > top) [top, pair] = [scores[i]![j]!, [i, j]];
        }
      }
      return pair;
    },
    "gives the pair in the other order": (scores: number[][]) => {
      let [top, pair] = [-2, [0, 0]];
      for (let i = 0; i < scores.length; i++) {
        for (let j = 0; j < i; j++) {
          if (scores[i]![j]! > top) [top, pair] = [scores[i]![j]!, [i, j]];
        }
      }
      return pair;
    },
    "starts from 0": (scores: number[][]) => {
      let [top, pair] = [0, [0, 0]];
      for (let i = 0; i < scores.length; i++) {
        for (let j = i + 1; j < scores.length; j++) {
          if (scores[i]![j]! > top) [top, pair] = [scores[i]![j]!, [i, j]];
        }
      }
      return pair;
    },
  },
  "07.pair-loss": {
    "leaves out the second half": (x: number, y: number) => y * -Math.log(chance(x)),
    "squares the difference": (x: number, y: number) => Math.pow(y - chance(x), 2),
    "forgets the sign": (x: number, y: number) =>
      Math.log(chance(x)) * y + Math.log(1 - chance(x)) * (1 - y),
    "swaps yes and no": (x: number, y: number) =>
      -Math.log(chance(x)) * (1 - y) - Math.log(1 - chance(x)) * y,
  },
  "07.passes": {
    "encodes the documents for each query": (documents: number, queries: number, k: number) => {
      let count = 0;
      for (let q = 0; q < queries; q++) count += documents + 1 + k;
      return count;
    },
    "forgets the queries' own pass": (documents: number, queries: number, k: number) =>
      documents + k * queries,
    "scores every pair": (documents: number, queries: number) => documents * queries,
    "re-ranks once": (documents: number, queries: number, k: number) => documents + k + queries,
  },
  "07.rerank": {
    "stays with the cosines' order": (cosines: number[], _: number[], k: number) =>
      [...cosines.keys()].sort((i, j) => cosines[j]! - cosines[i]!).slice(0, k),
    "lets the cross-encoder read everything": (cosines: number[], cross: number[], k: number) =>
      [...cosines.keys()].sort((i, j) => cross[j]! - cross[i]!).slice(0, k),
    "puts the worst first": (cosines: number[], cross: number[], k: number) => {
      const found = [...cosines.keys()].sort((i, j) => cosines[j]! - cosines[i]!).slice(0, k);
      return found.sort((i, j) => cross[i]! - cross[j]!);
    },
  },
};
