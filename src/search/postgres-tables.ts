/**
 * The tables of a PostgresStore, and how chunks become rows of them.
 *
 *   embedding_lab_stores   name, format, dimension, model     one row per store
 *   "town"                 key, id, source, body, metadata, embedding vector(D)
 *
 * The key is a hash of the id, since an index takes no id of any length. All that comes from
 * documents goes to the server beside the statement, as parameters, never inside its text.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { createHash } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { inWords } from "../core/check";
import { load } from "../engine/load";
import { unitLengths } from "./embeddings";
import type { Metadata, MetadataFilter } from "./metadata-filter";
import type { StoreDescription, StoredChunk } from "./vector-store";

const FORMAT = 1;
const TABLE = /^[a-z_][a-z0-9_]{0,49}$/;
/** Candidates that a search in the graph keeps; pgvector's own 40 misses too many. */
const EF_SEARCH = 200;

/** A row as the server gives it back. */
export interface ChunkRow {
  id: string;
  body: string;
  metadata: Metadata;
  /** "[0.6,0.8]" */
  embedding: string;
}

export const COLUMNS = "id, body, metadata, embedding::text AS embedding";

/** The name as it stands in statements. @throws RangeError for other than letters, digits and _ */
export function quotedTable(caller: string, table: string): string {
  if (typeof table === "string" && TABLE.test(table)) return `"${table}"`;
  throw new RangeError(
    `${caller}: table must be 1 to 50 of a to z, 0 to 9 and _, not beginning with a digit,` +
      ` got ${inWords(table)}`,
  );
}

export function connect(connectionString: string): Pool {
  const { Pool } = load<typeof import("pg")>("pg");
  const pool = new Pool({ connectionString, max: 4 });
  // Comes before the connection's first statement. strict_order: where a filter leaves out what the
  // graph finds, it goes on looking.
  const settings = `SET hnsw.ef_search = ${EF_SEARCH}; SET hnsw.iterative_scan = strict_order`;
  pool.on("connect", (client) => void client.query(settings).catch(() => undefined));
  pool.on("error", () => undefined); // an idle connection broke: the next query finds out
  return pool;
}

/**
 * Makes what isn't there yet.
 *
 * @returns what the store was made with
 */
export function createTables(
  pool: Pool,
  table: string,
  { dimension, model }: StoreDescription,
): Promise<StoreDescription> {
  return inTransaction(pool, async (client) => {
    // "IF NOT EXISTS" fails where two come at the same time; so one after the other.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('embedding_lab_stores'))");
    await client.query("CREATE EXTENSION IF NOT EXISTS vector");
    await client.query(
      "CREATE TABLE IF NOT EXISTS embedding_lab_stores (name text PRIMARY KEY," +
        " format integer NOT NULL, dimension integer NOT NULL, model text NOT NULL)",
    );
    const { rows } = await client.query<StoreDescription & { format: number }>(
      "SELECT format, dimension, model FROM embedding_lab_stores WHERE name = $1",
      [table],
    );
    const [found] = rows;
    if (found !== undefined) {
      if (found.format === FORMAT) return { dimension: found.dimension, model: found.model };
      throw new Error(`PostgresStore.open: "${table}" has format ${found.format}, not ${FORMAT}`);
    }
    await client.query(
      `CREATE TABLE "${table}" (key bytea PRIMARY KEY, id text NOT NULL, source text,` +
        ` body text NOT NULL, metadata jsonb NOT NULL, embedding vector(${dimension}) NOT NULL)`,
    );
    await client.query(`CREATE INDEX ON "${table}" USING hash (source)`);
    await client.query("INSERT INTO embedding_lab_stores VALUES ($1, $2, $3, $4)", [
      ...[table, FORMAT, dimension, model],
    ]);
    return { dimension, model };
  });
}

/** All of it, or, where something throws, nothing. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    const isBroken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(isBroken);
    throw error;
  }
}

/** Adds the chunks; one with an id that is there takes that one's place. */
export async function upsert(
  client: PoolClient,
  table: string,
  chunks: readonly StoredChunk[],
): Promise<void> {
  if (chunks.length === 0) return;
  // In the order of the keys: two who add the same at once then wait, and don't block each other.
  const rows = chunks.map((chunk) => ({ ...chunk, key: keyOf(chunk.id) }));
  rows.sort((a, b) => Buffer.compare(a.key, b.key));
  await client.query(
    `INSERT INTO ${table} (key, id, source, body, metadata, embedding)` +
      " SELECT key, id, source, body, metadata::jsonb, embedding::vector" +
      " FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])" +
      " AS t (key, id, source, body, metadata, embedding)" +
      " ON CONFLICT (key) DO UPDATE SET id = excluded.id, source = excluded.source," +
      " body = excluded.body, metadata = excluded.metadata, embedding = excluded.embedding",
    [
      rows.map(({ key }) => key),
      rows.map(({ id }) => id),
      rows.map(({ metadata: { source } }) =>
        typeof source === "string" ? storable(source) : null,
      ),
      rows.map(({ text }) => storable(text)),
      rows.map(({ metadata }) => json(metadata)),
      rows.map(({ vector }) => vectorText(vector)),
    ],
  );
}

export function keyOf(id: string): Buffer {
  return createHash("sha256").update(id, "utf8").digest();
}

/** With length 1, as pgvector reads it. */
export function vectorText(vector: ArrayLike<number>): string {
  const values = Float32Array.from(vector);
  return `[${unitLengths({ shape: [1, values.length], values }).join(",")}]`;
}

export function chunkOf({ id, body, metadata, embedding }: ChunkRow): StoredChunk {
  const vector = Float32Array.from(JSON.parse(embedding) as number[]);
  return { id, vector, text: body, metadata };
}

/**
 * The filter as a condition, its names and values as parameters.
 *
 * @param first the number of its first parameter
 */
export function condition(
  filter: MetadataFilter,
  first: number,
): [text: string, parameters: unknown[]] {
  const parameters: unknown[] = [];
  const parts = Object.entries(filter).map(([name, wanted]) => {
    const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    const number = first + parameters.length;
    parameters.push(storable(name), values.map(json));
    return `metadata -> $${number}::text = ANY($${number + 1}::jsonb[])`;
  });
  return [parts.join(" AND ") || "TRUE", parameters];
}

function json(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(storable(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const clean = Object.entries(value).map(([name, inner]) => {
    return [storable(name), typeof inner === "string" ? storable(inner) : inner];
  });
  return JSON.stringify(Object.fromEntries(clean));
}

/** PostgreSQL's text has no NUL, and no half of a surrogate pair: U+FFFD stands for them. */
export function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
}
