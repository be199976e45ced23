/**
 * The second half of ingesting: chunks → embeddings → store, several files at a time.
 *
 * An encoder is fast with many texts at once, and a store with few large steps; so files are
 * gathered until they have some hundred chunks. While a group is embedded and stored, the files of
 * the next are read. A file is never divided between groups.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type { Metadata } from "../search/metadata-filter";
import type { StoredChunk, VectorStore } from "../search/vector-store";
import { chunkText, type Chunk } from "./chunk";
import type { ChunkEncoder } from "./chunk-encoder";

export interface ChunkedFile {
  source: string;
  hash: string;
  chunks: readonly Chunk[];
  /** Is nothing of it in the store yet? */
  isNew: boolean;
}

/** Chunks of a group, at least; the last file of it may bring more. */
const GROUP = 512;

export class IngestWriter {
  /** How many files and chunks are in the store for certain. */
  readonly stored = { files: 0, chunks: 0 };

  private group: ChunkedFile[] = [];
  private size = 0;
  private storing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: VectorStore,
    private readonly encoder: ChunkEncoder,
  ) {}

  /** Returns when the next file may be read; an error may be that of files added before. */
  async add(file: ChunkedFile): Promise<void> {
    this.group.push(file);
    this.size += file.chunks.length;
    if (this.size >= GROUP) await this.startStoring();
  }

  /** Waits until all files are in the store. */
  async finish(): Promise<void> {
    await this.startStoring();
    await this.storing;
  }

  private async startStoring(): Promise<void> {
    await this.storing;
    const { group } = this;
    this.group = [];
    this.size = 0;
    this.storing = this.storeGroup(group);
    this.storing.catch(() => undefined); // heard of at the next await
  }

  private async storeGroup(group: readonly ChunkedFile[]): Promise<void> {
    const chunks = group.flatMap((file) => file.chunks);
    if (chunks.length === 0) return;
    const vectors = await this.encoder.encode(chunks.map(chunkText));
    assertVectors(vectors, chunks.length, this.encoder.dimension);
    let row = 0;
    const files = group.map(({ chunks, hash, ...file }) => {
      const stored = chunks.map((chunk) => asStored(chunk, vectors[row++]!, hash));
      return { ...file, chunks: stored };
    });
    // Of a new file there is nothing to replace: one step for all of them.
    await this.store.add(files.filter(({ isNew }) => isNew).flatMap(({ chunks }) => chunks));
    for (const { source, isNew, chunks } of files) {
      if (!isNew) await this.store.replaceSource(source, chunks);
    }
    this.stored.files += files.length;
    this.stored.chunks += chunks.length;
  }
}

function asStored(chunk: Chunk, vector: Float32Array, hash: string): StoredChunk {
  const { id, text, source, headings, line, page } = chunk;
  const metadata: Metadata = {
    ...{ source, hash, headings: headings.join(" › ") },
    ...(line !== undefined && { line }),
    ...(page !== undefined && { page }),
  };
  return { id, vector, text, metadata };
}

function assertVectors(vectors: readonly Float32Array[], count: number, size: number): void {
  const isWrong = (vector: Float32Array) =>
    vector.length !== size || !vector.every((value) => Number.isFinite(value));
  if (vectors.length === count && !vectors.some(isWrong)) return;
  const got = vectors.find(isWrong);
  throw new RangeError(
    `ingestFolder: the encoder must give ${count} vectors of ${size} finite numbers, got ` +
      (got ? `one of ${got.length} numbers, not all finite` : `${vectors.length} vectors`),
  );
}
