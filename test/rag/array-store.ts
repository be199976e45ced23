import { FlatIndex } from "../../src/search/flat-index";
import type { StoredChunk, VectorStore } from "../../src/search/vector-store";

/** As much of a store as asking needs, over an array. */
export function arrayStore(
  chunks: readonly StoredChunk[],
  about = { dimension: chunks[0]!.vector.length, model: "test" },
): VectorStore {
  const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]));
  const index = new FlatIndex();
  index.add(
    chunks.map(({ id }) => id),
    chunks.map(({ vector }) => vector),
    chunks.map(({ metadata }) => metadata),
  );
  const store: Partial<VectorStore> = {
    about,
    search: async (query, options) =>
      index.search(query, options).map(({ id, score }) => {
        const { text, metadata } = byId.get(String(id))!;
        return { id: String(id), score, text, metadata };
      }),
    get: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    chunks: async function* () {
      yield chunks.slice(0, 2);
      yield chunks.slice(2);
    },
  };
  return store as VectorStore;
}

/**
 * Four chunks in a plane, at 0°, 45°, 90° and 180°: a question's vector is chosen by the test.
 * By words, "tower" stands in c and d.
 */
export const CHUNKS: readonly StoredChunk[] = [
  chunk("a", [1, 0], "The hill is high. It is made of chalk.", {
    headings: "Hills › Bell Hill",
    line: 5,
  }),
  chunk("b", [1, 1], "A bridge of wood. It burnt in 1700.", { headings: "", line: 9 }),
  chunk("c", [0, 1], "The tower leans. Nobody knows why.", { headings: "Houses", line: 2 }),
  chunk("d", [-1, 0], "Eels are eaten in the tower on Sundays.", {
    headings: "Dishes › Eel",
    page: 7,
  }),
];

function chunk(
  id: string,
  vector: number[],
  text: string,
  where: Record<string, string | number>,
): StoredChunk {
  const source = `${id}.md`;
  return { id, vector: Float32Array.from(vector), text, metadata: { source, hash: "h", ...where } };
}
