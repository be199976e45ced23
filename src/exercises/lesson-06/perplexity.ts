/**
 * Exercise 06.perplexity: among how many words does a model waver?
 *
 *   perplexity = e^(-mean ln p),  p the probability it gave to each right word
 *
 * Jurafsky & Martin, "Speech and language processing", chapter 3.
 */
import type { Exercise } from "../exercise";

type Input = [probabilities: number[]];

export const perplexity: Exercise<Input, number> = {
  id: "06.perplexity",
  title: "Perplexity",
  functionName: "perplexity",
  statement:
    "Write `perplexity(probabilities)`, given the probability that a model gave to each of the " +
    "words that were right: e to the power of the mean of minus their natural logarithms. Who " +
    "gives each of n words the same chance has a perplexity of n.",
  stub: `function perplexity(probabilities: number[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[[0.25, 0.25, 0.25]], [[1, 0.01]]],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const probability = () => Math.round(1000 * rng.uniform() ** 2) / 1000 + 0.001;
      return [Array.from({ length: 2 + rng.integer(5) }, probability)];
    });
  },
  reference: (probabilities) => Math.exp(loss(probabilities)),
  misconceptions: [
    {
      name: "stops at the loss",
      hint: "that is the loss, the mean of −ln p. The perplexity is e to the power of it.",
      wrong: (probabilities) => loss(probabilities),
    },
    {
      name: "takes 1 over the mean probability",
      hint:
        "you took 1 / mean(p). That forgives a word that was given almost no chance; the mean is " +
        "of the logarithms.",
      wrong: (probabilities) => 1 / mean(probabilities),
    },
    {
      name: "takes the mean of 1/p",
      hint: "you took the mean of 1/p. The mean is of the logarithms, and e^ comes after it.",
      wrong: (probabilities) => mean(probabilities.map((p) => 1 / p)),
    },
    {
      name: "adds up without dividing",
      hint:
        "you took the sum of the logarithms. Take their mean, or longer texts look harder than " +
        "short ones.",
      wrong: (probabilities) => Math.exp(loss(probabilities) * probabilities.length),
    },
    {
      name: "forgets the minus",
      hint: "you forgot the minus: your answer is below 1, and a perplexity never is.",
      wrong: (probabilities) => Math.exp(-loss(probabilities)),
    },
    {
      name: "mixes base 2 and base e",
      hint: "2 to the power of a natural logarithm: take e, or logarithms to the base 2.",
      wrong: (probabilities) => 2 ** loss(probabilities),
    },
  ],
};

function loss(probabilities: number[]): number {
  return mean(probabilities.map((p) => -Math.log(p)));
}

function mean(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
