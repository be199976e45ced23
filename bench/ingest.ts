/**
 * Chunks a second from files to a store: read, cut, embed with the encoder we ship, stored.
 *
 *   npm run bench -- ingest [THREADS]
 *
 * Two hundred text files of twenty passages each: the town's, each with a sentence before it that
 * makes it another. Into memory and into a folder (LanceStore), each in an empty store of its own,
 * three times; the best, by the clock, as other work can only slow it down. Fails below 500 chunks a
 * second with all threads.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { loadDataset } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { DualEncoder } from "../src/dual-encoder/dual-encoder";
import { startLab } from "../src/engine/lab";
import { dualEncoderSides } from "../src/rag/encoder-adapters";
import { ingestFolder } from "../src/rag/ingest";
import { LanceStore } from "../src/search/lance-store";
import { MemoryStore } from "../src/search/memory-store";
import type { VectorStore } from "../src/search/vector-store";

/** As `npm run ask` has it: a passage stays whole. */
const CHUNKS = { maxTokens: 126 };
const FILES = 200;
const PASSAGES_PER_FILE = 20;
const REPETITIONS = 3;
const WANTED = 500;

async function main(): Promise<void> {
  const threads = Number(process.argv[2] ?? cpus().length);
  await startLab({ quiet: true });
  const home = mkdtempSync(join(tmpdir(), "bench-ingest-"));
  try {
    const documents = await writeDocuments(join(home, "documents"));
    const dual = await DualEncoder.load(await shippedModelFolder("retrieval-small"), { threads });
    const { chunks: encoder } = await dualEncoderSides(dual);
    const about = { dimension: encoder.dimension, model: encoder.fingerprint };
    const stores: Record<string, (i: number) => Promise<VectorStore>> = {
      "into memory": async () => MemoryStore.create(about),
      "into a folder": (i) => LanceStore.open(join(home, `store-${i}`), about),
    };
    const load = loadavg()[0]!.toFixed(1);
    console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${threads} threads, load ${load}\n`);
    for (const [name, open] of Object.entries(stores)) {
      const runs = [];
      for (let i = 0; i < REPETITIONS; i++) {
        const store = await open(i);
        runs.push(await timed(() => ingestFolder(documents, { store, encoder, chunks: CHUNKS })));
        await store.close();
      }
      report(name, runs);
    }
    await dual.dispose();
  } finally {
    rmSync(home, { recursive: true });
  }
}

interface Run {
  chunks: number;
  seconds: number;
  cpuSeconds: number;
}

async function timed(work: () => Promise<{ chunks: number }>): Promise<Run> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const { chunks } = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { chunks, seconds, cpuSeconds: (user + system) / 1e6 };
}

function report(name: string, runs: readonly Run[]): void {
  const rates = runs.map(({ chunks, seconds }) => chunks / seconds);
  const best = Math.max(...rates);
  const { chunks, cpuSeconds } = runs[rates.indexOf(best)]!;
  const each = `${((1000 * cpuSeconds) / chunks).toFixed(2)} ms of processor time a chunk`;
  const all = rates.map((rate) => Math.round(rate)).join(", ");
  console.log(
    `  ${name.padEnd(14)} ${chunks} chunks, ${Math.round(best)} a second (${all}), ${each}`,
  );
  if (best >= WANTED) return;
  console.log(`  LESS than ${WANTED} chunks a second`);
  process.exitCode = 1;
}

async function writeDocuments(folder: string): Promise<string> {
  const { passages } = await loadDataset("town");
  mkdirSync(folder);
  for (let file = 0; file < FILES; file++) {
    const texts = Array.from({ length: PASSAGES_PER_FILE }, (_, i) => {
      const number = file * PASSAGES_PER_FILE + i;
      const { title, text } = passages[number % passages.length]!;
      return `# ${title}\n\nEntry ${number} of the register. ${text}\n`;
    });
    writeFileSync(join(folder, `register-${String(file).padStart(3, "0")}.md`), texts.join("\n"));
  }
  return folder;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
