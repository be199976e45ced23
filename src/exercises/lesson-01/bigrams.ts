/**
 * Exercise 01.bigrams: neighbours in pairs, the cheapest way to keep some word order.
 */
import type { Exercise } from "../exercise";

export const bigrams: Exercise<[words: string[]], string[]> = {
  id: "01.bigrams",
  title: "Neighbours in pairs",
  functionName: "bigrams",
  statement:
    "Write `bigrams(words)`: every pair of neighbouring words, joined by one space, in the " +
    "order of the text. A pair that occurs twice is listed twice. Fewer than two words have no " +
    "neighbours: return an empty array.",
  stub: `function bigrams(words: string[]): string[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[["dog", "bites", "man"]], [["man", "bites", "dog"]]],
  hiddenCases(rng) {
    const pool = ["blue", "boat", "green", "hill", "old"];
    return [0, 1, 2, 4, 5, 6, 7].map((length) => [Array.from({ length }, () => rng.pick(pool))]);
  },
  reference(words) {
    return words.slice(1).map((word, i) => `${words[i]} ${word}`);
  },
  misconceptions: [
    {
      name: "steps by two",
      hint:
        "your pairs don't overlap: after the first pair you went on with the third word. Each " +
        "word but the last *begins* a pair.",
      wrong: (words) =>
        words.flatMap((_, i) => (i % 2 === 0 && i + 1 < words.length ? [pair(words, i)] : [])),
    },
    {
      name: "runs past the end",
      hint:
        "the last word has no right neighbour, and words[words.length] is undefined: stop one " +
        "word earlier.",
      wrong: (words) => words.map((_, i) => pair(words, i)),
    },
    {
      name: "keeps the single words, too",
      hint:
        "your list also holds the single words. That is what ngramRange: [1, 2] means; here " +
        "only the pairs are wanted.",
      wrong: (words) => [...words, ...words.slice(1).map((_, i) => pair(words, i))],
    },
    {
      name: "lists a repeated pair once",
      hint:
        "you listed a pair once that occurs twice. How often it occurs is what will be counted: " +
        "keep every occurrence.",
      probes: [[["a", "b", "a", "b"]]],
      wrong: (words) => [...new Set(words.slice(1).map((_, i) => pair(words, i)))],
    },
    {
      name: "pairs every word with every later word",
      hint:
        "you paired words that aren't neighbours. In a bigram the second word follows the " +
        "first directly.",
      wrong: (words) =>
        words.flatMap((word, i) => words.slice(i + 1).map((later) => `${word} ${later}`)),
    },
    {
      name: "joins without a space",
      hint: 'the space between the two words is missing: "dog bites", not "dogbites".',
      wrong: (words) => words.slice(1).map((word, i) => `${words[i]}${word}`),
    },
  ],
};

function pair(words: string[], i: number): string {
  return `${words[i]} ${words[i + 1]}`;
}
