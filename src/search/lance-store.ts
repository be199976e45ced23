/**
 * A vector store in a folder: what is added stays, whatever happens to the program.
 *
 *   const store = await LanceStore.open("town.store", { dimension: 192, model });
 *   await ingestFolder("town", { store, encoder });
 *   await store.close();
 *
 * Rows lie on the disk in a Lance table (LanceDB), where each change is one version, there whole or
 * not at all; commit-records.ts sees to it that a version reported as done outlives a power
 * failure. Vectors and metadata are read into memory on opening, since comparing with every vector
 * there is exact and quicker than LanceDB's search: bench/README.md has the times. So the store
 * serves as many chunks as fit in memory (a million of 192 numbers: 0.8 GB); PostgresStore is for
 * more. Texts stay on the disk until they are found.
 *
 * One process at a time: a second is refused, with the number of the first; the lock of one that
 * died is taken over. In one process, opening a folder again gives the same store.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { mkdir, realpath } from "node:fs/promises";
import { inWords } from "../core/check";
import { ChunkIndex } from "./chunk-index";
import { unitLengths } from "./embeddings";
import { LanceFolder } from "./lance-folder";
import type { LanceTable } from "./lance-table";
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

export interface LanceStoreOptions {
  /** Hears what was mended on opening. Default: console.warn. */
  onWarning?: (message: string) => void;
}

/** Where a chunk's row is. */
interface Place {
  row: number;
  address: bigint;
}

/** Chunks that chunks() gives at a time. */
const BATCH = 1000;
/** Versions after which small files are joined, and old versions removed. */
const MANY_VERSIONS = 64;
const CLOSED = "is closed";

/** Those open in this process, by the folder's real path. */
const openStores = new Map<string, { store: Promise<LanceStore>; users: number }>();

export class LanceStore implements VectorStore {
  private readonly index = new ChunkIndex();
  private readonly places = new Map<string, Place>();
  private nextRow = 0;
  private queue: Promise<unknown> = Promise.resolve();
  /** Why it can't be used any more. */
  private ended: string | undefined;
  private folder!: LanceFolder;

  private constructor(
    readonly about: StoreDescription,
    private readonly key: string,
    private readonly warn: (message: string) => void,
  ) {}

  /**
   * Opens the store in a folder; where there is none, makes an empty one.
   *
   * @param about the model in use
   * @throws RangeError where another model filled the store, or the folder holds other things
   * @throws Error where another process has it open, or it is damaged
   */
  static async open(
    folder: string,
    about: StoreDescription,
    { onWarning = console.warn }: LanceStoreOptions = {},
  ): Promise<LanceStore> {
    const { dimension, model } = about;
    checkDescription("LanceStore.open", about);
    if (typeof folder !== "string" || folder === "") {
      throw new TypeError(`LanceStore.open: folder must be a path, got ${inWords(folder)}`);
    }
    await mkdir(folder, { recursive: true });
    const key = await realpath(folder);
    const shared = openStores.get(key);
    if (shared !== undefined) {
      shared.users++;
      const store = await shared.store;
      try {
        assertSameDescription("LanceStore.open", inWords(folder), store.about, about);
        return store;
      } catch (error) {
        await store.close(); // as far as this user is concerned
        throw error;
      }
    }
    const made = new LanceStore({ dimension, model }, key, onWarning);
    const store = made.load();
    openStores.set(key, { store, users: 1 });
    store.catch(() => openStores.delete(key));
    return store;
  }

  async add(chunks: readonly StoredChunk[]): Promise<void> {
    this.assertOpen("add");
    checkChunks("LanceStore.add", this.about, chunks);
    const kept = chunks.map(keptForm);
    await this.inTurn("add", () => this.change(kept, []));
  }

  async replaceSource(source: string, chunks: readonly StoredChunk[]): Promise<void> {
    this.assertOpen("replaceSource");
    checkChunks("LanceStore.replaceSource", this.about, chunks);
    checkSource("LanceStore.replaceSource", source, chunks);
    const kept = chunks.map(keptForm);
    await this.inTurn("replaceSource", () => this.change(kept, this.index.idsOf([source])));
  }

  removeSources(sources: readonly string[]): Promise<number> {
    return this.inTurn("removeSources", async () => {
      const ids = this.index.idsOf(sources);
      await this.change([], ids);
      return ids.length;
    });
  }

  async search(query: ArrayLike<number>, options: StoreSearchOptions = {}): Promise<StoreHit[]> {
    this.assertOpen("search");
    checkQuery("LanceStore.search", this.about, query, options);
    return this.inTurn("search", async () => {
      const hits = this.index.search(query, options);
      const texts = await this.folder.table.texts(this.addressesOf(hits.map(({ id }) => id)));
      return hits.map(({ id, score }) => {
        return { id, score, text: texts.get(id)!, metadata: { ...this.index.metadataOf(id) } };
      });
    });
  }

  get(ids: readonly string[]): Promise<StoredChunk[]> {
    return this.inTurn("get", async () => {
      const present = ids.filter((id) => this.index.has(id));
      const found = await this.folder.table.chunks(this.addressesOf(present));
      return present.map((id) => found.get(id)!);
    });
  }

  async *chunks(): AsyncIterable<StoredChunk[]> {
    this.assertOpen("chunks");
    const ids = [...this.index.ids()];
    for (let from = 0; from < ids.length; from += BATCH) {
      yield await this.get(ids.slice(from, from + BATCH));
    }
  }

  count(): Promise<number> {
    return this.inTurn("count", async () => this.index.size);
  }

  sources(): Promise<Map<string, string>> {
    return this.inTurn("sources", async () => this.index.sources());
  }

  async close(): Promise<void> {
    const shared = openStores.get(this.key);
    if (this.ended === CLOSED || shared === undefined) return;
    if (--shared.users > 0) return;
    this.ended = CLOSED;
    openStores.delete(this.key);
    await this.queue;
    await this.folder.close();
  }

  private async load(): Promise<LanceStore> {
    const read = async (table: LanceTable) => {
      for await (const { ids, metadata, vectors, rows, addresses } of table.read()) {
        const shape = [ids.length, this.about.dimension] as const;
        this.index.put(ids, { shape, values: vectors }, metadata);
        ids.forEach((id, i) => this.places.set(id, { row: rows[i]!, address: addresses[i]! }));
        for (const row of rows) this.nextRow = Math.max(this.nextRow, row + 1);
      }
      const rows = await table.count();
      if (rows !== this.index.size) throw new Error(`${rows} rows of ${this.index.size} ids`);
    };
    this.folder = await LanceFolder.open(this.key, this.about, read, this.warn);
    return this;
  }

  /** Puts chunks in, and takes others out, in one step. */
  private async change(chunks: readonly StoredChunk[], removed: readonly string[]): Promise<void> {
    if (chunks.length === 0 && removed.length === 0) return;
    const { table, records } = this.folder;
    const first = this.nextRow;
    const places = new Map<number, bigint>();
    try {
      const isNew = removed.length === 0 && !chunks.some(({ id }) => this.index.has(id));
      if (isNew) await table.append(chunks, first);
      else await table.replace(chunks, first, this.rowsOf(removed));
      await records.commit();
      if (chunks.length > 0) await readPlaces(table, first, places);
    } catch (error) {
      // The table may be ahead of what is in memory.
      this.ended = "has failed while writing: close it and open it again";
      throw error;
    }
    this.nextRow = first + chunks.length;
    this.index.remove(removed);
    for (const id of removed) this.places.delete(id);
    const vectors = chunks.map(({ vector }) => vector);
    const ids = chunks.map(({ id }) => id);
    this.index.put(
      ids,
      vectors,
      chunks.map(({ metadata }) => metadata),
    );
    ids.forEach((id, i) =>
      this.places.set(id, { row: first + i, address: places.get(first + i)! }),
    );
    if ((await records.numVersions()) >= MANY_VERSIONS) await this.compact();
  }

  /** What fails here costs room on the disk, but no chunk. */
  private async compact(): Promise<void> {
    const { table, records } = this.folder;
    try {
      await table.compact();
      await records.commit();
      const addresses = new Map<number, bigint>();
      await readPlaces(table, 0, addresses);
      for (const place of this.places.values()) place.address = addresses.get(place.row)!;
      await records.keepNewestOnly();
      await table.removeOldVersions();
    } catch (error) {
      this.ended = "has failed while tidying up: close it and open it again";
      this.warn(`LanceStore: tidying up failed, all chunks are there: ${String(error)}`);
    }
  }

  private rowsOf(ids: readonly string[]): number[] {
    return ids.map((id) => this.places.get(id)!.row);
  }

  private addressesOf(ids: readonly string[]): bigint[] {
    return ids.map((id) => this.places.get(id)!.address);
  }

  /** One thing after another: what is found belongs to one state of the store. */
  private async inTurn<T>(method: string, work: () => Promise<T>): Promise<T> {
    this.assertOpen(method);
    const turn = this.queue.then(() => {
      if (this.ended !== CLOSED) this.assertOpen(method);
      return work();
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private assertOpen(method: string): void {
    if (this.ended !== undefined) throw new Error(`LanceStore.${method}: the store ${this.ended}`);
  }
}

async function readPlaces(
  table: LanceTable,
  first: number,
  places: Map<number, bigint>,
): Promise<void> {
  for await (const { rows, addresses } of table.readAddresses(first)) {
    rows.forEach((row, i) => places.set(row, addresses[i]!));
  }
}

/** With length 1, and no longer the caller's. */
function keptForm({ id, vector, text, metadata }: StoredChunk): StoredChunk {
  const unit = unitLengths({ shape: [1, vector.length], values: vector });
  return { id, vector: unit, text, metadata: { ...metadata } };
}
