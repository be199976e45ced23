/**
 * A lexical index beside a vector store: the same chunks, searched by words.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { LexicalIndex, type LexicalScorer } from "../search/lexical-index";
import type { VectorStore } from "../search/vector-store";
import { Bm25 } from "../vectorizers/bm25";
import { chunkText } from "./chunk";

/**
 * Reads all chunks once; what enters the store later isn't in the index.
 *
 * @param scorer what weighs words. Default BM25 with its default options
 */
export async function indexWords(
  store: Pick<VectorStore, "chunks">,
  scorer: LexicalScorer = new Bm25(),
): Promise<LexicalIndex> {
  const index = new LexicalIndex(scorer);
  for await (const batch of store.chunks()) {
    const texts = batch.map(({ text, metadata }) => {
      const headings = String(metadata["headings"] ?? "");
      return chunkText({ headings: headings === "" ? [] : headings.split(" › "), text });
    });
    index.add(
      batch.map(({ id }) => id),
      texts,
      batch.map(({ metadata }) => metadata),
    );
  }
  index.search("a", { k: 1 }); // words are weighed at the first search: not while somebody waits
  return index;
}
