/**
 * Which sentence answers? Three ways to score sentences against a question, from cheap to dear.
 *
 *   words           BM25 among the sentences at hand: which shares the rare words of the question?
 *   cosine          an encoder's vectors of question and sentence
 *   cross-encoder   question and sentence read together
 *
 * A sentence is given with the heading that it stands below, for "It rises to 1214 metres" says
 * nothing without it.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { cosineOfVectors } from "../similarity/cosine";
import { Bm25 } from "../vectorizers/bm25";
import type { ChunkEncoder } from "./chunk-encoder";
import type { QueryEncoder } from "./query-encoder";

/** @returns [S], larger for a sentence that answers better */
export type SentenceScorer = (
  question: string,
  sentences: readonly string[],
) => Promise<ArrayLike<number>>;

/** What CrossEncoder has, and LateInteraction: the part of them that is needed here. */
export interface Reranker {
  rerank(
    question: string,
    documents: readonly string[],
  ): Promise<readonly { readonly index: number; readonly score: number }[]>;
}

export const scoreByWords: SentenceScorer = async (question, sentences) =>
  new Bm25({ tokenPattern: /\w+/ }).fit(sentences).scores(question);

export function scoreByCosine(questions: QueryEncoder, sentences: ChunkEncoder): SentenceScorer {
  return async (question, texts) => {
    const query = await questions.embedQuery(question);
    return (await sentences.encode(texts)).map((vector) => cosineOfVectors(query, vector));
  };
}

export function scoreByReranker(reranker: Reranker): SentenceScorer {
  return async (question, sentences) => {
    const scores = new Float64Array(sentences.length);
    for (const { index, score } of await reranker.rerank(question, sentences)) {
      scores[index] = score;
    }
    return scores;
  };
}
