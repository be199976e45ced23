/**
 * Exercise 01.idf: how telling is a word? The rarer among the documents, the more.
 *
 *   idf(word) = ln((1 + N) / (1 + df)) + 1      N documents, df of them hold the word
 *
 * As scikit-learn's TfidfTransformer with smooth_idf: as if one more document held every word, so
 * that nothing is divided by zero, and +1, so that a word in every document still counts a little.
 */
import type { Exercise } from "../exercise";

export const idf: Exercise<[word: string, documents: string[][]], number> = {
  id: "01.idf",
  title: "How telling is a word?",
  functionName: "idf",
  statement:
    "Write `idf(word, documents)`, the inverse document frequency with smoothing, as " +
    "scikit-learn has it: `ln((1 + N) / (1 + df)) + 1`, where N is the number of documents and " +
    "df the number of documents that hold `word`, however often. `ln` is the natural " +
    "logarithm. A word that no document holds has df = 0.",
  stub: `function idf(word: string, documents: string[][]): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      "cat",
      [
        ["the", "cat"],
        ["the", "dog"],
        ["a", "bird"],
      ],
    ],
    [
      "the",
      [
        ["the", "cat"],
        ["the", "dog"],
      ],
    ],
  ],
  hiddenCases(rng) {
    const pool = ["ferry", "island", "letter", "night", "stone", "wind"];
    return Array.from({ length: 8 }, () => {
      const documents = Array.from({ length: 2 + rng.integer(5) }, () =>
        Array.from({ length: 2 + rng.integer(4) }, () => rng.pick(pool)),
      );
      return [rng.pick(pool), documents];
    });
  },
  reference(word, documents) {
    return Math.log((1 + documents.length) / (1 + documentFrequency(word, documents))) + 1;
  },
  misconceptions: [
    {
      name: "counts tokens, not documents",
      hint:
        "you counted how often the word occurs altogether. df counts *documents*: one that " +
        "holds the word three times counts once.",
      probes: [["a", [["a", "a", "a"], ["b"], ["c"]]]],
      wrong: (word, documents) => {
        const tokens = documents.flat().filter((other) => other === word).length;
        return Math.log((1 + documents.length) / (1 + tokens)) + 1;
      },
    },
    {
      name: "takes the logarithm to base 10",
      hint: "you used the logarithm to base 10 (Math.log10); the natural one is Math.log.",
      wrong: (word, documents) =>
        Math.log10((1 + documents.length) / (1 + documentFrequency(word, documents))) + 1,
    },
    {
      name: "takes the logarithm to base 2",
      hint: "you used the logarithm to base 2 (Math.log2); the natural one is Math.log.",
      wrong: (word, documents) =>
        Math.log2((1 + documents.length) / (1 + documentFrequency(word, documents))) + 1,
    },
    {
      name: "uses the plain form, -ln(df / N)",
      hint:
        "that is the plain form, -ln(df / N): 0 for a word in every document and infinite for " +
        "one in none. Add 1 to N and to df, and 1 to the logarithm.",
      probes: [["c", [["a"], ["b"]]]],
      wrong: (word, documents) => Math.log(documents.length / documentFrequency(word, documents)),
    },
    {
      name: "does not smooth",
      hint:
        "the two 1s inside the logarithm are missing: without them a word that no document " +
        "holds gets an infinite weight.",
      probes: [["c", [["a"], ["b"]]]],
      wrong: (word, documents) =>
        Math.log(documents.length / documentFrequency(word, documents)) + 1,
    },
    {
      name: "smooths below only",
      hint:
        "you added 1 to df but not to N. The imagined extra document is one more document, too: " +
        "1 + N above, 1 + df below.",
      wrong: (word, documents) =>
        Math.log(documents.length / (1 + documentFrequency(word, documents))) + 1,
    },
    {
      name: "leaves out the last + 1",
      hint:
        "the + 1 after the logarithm is missing: without it a word in every document has the " +
        "weight 0 and vanishes.",
      wrong: (word, documents) =>
        Math.log((1 + documents.length) / (1 + documentFrequency(word, documents))),
    },
    {
      name: "has the fraction upside down",
      hint: "your fraction is upside down: rare words should get the *larger* weight.",
      wrong: (word, documents) =>
        Math.log((1 + documentFrequency(word, documents)) / (1 + documents.length)) + 1,
    },
  ],
};

function documentFrequency(word: string, documents: string[][]): number {
  return documents.filter((document) => document.includes(word)).length;
}
