/**
 * Exercise 12.fuse: two rankings become one, by ranks alone.
 *
 *   score(d) = Σ over rankings that hold d of 1 / (60 + rank(d))
 *
 * Cormack, Clarke & Büttcher 2009, "Reciprocal Rank Fusion outperforms Condorcet and individual
 * Rank Learning Methods".
 */
import type { Exercise } from "../exercise";

type Input = [first: string[], second: string[]];

export const fuse: Exercise<Input, string[]> = {
  id: "12.fuse",
  title: "Two rankings into one",
  functionName: "fuse",
  statement:
    "Write `fuse(first, second)`. Both are rankings: names of passages, the best first. A " +
    "passage " +
    "gets 1/(60 + rank) from each ranking that holds it (rank 1 for its first), and nothing from " +
    "one that doesn't. Return all names once, highest sum first; of equal sums the one that is " +
    "met first comes first, going through `first` and then `second`.",
  stub: `function fuse(first: string[], second: string[]): string[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      ["hill", "inn", "ship"],
      ["inn", "law"],
    ],
    [["inn", "hill"], ["ship"]],
  ],
  hiddenCases(rng) {
    const names = ["hill", "inn", "ship", "law", "goose", "shop", "street"];
    return Array.from({ length: 8 }, (): Input => {
      const some = () => rng.shuffle([...names]).slice(0, 3 + rng.integer(4));
      return [some(), some()];
    });
  },
  reference: (first, second) => fused([first, second], (rank) => 1 / (60 + rank)),
  misconceptions: [
    {
      name: "puts one behind the other",
      hint: "you appended the second ranking to the first. What both hold should rise.",
      wrong: (first, second) => [...new Set([...first, ...second])],
    },
    {
      name: "keeps only what both hold",
      hint: "a passage that only one of the rankings holds belongs to the result, too.",
      wrong: (first, second) =>
        fused([first, second], (rank) => 1 / (60 + rank)).filter(
          (name) => first.includes(name) && second.includes(name),
        ),
    },
    {
      name: "leaves out the 60",
      hint:
        "you gave 1/rank. With the 60 a first place is worth only a little more than a second, " +
        "so " +
        "that being in both rankings counts most.",
      probes: [
        [
          ["hill", "inn", "ship"],
          ["law", "inn", "ship"],
        ],
      ],
      wrong: (first, second) => fused([first, second], (rank) => 1 / rank),
    },
    {
      name: "adds the ranks up",
      hint:
        "you added ranks and took the smallest sum. A passage that a ranking doesn't hold then " +
        "gets the best rank there, 0.",
      wrong: (first, second) => fused([first, second], (rank) => -rank),
    },
    {
      name: "sorts the wrong way",
      hint: "the highest sum comes first.",
      wrong: (first, second) => fused([first, second], (rank) => 1 / (60 + rank)).reverse(),
    },
  ],
};

function fused(rankings: readonly string[][], worth: (rank: number) => number): string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    ranking.forEach((name, i) => scores.set(name, (scores.get(name) ?? 0) + worth(i + 1)));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
