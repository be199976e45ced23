/**
 * Exercise 12.hit-and-mrr: the two numbers that every table of retrieval has.
 *
 *   hit@k = share of questions with rank ≤ k        MRR@k = mean of 1/rank, 0 where rank > k
 *
 * Voorhees 1999, "The TREC-8 Question Answering Track Report".
 */
import type { Exercise } from "../exercise";

type Input = [ranks: (number | null)[], k: number];

export const hitAndMrr: Exercise<Input, { hit: number; mrr: number }> = {
  id: "12.hit-and-mrr",
  title: "Hit rate and MRR",
  functionName: "hitAndMrr",
  statement:
    "Write `hitAndMrr(ranks, k)`. `ranks[i]` is the place of the passage that answers question " +
    "i, 1 for the first, or `null` where it was not found at all. Return `{ hit, mrr }`: `hit` " +
    "is the share of all questions whose passage stands among the first `k`; `mrr` the mean over " +
    "all questions of 1/rank, where a passage below place `k` or not found counts 0.",
  stub: `function hitAndMrr(ranks: (number | null)[], k: number): { hit: number; mrr: number } {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[1, 2, null, 4], 3],
    [[3, 1], 10],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const count = 4 + rng.integer(5);
      const ranks = Array.from({ length: count }, () => {
        return rng.uniform() < 0.25 ? null : 1 + rng.integer(8);
      });
      return [ranks, rng.pick([1, 3, 5])];
    });
  },
  reference: (ranks, k) => ({
    hit: mean(ranks.map((rank) => (isIn(rank, k) ? 1 : 0))),
    mrr: mean(ranks.map((rank) => (isIn(rank, k) ? 1 / rank! : 0))),
  }),
  misconceptions: [
    {
      name: "leaves out what was not found",
      hint: "you divided by the questions that were found. One that wasn't counts, too: as 0.",
      probes: [[[1, null, 2], 3]],
      wrong: (ranks, k) => {
        const found = ranks.filter((rank) => isIn(rank, k));
        const hit = found.length / ranks.length;
        return { hit, mrr: mean(found.map((rank) => 1 / rank!)) };
      },
    },
    {
      name: "forgets k in the MRR",
      hint: "your MRR counts passages below place k, too. Below k they count 0.",
      probes: [[[5, 1], 3]],
      wrong: (ranks, k) => ({
        hit: mean(ranks.map((rank) => (isIn(rank, k) ? 1 : 0))),
        mrr: mean(ranks.map((rank) => (rank === null ? 0 : 1 / rank))),
      }),
    },
    {
      name: "one over the mean rank",
      hint: "you took 1 over the mean of the ranks. It is the mean of 1/rank: first invert each.",
      probes: [[[1, 3], 3]],
      wrong: (ranks, k) => {
        const found = ranks.filter((rank) => isIn(rank, k)) as number[];
        const hit = found.length / ranks.length;
        return { hit, mrr: found.length === 0 ? 0 : 1 / mean(found) };
      },
    },
    {
      name: "counts places from 0",
      hint: "you counted a passage at place k as missed: place k still belongs to the first k.",
      probes: [[[3, 1], 3]],
      wrong: (ranks, k) => ({
        hit: mean(ranks.map((rank) => (isIn(rank, k - 1) ? 1 : 0))),
        mrr: mean(ranks.map((rank) => (isIn(rank, k - 1) ? 1 / rank! : 0))),
      }),
    },
  ],
};

function isIn(rank: number | null, k: number): boolean {
  return rank !== null && rank <= k;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
