/** Typical wrong answers to the exercises of lesson 11, as learners type them. */
const total = (values: number[]) => values.reduce((a, b) => a + b, 0);

export const WRONG_ANSWERS_11 = {
  "11.temperature": {
    "multiplies by the temperature": (logits: number[], temperature: number) => {
      const powers = logits.map((z) => Math.E ** (z * temperature));
      return powers.map((x) => x / total(powers));
    },
    "divides the probabilities": (logits: number[], t: number) => {
      const powers = logits.map(Math.exp);
      return powers.map((x) => x / total(powers) / t);
    },
    "leaves T out of the sum": (logits: number[], t: number) =>
      logits.map((z) => Math.exp(z / t) / total(logits.map(Math.exp))),
    "doesn't divide by the sum": (logits: number[], t: number) =>
      logits.map((z) => Math.exp(z / t)),
  },
  "11.log-probability": {
    "takes the logarithm of softmax": (logits: number[], id: number) =>
      Math.log(Math.exp(logits[id]!) / total(logits.map(Math.exp))),
    "shifts, but divides first": (logits: number[], id: number) => {
      const top = Math.max(...logits);
      const powers = logits.map((z) => Math.exp(z - top));
      return Math.log(powers[id]! / total(powers));
    },
    "forgets the sum": (logits: number[], id: number) => logits[id]! - Math.max(...logits),
  },
  "11.nucleus": {
    "leaves out the one that reaches p": (probabilities: number[], p: number) => {
      const kept: number[] = [];
      let sum = 0;
      const order = [...probabilities.keys()].sort((i, j) => probabilities[j]! - probabilities[i]!);
      for (const i of order) {
        if (sum + probabilities[i]! >= p) break;
        sum += probabilities[i]!;
        kept.push(i);
      }
      return kept;
    },
    "goes in the order of the list": (probabilities: number[], p: number) => {
      const kept: number[] = [];
      let sum = 0;
      for (let i = 0; sum < p && i < probabilities.length; i++) {
        sum += probabilities[i]!;
        kept.push(i);
      }
      return kept;
    },
    "keeps what is above p": (probabilities: number[], p: number) =>
      [...probabilities.keys()].filter((i) => probabilities[i]! >= p),
  },
  "11.negative-shares": {
    "returns the probabilities": (scores: number[], positive: number, t: number) => {
      const powers = scores.map((s) => Math.exp(s / t));
      return powers.map((x) => x / total(powers)).filter((_, j) => j !== positive);
    },
    "keeps the positive": (scores: number[], _: number, t: number) => {
      const powers = scores.map((s) => Math.exp(s / t));
      return powers.map((x) => x / total(powers));
    },
    "forgets the temperature": (scores: number[], positive: number) => {
      const powers = scores.filter((_, j) => j !== positive).map(Math.exp);
      return powers.map((x) => x / total(powers));
    },
  },
};
