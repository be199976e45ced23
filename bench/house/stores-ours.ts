/** Our timed processes of bench/stores.ts: file, rows, queries, columns, kind. */
import type * as LanceDb from "@lancedb/lancedb";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "../../src/engine/load";
import { FlatIndex } from "../../src/search/flat-index";
import { LanceStore } from "../../src/search/lance-store";
import { PostgresStore } from "../../src/search/postgres-store";
import type { StoredChunk, VectorStore } from "../../src/search/vector-store";
import { startPostgres, type PostgresServer } from "../../test/support/postgres-server";
import type { Measurement } from "./measure";

const BATCH = 1000;
const ABOUT_MODEL = "bench";
const TEXT = "A passage of an encyclopedia, as long as most of them are. ".repeat(10).slice(0, 590);

interface Filled {
  search(query: Float32Array): Promise<string[]>;
  /** Seconds to open what was filled; below 0 where that isn't a step. */
  open: number;
  close(): Promise<void>;
}

const [file, ...numbers] = process.argv.slice(2);
const [rows, allQueries, columns] = numbers.slice(0, 3).map(Number) as [number, number, number];
const kind = numbers[3]!;
/** Of LanceDB's slow way, fewer are enough. */
const queries = kind === "LanceDB flat" ? Math.ceil(allQueries / 10) : allQueries;
const { buffer, byteOffset } = readFileSync(file!);
const values = new Float32Array(buffer as ArrayBuffer, byteOffset, (rows + allQueries) * columns);
const folder = mkdtempSync(join(tmpdir(), "bench-stores-"));
/** PostgreSQL works in processes of its own. */
const secondsOf = kind.startsWith("Postgres") ? () => performance.now() / 1000 : processorSeconds;

async function measure(): Promise<Measurement> {
  const truth = exactNeighbours();
  const began = secondsOf();
  const filled = await fill();
  const took = secondsOf() - began - Math.max(0, filled.open);
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let found = 0;
  for (let i = 0; i < queries; i++) {
    const query = vector(rows + i);
    const [start, cpu] = [performance.now(), secondsOf()];
    const ids = await filled.search(query);
    seconds.push((performance.now() - start) / 1000);
    cpuSeconds.push(secondsOf() - cpu);
    found += ids.filter((id) => truth[i]!.has(id)).length;
  }
  await filled.close();
  return {
    ...{ seconds, cpuSeconds, version: `Node ${process.versions.node}` },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    result: { fill: took, open: filled.open, recall: found / (10 * queries) },
  };
}

function fill(): Promise<Filled> {
  if (kind === "FlatIndex") return fillFlat();
  if (kind === "LanceStore") return fillLance();
  if (kind.startsWith("LanceDB")) return fillLanceDb(kind.endsWith("HNSW_SQ"));
  return fillPostgres(kind.endsWith("HNSW"));
}

async function fillFlat(): Promise<Filled> {
  const index = flatIndex();
  const search = async (query: Float32Array) => index.search(query).map(({ id }) => String(id));
  return { search, open: -1, close: async () => undefined };
}

async function fillLance(): Promise<Filled> {
  const about = { dimension: columns, model: ABOUT_MODEL };
  const filling = await LanceStore.open(folder, about);
  await addAll(filling);
  await filling.close();
  const began = secondsOf();
  const store = await LanceStore.open(folder, about);
  return asFilled(store, secondsOf() - began);
}

/** The library's own search, through its Node package: without an index, and with one. */
async function fillLanceDb(hasIndex: boolean): Promise<Filled> {
  const lance = load<typeof LanceDb>("@lancedb/lancedb");
  const database = await lance.connect(folder);
  const records = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => {
      return { id: String(from + i), text: TEXT, vector: Array.from(vector(from + i)) };
    });
  const table = await database.createTable("bench", records(0, BATCH));
  for (let at = BATCH; at < rows; at += BATCH) {
    await table.add(records(at, Math.min(rows, at + BATCH)));
  }
  if (hasIndex) {
    const config = lance.Index.hnswSq({ distanceType: "cosine", numPartitions: 1 });
    await table.createIndex("vector", { config });
  }
  const search = async (query: Float32Array) => {
    const search = table.vectorSearch(query).distanceType("cosine").ef(200).limit(10);
    const found = await search.select(["id", "text", "_distance"]).toArray();
    return found.map(({ id }: { id: string }) => id);
  };
  return { search, open: -1, close: async () => table.close() };
}

async function fillPostgres(hasIndex: boolean): Promise<Filled> {
  const server: PostgresServer = await startPostgres();
  const { connectionString } = server;
  const about = { dimension: columns, model: ABOUT_MODEL };
  const store = await PostgresStore.open({ connectionString, table: "bench" }, about);
  await addAll(store);
  if (hasIndex) await store.createIndex();
  const filled = asFilled(store, -1);
  return { ...filled, close: () => filled.close().then(() => server.stop()) };
}

async function addAll(store: VectorStore): Promise<void> {
  for (let at = 0; at < rows; at += BATCH) {
    const size = Math.min(rows, at + BATCH) - at;
    await store.add(Array.from({ length: size }, (_, i) => chunk(at + i)));
  }
}

function chunk(row: number): StoredChunk {
  const metadata = { source: `passage-${row >> 3}.md`, hash: "0123456789abcdef", line: row & 7 };
  return { id: String(row), vector: vector(row), text: `${row} ${TEXT}`, metadata };
}

function asFilled(store: VectorStore, open: number): Filled {
  const search = async (query: Float32Array) => (await store.search(query)).map(({ id }) => id);
  return { search, open, close: () => store.close() };
}

function exactNeighbours(): Set<string>[] {
  const index = flatIndex();
  return Array.from({ length: queries }, (_, i) => {
    return new Set(index.search(vector(rows + i)).map(({ id }) => String(id)));
  });
}

function flatIndex(): FlatIndex {
  const index = new FlatIndex();
  const ids = Array.from({ length: rows }, (_, row) => row);
  index.add(ids, { shape: [rows, columns], values: values.subarray(0, rows * columns) });
  return index;
}

function vector(row: number): Float32Array {
  return values.subarray(row * columns, (row + 1) * columns);
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

measure()
  .then((measured) => console.log(JSON.stringify(measured)))
  .finally(() => rmSync(folder, { recursive: true, force: true }))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
