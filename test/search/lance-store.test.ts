import assert from "node:assert/strict";
import fs from "node:fs";
import fsPromises from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it, mock } from "node:test";
import { createRng } from "../../src/core/rng";
import { startLab } from "../../src/engine/lab";
import { LanceStore } from "../../src/search/lance-store";
import type { StoredChunk, VectorStore } from "../../src/search/vector-store";
import { killStoreAgainAndAgain } from "./killed-store";
import { assertHolds, chunk, documentChunks, storeContract } from "./store-contract";

const root = fs.mkdtempSync(path.join(tmpdir(), "lance-store-"));
before(() => startLab({ backend: "cpu", quiet: true }));
after(() => fs.rmSync(root, { recursive: true }));

let made = 0;
const folders = new WeakMap<VectorStore, string>();
async function openAt(folder: string, about = { dimension: 4, model: "model-a" }) {
  const store = await LanceStore.open(folder, about, {
    onWarning: (message) => assert.fail(message),
  });
  folders.set(store, folder);
  return store;
}

storeContract("LanceStore", {
  create: (about) => openAt(path.join(root, `store ${made++}`), about),
  reopen: async (store, about = store.about) => {
    await store.close();
    return openAt(folders.get(store)!, about);
  },
});

describe("LanceStore.open", () => {
  const about = { dimension: 4, model: "model-a" };
  const a = chunk("a", [1, 0, 0, 0], { source: "s" });
  const b = chunk("b", [0, 1, 0, 0], { source: "s" });
  const filled = async () => {
    const folder = path.join(root, `filled-${made++}`);
    const store = await openAt(folder);
    await store.add([a]);
    await store.add([b]);
    await store.close();
    return folder;
  };
  /** What it warns of. */
  const warnings = async (folder: string, wanted: StoredChunk[]) => {
    const heard: string[] = [];
    const onWarning = (message: string) => heard.push(message);
    const store = await LanceStore.open(folder, about, { onWarning });
    await assertHolds(store, wanted);
    await store.add([chunk("c", [0, 0, 1, 0])]);
    await store.close();
    return heard.join("\n");
  };
  const versions = (folder: string) => path.join(folder, "store", "chunks.lance", "_versions");

  it("keeps what was reported as done, whatever is left of the newest manifest", async () => {
    for (const left of [0, 20, undefined]) {
      const folder = await filled();
      const [newest] = fs.readdirSync(versions(folder)).sort();
      const file = path.join(versions(folder), newest!);
      if (left === undefined) fs.rmSync(file);
      else fs.truncateSync(file, left);
      assert.match(await warnings(folder, [a, b]), /newest manifest was damaged and is restored/);
    }
  });
  it("takes out a change that was begun and never reported as done", async () => {
    const folder = await filled();
    const records = path.join(folder, "store", "records");
    const [newest, before] = fs.readdirSync(records).sort();
    fs.rmSync(path.join(records, newest!));
    assert.ok(before);
    assert.match(await warnings(folder, [a]), /a change that was cut off was taken out/);
  });
  it("falls back to the change before where manifest and copy are damaged, and says so", async () => {
    const folder = await filled();
    for (const part of ["records", path.join("chunks.lance", "_versions")]) {
      const [newest] = fs.readdirSync(path.join(folder, "store", part)).sort();
      fs.truncateSync(path.join(folder, "store", part, newest!), 10);
    }
    assert.match(await warnings(folder, [a]), /the last change is lost/);
  });
  it("says that a store is damaged, and what to do", async () => {
    const breakings: ((store: string) => void)[] = [
      (store) => fs.rmSync(path.join(store, "store.json")),
      (store) => fs.writeFileSync(path.join(store, "store.json"), "{"),
      (store) => fs.rmSync(path.join(store, "records"), { recursive: true }),
      (store) => {
        const data = path.join(store, "chunks.lance", "data");
        for (const name of fs.readdirSync(data)) fs.truncateSync(path.join(data, name), 30);
      },
    ];
    const folder = await filled();
    for (const damage of breakings) {
      const copy = `${folder}-damaged`;
      fs.cpSync(folder, copy, { recursive: true });
      damage(path.join(copy, "store"));
      await assert.rejects(
        openAt(copy),
        /the store in .* is damaged .* remove it and ingest again/,
      );
      fs.rmSync(copy, { recursive: true });
    }
  });
  it("refuses a store that another process has open, and one is enough for this process", async () => {
    const folder = await filled();
    const store = await openAt(folder);
    assert.equal(await openAt(path.join(folder, "..", path.basename(folder))), store);
    await assert.rejects(
      LanceStore.open(folder, { ...about, model: "other" }),
      /got 4 numbers of model "model-a"/,
    );
    await store.close();
    await assertHolds(store, [a, b]); // the other user's still
    await store.close();
    await assert.rejects(store.count(), /closed/);
    const held = { pid: process.ppid, host: hostname() };
    fs.writeFileSync(path.join(folder, "lock-99"), JSON.stringify(held));
    await assert.rejects(openAt(folder), new RegExp(`is in use by process ${process.ppid}`));
  });
  it("refuses a folder of other things, and a file", async () => {
    const folder = path.join(root, "documents");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "letter.txt"), "Dear …");
    await assert.rejects(
      openAt(folder),
      /folder must be new, empty or hold a store, .*letter\.txt/,
    );
    assert.deepEqual(fs.readdirSync(folder), ["letter.txt"]);
    await assert.rejects(openAt(path.join(folder, "letter.txt")), /EEXIST/);
    await assert.rejects(LanceStore.open("", about), /folder must be a path, got ""/);
  });
  it("finds its folder whatever it is called", async () => {
    for (const name of ["it's 100%", "per%20cent", "ha#sh?", "a\\b", "日本", "a:b"]) {
      const folder = path.join(root, name);
      const store = await openAt(folder);
      await store.add([a]);
      await store.close();
      const again = await openAt(folder);
      await assertHolds(again, [a]);
      await again.close();
      assert.deepEqual(fs.readdirSync(folder), ["lock-2", "store"]);
    }
  });
});

describe("LanceStore", () => {
  it("has every new file on the disk before it says that a change is done", async () => {
    const folder = path.join(root, "synced");
    const store = await openAt(folder);
    const rng = createRng(1);
    await store.add([...documentChunks("s", 3, rng), ...documentChunks("t", 3, rng)]);
    const files = () => {
      const names = fs.readdirSync(path.join(folder, "store"), { recursive: true }) as string[];
      // The list of transactions and the hint are never needed to open a table.
      const needed = names.filter((name) => /\.(lance|manifest|arrow|bin)$|records.*-/.test(name));
      return needed.filter((name) => !name.endsWith("chunks.lance"));
    };
    const before = new Set(files());
    const synced = new Set<string>();
    const { open } = fsPromises;
    const opened = mock.method(fsPromises, "open", async (...args: Parameters<typeof open>) => {
      const handle = await open(...args);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        synced.add(path.relative(path.join(folder, "store"), String(args[0])));
      };
      return handle;
    });
    try {
      await store.replaceSource("s", documentChunks("s", 2, rng));
    } finally {
      opened.mock.restore();
    }
    const fresh = files().filter((name) => !before.has(name));
    assert.ok(fresh.length >= 4, fresh.join()); // data, deletions, manifest, record
    for (const name of fresh) {
      const isSynced = [...synced].some((file) => file.startsWith(name)); // a record: name.….tmp
      assert.ok(isSynced, `${name} isn't among ${[...synced].join()}`);
      assert.ok(synced.has(path.dirname(name)), `${path.dirname(name)} isn't synced`);
    }
    await store.close();
  });
  it("joins its files after many changes, and loses nothing by it", async () => {
    const folder = path.join(root, "many");
    const store = await openAt(folder);
    const rng = createRng(7);
    const left = new Map<string, StoredChunk[]>();
    for (let i = 0; i < 70; i++) {
      const source = `s${rng.integer(20)}`;
      const chunks = documentChunks(source, 1 + rng.integer(3), rng, String(i));
      await store.replaceSource(source, chunks);
      left.set(source, chunks);
    }
    const wanted = [...left.values()].flat();
    await assertHolds(store, wanted);
    const table = path.join(folder, "store", "chunks.lance");
    assert.ok(fs.readdirSync(path.join(table, "data")).length < 15);
    assert.ok(fs.readdirSync(path.join(table, "_versions")).length < 15);
    await store.close();
    const again = await openAt(folder);
    await assertHolds(again, wanted);
    await again.close();
  });
  it("has all that was reported as done after a kill, and no half document", async () => {
    const folder = path.join(root, "killed");
    fs.mkdirSync(folder);
    const rng = createRng(8);
    const killing = { kills: 5, folder, rng, changes: 8, damageEvery: 2 };
    const { done, damaged, warnings } = await killStoreAgainAndAgain(killing);
    assert.ok(done > 0 && damaged > 0 && warnings > 0, `${done} ${damaged} ${warnings}`);
  });
});
