import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { LanceStore } from "../../src/search/lance-store";
import { ABOUT, ingestInto } from "./killed-ingest";

const FILES = 60;
/** Of each file: a dozen chunks. */
const PARAGRAPHS = 150;
const RUNS = 3;

let folder: string;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "killed-ingest-"));
  fs.mkdirSync(path.join(folder, "files"));
});
after(() => fs.rmSync(folder, { recursive: true }));

function writeFiles(state: string): void {
  for (let i = 0; i < FILES; i++) {
    const text = Array.from({ length: PARAGRAPHS }, (_, p) => `File ${i}, part ${p}, ${state}.`);
    fs.writeFileSync(path.join(folder, "files", `${i}.txt`), text.join("\n\n"));
  }
}

/** Starts it, lets it live so long after it began, kills it. @returns whether it was done before */
async function killedAfter(milliseconds: number): Promise<boolean> {
  const program = path.join(__dirname, "killed-ingest.ts");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", program, path.join(folder, "files"), path.join(folder, "store")],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_TEST_CONTEXT: "" } },
  );
  let said = "";
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
    if (said === "ready\n") setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  await ended;
  return said.includes("done");
}

interface Stored {
  chunks: number;
  /** Different hashes among them. */
  hashes: number;
  /** The states of the file that they come from. */
  states: string[];
}

/** What is there of each source. */
async function stored(): Promise<Map<string, Stored>> {
  const store = await LanceStore.open(path.join(folder, "store"), ABOUT, {
    onWarning: () => undefined,
  });
  const found = new Map<string, { text: string; hash: unknown }[]>();
  for await (const batch of store.chunks()) {
    for (const { text, metadata } of batch) {
      const source = String(metadata["source"]);
      found.set(source, [...(found.get(source) ?? []), { text, hash: metadata["hash"] }]);
    }
  }
  await store.close();
  const entries = [...found].map(([source, chunks]): [string, Stored] => {
    const states = new Set(chunks.flatMap(({ text }) => text.match(/state \d/g) ?? []));
    const hashes = new Set(chunks.map(({ hash }) => hash)).size;
    return [source, { chunks: chunks.length, hashes, states: [...states] }];
  });
  return new Map(entries);
}

describe("ingestFolder, killed", () => {
  it("leaves no half file in a store on disk, and the next run makes it whole", async () => {
    const rng = createRng(5);
    const seen = new Set<number>();
    let kills = 0;
    for (let run = 0; run < RUNS; run++) {
      writeFiles(`state ${run}`);
      if (!(await killedAfter(20 + rng.integer(400)))) kills++;
      for (const [source, { chunks, hashes }] of await stored()) {
        assert.equal(hashes, 1, source);
        seen.add(chunks);
      }
    }
    assert.ok(kills > 0, "every run was done before it was killed");

    await ingestInto(path.join(folder, "files"), path.join(folder, "store"), 0);
    const whole = await stored();
    assert.equal(whole.size, FILES);
    for (const { chunks, states } of whole.values()) {
      seen.add(chunks);
      assert.deepEqual(states, [`state ${RUNS - 1}`]);
    }
    // Files differ in their numbers alone, so every file that was ever there had as many chunks.
    assert.equal(seen.size, 1, [...seen].join(", "));
  });
});
