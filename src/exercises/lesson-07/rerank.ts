/**
 * Exercise 07.rerank: the fast model chooses k, the accurate one orders them.
 *
 * Nogueira & Cho 2019, "Passage Re-ranking with BERT", section 2.
 */
import type { Exercise } from "../exercise";

type Input = [cosines: number[], crossScores: number[], k: number];

export const rerankExercise: Exercise<Input, number[]> = {
  id: "07.rerank",
  title: "Retrieve, then re-rank",
  functionName: "retrieveAndRerank",
  statement:
    "A query has a cosine with each document (`cosines`, from the bi-encoder), and would get a " +
    "score with each from the cross-encoder (`crossScores`). Write " +
    "`retrieveAndRerank(cosines, crossScores, k)`: take the `k` documents with the highest " +
    "cosines, and return their numbers ordered by the cross-encoder's score, best first. No two " +
    "numbers are equal, and k is at most the number of documents.",
  stub: `function retrieveAndRerank(
  cosines: number[], crossScores: number[], k: number,
): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [[0.9, 0.2, 0.7, 0.8], [0.1, 0.95, 0.9, 0.3], 3],
    [[0.5, 0.6], [0.7, 0.2], 2],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const n = 5 + rng.integer(6);
      const draw = () =>
        rng.shuffle(Array.from({ length: 50 }, (_, i) => (i + 1) / 51)).slice(0, n);
      return [draw(), draw(), 3 + rng.integer(n - 3)];
    });
  },
  reference: (cosines, crossScores, k) => byScore(byScore(all(cosines), cosines, k), crossScores),
  misconceptions: [
    {
      name: "stays with the cosines' order",
      hint: "these are the right documents, still in the bi-encoder's order.",
      wrong: (cosines, _, k) => byScore(all(cosines), cosines, k),
    },
    {
      name: "lets the cross-encoder read everything",
      hint:
        "the cross-encoder has scored every document here, which is what we can't afford. It may " +
        "only see the k that the bi-encoder found.",
      wrong: (cosines, crossScores, k) => byScore(all(cosines), crossScores, k),
    },
    {
      name: "puts the worst first",
      hint: "the right documents, worst first.",
      wrong: (cosines, crossScores, k) =>
        byScore(byScore(all(cosines), cosines, k), crossScores).reverse(),
    },
    {
      name: "adds both scores",
      hint:
        "you ordered by the sum of cosine and score. The two have different scales; here the " +
        "cross-encoder alone decides.",
      wrong: (cosines, crossScores, k) =>
        byScore(
          byScore(all(cosines), cosines, k),
          cosines.map((cosine, i) => cosine + crossScores[i]!),
        ),
    },
    {
      name: "returns places instead of documents",
      hint:
        "you returned places among the k. The numbers of the documents are their places in " +
        "`cosines`.",
      wrong: (cosines, crossScores, k) => {
        const found = byScore(all(cosines), cosines, k);
        return byScore(
          all(found),
          found.map((i) => crossScores[i]!),
        );
      },
    },
  ],
};

function all(values: readonly unknown[]): number[] {
  return values.map((_, i) => i);
}

/** The k of them with the highest scores, best first. */
function byScore(ids: readonly number[], scores: readonly number[], k = ids.length): number[] {
  return [...ids].sort((a, b) => scores[b]! - scores[a]!).slice(0, k);
}
