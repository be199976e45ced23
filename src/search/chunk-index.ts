/**
 * What a vector store keeps in memory to answer at once: vectors, metadata, who belongs to whom.
 *
 * The exact search of FlatIndex, plus the chunks of each source. MemoryStore puts the texts beside
 * it, LanceStore leaves them on the disk.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type { Embeddings } from "./embeddings";
import { FlatIndex } from "./flat-index";
import type { Metadata } from "./metadata-filter";
import type { StoreSearchOptions } from "./vector-store";

export class ChunkIndex {
  private readonly index = new FlatIndex();
  private readonly metadata = new Map<string, Metadata>();
  private readonly bySource = new Map<string, Set<string>>();

  get size(): number {
    return this.index.size;
  }

  has(id: string): boolean {
    return this.metadata.has(id);
  }

  /**
   * Adds the chunks; one with an id that is there takes that one's place.
   *
   * @param vectors  [N, D]
   * @param metadata one record for each id
   */
  put(ids: readonly string[], vectors: Embeddings, metadata: readonly Metadata[]): void {
    this.remove(ids);
    this.index.add(ids, vectors, metadata);
    ids.forEach((id, i) => {
      this.metadata.set(id, { ...metadata[i] });
      const source = sourceOf(metadata[i]!);
      if (source === undefined) return;
      const others = this.bySource.get(source);
      if (others) others.add(id);
      else this.bySource.set(source, new Set([id]));
    });
  }

  remove(ids: readonly string[]): void {
    this.index.remove(ids);
    for (const id of ids) {
      const source = this.metadata.has(id) ? sourceOf(this.metadata.get(id)!) : undefined;
      this.metadata.delete(id);
      if (source === undefined) continue;
      const others = this.bySource.get(source)!;
      others.delete(id);
      if (others.size === 0) this.bySource.delete(source);
    }
  }

  /** The ids of all chunks of these sources. */
  idsOf(sources: readonly string[]): string[] {
    return [...new Set(sources)].flatMap((source) => [...(this.bySource.get(source) ?? [])]);
  }

  ids(): IterableIterator<string> {
    return this.metadata.keys();
  }

  metadataOf(id: string): Metadata {
    return this.metadata.get(id)!;
  }

  /** As VectorStore.sources. */
  sources(): Map<string, string> {
    const hashes = new Map<string, string>();
    for (const [source, ids] of this.bySource) {
      const found = new Set([...ids].map((id) => this.metadata.get(id)!["hash"]));
      const [hash] = found;
      hashes.set(source, found.size === 1 && typeof hash === "string" ? hash : "");
    }
    return hashes;
  }

  /** Nearest first. */
  search(
    query: ArrayLike<number>,
    options: StoreSearchOptions | undefined,
  ): { id: string; score: number }[] {
    return this.index.search(query, options).map(({ id, score }) => {
      return { id: id as string, score };
    });
  }
}

function sourceOf(metadata: Metadata): string | undefined {
  const source = metadata["source"];
  return typeof source === "string" ? source : undefined;
}
