/**
 * A Lance table of chunks: rows of columns on the disk, each change a new version of the table.
 *
 * Everything of LanceDB and Arrow is in this file. Rows are named by a number of their own, so no
 * word of a document is ever part of a query's text: there is nothing to escape.
 *
 * LanceDB: https://lancedb.github.io/lancedb; loaded (66 ms) when a store is opened, not before.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type * as LanceDb from "@lancedb/lancedb";
import type * as Arrow from "apache-arrow";
import { load } from "../engine/load";
import type { Metadata } from "./metadata-filter";
import type { StoredChunk } from "./vector-store";

/** All of a row but its text. */
export interface RowBatch {
  readonly ids: string[];
  readonly metadata: Metadata[];
  /** [N, D] */
  readonly vectors: Float32Array;
  readonly rows: number[];
  /** Where Lance has them, until the table is compacted. */
  readonly addresses: bigint[];
}

type TextData = Arrow.Data<Arrow.Utf8>;

const NAME = "chunks";

export class LanceTable {
  private constructor(
    private readonly database: LanceDb.Connection,
    private readonly table: LanceDb.Table,
    private readonly dimension: number,
  ) {}

  /** Its folder is `chunks.lance` in this one. */
  static async create(folder: string, dimension: number): Promise<LanceTable> {
    const database = await connect(folder);
    const table = await database.createEmptyTable(NAME, schemaOf(dimension));
    return new LanceTable(database, table, dimension);
  }

  static async open(folder: string, dimension: number): Promise<LanceTable> {
    const database = await connect(folder);
    return new LanceTable(database, await database.openTable(NAME), dimension);
  }

  close(): void {
    this.table.close();
    this.database.close();
  }

  count(): Promise<number> {
    return this.table.countRows();
  }

  /** Chunks whose ids are new. The first is row number `first`. */
  async append(chunks: readonly StoredChunk[], first: number): Promise<void> {
    await this.table.add(this.toArrow(chunks, first));
  }

  /** Chunks whose ids may be there already; and in the same step, takes other rows out. */
  async replace(
    chunks: readonly StoredChunk[],
    first: number,
    removed: readonly number[],
  ): Promise<void> {
    if (chunks.length === 0) {
      if (removed.length > 0) await this.table.delete(rowsAre(removed));
      return;
    }
    const merge = this.table.mergeInsert("id").whenMatchedUpdateAll().whenNotMatchedInsertAll();
    const whole =
      removed.length === 0
        ? merge
        : merge.whenNotMatchedBySourceDelete({ where: rowsAre(removed) });
    await whole.execute(this.toArrow(chunks, first));
  }

  /** All rows from number `first` on. */
  async *read(first = 0): AsyncIterable<RowBatch> {
    const columns = ["row", "id", "metadata", "vector"];
    const query = this.table.query().select(columns).withRowId();
    for await (const batch of first > 0 ? query.where(`row >= ${first}`) : query) {
      yield {
        ...addressesOf(batch),
        ids: strings(batch, "id"),
        metadata: strings(batch, "metadata").map((text) => JSON.parse(text) as Metadata),
        vectors: vectorsOf(batch),
      };
    }
  }

  /** Only where the rows from number `first` on are. */
  async *readAddresses(first = 0): AsyncIterable<Pick<RowBatch, "rows" | "addresses">> {
    const query = this.table.query().select(["row"]).withRowId();
    for await (const batch of first > 0 ? query.where(`row >= ${first}`) : query) {
      yield addressesOf(batch);
    }
  }

  /** By id; in no certain order. */
  async texts(addresses: readonly bigint[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    if (addresses.length === 0) return found;
    for await (const batch of this.table.takeRowIds(addresses).select(["id", "text"])) {
      const texts = strings(batch, "text");
      strings(batch, "id").forEach((id, i) => found.set(id, texts[i]!));
    }
    return found;
  }

  /** Whole rows; in no certain order. */
  async chunks(addresses: readonly bigint[]): Promise<Map<string, StoredChunk>> {
    const found = new Map<string, StoredChunk>();
    if (addresses.length === 0) return found;
    const columns = ["id", "text", "metadata", "vector"];
    for await (const batch of this.table.takeRowIds(addresses).select(columns)) {
      const [ids, texts, metadata] = columns.slice(0, 3).map((name) => strings(batch, name));
      const vectors = vectorsOf(batch);
      ids!.forEach((id, i) => {
        const vector = vectors.slice(i * this.dimension, (i + 1) * this.dimension);
        found.set(id, {
          ...{ id, vector, text: texts![i]! },
          metadata: JSON.parse(metadata![i]!) as Metadata,
        });
      });
    }
    return found;
  }

  /** Many small files become few: a new version, beside the old ones. Moves rows. */
  async compact(): Promise<void> {
    await this.table.optimize({ cleanupOlderThan: new Date(0) });
  }

  /** Removes the files of all versions but the newest. */
  async removeOldVersions(): Promise<void> {
    // Nobody else writes, so files that belong to no version are left over from a crash.
    await this.table.optimize({ cleanupOlderThan: new Date(), deleteUnverified: true });
  }

  private toArrow(chunks: readonly StoredChunk[], first: number): Arrow.Table {
    const arrow = load<typeof Arrow>("apache-arrow");
    const schema = schemaOf(this.dimension);
    const length = chunks.length;
    const numbers = new Float32Array(length * this.dimension);
    chunks.forEach(({ vector }, i) => numbers.set(vector, i * this.dimension));
    const rows = BigInt64Array.from(chunks, (_, i) => BigInt(first + i));
    const text = (values: string[]) =>
      arrow.vectorFromArray(values, new arrow.Utf8()).data[0] as Arrow.Data;
    const items = { type: new arrow.Float32(), length: numbers.length, data: numbers };
    const vectorType = schema.fields[4]!.type as Arrow.FixedSizeList<Arrow.Float32>;
    const children: Arrow.Data[] = [
      arrow.makeData({ type: new arrow.Int64(), length, data: rows }),
      text(chunks.map(({ id }) => id)),
      text(chunks.map((chunk) => chunk.text)),
      text(chunks.map(({ metadata }) => JSON.stringify(metadata))),
      arrow.makeData({ type: vectorType, length, child: arrow.makeData(items) }),
    ];
    const type = new arrow.Struct(schema.fields);
    const data = arrow.makeData({ type, length, nullCount: 0, children });
    return new arrow.Table(schema, [new arrow.RecordBatch(schema, data)]);
  }
}

function connect(folder: string): Promise<LanceDb.Connection> {
  // An absolute path: others may be taken for addresses.
  return load<typeof LanceDb>("@lancedb/lancedb").connect(folder);
}

function schemaOf(dimension: number): Arrow.Schema {
  const arrow = load<typeof Arrow>("apache-arrow");
  const text = () => new arrow.Utf8();
  const item = new arrow.Field("item", new arrow.Float32(), true);
  return new arrow.Schema([
    new arrow.Field("row", new arrow.Int64(), false),
    new arrow.Field("id", text(), false),
    new arrow.Field("text", text(), false),
    new arrow.Field("metadata", text(), false),
    new arrow.Field("vector", new arrow.FixedSizeList(dimension, item), false),
  ]);
}

function rowsAre(rows: readonly number[]): string {
  return `row IN (${rows.join(", ")})`;
}

function addressesOf(batch: Arrow.RecordBatch): Pick<RowBatch, "rows" | "addresses"> {
  const rows = batch.getChild("row")!.toArray() as BigInt64Array;
  const addresses = batch.getChild("_rowid")!.toArray() as BigUint64Array;
  return { rows: Array.from(rows, Number), addresses: Array.from(addresses) };
}

/** Read by hand: Arrow's own reading drops a byte order mark that a text begins with. */
function strings(batch: Arrow.RecordBatch, name: string): string[] {
  const { offset, length, valueOffsets, values } = batch.getChild(name)!.data[0]! as TextData;
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return Array.from({ length }, (_, i) => {
    return bytes.toString("utf8", valueOffsets[offset + i], valueOffsets[offset + i + 1]);
  });
}

function vectorsOf(batch: Arrow.RecordBatch): Float32Array {
  const lists = batch.getChild("vector")!;
  return lists.getChildAt<Arrow.Float32>(0)!.toArray() as Float32Array;
}
