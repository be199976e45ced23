/** Searches to be compared: what each finds for each question, as ids of passages, best first. */
import type { Town } from "../../src/data/types";
import type { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import type { LateInteraction } from "../../src/dual-encoder/late-interaction";
import { FlatIndex } from "../../src/search/flat-index";
import { reciprocalRankFusion, scoreFusion } from "../../src/search/fusion";
import type { Hit } from "../../src/search/hit";
import { LexicalIndex } from "../../src/search/lexical-index";
import { Bm25 } from "../../src/vectorizers/bm25";
import { textOf } from "./rows";

/** Ids of passages, best first. */
export type Ranking = readonly string[];

/** How deep a ranking goes. */
const DEPTH = 100;

export function byBm25({ passages }: Town, questions: readonly string[]): Hit[][] {
  const index = new LexicalIndex(new Bm25());
  index.add(
    passages.map(({ id }) => id),
    passages.map(textOf),
  );
  return questions.map((question) => index.search(question, { k: DEPTH }));
}

export async function byEmbedding(
  encoder: DualEncoder,
  { passages }: Town,
  questions: readonly string[],
): Promise<Hit[][]> {
  const index = new FlatIndex();
  const answers = await encoder.encodeAnswers(passages.map(textOf));
  index.add(
    passages.map(({ id }) => id),
    answers,
  );
  const queries = await encoder.encodeQuestions(questions);
  const hits = index.searchBatch(queries, { k: DEPTH });
  answers.dispose();
  queries.dispose();
  return hits;
}

export function rankingsOf(found: readonly (readonly Hit[])[]): Ranking[] {
  return found.map((hits) => hits.map(({ id }) => id as string));
}

/** By their scores. @param weight of b; that of a is 1 */
export function combined(
  a: readonly (readonly Hit[])[],
  b: readonly (readonly Hit[])[],
  weight: number,
): Hit[][] {
  return a.map((hits, i) => scoreFusion([hits, b[i]!], { k: DEPTH, weights: [1, weight] }));
}

/** By their ranks. @param weight of b; that of a is 1 */
export function fused(
  a: readonly (readonly Hit[])[],
  b: readonly (readonly Hit[])[],
  weight: number,
): Hit[][] {
  return a.map((hits, i) =>
    reciprocalRankFusion([hits, b[i]!], { k: DEPTH, weights: [1, weight] }),
  );
}

/** All passages in a re-ranker's order, and the first hits of a search. */
export class Reranker {
  private constructor(
    private readonly ids: readonly string[],
    /** By question, in the order of ids. */
    private readonly scores: readonly (readonly number[])[],
  ) {}

  static async read(
    encoder: LateInteraction,
    { passages }: Town,
    questions: readonly string[],
  ): Promise<Reranker> {
    const scores = await encoder.score(questions, passages.map(textOf));
    const read = new Reranker(
      passages.map(({ id }) => id),
      scores.arraySync(),
    );
    scores.dispose();
    return read;
  }

  /** All passages, best first. */
  all(): Hit[][] {
    return this.scores.map((_, i) => this.order(i, this.ids).slice(0, DEPTH));
  }

  /** The first hits of a search, best first; what comes after them is left out. */
  first(found: readonly (readonly Hit[])[], depth: number): Hit[][] {
    return rankingsOf(found).map((ids, i) => this.order(i, ids.slice(0, depth)));
  }

  private order(question: number, ids: Ranking): Hit[] {
    const own = this.scores[question]!;
    return ids
      .map((id) => ({ id, score: own[this.ids.indexOf(id)]! }))
      .sort((a, b) => b.score - a.score)
      .map((hit, i) => ({ ...hit, rank: i + 1 }));
  }
}
