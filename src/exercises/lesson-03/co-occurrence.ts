/**
 * Exercise 03.co-occurrence: how much company do two words keep? Near neighbours count more.
 *
 *   X(word, context) = Σ 1 / distance,  over all places at most `window` apart
 *
 * Pennington, Socher & Manning 2014, "GloVe: Global Vectors for Word Representation", section 4.2.
 */
import type { Exercise } from "../exercise";

type Input = [words: string[], word: string, context: string, window: number];

export const coOccurrence: Exercise<Input, number> = {
  id: "03.co-occurrence",
  title: "How much company?",
  functionName: "coOccurrence",
  statement:
    "Write `coOccurrence(words, word, context, window)`. Every time that `context` stands at " +
    "most `window` places away from `word`, on either side, add 1 divided by the distance in " +
    "places: a direct neighbour adds 1, the next but one 1/2. Return the sum, 0 if they never " +
    "meet. A word at its own place does not meet itself, but it may meet itself at another one.",
  stub: `function coOccurrence(
  words: string[], word: string, context: string, window: number,
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [["ice", "is", "cold", "and", "ice", "melts"], "ice", "cold", 2],
    [["ice", "is", "cold", "and", "ice", "melts"], "ice", "melts", 3],
  ],
  hiddenCases(rng) {
    const pool = ["cold", "hot", "ice", "steam"];
    return Array.from({ length: 9 }, (_, i) => [
      Array.from({ length: 3 + rng.integer(9) }, () => rng.pick(pool)),
      rng.pick(pool),
      rng.pick(pool),
      1 + (i % 4),
    ]);
  },
  reference: (words, word, context, window) => meet(words, word, context, window),
  misconceptions: [
    {
      name: "counts every meeting as 1",
      hint: "you counted meetings. A word further away counts less: add 1 / distance.",
      wrong: (words, word, context, window) =>
        meet(words, word, context, window, { weight: () => 1 }),
    },
    {
      name: "looks to the right only",
      hint: "you counted only where `context` stands to the right of `word`: look on both sides.",
      wrong: (words, word, context, window) =>
        meet(words, word, context, window, { keeps: (i, j) => j > i }),
    },
    {
      name: "counts the words in between",
      hint:
        "you divided by the number of words in between. The distance counts places: direct " +
        "neighbours are 1 apart.",
      wrong: (words, word, context, window) =>
        meet(words, word, context, window, { weight: (distance) => 1 / Math.max(1, distance - 1) }),
    },
    {
      name: "weighs by window minus distance",
      probes: [[["a", "x", "b"], "a", "b", 3]],
      hint:
        "your weight falls in a straight line, as in word2vec's shrinking window. GloVe's is " +
        "1 / distance.",
      wrong: (words, word, context, window) =>
        meet(words, word, context, window, {
          weight: (distance) => (window + 1 - distance) / window,
        }),
    },
    {
      name: "ignores the window",
      hint: "you added pairs further apart than `window`: they do not count.",
      wrong: (words, word, context) => meet(words, word, context, words.length),
    },
    {
      name: "never lets a word meet itself",
      hint:
        "you returned 0 for a word with itself. At another place of the text it is a neighbour " +
        "like any other.",
      probes: [[["a", "a", "b"], "a", "a", 2]],
      wrong: (words, word, context, window) =>
        word === context ? 0 : meet(words, word, context, window),
    },
    {
      name: "counts the nearest meeting only",
      hint: "you stopped at the nearest meeting. Add up all of them.",
      wrong: (words, word, context, window) =>
        meet(words, word, context, window, { combine: (a, b) => Math.max(a, b) }),
    },
  ],
};

interface Variant {
  weight?: (distance: number) => number;
  keeps?: (i: number, j: number) => boolean;
  combine?: (sum: number, weight: number) => number;
}

function meet(
  words: string[],
  word: string,
  context: string,
  window: number,
  {
    weight = (distance) => 1 / distance,
    keeps = () => true,
    combine = (a, b) => a + b,
  }: Variant = {},
): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    for (let j = 0; j < words.length; j++) {
      const distance = Math.abs(i - j);
      const isMeeting = words[i] === word && words[j] === context && distance > 0;
      if (isMeeting && distance <= window && keeps(i, j)) sum = combine(sum, weight(distance));
    }
  }
  return sum;
}
