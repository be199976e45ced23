/**
 * Exercise 01.rank: from scores to a list of search results.
 */
import type { Exercise } from "../exercise";

export const rank: Exercise<[scores: number[], k: number], number[]> = {
  id: "01.rank",
  title: "The best k documents",
  functionName: "rank",
  statement:
    "`scores[i]` says how well document `i` fits the query. Write `rank(scores, k)`: the " +
    "*numbers of the documents* (0 is the first) with the k highest scores, best first. Of two " +
    "documents with the same score the one with the lower number comes first. Where there are " +
    "fewer than k documents, return all. Leave `scores` as it is.",
  stub: `function rank(scores: number[], k: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[0.2, 0.9, 0.5], 2],
    [[0.7, 0.7, 0.1], 3],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, () => {
      const documents = 2 + rng.integer(6);
      // Few different values, so that there are ties, and some above 9, where text order differs.
      const scores = Array.from({ length: documents }, () => rng.integer(6) * 2.5);
      return [scores, 1 + rng.integer(documents)];
    });
  },
  reference(scores, k) {
    return byScore(scores, (a, b) => scores[b]! - scores[a]! || a - b).slice(0, k);
  },
  misconceptions: [
    {
      name: "returns the scores",
      hint:
        "you returned the scores themselves. A search must say *which* documents: sort the " +
        "numbers of the documents by their scores.",
      wrong: (scores, k) => [...scores].sort((a, b) => b - a).slice(0, k),
    },
    {
      name: "puts the worst first",
      hint: "your order is from low to high; the highest score comes first.",
      wrong: (scores, k) => byScore(scores, (a, b) => scores[a]! - scores[b]!).slice(0, k),
    },
    {
      name: "sorts numbers as text",
      hint:
        'JavaScript\'s sort() without a comparison sorts as text, where "10" comes before ' +
        '"9". Give it one: (a, b) => b - a.',
      probes: [[[9, 10], 2]],
      wrong: (scores, k) => {
        const compare = (a: number, b: number) => compareAsText(scores[b]!, scores[a]!) || a - b;
        return byScore(scores, compare).slice(0, k);
      },
    },
    {
      name: "lets the later document win a tie",
      hint:
        "of two documents with the same score you put the one with the higher number first; " +
        "the lower number comes first, so that the order is always the same.",
      wrong: (scores, k) => byScore(scores, (a, b) => scores[b]! - scores[a]! || b - a).slice(0, k),
    },
    {
      name: "finds equal scores at one place",
      hint:
        "one document is listed twice: you looked up its score with indexOf, which finds the " +
        "first of two equal scores both times. Sort the document numbers instead.",
      probes: [[[5, 5], 2]],
      wrong: (scores, k) => {
        const sorted = [...scores].sort((a, b) => b - a);
        return sorted.map((score) => scores.indexOf(score)).slice(0, k);
      },
    },
    {
      name: "ignores k",
      hint: "you returned every document; only the best k are wanted.",
      wrong: (scores) => byScore(scores, (a, b) => scores[b]! - scores[a]! || a - b),
    },
  ],
};

/** The numbers of all documents, sorted. */
function byScore(scores: number[], compare: (a: number, b: number) => number): number[] {
  return scores.map((_, i) => i).sort(compare);
}

function compareAsText(a: number, b: number): number {
  if (String(a) === String(b)) return 0;
  return String(a) < String(b) ? -1 : 1;
}
