/** What an encoder is worth at each size: scores of pairs, and places of duplicates in a search. */
import type * as tf from "../../src/core/tf";
import type { QuestionPair, ScoredPair } from "../../src/data/types";
import { pairScores } from "../../src/evaluation/pair-scores";
import { evaluateRetrieval } from "../../src/evaluation/retrieval";
import { BinaryIndex } from "../../src/search/binary-index";
import { FlatIndex } from "../../src/search/flat-index";
import type { Hit } from "../../src/search/hit";
import { Int8Index } from "../../src/search/int8-index";

export interface MatryoshkaTask {
  sts: readonly ScoredPair[];
  /** Every question of the test rows, once. */
  documents: string[];
  /** Those that have a duplicate. */
  queries: { text: string; duplicates: Set<string> }[];
}

/** One encoder's results at one size. */
export interface Measured {
  size: number;
  /** Cosine of each pair of sts. */
  sts: number[];
  /** 1 / place of the first duplicate among the first ten, 0 for none: for each query. */
  retrieval: Record<IndexKind, number[]>;
}

/** Bytes of an embedding, from its size. */
export const INDEXES = {
  float32: (size: number) => 4 * size,
  int8: (size: number) => size,
  binary: (size: number) => size / 8,
  "binary, re-scored": (size: number) => size / 8,
};
export type IndexKind = keyof typeof INDEXES;

export function matryoshkaTask(
  sts: readonly ScoredPair[],
  pairs: readonly QuestionPair[],
): MatryoshkaTask {
  const documents = new Set(pairs.flatMap(({ question1, question2 }) => [question1, question2]));
  const queries = new Map<string, Set<string>>();
  for (const { question1, question2, isDuplicate } of pairs) {
    if (!isDuplicate || question1 === question2) continue;
    const known = queries.get(question1) ?? new Set();
    queries.set(question1, known.add(question2));
  }
  return {
    ...{ sts, documents: [...documents] },
    queries: [...queries].map(([text, duplicates]) => ({ text, duplicates })),
  };
}

export async function embedTask(
  encoder: { encode(texts: readonly string[]): Promise<tf.Tensor2D> },
  { sts, documents, queries }: MatryoshkaTask,
  sizes: readonly number[],
): Promise<Measured[]> {
  const embed = async (texts: readonly string[]) => {
    const tensor = await encoder.encode(texts);
    const rows = await tensor.array();
    tensor.dispose();
    return rows;
  };
  const first = await embed(sts.map(({ sentence1 }) => sentence1));
  const second = await embed(sts.map(({ sentence2 }) => sentence2));
  const stored = await embed(documents);
  const rowOf = new Map(documents.map((text, row) => [text, row]));
  return sizes.map((size) => {
    const cut = (rows: readonly number[][]) => rows.map((row) => row.slice(0, size));
    const searches = searchesOver(documents, cut(stored));
    const retrieval = Object.entries(searches).map(([kind, search]) => {
      const ranked = queries.map(({ text, duplicates }) => {
        const hits = search(stored[rowOf.get(text)!]!.slice(0, size), 11);
        const ranking = hits.map(({ id }) => String(id)).filter((id) => id !== text);
        return { ranking, relevance: duplicates };
      });
      return [kind, [...evaluateRetrieval(ranked, { ks: [10] }).perQuery["mrr@10"]!]] as const;
    });
    return {
      size,
      sts: [...pairScores(cut(first), cut(second)).cosine],
      retrieval: Object.fromEntries(retrieval) as Record<IndexKind, number[]>,
    };
  });
}

type Search = (query: number[], k: number) => Hit[];

function searchesOver(
  ids: readonly string[],
  rows: readonly number[][],
): Record<IndexKind, Search> {
  const [flat, int8, binary] = [new FlatIndex(), Int8Index.calibrate(rows), new BinaryIndex()];
  for (const index of [flat, int8, binary]) index.add(ids, rows);
  return {
    float32: (query, k) => flat.search(query, { k }),
    int8: (query, k) => int8.search(query, { k }),
    binary: (query, k) => binary.search(query, { k, rescoreMultiplier: 0 }),
    "binary, re-scored": (query, k) => binary.search(query, { k }),
  };
}
