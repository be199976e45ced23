import assert from "node:assert/strict";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { writeSafetensors } from "../../src/core/safetensors-write";
import { startLab } from "../../src/engine/lab";
import { MemoryStore } from "../../src/search/memory-store";
import { ABOUT, assertHolds, chunk, storeContract } from "./store-contract";

const folder = fs.mkdtempSync(path.join(tmpdir(), "memory-store-"));
const file = path.join(folder, "saved.store");
before(() => startLab({ backend: "cpu", quiet: true }));
after(() => fs.rmSync(folder, { recursive: true }));

storeContract("MemoryStore", {
  create: async (about) => MemoryStore.create(about),
  reopen: async (store, about = store.about) => {
    await (store as MemoryStore).save(file);
    return MemoryStore.load(file, about);
  },
});

describe("MemoryStore.load", () => {
  it("gives what was saved, and names the model where none is asked for", async () => {
    const store = MemoryStore.create(ABOUT);
    const chunks = [chunk("a", [1, 2, 3, 4], { source: "s" }), chunk("b", [4, 3, 2, 1])];
    await store.add(chunks);
    await store.save(file);
    const loaded = await MemoryStore.load(file);
    assert.deepEqual(loaded.about, ABOUT);
    await assertHolds(loaded, chunks);
  });
  it("refuses a file that is no store, and one that was cut", async () => {
    const other = path.join(folder, "other.safetensors");
    const values = Float32Array.from([1]);
    await writeSafetensors(other, { weight: { dtype: "F32", shape: [1], values } });
    await assert.rejects(MemoryStore.load(other), /isn't a store that save\(\) has written/);
    const cut = path.join(folder, "cut.store");
    fs.writeFileSync(cut, fs.readFileSync(file).subarray(0, -5));
    await assert.rejects(MemoryStore.load(cut), /cut\.store isn't a sound safetensors file/);
  });
});
