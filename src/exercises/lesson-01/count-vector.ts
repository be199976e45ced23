/**
 * Exercise 01.count-vector: a document becomes one number per word of the vocabulary.
 */
import type { Exercise } from "../exercise";

export const countVector: Exercise<[vocabulary: string[], words: string[]], number[]> = {
  id: "01.count-vector",
  title: "From words to counts",
  functionName: "countVector",
  statement:
    "Write `countVector(vocabulary, words)`. It returns one number for each word of the " +
    "vocabulary, in the vocabulary's order: how often that word stands in `words`. Words that " +
    "the vocabulary doesn't hold are left out. Words are equal only when they are equal letter " +
    "by letter. Any word may come, also one like `constructor`.",
  stub: `function countVector(vocabulary: string[], words: string[]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      ["cat", "mat", "the"],
      ["the", "cat", "the", "mat"],
    ],
    [
      ["cat", "dog"],
      ["the", "dog", "barks"],
    ],
  ],
  hiddenCases(rng) {
    const pool = ["art", "cat", "dog", "fish", "house", "river", "song", "tree", "winter"];
    return Array.from({ length: 8 }, () => {
      const vocabulary = rng.shuffle(pool).slice(0, 3 + rng.integer(4));
      return [vocabulary, Array.from({ length: rng.integer(10) }, () => rng.pick(pool))];
    });
  },
  reference(vocabulary, words) {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return vocabulary.map((word) => counts.get(word) ?? 0);
  },
  misconceptions: [
    {
      name: "only says whether a word occurs",
      hint:
        "you wrote 1 for every word that occurs. A word that stands there twice counts 2: count, " +
        "don't just look (the 0/1 form exists too, as the option `binary`).",
      probes: [[["a"], ["a", "a"]]],
      wrong: (vocabulary, words) => vocabulary.map((word) => (words.includes(word) ? 1 : 0)),
    },
    {
      name: "one number per word of the document",
      hint:
        "your answer has a number for each word of the document. Every document must get a " +
        "vector of the same length, or they can't be compared: go through the vocabulary.",
      probes: [[["a", "b", "c"], ["b"]]],
      wrong: (vocabulary, words) => {
        const known = words.filter((word) => vocabulary.includes(word));
        return known.map((word) => count(words, word));
      },
    },
    {
      name: "one number per different word of the document",
      hint:
        "your numbers follow the different words of the document, not the vocabulary: position " +
        "i must mean the same word in every vector. Go through the vocabulary, zeros included.",
      probes: [[["a", "b"], ["c"]]],
      wrong: (_vocabulary, words) => [...new Set(words)].map((word) => count(words, word)),
    },
    {
      name: "divides by the length of the document",
      hint:
        "you divided by the number of words. That is the term frequency, the next exercise; " +
        "here the plain counts are wanted.",
      wrong: (vocabulary, words) =>
        vocabulary.map((word) => (words.length ? count(words, word) / words.length : 0)),
    },
    {
      name: "finds a word inside another",
      hint:
        'you also counted words that merely contain the vocabulary\'s word, like "cart" for ' +
        '"art". Compare whole words with ===.',
      probes: [[["art"], ["art", "cart"]]],
      wrong: (vocabulary, words) =>
        vocabulary.map((word) => words.filter((other) => other.includes(word)).length),
    },
    {
      name: "counts in a plain object",
      hint:
        "you counted in a plain object {}. That isn't empty: it inherits `constructor`, " +
        "`toString` and more, which then look like counts. A Map starts empty.",
      probes: [
        [["constructor"], ["a"]],
        [["constructor"], ["constructor"]],
      ],
      wrong: (vocabulary, words) => {
        const counts = {} as Record<string, number>;
        for (const word of words) counts[word] = (counts[word] || 0) + 1;
        return vocabulary.map((word) => counts[word] || 0);
      },
    },
  ],
};

function count(words: string[], word: string): number {
  return words.filter((other) => other === word).length;
}
