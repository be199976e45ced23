/**
 * Exercise 03.character-ngrams: the pieces that fastText sees in a word.
 *
 * Bojanowski, Grave, Joulin & Mikolov 2017, "Enriching Word Vectors with Subword Information",
 * section 3.2.
 */
import type { Exercise } from "../exercise";

type Input = [word: string, minLength: number, maxLength: number];

export const characterNgrams: Exercise<Input, string[]> = {
  id: "03.character-ngrams",
  title: "A word in pieces",
  functionName: "characterNgrams",
  statement:
    "Write `characterNgrams(word, minLength, maxLength)`. Put `<` before and `>` behind " +
    "the word. Then list every run of `minLength` to `maxLength` letters of that (the " +
    "brackets count as letters): first all runs that begin at the first place, short " +
    "ones first, then those that begin at the second, and so on.",
  stub: `function characterNgrams(
  word: string, minLength: number, maxLength: number,
): string[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    ["where", 3, 3],
    ["cat", 3, 4],
  ],
  hiddenCases(rng) {
    const pool = ["a", "ox", "sea", "boat", "river", "banana", "bookshelf", "understand"];
    return pool.map((word) => {
      const minLength = 2 + rng.integer(2);
      return [word, minLength, minLength + rng.integer(4)];
    });
  },
  reference: (word, minLength, maxLength) => runs(`<${word}>`, minLength, maxLength),
  misconceptions: [
    {
      name: "forgets the brackets",
      hint:
        "the brackets are missing. They tell a beginning from a middle: `<wh` begins a word, " +
        "`her` inside `where` is not the word `<her>`.",
      wrong: (word, minLength, maxLength) => runs(word, minLength, maxLength),
    },
    {
      name: "lists one length only",
      hint: "you listed runs of one length. All lengths from minLength to maxLength are wanted.",
      probes: [["boat", 3, 5]],
      wrong: (word, minLength) => runs(`<${word}>`, minLength, minLength),
    },
    {
      name: "leaves out the longest",
      hint: "the runs of maxLength letters are missing: maxLength itself is included.",
      wrong: (word, minLength, maxLength) => runs(`<${word}>`, minLength, maxLength - 1),
    },
    {
      name: "runs over the end",
      hint:
        "some of your pieces are too short: near the end of the word a run of that length no " +
        "longer fits, and slice returns what is left.",
      wrong: (word, minLength, maxLength) => {
        const pieces: string[] = [];
        const marked = `<${word}>`;
        for (let start = 0; start < marked.length; start++) {
          for (let n = minLength; n <= maxLength; n++) pieces.push(marked.slice(start, start + n));
        }
        return pieces;
      },
    },
    {
      name: "orders by length first",
      hint:
        "your pieces are right, their order is not: go through the places, and at each place " +
        "through the lengths.",
      wrong: (word, minLength, maxLength) =>
        runs(`<${word}>`, minLength, maxLength).sort((a, b) => a.length - b.length),
    },
    {
      name: "lists a repeated piece once",
      hint: "you listed a piece once that occurs twice, like `an` in `banana`: list every one.",
      probes: [["banana", 2, 3]],
      wrong: (word, minLength, maxLength) => [...new Set(runs(`<${word}>`, minLength, maxLength))],
    },
  ],
};

function runs(text: string, minLength: number, maxLength: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let n = minLength; n <= maxLength && start + n <= text.length; n++) {
      pieces.push(text.slice(start, start + n));
    }
  }
  return pieces;
}
