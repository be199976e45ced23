/**
 * Exercise 01.term-frequency: the share of a document that is one given word.
 *
 *   tf(word, document) = how often the word stands in it / how many words it has
 */
import type { Exercise } from "../exercise";

export const termFrequency: Exercise<[word: string, words: string[]], number> = {
  id: "01.term-frequency",
  title: "Which share of a document is this word?",
  functionName: "termFrequency",
  statement:
    "Write `termFrequency(word, words)`: how often `word` stands in the document `words`, " +
    "divided by the document's length. The length counts every word, repeats too. A word that " +
    "isn't there has frequency 0, and so has every word in an empty document.",
  stub: `function termFrequency(word: string, words: string[]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    ["cat", ["the", "cat", "and", "the", "dog"]],
    ["the", ["the", "cat", "and", "the", "dog"]],
  ],
  hiddenCases(rng) {
    const pool = ["bread", "market", "rain", "road", "sea"];
    return Array.from({ length: 8 }, () => {
      const words = Array.from({ length: 3 + rng.integer(8) }, () => rng.pick(pool));
      return [rng.pick(pool), words];
    });
  },
  reference(word, words) {
    return words.length === 0 ? 0 : count(word, words) / words.length;
  },
  misconceptions: [
    {
      name: "divides by the number of different words",
      hint:
        "you divided by the number of *different* words; the length of a document counts every " +
        "word, repeats too.",
      probes: [["a", ["a", "a", "b"]]],
      wrong: (word, words) => (words.length === 0 ? 0 : count(word, words) / new Set(words).size),
    },
    {
      name: "returns the count",
      hint:
        "you returned the plain count. A long document then looks more important than a short " +
        "one that says the same; divide by the number of words.",
      wrong: count,
    },
    {
      name: "counts a repeated word once",
      hint: "you counted the word once, however often it stands there. Count every occurrence.",
      probes: [["a", ["a", "a", "b", "b"]]],
      wrong: (word, words) => (words.includes(word) ? 1 / words.length : 0),
    },
    {
      name: "divides by the count of the commonest word",
      hint:
        "you divided by how often the commonest word occurs. Some books do so; here the " +
        "document's length is the divisor.",
      wrong: (word, words) => {
        const largest = Math.max(0, ...words.map((other) => count(other, words)));
        return largest === 0 ? 0 : count(word, words) / largest;
      },
    },
    {
      name: "divides by zero for an empty document",
      hint:
        "an empty document gave 0 / 0, which is NaN in JavaScript and not an error: it would " +
        "spoil every sum it enters. Return 0 for a document without words.",
      probes: [["a", []]],
      wrong: (word, words) => count(word, words) / words.length,
    },
  ],
};

function count(word: string, words: string[]): number {
  return words.filter((other) => other === word).length;
}
