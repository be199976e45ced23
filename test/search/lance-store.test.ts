import assert from "node:assert/strict";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { startLab } from "../../src/engine/lab";
import { LanceStore } from "../../src/search/lance-store";
import type { VectorStore } from "../../src/search/vector-store";
import { storeContract } from "./store-contract";

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
