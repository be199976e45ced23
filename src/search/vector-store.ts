/**
 * A vector store: chunks of documents with their vectors, kept and searched.
 *
 *   score(q, d) = q · d / (|q| |d|)      the cosine; 0 for a vector of zeros
 *
 * One interface, and behind it memory (MemoryStore), a folder on this machine (LanceStore) or a
 * database server for many machines (PostgresStore). All three are held to it by one file of tests.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import { assertFilter, type Metadata, type MetadataFilter } from "./metadata-filter";

/** A piece of a document, and its place in the space of embeddings. */
export interface StoredChunk {
  /** At most 1,000 characters, of any kind but NUL. */
  readonly id: string;
  /** [D]. Kept with length 1 (zeros stay zeros): so get and chunks give it back. */
  readonly vector: Float32Array;
  readonly text: string;
  /** What filters look at. `source` (the document) and `hash` (its content) have a meaning here. */
  readonly metadata: Metadata;
}

export interface StoreDescription {
  /** D, numbers per vector. */
  readonly dimension: number;
  /** The fingerprint of the encoder that made the vectors: those of two can't be compared. */
  readonly model: string;
}

/** One chunk found. */
export interface StoreHit {
  readonly id: string;
  /** The cosine, −1 to 1; larger is nearer. */
  readonly score: number;
  readonly text: string;
  readonly metadata: Metadata;
}

export interface StoreSearchOptions {
  /** How many chunks to return at most. Default 10. */
  k?: number;
  /** Only chunks with these metadata. Default: all. */
  filter?: MetadataFilter;
}

/**
 * Each call changes all that it is to change, or, where it throws or the process dies, nothing.
 * When its promise is fulfilled, the change is as safe as the store can make it: on the disk,
 * where there is one.
 */
export interface VectorStore {
  readonly about: StoreDescription;

  /**
   * Adds the chunks; one with an id that is there takes that one's place.
   *
   * @throws RangeError or TypeError where a chunk is wrong or an id comes twice
   */
  add(chunks: readonly StoredChunk[]): Promise<void>;

  /**
   * Puts these chunks in the place of all whose metadata.source is `source`.
   *
   * @param chunks each with this source; none of them takes the source out
   */
  replaceSource(source: string, chunks: readonly StoredChunk[]): Promise<void>;

  /** Takes out all chunks of these sources. @returns how many chunks that were */
  removeSources(sources: readonly string[]): Promise<number>;

  /** The nearest chunks, nearest first. @param query [D] */
  search(query: ArrayLike<number>, options?: StoreSearchOptions): Promise<StoreHit[]>;

  /** The chunks with these ids, in this order; those that aren't there are left out. */
  get(ids: readonly string[]): Promise<StoredChunk[]>;

  /** All chunks, in batches, in no certain order; for an index of words built beside the store. */
  chunks(): AsyncIterable<StoredChunk[]>;

  count(): Promise<number>;

  /**
   * source → metadata.hash of its chunks: by it an ingest sees which files have changed. "" where
   * they have none, or not all the same. Chunks without a source are left out.
   */
  sources(): Promise<Map<string, string>>;

  /** Any call after it throws, but for close itself. */
  close(): Promise<void>;
}

const MAX_ID = 1000;

/** @throws RangeError or TypeError, naming the first chunk that is wrong */
export function checkChunks(
  caller: string,
  { dimension }: StoreDescription,
  chunks: readonly StoredChunk[],
): void {
  if (!Array.isArray(chunks)) {
    throw new TypeError(`${caller}: chunks must be an array, got ${inWords(chunks)}`);
  }
  const ids = new Set<string>();
  for (const [i, { id, vector, text, metadata }] of chunks.entries()) {
    const refuse = (what: string, got: unknown): never => {
      throw new RangeError(`${caller}: chunk ${i}: ${what}, got ${inWords(got)}`);
    };
    if (!isWellFormed(id) || id === "" || id.length > MAX_ID) {
      refuse(`id must be 1 to ${MAX_ID} characters, without NUL or half a surrogate pair`, id);
    }
    if (ids.has(id)) refuse("ids must differ", `${id} twice`);
    ids.add(id);
    if (typeof text !== "string") refuse("text must be a string", text);
    if (vector?.length !== dimension) {
      refuse(`vector must have ${dimension} numbers, as the store has`, vector?.length);
    }
    for (const value of vector) {
      if (!Number.isFinite(value)) refuse("vector must be finite", value);
    }
    if (typeof metadata !== "object" || metadata === null) {
      refuse("metadata must be { name: value, … }", metadata);
    }
    for (const [name, value] of Object.entries(metadata)) {
      const isRight = typeof value === "number" ? Number.isFinite(value) : isScalar(value);
      if (!isRight) {
        refuse(`metadata ${inWords(name)} must be a string, finite number or truth value`, value);
      }
    }
  }
}

/** For replaceSource: are all of this source? */
export function checkSource(caller: string, source: string, chunks: readonly StoredChunk[]): void {
  if (typeof source !== "string") {
    throw new TypeError(`${caller}: source must be a string, got ${inWords(source)}`);
  }
  const other = chunks.find(({ metadata }) => metadata["source"] !== source);
  if (other === undefined) return;
  throw new RangeError(
    `${caller}: metadata.source of every chunk must be ${inWords(source)},` +
      ` got ${inWords(other.metadata["source"])} in ${inWords(other.id)}`,
  );
}

/** Is it a question that every store can answer? */
export function checkQuery(
  caller: string,
  { dimension }: StoreDescription,
  query: ArrayLike<number>,
  { k = 10, filter }: StoreSearchOptions,
): void {
  assertInteger(caller, { k }, { min: 1 });
  if (filter !== undefined) assertFilter(caller, filter);
  if (query?.length !== dimension) {
    throw new RangeError(
      `${caller}: query must have ${dimension} numbers, as the store has, got ${query?.length}`,
    );
  }
  const wrong = Array.from(query).find((value) => !Number.isFinite(value));
  if (wrong !== undefined) {
    throw new RangeError(`${caller}: query must be finite, got ${inWords(wrong)}`);
  }
}

/** What a store is opened with. */
export function checkDescription(caller: string, { dimension, model }: StoreDescription): void {
  assertInteger(caller, { dimension }, { min: 1 });
  if (typeof model === "string" && model !== "") return;
  throw new RangeError(
    `${caller}: model must be the encoder's fingerprint, not empty, got ${inWords(model)}`,
  );
}

/**
 * A store may only be used with the model that filled it.
 *
 * @param place the store as its user knows it, such as its folder
 * @param found what it was made with
 * @throws RangeError saying what differs, and what to do
 */
export function assertSameDescription(
  caller: string,
  place: string,
  found: StoreDescription,
  wanted: StoreDescription,
): void {
  if (found.dimension === wanted.dimension && found.model === wanted.model) return;
  const inShort = ({ dimension, model }: StoreDescription) =>
    `${dimension} numbers of model ${inWords(model)}`;
  throw new RangeError(
    `${caller}: ${place} must hold vectors of the model in use (${inShort(wanted)}), got` +
      ` ${inShort(found)}; open it with the encoder it was made with, or ingest into a new store`,
  );
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean";
}

/** Would it be the same after a trip through UTF-8 and a database? */
function isWellFormed(id: unknown): id is string {
  return typeof id === "string" && !/[\0\p{Surrogate}]/u.test(id);
}
