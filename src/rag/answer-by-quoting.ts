/**
 * An answer without a generator: the best sentence of the best chunk, word for word.
 *
 * It can't be invented, since every word of it stands in the source. It can still be the wrong
 * sentence, and it answers nothing that no single sentence says.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { sentenceSpans } from "../text/sentences";
import { chunkText } from "./chunk";
import type { SentenceScorer } from "./score-sentences";
import type { TraceChunk, TraceQuote } from "./trace";

/** @returns undefined where no chunk holds a sentence; of equal scores the first sentence wins */
export async function bestSentence(
  question: string,
  chunks: readonly Pick<TraceChunk, "id" | "headings" | "text">[],
  score: SentenceScorer,
): Promise<TraceQuote | undefined> {
  const candidates = chunks.flatMap(({ id, headings, text }) =>
    sentenceSpans(text).map((span) => ({
      ...{ chunkId: id, ...span, text: text.slice(span.start, span.end) },
      heading: headings.split(" › ").at(-1)!,
    })),
  );
  if (candidates.length === 0) return undefined;
  const scores = await score(
    question,
    candidates.map(({ heading, text }) =>
      chunkText({ headings: heading === "" ? [] : [heading], text }),
    ),
  );
  if (scores.length !== candidates.length) {
    throw new RangeError(
      `bestSentence: there must be a score for each of ${candidates.length} sentences, ` +
        `got ${scores.length}`,
    );
  }
  const best = candidates.reduce((top, _, i) => (scores[i]! > scores[top]! ? i : top), 0);
  const { chunkId, start, end, text } = candidates[best]!;
  return { chunkId, start, end, text, score: scores[best]! };
}
