/**
 * Exercise 10.hard-negatives: what looks right and isn't, without what probably is.
 *
 *   negatives: the highest scores among those ≤ (1 − margin) · score of the right passage
 *
 * Moreira et al. 2024, "NV-Retriever", section 3.
 */
import type { Exercise } from "../exercise";

type Input = [scores: number[], positive: number, count: number, margin: number];

export const hardNegativesExercise: Exercise<Input, number[]> = {
  id: "10.hard-negatives",
  title: "Hard, but not too hard",
  functionName: "hardNegatives",
  statement:
    "A question's cosine with each passage is given, all above 0; `positive` is the index of the " +
    "passage that answers it. Write `hardNegatives(scores, positive, count, margin)`: the " +
    "`count` passages with the highest scores, highest first, among those whose score is at most " +
    "`(1 − margin)` times the score of the right one. What scores higher is passed over, for it " +
    "is probably an answer, too; the right one itself is no negative. (No two scores are equal. " +
    "If fewer pass, return those.)",
  stub: `function hardNegatives(
  scores: number[], positive: number, count: number, margin: number,
): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[0.8, 0.78, 0.5, 0.3, 0.7], 0, 2, 0.05],
    [[0.2, 0.9, 0.4, 0.6], 2, 3, 0.1],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 10 }, (): Input => {
      const size = 6 + rng.integer(4);
      const all = Array.from({ length: 20 }, (_, i) => (i + 1) * 0.047);
      const scores = rng.shuffle(all).slice(0, size);
      return [scores, rng.integer(size), 1 + rng.integer(3), rng.pick([0, 0.1, 0.3])];
    });
  },
  reference: (scores, positive, count, margin) =>
    best(scores, count, (score, i) => i !== positive && score <= limit(scores, positive, margin)),
  misconceptions: [
    {
      name: "keeps what is probably an answer",
      hint:
        "you took the nearest passages of all but the right one. Those above the limit are " +
        "probably answers that nobody marked; pass over them.",
      wrong: (scores, positive, count) => best(scores, count, (_, i) => i !== positive),
    },
    {
      name: "takes the margin off the score",
      hint:
        "you subtracted the margin from the score. Here it is relative: a share of the right " +
        "one's score.",
      wrong: (scores, positive, count, margin) =>
        best(scores, count, (s, i) => i !== positive && s <= scores[positive]! - margin),
    },
    {
      name: "forgets the margin",
      hint: "what lies just below the right passage is passed over, too: mind the margin.",
      wrong: (scores, positive, count) =>
        best(scores, count, (s, i) => i !== positive && s <= scores[positive]!),
    },
    {
      name: "takes the easiest",
      hint: "these are the lowest scores: easy negatives, from which there is nothing to learn.",
      wrong: (scores, positive, count, margin) =>
        best(
          scores,
          scores.length,
          (s, i) => i !== positive && s <= limit(scores, positive, margin),
        )
          .reverse()
          .slice(0, count),
    },
    {
      name: "cuts first",
      hint:
        "you took the nearest `count` first and then dropped what is too near: so too few are " +
        "left. Drop first.",
      wrong: (scores, positive, count, margin) =>
        best(scores, count, (_, i) => i !== positive).filter(
          (i) => scores[i]! <= limit(scores, positive, margin),
        ),
    },
  ],
};

function limit(scores: readonly number[], positive: number, margin: number): number {
  return (1 - margin) * scores[positive]!;
}

/** Rows that pass, the highest scores first. */
function best(
  scores: readonly number[],
  count: number,
  passes: (score: number, row: number) => boolean,
): number[] {
  return scores
    .map((score, row) => ({ score, row }))
    .filter(({ score, row }) => passes(score, row))
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ row }) => row);
}
