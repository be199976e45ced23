/** Searches to be compared: what each finds for each question, as ids of passages, best first. */
import type { Town } from "../../src/data/types";
import type { CrossEncoder } from "../../src/cross-encoder/cross-encoder";
import type { DualEncoder } from "../../src/dual-encoder/dual-encoder";
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
  return found.map(idsOf);
}

/** By their scores. @param weight of b; that of a is 1 */
export function combined(
  a: readonly (readonly Hit[])[],
  b: readonly (readonly Hit[])[],
  weight: number,
): Ranking[] {
  return a.map((hits, i) => idsOf(scoreFusion([hits, b[i]!], { k: DEPTH, weights: [1, weight] })));
}

/** By their ranks. @param weight of b; that of a is 1 */
export function fused(a: readonly Ranking[], b: readonly Ranking[], weight: number): Ranking[] {
  return a.map((ranking, i) =>
    idsOf(
      reciprocalRankFusion([hitsOf(ranking), hitsOf(b[i]!)], { k: DEPTH, weights: [1, weight] }),
    ),
  );
}

/** Orders the first hits of several searches; a pair that two of them found is scored once. */
export class Reranker {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly scores = new Map<string, number>();

  constructor(
    private readonly encoder: CrossEncoder,
    { passages }: Town,
    private readonly depth: number,
  ) {
    this.texts = new Map(passages.map((passage) => [passage.id, textOf(passage)]));
  }

  async rerank(questions: readonly string[], rankings: readonly Ranking[]): Promise<Ranking[]> {
    const keyOf = (question: string, id: string) => `${id} ${question}`;
    const missing = rankings.flatMap((ranking, i) =>
      ranking
        .slice(0, this.depth)
        .map((id) => ({ id, question: questions[i]! }))
        .filter(({ id, question }) => !this.scores.has(keyOf(question, id))),
    );
    const found = await this.encoder.score(
      missing.map(({ id, question }) => [question, this.texts.get(id)!] as const),
      { activation: "identity", progress: "Re-ranking" },
    );
    missing.forEach(({ id, question }, i) => this.scores.set(keyOf(question, id), found[i]!));
    return rankings.map((ranking, i) => {
      const score = (id: string) => this.scores.get(keyOf(questions[i]!, id))!;
      const first = ranking.slice(0, this.depth).sort((a, b) => score(b) - score(a));
      return [...first, ...ranking.slice(this.depth)];
    });
  }
}

function idsOf(hits: readonly Hit[]): string[] {
  return hits.map(({ id }) => id as string);
}

function hitsOf(ranking: Ranking): Hit[] {
  return ranking.map((id, i) => ({ id, score: -i, rank: i + 1 }));
}
