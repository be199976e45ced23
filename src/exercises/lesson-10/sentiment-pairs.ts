/**
 * Exercise 10.sentiment-pairs: the pairs decide what an encoder calls alike.
 *
 * Khosla et al. 2020, "Supervised Contrastive Learning", section 3.2: rows of one label are each
 * other's positives.
 */
import type { Exercise } from "../exercise";

type Input = [labels: string[]];

export const sentimentPairs: Exercise<Input, [number, number][]> = {
  id: "10.sentiment-pairs",
  title: "Alike in what?",
  functionName: "sentimentPairs",
  statement:
    'Each review has a label, such as "positive" or "negative". To make an encoder sort ' +
    "reviews by label, each is paired with another of the same label. Write " +
    "`sentimentPairs(labels)`: for each review, in order, the pair `[i, j]` where j is the next " +
    "review after i with the same label. A review without such a successor has no pair.",
  stub: `function sentimentPairs(labels: string[]): [number, number][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[["good", "bad", "good", "bad"]], [["good", "good", "good"]], [["bad", "good"]]],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const labels = ["good", "bad", "mixed"].slice(0, 2 + rng.integer(2));
      return [Array.from({ length: 5 + rng.integer(4) }, () => rng.pick(labels))];
    });
  },
  reference: (labels) => pairsWith(labels, (i) => labels.indexOf(labels[i]!, i + 1)),
  misconceptions: [
    {
      name: "pairs different labels",
      hint: "you paired reviews of different labels: those shall come to lie apart.",
      wrong: (labels) =>
        pairsWith(labels, (i) => labels.findIndex((label, j) => j > i && label !== labels[i])),
    },
    {
      name: "pairs a review with itself",
      hint: "a review paired with itself teaches nothing: its cosine is 1 from the start.",
      wrong: (labels) => labels.map((_, i) => [i, i]),
    },
    {
      name: "takes the first of its label",
      hint: "you took the first review of the label, which may come before i. Look after i.",
      wrong: (labels) =>
        pairsWith(labels, (i) => {
          const first = labels.indexOf(labels[i]!);
          return first === i ? labels.indexOf(labels[i]!, i + 1) : first;
        }),
    },
    {
      name: "pairs neighbours",
      hint: "you looked at the very next review only. The next of the same label may come later.",
      wrong: (labels) => pairsWith(labels, (i) => (labels[i + 1] === labels[i] ? i + 1 : -1)),
    },
    {
      name: "makes all pairs",
      hint: "you made every pair of one label; here each review has one, with its next.",
      wrong: (labels) =>
        labels.flatMap((label, i) =>
          labels.flatMap((other, j): [number, number][] =>
            j > i && other === label ? [[i, j]] : [],
          ),
        ),
    },
  ],
};

/** @param partnerOf -1 where there is none */
function pairsWith(
  labels: readonly string[],
  partnerOf: (i: number) => number,
): [number, number][] {
  return labels.flatMap((_, i): [number, number][] => {
    const j = partnerOf(i);
    return j < 0 || j >= labels.length ? [] : [[i, j]];
  });
}
