/**
 * The search inside the pipeline: by vectors, by words, or both fused by their ranks.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { reciprocalRankFusion } from "../search/fusion";
import type { LexicalIndex } from "../search/lexical-index";
import type { Metadata, MetadataFilter } from "../search/metadata-filter";
import type { VectorStore } from "../search/vector-store";
import type { ChunkPlace, SearchMode, TraceChunk } from "./trace";

export interface FindOptions {
  question: string;
  /** [D]; undefined where vectors aren't searched. */
  vector: ArrayLike<number> | undefined;
  mode: SearchMode;
  vectorWeight: number;
  numCandidates: number;
  filter: MetadataFilter | undefined;
}

export interface FoundChunks {
  /** Best first. */
  chunks: TraceChunk[];
  detail: string;
}

interface Text {
  text: string;
  metadata: Metadata;
}

export async function findChunks(
  { store, lexical }: { store: VectorStore; lexical: LexicalIndex | undefined },
  { question, vector, mode, vectorWeight, numCandidates: k, filter }: FindOptions,
): Promise<FoundChunks> {
  const options = { k, ...(filter !== undefined && { filter }) };
  const nearest = vector === undefined ? [] : await store.search(vector, options);
  const byWords = mode === "vector" ? [] : lexical!.search(question, options);
  const texts = new Map<string, Text>(nearest.map((hit) => [hit.id, hit]));
  const missing = byWords.map(({ id }) => String(id)).filter((id) => !texts.has(id));
  for (const chunk of missing.length > 0 ? await store.get(missing) : [])
    texts.set(chunk.id, chunk);
  // The index may be older than the store: what has been taken out of it can't be read any more.
  const present = byWords.filter(({ id }) => texts.has(String(id)));

  const places = {
    vector: placesOf(nearest.map(({ id, score }, i) => ({ id, score, rank: i + 1 }))),
    lexical: placesOf(present.map(({ id, score }, i) => ({ id, score, rank: i + 1 }))),
  };
  const rankings = [places.vector, places.lexical].map((ranking) =>
    [...ranking].map(([id, place]) => ({ id, ...place })),
  );
  const found =
    mode === "hybrid"
      ? reciprocalRankFusion(rankings, { k, weights: [vectorWeight, 1] })
      : rankings[mode === "vector" ? 0 : 1]!;
  const counts = [
    ...(vector === undefined ? [] : [`${nearest.length} by cosine`]),
    ...(mode === "vector" ? [] : [`${present.length} by words`]),
    ...(mode === "hybrid" ? [`${found.length} after fusion`] : []),
  ];
  const chunks = found.map(({ id, rank, score }) => ({
    ...asChunk(String(id), texts.get(String(id))!),
    ...placed("vector", places.vector.get(String(id))),
    ...placed("lexical", places.lexical.get(String(id))),
    found: { rank, score },
  }));
  return { chunks, detail: counts.join(", ") };
}

function placesOf(
  hits: readonly { id: string | number; score: number; rank: number }[],
): Map<string, ChunkPlace> {
  return new Map(hits.map(({ id, rank, score }) => [String(id), { rank, score }]));
}

function placed(name: "vector" | "lexical", place: ChunkPlace | undefined) {
  return place === undefined ? {} : { [name]: place };
}

function asChunk(id: string, { text, metadata }: Text): Omit<TraceChunk, "found"> {
  const { source, headings, line, page } = metadata;
  return {
    ...{ id, source: String(source ?? id), headings: String(headings ?? ""), text },
    ...(typeof line === "number" && { line }),
    ...(typeof page === "number" && { page }),
  };
}
