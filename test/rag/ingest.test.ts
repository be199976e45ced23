import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { ChunkEncoder } from "../../src/rag/chunk-encoder";
import { ingestFolder, type IngestProgress } from "../../src/rag/ingest";
import { MemoryStore } from "../../src/search/memory-store";
import { lines, makePdf, makePdfBomb } from "./make-pdf";

const ABOUT = { dimension: 2, model: "letters" };

/** A vector of two counts, and what it was asked to encode. */
class LetterEncoder implements ChunkEncoder {
  readonly dimension = ABOUT.dimension;
  readonly fingerprint = ABOUT.model;
  readonly asked: string[] = [];

  constructor(readonly maxTokens?: number) {}

  async encode(texts: readonly string[]): Promise<Float32Array[]> {
    this.asked.push(...texts);
    return texts.map((text) => Float32Array.of(text.length, text.split("e").length));
  }

  countTokens(text: string): number {
    return text.split(/\s+/).filter(Boolean).length;
  }
}

let folder: string;
let store: MemoryStore;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "ingest-"));
  store = MemoryStore.create(ABOUT);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

async function storedTexts(): Promise<string[]> {
  const all: string[] = [];
  for await (const batch of store.chunks()) {
    all.push(...batch.map(({ text, metadata }) => `${metadata["source"]}: ${text}`));
  }
  return all.sort();
}

const run = (encoder: ChunkEncoder = new LetterEncoder(), options = {}) =>
  ingestFolder(folder, { store, encoder, ...options });

describe("ingestFolder", () => {
  it("puts text, Markdown, HTML and PDF of all folders into the store, with their places", async () => {
    write("a.txt", "\nThe Anvil is high.");
    write("b/b.md", "# Inns\n\n## Heron\n\nThe Heron is blue.");
    write("b/c/c.html", "<h1>Shops</h1><p>A shop.</p><p hidden>secret</p>");
    write("d.pdf", makePdf([lines(["Page one."]), lines(["Page two."])]));
    const encoder = new LetterEncoder();
    const report = await run(encoder, { chunks: { maxTokens: 8 } });

    assert.deepEqual(report, {
      added: ["a.txt", "b/b.md", "b/c/c.html", "d.pdf"],
      ...{ changed: [], unchanged: [], refused: [], removed: [], chunks: 4 },
      hidden: [{ source: "b/c/c.html", characters: 6 }],
    });
    const found = [];
    for await (const batch of store.chunks()) found.push(...batch);
    const byText = new Map(found.map(({ text, metadata }) => [text, metadata]));
    const { hash, ...anvil } = byText.get("The Anvil is high.")!;
    assert.match(String(hash), /^[0-9a-f]{64}$/);
    assert.deepEqual(anvil, { source: "a.txt", headings: "", line: 2 });
    const heron = byText.get("The Heron is blue.")!;
    assert.deepEqual([heron["headings"], heron["line"]], ["Inns › Heron", 5]);
    assert.equal(byText.get("Page one.\nPage two.")!["page"], 1);
    assert.ok(encoder.asked.includes("Inns\nHeron\nThe Heron is blue."));
    // Each chunk has the vector of its own text, at length 1; the headings are embedded with it.
    for (const { text, vector, metadata } of found) {
      const headings = String(metadata["headings"]).split(" › ").filter(Boolean);
      const [own] = await encoder.encode([[...headings, text].join("\n")]);
      const length = Math.hypot(...own!);
      assert.ok(Math.abs(vector[0]! - own![0]! / length) < 1e-6, text);
    }
  });

  it("afterwards reads only what is new or has changed, and takes out what is gone", async () => {
    for (const name of ["a", "b", "c"]) write(`${name}.txt`, `File ${name}.`);
    await run();
    write("a.txt", "File a, anew.");
    fs.rmSync(path.join(folder, "b.txt"));
    write("d.txt", "File d.");
    const encoder = new LetterEncoder();
    const { added, changed, unchanged, removed } = await run(encoder);

    assert.deepEqual(
      { added, changed, unchanged, removed },
      { added: ["d.txt"], changed: ["a.txt"], unchanged: ["c.txt"], removed: ["b.txt"] },
    );
    assert.deepEqual(encoder.asked.sort(), ["File a, anew.", "File d."]);
    assert.deepEqual(await storedTexts(), [
      ...["a.txt: File a, anew.", "c.txt: File c.", "d.txt: File d."],
    ]);
  });

  it("reads all anew when chunks are to be cut otherwise", async () => {
    write("a.txt", "One two three four. Five six seven eight.");
    await run();
    assert.equal((await run()).unchanged.length, 1);
    const { changed, chunks } = await run(undefined, {
      chunks: { maxTokens: 8, overlapTokens: 0 },
    });
    assert.deepEqual([changed, chunks], [["a.txt"], 1]);
    const again = await run(undefined, { chunks: { maxTokens: 8, overlapTokens: 4 } });
    assert.deepEqual(again.changed, ["a.txt"]);
  });

  it("refuses files one by one, each with its reason, and reads the rest", async () => {
    write("bomb.pdf", makePdfBomb(1e9));
    write("broken.pdf", "%PDF-1.7");
    write("empty.txt", "");
    write("good.txt", "Good.");
    write("hidden.html", "<p hidden>x");
    write("image.png", "x");
    write("large.txt", "x".repeat(3000));
    write("noise.txt", Buffer.from([0x89, 0x50, 0xff]));
    write(".git/config.txt", "passed over");
    fs.symlinkSync(os.tmpdir(), path.join(folder, "out"));
    fs.symlinkSync("/etc/hostname", path.join(folder, "host.txt"));
    const report = await run(undefined, { limits: { maxBytes: 5000, maxMemory: 256 } });
    assert.deepEqual(report.added, ["good.txt", "large.txt"]);
    assert.deepEqual(Object.fromEntries(report.refused.map(({ source, kind }) => [source, kind])), {
      ...{ "bomb.pdf": "too large", "broken.pdf": "damaged", "empty.txt": "no text" },
      ...{ "hidden.html": "no text", "host.txt": "link", "image.png": "format" },
      ...{ "noise.txt": "not text", out: "link" },
    });
    const { refused } = await run(undefined, { limits: { maxBytes: 2000 } });
    const large = refused.find(({ source }) => source === "large.txt");
    assert.match(large!.reason, /has 0\.003 MB, of which 0\.002 MB are allowed/);
  });

  it("takes out what has become unfit, but leaves what can't be read just now", async () => {
    for (const name of ["a.txt", "b.txt"]) write(name, `File ${name}.`);
    await run();
    write("a.txt", "\0");
    // No permission stops root, who may run this; a path that is too long does.
    const long = Array.from({ length: 9 }, () => "x".repeat(110));
    write(`${long.join("/")}/y.txt`, "File y.");
    const source = `${long.join("/")}/z.txt`;
    const vector = Float32Array.of(1, 2);
    await store.add([{ id: "z", vector, text: "File z.", metadata: { source, hash: "old" } }]);
    const report = await run();
    assert.deepEqual(report.removed, ["a.txt"]);
    assert.deepEqual(
      report.refused.map(({ kind }) => kind),
      ["not text", "unreadable"],
    );
    assert.deepEqual(await storedTexts(), ["b.txt: File b.txt.", `${source}: File z.`]);
  });

  it("takes names as they are, quotes and all", async () => {
    const names = [`it's "x".txt`, "a' OR 1=1 --.txt", "ünï code.txt", "b;DROP TABLE.txt"];
    if (path.sep === "/") names.push("back\\slash.txt", "new\nline.txt");
    for (const [i, name] of names.entries()) write(name, `File ${i}.`);
    const { added } = await run();
    assert.deepEqual(added.sort(), [...names].sort());
    fs.rmSync(path.join(folder, names[0]!));
    assert.deepEqual((await run()).removed, [names[0]]);
    assert.equal((await store.sources()).size, names.length - 1);
  });

  it("refuses a folder without anything to read, and leaves the store as it is", async () => {
    write("a.txt", "One.");
    await run();
    fs.rmSync(path.join(folder, "a.txt"));
    await assert.rejects(run(), /must hold text, Markdown, HTML or PDF files, got .* no files/);
    write("b.png", "x");
    await assert.rejects(run(), /with 1 others; the store is as it was/);
    assert.equal(await store.count(), 1);
    const nowhere = path.join(folder, "nowhere");
    await assert.rejects(
      ingestFolder(nowhere, { store, encoder: new LetterEncoder() }),
      /ingestFolder: folder must be one that can be read, got .*ENOENT/,
    );
  });

  it("refuses a store of another model, and says what to do", async () => {
    write("a.txt", "One.");
    const other = MemoryStore.create({ ...ABOUT, model: "other" });
    const encoder = new LetterEncoder();
    await assert.rejects(
      ingestFolder(folder, { store: other, encoder }),
      /got a store of 2 numbers, model "other"; open a new store/,
    );
  });

  it("cuts chunks that the encoder can read", async () => {
    write("a.txt", "One two three four five six. Seven eight nine ten eleven twelve.");
    const encoder = new LetterEncoder(10);
    assert.equal((await run(encoder)).chunks, 2);
    const wanted = run(encoder, { chunks: { maxTokens: 11 } });
    await assert.rejects(wanted, /maxTokens must be at most 10, .* got 11/);
  });

  it("goes on where it was broken off, and reads nothing twice", async () => {
    const count = 700;
    for (let i = 0; i < count; i++) write(`${i}.txt`, `File ${i}.`);
    const controller = new AbortController();
    const onProgress = ({ chunks }: IngestProgress) => chunks > 0 && controller.abort();
    const first = new LetterEncoder();
    const broken = run(first, { onProgress, signal: controller.signal });
    await assert.rejects(broken, /stopped; kept: 512 files new in the store; run it again/);
    assert.equal(await store.count(), 512);
    const second = new LetterEncoder();
    const report = await run(second);
    assert.equal(report.unchanged.length, 512);
    assert.equal(second.asked.length, count - 512);
    assert.equal(await store.count(), count);
  });

  it("passes on what goes wrong in encoder or store, and the next run mends it", async () => {
    for (let i = 0; i < 600; i++) write(`${i}.txt`, `File ${i}.`);
    const encoder = new LetterEncoder();
    encoder.encode = async () => [Float32Array.of(NaN, 1)];
    await assert.rejects(run(encoder), /encoder must give 512 vectors of 2 finite numbers, got/);
    assert.equal(await store.count(), 0);
    encoder.encode = async () => {
      throw new Error("no memory");
    };
    await assert.rejects(run(encoder), /no memory/);
    assert.equal((await run()).added.length, 600);
  });

  it("waits until a slow store has the last file, and says so then only", async () => {
    for (let i = 0; i < 600; i++) write(`${i}.txt`, `File ${i}.`);
    const add = store.add.bind(store);
    let steps = 0;
    store.add = async (chunks) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await add(chunks);
      steps++;
    };
    const { chunks } = await run();
    assert.deepEqual([chunks, await store.count(), steps], [600, 600, 2]);
  });

  it("tells how far it is", async () => {
    write("a.txt", "One.");
    write("b.png", "x");
    const seen: IngestProgress[] = [];
    await run(undefined, { onProgress: (progress: IngestProgress) => seen.push(progress) });
    assert.deepEqual(seen, [
      { files: 1, totalFiles: 2, chunks: 0, source: "a.txt" },
      { files: 2, totalFiles: 2, chunks: 0, source: "b.png" },
      { files: 2, totalFiles: 2, chunks: 1, source: "b.png" },
    ]);
  });
});
