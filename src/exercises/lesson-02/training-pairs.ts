/**
 * Exercise 02.training-pairs: what skip-gram learns from: each word with each of its neighbours.
 *
 * Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space", section 3.2.
 */
import type { Exercise } from "../exercise";

type Pair = [center: string, context: string];

export const trainingPairs: Exercise<[words: string[], window: number], Pair[]> = {
  id: "02.training-pairs",
  title: "The company a word keeps",
  functionName: "trainingPairs",
  statement:
    "Write `trainingPairs(words, window)`. For every word of the sentence, from left to right, " +
    "list the pair `[word, neighbour]` for each neighbour that stands at most `window` places " +
    "to its left or to its right, those on the left first, in the order of the sentence. A word " +
    "is not its own neighbour, but the same word at another place is one.",
  stub: `function trainingPairs(words: string[], window: number): [string, string][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [["the", "old", "king", "rules"], 1],
    [["the", "old", "king", "rules"], 2],
  ],
  hiddenCases(rng) {
    const pool = ["a", "boat", "king", "old", "river", "the"];
    return [0, 1, 2, 3, 5, 6, 7, 8].map((length, i) => [
      Array.from({ length }, () => rng.pick(pool)),
      1 + (i % 3),
    ]);
  },
  reference: (words, window) => pairsWithin(words, window),
  misconceptions: [
    {
      name: "pairs a word with itself",
      hint:
        "your list holds the pair of each word with its own place. A word is no neighbour of " +
        "itself: leave out the place in the middle of the window.",
      wrong: (words, window) => pairsWithin(words, window, () => true),
    },
    {
      name: "looks to the right only",
      hint:
        "you looked at the neighbours on the right only. The company of a word stands on both " +
        "sides.",
      wrong: (words, window) => pairsWithin(words, window, (i, j) => j > i),
    },
    {
      name: "looks to the left only",
      hint:
        "you looked at the neighbours on the left only. The company of a word stands on both " +
        "sides.",
      wrong: (words, window) => pairsWithin(words, window, (i, j) => j < i),
    },
    {
      name: "counts the word itself as part of the window",
      hint:
        "your window is one place too narrow on a side. With window = 2, two neighbours on the " +
        "left and two on the right belong to a word.",
      wrong: (words, window) => pairsWithin(words, window - 1),
    },
    {
      name: "opens the window one place too wide",
      hint: "your window is one place too wide on a side: a neighbour is at most `window` away.",
      wrong: (words, window) => pairsWithin(words, window + 1),
    },
    {
      name: "compares words instead of places",
      hint:
        "you left out neighbours that are the same *word*. Only the same *place* is left out: " +
        'in "very very old" the first word has the second for a neighbour.',
      probes: [[["very", "very", "old"], 1]],
      wrong: (words, window) => pairsWithin(words, window, (i, j) => words[i] !== words[j]),
    },
    {
      name: "puts the neighbour first",
      hint: "your pairs are the wrong way round: the word comes first, its neighbour second.",
      wrong: (words, window) =>
        pairsWithin(words, window).map(([center, context]): Pair => [context, center]),
    },
    {
      name: "takes only words with a full window",
      hint:
        "the words near the ends of the sentence are missing. They have fewer neighbours, but " +
        "they have some.",
      wrong: (words, window) =>
        pairsWithin(words, window, (i, j) => i !== j && i >= window && i < words.length - window),
    },
  ],
};

/** All pairs of places at most `window` apart that `keeps` keeps. */
function pairsWithin(
  words: string[],
  window: number,
  keeps = (i: number, j: number) => i !== j,
): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < words.length; i++) {
    const last = Math.min(words.length - 1, i + window);
    for (let j = Math.max(0, i - window); j <= last; j++) {
      if (keeps(i, j)) pairs.push([words[i]!, words[j]!]);
    }
  }
  return pairs;
}
