import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Client } from "pg";
import { createRng } from "../../src/core/rng";
import { MemoryStore } from "../../src/search/memory-store";
import { PostgresStore } from "../../src/search/postgres-store";
import type { VectorStore } from "../../src/search/vector-store";
import { startPostgres, whyNoPostgres, type PostgresServer } from "../support/postgres-server";
import { ABOUT, assertHolds, chunk, documentChunks, storeContract } from "./store-contract";

const skip = whyNoPostgres();
let server: PostgresServer | undefined;
before(async () => {
  if (!skip) server = await startPostgres();
});
after(() => server?.stop());

let made = 0;
const tables = new WeakMap<VectorStore, string>();
async function openTable(table: string, about = ABOUT): Promise<PostgresStore> {
  const { connectionString } = server!;
  const store = await PostgresStore.open({ connectionString, table }, about);
  tables.set(store, table);
  return store;
}

/** Run beside the stores. */
async function statement(text: string): Promise<string> {
  const client = new Client({ connectionString: server!.connectionString });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return JSON.stringify(rows);
}

/** How the server would search. */
function plan(table: string): Promise<string> {
  const query = `[${Array.from({ length: 16 }, () => 1)}]`;
  return statement(`EXPLAIN SELECT id FROM "${table}" ORDER BY embedding <#> '${query}' LIMIT 10`);
}

storeContract("PostgresStore", {
  create: (about) => openTable(`store_${made++}`, about),
  reopen: async (store, about = store.about) => {
    await store.close();
    return openTable(tables.get(store)!, about);
  },
  skip,
});

describe("PostgresStore", { skip }, () => {
  it("holds several stores in a database, each of its own model", async () => {
    const [a, b] = [
      await openTable("one", { dimension: 2, model: "a" }),
      await openTable("two", { dimension: 3, model: "b" }),
    ];
    await a.add([chunk("x", [1, 0])]);
    await b.add([chunk("x", [0, 0, 1])]);
    await assertHolds(a, [chunk("x", [1, 0])]);
    await assertHolds(b, [chunk("x", [0, 0, 1])]);
    await Promise.all([a.close(), b.close()]);
  });
  it("is opened, and written to, by several at the same time", async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => openTable("shared")));
    const rng = createRng(1);
    const versions = stores.map((_, i) => documentChunks("s", 3 + i, rng, `h${i}`));
    const others = documentChunks("t", 500, rng);
    await Promise.all(
      stores.flatMap((store, i) => [
        store.replaceSource("s", versions[i]!),
        store.add(i % 2 === 0 ? others : [...others].reverse()),
      ]),
    );
    const hash = (await stores[0]!.sources()).get("s")!;
    const last = versions[Number(hash.slice(1))]; // "" where two versions are mixed
    assert.ok(last, `hash ${hash}`);
    await assertHolds(stores[3]!, [...last, ...others]);
    await Promise.all(stores.map((store) => store.close()));
  });
  it("writes U+FFFD for what its text can't hold", async () => {
    const store = await openTable("odd");
    const odd = chunk("a", [1, 0, 0, 0], { source: "s\0", "n\0": "\ud800 \0" });
    await store.add([{ ...odd, text: "a\0b\udfff" }]);
    const clean = { source: "s\ufffd", "n\ufffd": "\ufffd \ufffd" };
    const [got] = await store.get(["a"]);
    assert.deepEqual([got!.text, got!.metadata], ["a\ufffdb\ufffd", clean]);
    assert.equal((await store.search([1, 0, 0, 0], { filter: { source: "s\0" } })).length, 1);
    assert.equal(await store.removeSources(["s\0"]), 1);
    await store.close();
  });
  it("finds 97 of 100 through its graph of neighbours, and all that a filter wants", async () => {
    const about = { dimension: 16, model: "m" };
    const exact = MemoryStore.create(about);
    let store = await openTable("graph", about);
    const rng = createRng(2);
    const centres = Array.from({ length: 40 }, () =>
      Array.from({ length: 16 }, () => rng.normal()),
    );
    const near = () => rng.pick(centres).map((value) => value + 0.5 * rng.normal());
    const chunks = Array.from({ length: 3000 }, (_, i) =>
      chunk(`c${i}`, near(), { part: i % 300 }),
    );
    await Promise.all([store.add(chunks.slice(0, 2500)), exact.add(chunks)]);
    assert.doesNotMatch(await plan("graph"), /graph_hnsw/);
    await store.createIndex();
    await store.createIndex();
    await store.add(chunks.slice(2500));
    assert.match(await plan("graph"), /Index Scan using graph_hnsw/);
    let found = 0;
    for (let i = 0; i < 50; i++) {
      const query = near();
      const wanted = new Set((await exact.search(query)).map(({ id }) => id));
      for (const { id } of await store.search(query)) if (wanted.has(id)) found++;
    }
    assert.ok(found >= 0.97 * 500, `${found} of 500`);
    const filter = { part: 7 };
    const wanted = (await exact.search(near(), { filter })).map(({ id }) => id).sort();
    assert.equal(wanted.length, 10);
    const all = async () => (await store.search(near(), { filter })).map(({ id }) => id).sort();
    assert.deepEqual(await all(), wanted);
    await store.close();
    // The server would rather compare with each; now it has to go through the graph.
    await statement("ALTER DATABASE postgres SET enable_seqscan = off");
    store = await openTable("graph", about);
    assert.deepEqual(await all(), wanted);
    await store.close();
    await statement("ALTER DATABASE postgres RESET enable_seqscan");
  });
  it("says what is wrong with the server, the table or the index", async () => {
    const { connectionString } = server!;
    const at = (place: Partial<{ connectionString: string; table: string }>) =>
      PostgresStore.open({ connectionString, table: "t", ...place }, ABOUT);
    for (const table of ['a"; DROP TABLE one; --', "", "A", "1a", "x".repeat(51)]) {
      await assert.rejects(at({ table }), /table must be 1 to 50 of a to z/);
    }
    await assert.rejects(
      at({ connectionString: "postgres://lab@127.0.0.1:1/lab" }),
      /no server answers \(.*ECONNREFUSED.*\): is it running\?/,
    );
    const store = await openTable("wrong");
    await assert.rejects(store.createIndex({ m: 1 }), /m must be a whole number from 2/);
    await store.close();
  });
});
