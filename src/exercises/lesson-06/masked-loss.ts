/**
 * Exercise 06.masked-loss: the loss of a masked language model.
 *
 *   L = -mean ln softmax(logits_t)[label_t],  over the places t that have a label
 *
 * Devlin et al. 2019, "BERT", section 3.1 (task #1).
 */
import type { Exercise } from "../exercise";

type Input = [logits: number[][], labels: (number | null)[]];

export const maskedLoss: Exercise<Input, number> = {
  id: "06.masked-loss",
  title: "The loss at the hidden places",
  functionName: "maskedLoss",
  statement:
    "Write `maskedLoss(logits, labels)`. `logits[t]` has a number for each word of the " +
    "vocabulary, `labels[t]` is the right word's place in it, or `null` where nothing is asked " +
    "(at least one is asked). At each place with a label take the softmax of its logits and " +
    "minus the natural logarithm of the right word's probability; return the mean of these. " +
    "Logits may be as large as 1000, where `Math.exp` overflows: subtract the largest of the row " +
    "first, which changes no probability.",
  stub: `function maskedLoss(logits: number[][], labels: (number | null)[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 20,
  examples: [
    [
      [
        [0, 0, 0, 0],
        [5, 1, 2, 0],
      ],
      [2, null],
    ],
    [
      [
        [1, 2, 0],
        [0, 0, 9],
        [3, 1, 1],
      ],
      [0, null, 1],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i): Input => {
      const [places, words] = [2 + rng.integer(4), 3 + rng.integer(3)];
      const scale = i % 4 === 3 ? 400 : 3;
      const row = () =>
        Array.from({ length: words }, () => Math.round(100 * scale * rng.normal()) / 100);
      const logits = Array.from({ length: places }, row);
      const labels = logits.map(() => (rng.uniform() < 0.5 ? rng.integer(words) : null));
      if (i % 4 === 3) logits[0] = [1000, 990, ...logits[0]!.slice(2)];
      labels[0] = rng.integer(2);
      return [logits, labels];
    });
  },
  reference: (logits, labels) => mean(losses(logits, labels)),
  misconceptions: [
    {
      name: "averages over all places",
      hint: "you divided by the number of all places. Divide by that of those with a label.",
      wrong: (logits, labels) => sum(losses(logits, labels)) / labels.length,
    },
    {
      name: "adds up without dividing",
      hint: "you added the losses up. Take their mean, so that batches of any size compare.",
      wrong: (logits, labels) => sum(losses(logits, labels)),
    },
    {
      name: "takes no logarithm",
      hint: "you averaged probabilities. Take minus the natural logarithm of each.",
      wrong: (logits, labels) => mean(losses(logits, labels).map((loss) => Math.exp(-loss))),
    },
    {
      name: "forgets the minus",
      hint: "your loss is negative: ln of a probability is below 0, so put a minus before it.",
      wrong: (logits, labels) => -mean(losses(logits, labels)),
    },
    {
      name: "takes the logarithm to the base 2",
      hint: "you took the logarithm to the base 2. Take the natural one, Math.log.",
      wrong: (logits, labels) => mean(losses(logits, labels)) / Math.LN2,
    },
    {
      name: "takes the mean before the logarithm",
      hint:
        "you took the mean of the probabilities and then the logarithm. First the logarithm of " +
        "each, then the mean.",
      wrong: (logits, labels) =>
        -Math.log(mean(losses(logits, labels).map((loss) => Math.exp(-loss)))),
    },
    {
      name: "overflows",
      hint:
        "for large logits you get NaN or Infinity. Subtract the row's largest logit from all of " +
        "it before Math.exp.",
      probes: [[[[1000, 990, 0]], [1]]],
      wrong: (logits, labels) =>
        mean(
          logits.flatMap((row, t) => {
            const label = labels[t];
            if (label === null || label === undefined) return [];
            return [-Math.log(Math.exp(row[label]!) / sum(row.map(Math.exp)))];
          }),
        ),
    },
    {
      name: "counts places without a label as word 0",
      hint: "a place whose label is null was counted, as if word 0 were asked for. Leave it out.",
      wrong: (logits, labels) =>
        mean(
          losses(
            logits,
            labels.map((label) => label ?? 0),
          ),
        ),
    },
  ],
};

function losses(logits: number[][], labels: (number | null)[]): number[] {
  return logits.flatMap((row, t) => {
    const label = labels[t];
    if (label === null || label === undefined) return [];
    const largest = Math.max(...row);
    const logOfSum = largest + Math.log(sum(row.map((x) => Math.exp(x - largest))));
    return [logOfSum - row[label]!];
  });
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function mean(numbers: number[]): number {
  return sum(numbers) / numbers.length;
}
