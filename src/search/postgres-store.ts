/**
 * A vector store in PostgreSQL with pgvector: for collections that outgrow one machine, and for
 * several programs that read and write at the same time.
 *
 *   const store = await PostgresStore.open(
 *     { connectionString: "postgres://lab@db.example/lab", table: "town" },
 *     { dimension: 192, model },
 *   );
 *
 * PostgreSQL because it is run everywhere, keeps copies on many machines, and does several
 * statements whole or not at all. Search compares with every vector until createIndex() is called;
 * then it goes through a graph of neighbours (HNSW), which is quicker and may miss one.
 *
 * pgvector: https://github.com/pgvector/pgvector ("HNSW", "Filtering", "Iterative index scans").
 * Malkov & Yashunin 2016, "Efficient and robust approximate nearest neighbor search using
 * Hierarchical Navigable Small World graphs".
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type { Pool } from "pg";
import { assertInteger, inWords } from "../core/check";
import {
  chunkOf,
  COLUMNS,
  condition,
  connect,
  createTables,
  inTransaction,
  keyOf,
  quotedTable,
  storable,
  upsert,
  vectorText,
  type ChunkRow,
} from "./postgres-tables";
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

export interface PostgresPlace {
  /** "postgres://user:password@host:port/database". The server must have pgvector. */
  connectionString: string;
  /** The store's name: a to z, 0 to 9 and _. A database may hold several. */
  table: string;
}

export interface PostgresIndexOptions {
  /** Neighbours of a vector in the graph. Default 16, as in pgvector. */
  m?: number;
  /** Candidates looked at for each while the graph is built. Default 128; pgvector has 64. */
  efConstruction?: number;
}

/** Chunks that chunks() gives at a time. */
const BATCH = 1000;
/** A graph of longer vectors is more than pgvector builds. */
const MAX_INDEXED = 2000;

export class PostgresStore implements VectorStore {
  private ended: Promise<void> | undefined;

  private constructor(
    readonly about: StoreDescription,
    private readonly pool: Pool,
    private readonly table: string,
  ) {}

  /**
   * Opens the store; where there is none, makes an empty one.
   *
   * @throws RangeError where it was filled by another model
   * @throws Error where no server answers, or it has no pgvector
   */
  static async open(
    { connectionString, table }: PostgresPlace,
    { dimension, model }: StoreDescription,
  ): Promise<PostgresStore> {
    checkDescription("PostgresStore.open", { dimension, model });
    const quoted = quotedTable("PostgresStore.open", table);
    const pool = connect(connectionString);
    try {
      const about = { dimension, model };
      const found = await createTables(pool, table, about).catch(explain);
      assertSameDescription("PostgresStore.open", `table ${inWords(table)}`, found, about);
      return new PostgresStore(about, pool, quoted);
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  /**
   * Builds the graph of neighbours, once; rows that come later are put into it as they come. It
   * pays from some ten thousand chunks on.
   */
  async createIndex({ m = 16, efConstruction = 128 }: PostgresIndexOptions = {}): Promise<void> {
    this.assertOpen("createIndex");
    assertInteger("PostgresStore.createIndex", { m }, { min: 2, max: 100 });
    assertInteger("PostgresStore.createIndex", { efConstruction }, { min: 2 * m, max: 1000 });
    const { dimension } = this.about;
    assertInteger("PostgresStore.createIndex", { dimension }, { max: MAX_INDEXED });
    const name = `"${this.table.slice(1, -1)}_hnsw"`;
    await this.pool.query(
      `CREATE INDEX IF NOT EXISTS ${name} ON ${this.table} USING hnsw` +
        ` (embedding vector_ip_ops) WITH (m = ${m}, ef_construction = ${efConstruction})`,
    );
  }

  async add(chunks: readonly StoredChunk[]): Promise<void> {
    this.assertOpen("add");
    checkChunks("PostgresStore.add", this.about, chunks);
    await inTransaction(this.pool, (client) => upsert(client, this.table, chunks));
  }

  async replaceSource(source: string, chunks: readonly StoredChunk[]): Promise<void> {
    this.assertOpen("replaceSource");
    checkChunks("PostgresStore.replaceSource", this.about, chunks);
    checkSource("PostgresStore.replaceSource", source, chunks);
    await inTransaction(this.pool, async (client) => {
      // Two who replace it at once would each take out the old chunks, and both put theirs in.
      await client.query("SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))", [
        ...[this.table, storable(source)],
      ]);
      await client.query(`DELETE FROM ${this.table} WHERE source = $1`, [storable(source)]);
      await upsert(client, this.table, chunks);
    });
  }

  async removeSources(sources: readonly string[]): Promise<number> {
    this.assertOpen("removeSources");
    const { rowCount } = await this.pool.query(
      `DELETE FROM ${this.table} WHERE source = ANY($1::text[])`,
      [sources.map(storable)],
    );
    return rowCount ?? 0;
  }

  async search(query: ArrayLike<number>, options: StoreSearchOptions = {}): Promise<StoreHit[]> {
    this.assertOpen("search");
    checkQuery("PostgresStore.search", this.about, query, options);
    const { k = 10, filter = {} } = options;
    const [where, parameters] = condition(filter, 3);
    // Of rows with length 1 the product is the cosine; <#> is the product's negative.
    const { rows } = await this.pool.query<ChunkRow & { score: number }>(
      `SELECT id, body, metadata, -(embedding <#> $1::vector) AS score FROM ${this.table}` +
        ` WHERE ${where} ORDER BY embedding <#> $1::vector LIMIT $2`,
      [vectorText(query), k, ...parameters],
    );
    return rows.map(({ id, body, metadata, score }) => ({ id, score, text: body, metadata }));
  }

  async get(ids: readonly string[]): Promise<StoredChunk[]> {
    this.assertOpen("get");
    const { rows } = await this.pool.query<ChunkRow>(
      `SELECT ${COLUMNS} FROM ${this.table} WHERE key = ANY($1::bytea[])`,
      [ids.map(keyOf)],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => (found.has(id) ? [chunkOf(found.get(id)!)] : []));
  }

  async *chunks(): AsyncIterable<StoredChunk[]> {
    let last: Buffer = Buffer.alloc(0);
    for (;;) {
      this.assertOpen("chunks");
      const { rows } = await this.pool.query<ChunkRow & { key: Buffer }>(
        `SELECT key, ${COLUMNS} FROM ${this.table} WHERE key > $1 ORDER BY key LIMIT ${BATCH}`,
        [last],
      );
      if (rows.length === 0) return;
      yield rows.map(chunkOf);
      last = rows.at(-1)!.key;
    }
  }

  async count(): Promise<number> {
    this.assertOpen("count");
    const { rows } = await this.pool.query<{ count: string }>(
      `SELECT count(*) AS count FROM ${this.table}`,
    );
    return Number(rows[0]!.count);
  }

  async sources(): Promise<Map<string, string>> {
    this.assertOpen("sources");
    const { rows } = await this.pool.query<{ source: string; hashes: Metadata["hash"][] }>(
      "SELECT source, jsonb_agg(DISTINCT coalesce(metadata -> 'hash', 'null')) AS hashes" +
        ` FROM ${this.table} WHERE source IS NOT NULL GROUP BY source`,
    );
    return new Map(
      rows.map(({ source, hashes: [hash, ...others] }) => {
        return [source, others.length === 0 && typeof hash === "string" ? hash : ""];
      }),
    );
  }

  async close(): Promise<void> {
    await (this.ended ??= this.pool.end());
  }

  private assertOpen(method: string): void {
    if (this.ended) throw new Error(`PostgresStore.${method}: the store is closed`);
  }
}

/** What went wrong, in words of this place. */
function explain(error: Error & { code?: string }): never {
  const { code, message } = error;
  if (code === "ECONNREFUSED" || code === "ENOENT" || code === "ENOTFOUND") {
    throw new Error(`PostgresStore.open: no server answers (${message || code}): is it running?`, {
      cause: error,
    });
  }
  if (/extension "vector"/.test(message)) {
    throw new Error(
      `PostgresStore.open: the server must have pgvector, got: ${message}; install it there` +
        " (on Debian: postgresql-16-pgvector), or have an administrator create the extension",
      { cause: error },
    );
  }
  throw error;
}
