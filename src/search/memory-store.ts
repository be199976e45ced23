/**
 * A vector store in memory: exact, quick to make, gone when the program ends unless it is saved.
 *
 *   const store = MemoryStore.create({ dimension: 192, model: encoder.fingerprint });
 *   await store.add(chunks);
 *   await store.save("town.store");         // and MemoryStore.load("town.store")
 *
 * For lessons, tests, and corpora that are read anew at each start. A store that changes file by
 * file and must not lose a step is LanceStore.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { openSafetensors } from "../core/safetensors";
import { writeSafetensors } from "../core/safetensors-write";
import { ChunkIndex } from "./chunk-index";
import { unitLengths } from "./embeddings";
import type { Metadata } from "./metadata-filter";
import {
  assertSameDescription,
  checkChunks,
  checkDescription,
  checkQuery,
  checkSource,
  type StoreDescription,
  type StoredChunk,
  type StoreHit,
  type StoreSearchOptions,
  type VectorStore,
} from "./vector-store";

/** Chunks that chunks() gives at a time. */
const BATCH = 1000;
const FORMAT = "vector store 1";

export class MemoryStore implements VectorStore {
  private readonly index = new ChunkIndex();
  private readonly stored = new Map<string, StoredChunk>();
  private isClosed = false;

  private constructor(readonly about: StoreDescription) {}

  /** An empty store. */
  static create({ dimension, model }: StoreDescription): MemoryStore {
    checkDescription("MemoryStore.create", { dimension, model });
    return new MemoryStore({ dimension, model });
  }

  /**
   * @param about the model in use; default: whichever the store was made with
   * @throws RangeError where it was another model's, or the file isn't a saved store
   */
  static async load(file: string, about?: StoreDescription): Promise<MemoryStore> {
    const opened = await openSafetensors(file);
    try {
      const { metadata } = opened;
      const dimension = Number(metadata.get("dimension"));
      const model = metadata.get("model");
      if (metadata.get("format") !== FORMAT || model === undefined) {
        throw new RangeError(`MemoryStore.load: ${file} isn't a store that save() has written`);
      }
      const found = { dimension, model };
      if (about) assertSameDescription("MemoryStore.load", file, found, about);
      const store = MemoryStore.create(found);
      const vectors = (await opened.read("vectors")).values as Float32Array;
      const text = Buffer.from((await opened.read("chunks")).values as Uint8Array).toString();
      const rows = JSON.parse(text) as [id: string, text: string, metadata: Metadata][];
      const chunks = rows.map(([id, text, metadata], i) => {
        const vector = vectors.subarray(i * dimension, (i + 1) * dimension);
        return { id, vector, text, metadata };
      });
      await store.add(chunks);
      return store;
    } finally {
      await opened.close();
    }
  }

  /** Writes the file whole or not at all. */
  async save(file: string): Promise<void> {
    this.assertOpen("save");
    const { dimension, model } = this.about;
    const chunks = [...this.stored.values()];
    const vectors = new Float32Array(chunks.length * dimension);
    chunks.forEach(({ vector }, i) => vectors.set(vector, i * dimension));
    const rows = chunks.map(({ id, text, metadata }) => [id, text, metadata]);
    const bytes = new Uint8Array(Buffer.from(JSON.stringify(rows)));
    await writeSafetensors(
      file,
      {
        vectors: { dtype: "F32", shape: [chunks.length, dimension], values: vectors },
        chunks: { dtype: "U8", shape: [bytes.length], values: bytes },
      },
      { metadata: { format: FORMAT, dimension: String(dimension), model } },
    );
  }

  async add(chunks: readonly StoredChunk[]): Promise<void> {
    this.assertOpen("add");
    checkChunks("MemoryStore.add", this.about, chunks);
    this.put(chunks);
  }

  async replaceSource(source: string, chunks: readonly StoredChunk[]): Promise<void> {
    this.assertOpen("replaceSource");
    checkChunks("MemoryStore.replaceSource", this.about, chunks);
    checkSource("MemoryStore.replaceSource", source, chunks);
    this.take([source]);
    this.put(chunks);
  }

  async removeSources(sources: readonly string[]): Promise<number> {
    this.assertOpen("removeSources");
    return this.take(sources);
  }

  async search(query: ArrayLike<number>, options: StoreSearchOptions = {}): Promise<StoreHit[]> {
    this.assertOpen("search");
    checkQuery("MemoryStore.search", this.about, query, options);
    return this.index.search(query, options).map(({ id, score }) => {
      const { text, metadata } = this.stored.get(id)!;
      return { id, score, text, metadata: { ...metadata } };
    });
  }

  async get(ids: readonly string[]): Promise<StoredChunk[]> {
    this.assertOpen("get");
    return ids.flatMap((id) => this.stored.get(id) ?? []).map(copyOf);
  }

  async *chunks(): AsyncIterable<StoredChunk[]> {
    this.assertOpen("chunks");
    const all = [...this.stored.values()];
    for (let from = 0; from < all.length; from += BATCH) {
      yield all.slice(from, from + BATCH).map(copyOf);
    }
  }

  async count(): Promise<number> {
    this.assertOpen("count");
    return this.stored.size;
  }

  async sources(): Promise<Map<string, string>> {
    this.assertOpen("sources");
    return this.index.sources();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.index.remove([...this.stored.keys()]);
    this.stored.clear();
  }

  private put(chunks: readonly StoredChunk[]): void {
    const { dimension } = this.about;
    const kept = chunks.map(({ id, vector, text, metadata }) => {
      const unit = unitLengths({ shape: [1, dimension], values: vector });
      return { id, vector: unit, text, metadata: { ...metadata } };
    });
    this.index.put(
      kept.map(({ id }) => id),
      kept.map(({ vector }) => vector),
      kept.map(({ metadata }) => metadata),
    );
    for (const chunk of kept) this.stored.set(chunk.id, chunk);
  }

  private take(sources: readonly string[]): number {
    const ids = this.index.idsOf(sources);
    this.index.remove(ids);
    for (const id of ids) this.stored.delete(id);
    return ids.length;
  }

  private assertOpen(method: string): void {
    if (this.isClosed) throw new Error(`MemoryStore.${method}: the store is closed`);
  }
}

/** What the caller does with it is no concern of the store's. */
function copyOf({ id, vector, text, metadata }: StoredChunk): StoredChunk {
  return { id, vector: Float32Array.from(vector), text, metadata: { ...metadata } };
}
