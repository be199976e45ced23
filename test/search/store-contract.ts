/** What every vector store must do, whatever is behind it: the claims of VectorStore. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { createRng, type Rng } from "../../src/core/rng";
import { bestRows } from "../../src/search/hit";
import {
  matchesFilter,
  type Metadata,
  type MetadataFilter,
} from "../../src/search/metadata-filter";
import type {
  StoreDescription,
  StoredChunk,
  StoreHit,
  VectorStore,
} from "../../src/search/vector-store";
import { cosineOfVectors } from "../../src/similarity/cosine";

export const ABOUT: StoreDescription = { dimension: 4, model: "model-a" };

export interface StoreUnderTest {
  /** A new, empty store. */
  create(about: StoreDescription): Promise<VectorStore>;
  /** Closes the store and opens what was kept of it. */
  reopen(store: VectorStore, about?: StoreDescription): Promise<VectorStore>;
  /** Why it can't be tested here, or false. */
  skip?: string | false;
}

/** Names that break whatever pastes them into a query, a pattern or a path. */
export const AWKWARD = [
  ...["it's", "''", "' OR '1'='1", "a\\b", "\\'", "\\", '"quoted"', "`tick`", "a--b", "-- c"],
  ...["/* c */", "*/", "#", "; DROP TABLE chunks;", "100%", "%", "_", "a_c", "abc", "$1", "${x}"],
  ...[":name", "?", "ä", "a\u0308", "ß", "SS", "ss", "日本", "😀", "\u202e", "\u200b", " ", "  "],
  ...[
    "a ",
    " a",
    "A",
    "a",
    "\t",
    "\n",
    "a\nb",
    "null",
    "NULL",
    "0",
    "00",
    "1e3",
    "true",
    "{}",
    "[]",
  ],
  ...["../a", "C:\\a", "\ufeff", "__proto__", "constructor", "toString", "x".repeat(1000)],
];

export function chunk(id: string, vector: number[], metadata: Metadata = {}): StoredChunk {
  return { id, vector: Float32Array.from(vector), text: `text of ${id}`, metadata };
}

/** The chunks of a small document. */
export function documentChunks(source: string, count: number, rng: Rng, hash = "h"): StoredChunk[] {
  return Array.from({ length: count }, (_, i) => {
    const vector = Array.from({ length: 4 }, () => rng.normal());
    return chunk(`${source}#${i}`, vector, { source, hash, line: i });
  });
}

/** All that is in it, by id. */
export async function contents(store: VectorStore): Promise<Map<string, StoredChunk>> {
  const found = new Map<string, StoredChunk>();
  for await (const batch of store.chunks()) {
    for (const one of batch) {
      assert.ok(!found.has(one.id), `${one.id} comes twice`);
      found.set(one.id, one);
    }
  }
  assert.equal(await store.count(), found.size);
  return found;
}

/** Are these all, with these texts, metadata and (up to their length) vectors? */
export async function assertHolds(store: VectorStore, wanted: Iterable<StoredChunk>) {
  const found = await contents(store);
  const list = [...wanted];
  assert.deepEqual([...found.keys()].sort(), list.map(({ id }) => id).sort());
  for (const { id, text, metadata, vector } of list) {
    const got = found.get(id)!;
    assert.deepEqual([got.text, got.metadata], [text, metadata]);
    assert.ok(cosineOfVectors(got.vector, vector) > 1 - 1e-6, `vector of ${id}`);
  }
}

export function storeContract(name: string, { create, reopen, skip = false }: StoreUnderTest) {
  describe(`${name} as a VectorStore`, { skip }, () => {
    const open: VectorStore[] = [];
    const made = async (about = ABOUT) => {
      const store = await create(about);
      open.push(store);
      return store;
    };
    const again = async (store: VectorStore, about?: StoreDescription) => {
      const reopened = await reopen(store, about);
      open.push(reopened);
      return reopened;
    };
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close();
    });

    it("ranks by the cosine, worked out by hand", async () => {
      const store = await made({ dimension: 2, model: "m" });
      await store.add([
        chunk("east", [2, 0]),
        chunk("north", [0, 5]),
        chunk("up", [3, 4], { source: "s", line: 3, isOld: true }),
        chunk("nowhere", [0, 0]),
        chunk("back", [-4, -3]),
      ]);
      const hits = await store.search([8, 6]);
      assert.deepEqual(
        hits.map(({ id }) => id),
        ["up", "east", "north", "nowhere", "back"],
      );
      [0.96, 0.8, 0.6, 0, -1].forEach((score, i) => {
        assert.ok(Math.abs(hits[i]!.score - score) < 1e-6, `${hits[i]!.score} for ${score}`);
      });
      const { text, metadata } = hits[0]!;
      assert.deepEqual([text, metadata], ["text of up", { source: "s", line: 3, isOld: true }]);
      assert.deepEqual(Object.keys(hits[0]!).sort(), ["id", "metadata", "score", "text"]);
      const best = await store.search([8, 6], { k: 2 });
      assert.deepEqual(best, hits.slice(0, 2));
      assert.deepEqual(
        (await store.search([0, 0])).map(({ score }) => score + 0),
        [0, 0, 0, 0, 0],
      );
    });

    it("gives chunks back as they came, with vectors of length 1", async () => {
      const store = await made({ dimension: 2, model: "m" });
      const metadata = { source: "a", hash: "1", page: 2.5, line: -1, isOld: false, empty: "" };
      await store.add([{ ...chunk("up", [3, 4], metadata), text: "ü\n'\"\\ 日本 😀" }]);
      await store.add([chunk("bare", [0, 0])]);
      for (const reopened of [false, true]) {
        const one = reopened ? await again(store) : store;
        const [bare, up, ...others] = await one.get(["bare", "none", "up"]);
        assert.deepEqual(others, []);
        assert.deepEqual([up!.id, up!.text, up!.metadata], ["up", "ü\n'\"\\ 日本 😀", metadata]);
        assert.ok(up!.vector instanceof Float32Array);
        [0.6, 0.8].forEach((value, j) => assert.ok(Math.abs(up!.vector[j]! - value) < 1e-6));
        assert.deepEqual([bare!.metadata, [...bare!.vector]], [{}, [0, 0]]);
        assert.equal(await one.count(), 2);
      }
    });

    it("finds what comparing with each finds, with and without filters", async () => {
      const store = await made();
      const rng = createRng(1);
      const all: StoredChunk[] = [];
      for (let i = 0; i < 60; i++) {
        const kind = rng.pick(["shop", "river", "hill"]);
        const metadata = { source: `s${i % 7}`, kind, year: 1900 + (i % 3), isOld: i % 2 === 0 };
        all.push({ ...documentChunks(`c${i}`, 1, rng)[0]!, id: `c${i}`, metadata });
      }
      await store.add(all.slice(0, 25));
      await store.add(all.slice(25));
      const filters: (MetadataFilter | undefined)[] = [
        undefined,
        {},
        { kind: "shop" },
        { kind: ["shop", "hill"], year: [1900, 1902] },
        { isOld: true, year: 1901 },
        { year: "1901" }, // a string is no number
        { isOld: "true" },
        { kind: [] },
        { unknown: 1 },
        { constructor: "shop" } as never,
        { source: ["s1", "s2"], kind: "river" },
      ];
      for (const filter of filters) {
        const query = Array.from({ length: 4 }, () => rng.normal());
        const fitting = all.filter(({ metadata }) => matchesFilter(metadata, filter ?? {}));
        const scores = fitting.map(({ vector }) => cosineOfVectors(query, vector));
        const wanted = bestRows(scores, 8).map((row) => fitting[row]!.id);
        const hits = await store.search(query, { k: 8, ...(filter && { filter }) });
        assert.deepEqual(
          hits.map(({ id }) => id),
          wanted,
          JSON.stringify(filter),
        );
      }
    });

    it("puts a chunk in the place of the one with its id", async () => {
      const store = await made();
      await store.add([chunk("a", [1, 0, 0, 0], { source: "s" }), chunk("b", [0, 1, 0, 0])]);
      const changed = { ...chunk("a", [0, 0, 1, 0], { source: "t", kind: "new" }), text: "other" };
      await store.add([changed, chunk("c", [0, 0, 0, 1])]);
      const wanted = [changed, chunk("b", [0, 1, 0, 0]), chunk("c", [0, 0, 0, 1])];
      for (const reopened of [false, true]) {
        const one = reopened ? await again(store) : store;
        await assertHolds(one, wanted);
        assert.deepEqual([...(await one.sources()).keys()], ["t"]);
        const [first] = await one.search([0, 0, 1, 0], { k: 1 });
        assert.deepEqual([first!.id, first!.text], ["a", "other"]);
        assert.ok((await one.search([1, 0, 0, 0], { k: 1 }))[0]!.score < 0.1);
      }
    });

    it("replaces a source, and takes sources out", async () => {
      const store = await made();
      const rng = createRng(2);
      const [a, b, c] = ["a", "b", "c"].map((source) => documentChunks(source, 3, rng));
      await store.add([...a!, ...b!, ...c!, chunk("free", [1, 1, 1, 1])]);
      const fresh = documentChunks("b", 5, rng, "h2").slice(1); // b#0 goes, b#3 and b#4 come
      await store.replaceSource("b", fresh);
      const free = chunk("free", [1, 1, 1, 1]);
      await assertHolds(store, [...a!, ...fresh, ...c!, free]);
      const hashes = new Map([
        ["a", "h"],
        ["b", "h2"],
        ["c", "h"],
      ]);
      assert.deepEqual(new Map([...(await store.sources())].sort()), hashes);
      await store.replaceSource("new", documentChunks("new", 2, rng));
      await store.replaceSource("c", []);
      assert.equal(await store.removeSources(["a", "a", "none"]), 3);
      assert.equal(await store.removeSources([]), 0);
      const left = await again(store);
      assert.deepEqual([...(await left.sources()).keys()].sort(), ["b", "new"]);
      assert.equal(await left.count(), 7);
    });

    it("moves a chunk that comes back in another source", async () => {
      const store = await made();
      const rng = createRng(3);
      const a = documentChunks("a", 2, rng);
      await store.add(a);
      const moved = { ...a[0]!, metadata: { source: "b", hash: "h" } };
      await store.replaceSource("b", [moved]);
      await assertHolds(store, [moved, a[1]!]);
      assert.equal(await store.removeSources(["b"]), 1);
      await assertHolds(await again(store), [a[1]!]);
    });

    it("says of sources whose chunks differ in their hash that it is unknown", async () => {
      const store = await made();
      await store.add([
        chunk("a", [1, 0, 0, 0], { source: "two", hash: "1" }),
        chunk("b", [1, 0, 0, 0], { source: "two", hash: "2" }),
        chunk("c", [1, 0, 0, 0], { source: "none" }),
        chunk("d", [1, 0, 0, 0], { source: "half", hash: "1" }),
        chunk("e", [1, 0, 0, 0], { source: "half" }),
        chunk("f", [1, 0, 0, 0], { source: "one", hash: "1" }),
        chunk("g", [1, 0, 0, 0], { hash: "1" }),
        chunk("h", [1, 0, 0, 0], { source: 7 }),
      ]);
      const wanted = { two: "", none: "", half: "", one: "1" };
      assert.deepEqual(Object.fromEntries(await store.sources()), wanted);
    });

    it("touches exactly the rows whose names it is given, however awkward", async () => {
      const store = await made();
      const rng = createRng(4);
      const left = new Map<string, StoredChunk>();
      const all = AWKWARD.map((id) => {
        const vector = Array.from({ length: 4 }, () => rng.normal());
        return chunk(id, vector, { source: id, hash: id, [id]: id });
      });
      await store.add(all);
      for (const one of all) left.set(one.id, one);
      assert.deepEqual(await store.sources(), new Map(AWKWARD.map((id) => [id, id])));
      for (const id of AWKWARD) {
        assert.deepEqual(
          (await store.get([id])).map((one) => one.id),
          [id],
        );
        for (const filter of [{ source: id }, { [id]: id }]) {
          const hits = await store.search([1, 2, 3, 4], { k: 99, filter });
          assert.deepEqual(
            hits.map((hit) => hit.id),
            [id],
          );
        }
      }
      for (const id of rng.shuffle(AWKWARD)) {
        const choice = rng.integer(3);
        if (choice === 0) {
          assert.equal(await store.removeSources([id]), 1);
          left.delete(id);
        } else if (choice === 1) {
          const changed = { ...left.get(id)!, text: "changed" };
          await store.add([changed]);
          left.set(id, changed);
        } else {
          const instead = chunk(`${id.slice(0, 900)}…`, [1, 0, 0, 0], { source: id, hash: "2" });
          await store.replaceSource(id, [instead]);
          left.delete(id);
          left.set(instead.id, instead);
        }
      }
      await assertHolds(await again(store), left.values());
    });

    it("holds what a plain map would after many random changes", async () => {
      let store = await made();
      const rng = createRng(5);
      const plain = new Map<string, StoredChunk>();
      const takeOut = (source: string) => {
        for (const [id, { metadata }] of plain) if (metadata["source"] === source) plain.delete(id);
      };
      for (let step = 0; step < 60; step++) {
        const source = rng.pick(["a", "b'", "c\\", "d%", "e"]);
        const chunks = documentChunks(source, rng.integer(6), rng, `h${step}`);
        const choice = rng.integer(8);
        if (choice < 3) {
          await store.add(chunks);
        } else if (choice < 6) {
          await store.replaceSource(source, chunks);
          takeOut(source);
        } else if (choice < 7) {
          await store.removeSources([source]);
          takeOut(source);
        } else {
          store = await again(store);
        }
        if (choice < 6) for (const one of chunks) plain.set(one.id, one);
        if (step % 10 === 9) await assertHolds(store, plain.values());
      }
      const query = [1, -2, 3, -4];
      const list = [...plain.values()];
      const scores = list.map(({ vector }) => cosineOfVectors(query, vector));
      const wanted = bestRows(scores, 5).map((row) => list[row]!.id);
      const hits = await store.search(query, { k: 5 });
      assert.deepEqual(
        hits.map(({ id }) => id),
        wanted,
      );
    });

    it("does one thing after another when it is asked for many at once", async () => {
      const store = await made();
      const rng = createRng(6);
      const documents = Array.from({ length: 12 }, (_, i) => documentChunks(`s${i % 4}`, 3, rng));
      const searches: Promise<StoreHit[]>[] = [];
      const changes = documents.map((chunks) => {
        searches.push(store.search([1, 0, 0, 0], { k: 50 }));
        return store.replaceSource(chunks[0]!.metadata["source"] as string, chunks);
      });
      await Promise.all([...changes, ...searches]);
      for (const hits of await Promise.all(searches)) assert.equal(hits.length % 3, 0);
      await assertHolds(store, documents.slice(8).flat());
    });

    it("finds nothing where there is nothing", async () => {
      const store = await made();
      assert.deepEqual(await store.search([1, 0, 0, 0]), []);
      assert.deepEqual(await store.get(["a"]), []);
      assert.deepEqual(await store.sources(), new Map());
      await store.add([]);
      await store.replaceSource("a", []);
      assert.equal(await store.removeSources(["a"]), 0);
      await assertHolds(await again(store), []);
    });

    it("doesn't keep what is the caller's, nor hand out what is its own", async () => {
      const store = await made();
      const mine = { ...chunk("a", [1, 0, 0, 0]), metadata: { kind: "shop" } };
      await store.add([mine]);
      mine.vector[0] = -1;
      mine.metadata.kind = "river";
      const [given] = await store.get(["a"]);
      given!.vector[0] = -1;
      (given!.metadata as { kind: string }).kind = "sea";
      const [hit] = await store.search([1, 0, 0, 0], { filter: { kind: "shop" } });
      assert.ok(hit!.score > 0.99);
      (hit!.metadata as { kind: string }).kind = "sea";
      assert.deepEqual((await store.get(["a"]))[0]!.metadata, { kind: "shop" });
      assert.equal((await store.search([1, 0, 0, 0], { filter: { kind: "shop" } })).length, 1);
    });

    it("refuses what is wrong, and changes nothing then", async () => {
      const store = await made();
      const good = chunk("a", [1, 0, 0, 0], { source: "s" });
      await store.add([good]);
      const wrong: [StoredChunk, RegExp][] = [
        [chunk("b", [1, 0, 0]), /chunk 1: vector must have 4 numbers, .* got 3/],
        [chunk("b", [1, 0, 0, NaN]), /chunk 1: vector must be finite, got NaN/],
        [chunk("", [1, 0, 0, 0]), /chunk 1: id must be 1 to 1000 characters, .* got ""/],
        [chunk("x".repeat(1001), [1, 0, 0, 0]), /id must be 1 to 1000 characters/],
        [chunk("a\0", [1, 0, 0, 0]), /id must be .* without NUL/],
        [chunk("a\ud800", [1, 0, 0, 0]), /id must be .* half a surrogate pair/],
        [chunk("n", [1, 0, 0, 0]), /ids must differ, got "n twice"/],
        [chunk("b", [1, 0, 0, 0], { x: Infinity }), /metadata "x" must be .*, got Infinity/],
        [chunk("b", [1, 0, 0, 0], { x: {} as string }), /metadata "x" .* got an object/],
        [{ ...good, id: "b", text: 1 as never }, /text must be a string, got 1/],
      ];
      for (const [one, message] of wrong) {
        const fine = chunk("n", [0, 1, 0, 0], { source: "s" });
        await assert.rejects(store.add([fine, one]), message);
        await assert.rejects(store.replaceSource("s", [fine, one]), message);
      }
      await assert.rejects(store.add("chunks" as never), /chunks must be an array, got "chunks"/);
      await assert.rejects(
        store.replaceSource("t", [good]),
        /metadata.source of every chunk must be "t", got "s" in "a"/,
      );
      await assertHolds(store, [good]);
      await assert.rejects(store.search([1, 2, 3]), /query must have 4 numbers, .*, got 3/);
      await assert.rejects(store.search([1, 2, 3, NaN]), /query must be finite, got NaN/);
      await assert.rejects(store.search([1, 2, 3, 4], { k: 0 }), /k must be a whole number/);
      const filter = { a: { b: 1 } } as never;
      await assert.rejects(store.search([1, 2, 3, 4], { filter }), /filter a must be/);
    });

    it("refuses the vectors of another model, and says what to do", async () => {
      for (const about of [
        { dimension: 4, model: "model-b" },
        { dimension: 5, model: "model-a" },
      ]) {
        const store = await made();
        await store.add([chunk("a", [1, 0, 0, 0])]);
        await assert.rejects(
          again(store, about),
          /(must hold vectors of the model in use.*got 4 numbers of model "model-a"; open it with)/,
        );
      }
      await assert.rejects(create({ dimension: 0, model: "m" }), /dimension must be .* got 0/);
      await assert.rejects(create({ dimension: 4, model: "" }), /model must be .* got ""/);
    });

    it("can't be used once it is closed", async () => {
      const store = await made();
      await store.close();
      await store.close();
      await assert.rejects(store.add([]), /closed/);
      await assert.rejects(store.search([1, 0, 0, 0]), /closed/);
      await assert.rejects(store.count(), /closed/);
    });
  });
}
