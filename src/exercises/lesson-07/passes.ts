/**
 * Exercise 07.passes: what a search costs, in passes through a model.
 *
 *   bi-encoder        N + q                 documents once, then each query
 *   with re-ranking   N + q + q · k
 */
import type { Exercise } from "../exercise";

type Input = [numDocuments: number, numQueries: number, k: number];

export const passes: Exercise<Input, number> = {
  id: "07.passes",
  title: "Count the passes",
  functionName: "countPasses",
  statement:
    "A search engine holds `numDocuments` documents and answers `numQueries` queries. Documents " +
    "are encoded once, before the first query comes; each query is encoded, and its `k` best " +
    "documents are scored again by a cross-encoder. (k = 0: no re-ranking.) Write " +
    "`countPasses(numDocuments, numQueries, k)`: how many passes through a model, of either " +
    "kind, that makes in all.",
  stub: `function countPasses(
  numDocuments: number, numQueries: number, k: number,
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [1000, 10, 0],
    [1000, 10, 20],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i): Input => {
      return [100 + rng.integer(5000), 2 + rng.integer(50), i % 4 === 0 ? 0 : 5 + rng.integer(60)];
    });
  },
  reference: (documents, queries, k) => documents + queries + queries * k,
  misconceptions: [
    {
      name: "encodes the documents for each query",
      hint:
        "you encoded the documents anew for each query. Their vectors don't depend on the query: " +
        "they are made once and kept.",
      wrong: (documents, queries, k) => queries * (documents + 1 + k),
    },
    {
      name: "forgets the queries' own pass",
      hint: "a query needs a vector, too: one pass each before anything can be compared.",
      wrong: (documents, queries, k) => documents + queries * k,
    },
    {
      name: "re-ranks once",
      hint: "you scored k documents once. Each query has k documents of its own.",
      wrong: (documents, queries, k) => documents + queries + k,
    },
    {
      name: "scores every pair",
      hint:
        "that is the cross-encoder alone: every query with every document. The bi-encoder spares " +
        "it all but k of them.",
      wrong: (documents, queries) => queries * documents,
    },
    {
      name: "counts two texts of a pair as two passes",
      hint: "both texts of a pair go through the cross-encoder together: one pass.",
      wrong: (documents, queries, k) => documents + queries + 2 * queries * k,
    },
  ],
};
