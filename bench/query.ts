/**
 * Milliseconds from a question to its re-ranked chunks: embed, search 100,000 vectors, re-rank 20.
 *
 *   npm run bench -- query [--bert] [QUESTIONS]
 *
 * The town's passages and 100,000 random unit vectors beside them, exact search; questions are the
 * town's test questions, one at a time, as a person asks. With --bert two towers and a re-ranker of
 * the shipped BERT's shape with untrained heads take the place of the shipped models: how long it
 * takes doesn't depend on what the weights are. Beside it the same steps with onnxruntime and NumPy
 * in Python: our exported models, and ids made beforehand, so without tokenizing, chunks' texts and
 * answers. Fails above 100 ms (median), or where both don't find the same vectors.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { createRng } from "../src/core/rng";
import { CrossEncoder, type TextPair } from "../src/cross-encoder/cross-encoder";
import { loadDataset } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { DualEncoder } from "../src/dual-encoder/dual-encoder";
import { LateInteraction } from "../src/dual-encoder/late-interaction";
import { startLab } from "../src/engine/lab";
import { dualEncoderSides } from "../src/rag/encoder-adapters";
import { RagPipeline, type RagPipelineOptions } from "../src/rag/pipeline";
import type { StepName } from "../src/rag/trace";
import { MemoryStore } from "../src/search/memory-store";
import type { TokenRow } from "../src/tokenizers/token-rows";
import { median } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";

const VECTORS = 100_000;
const LIMIT = 100;
const WARM_UP = 5;

async function main(words: string[]): Promise<void> {
  const isUntrained = words.includes("--bert");
  const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 100);
  await startLab({ quiet: true });
  const { dual, reranker } = isUntrained ? await untrained() : await shipped();
  const { chunks, questions } = await dualEncoderSides(dual);
  const town = await loadDataset("town");
  const store = MemoryStore.create({ dimension: chunks.dimension, model: chunks.fingerprint });
  const filled = await fill(store, chunks, town.passages);
  const pipeline = new RagPipeline({ store, encoder: questions, reranker });

  const asked = [...town.dev.slice(0, WARM_UP), ...town.test.slice(0, count)];
  const totals: number[] = [];
  const steps: Partial<Record<StepName, number[]>> = {};
  const tasks: PeerTask[] = [];
  const load = loadavg()[0]!;
  for (const [i, { question }] of asked.entries()) {
    const began = performance.now();
    const { trace } = await pipeline.ask(question);
    if (i < WARM_UP) continue;
    totals.push(performance.now() - began);
    const found = trace.chunks.map(({ id }) => Number(id));
    const pairs = trace.chunks.map(({ text }): TextPair => [question, text]);
    const [row] = dual.towers.question.rowsOf([question]);
    tasks.push({ question: row!, pairs: reranker.rowsOf(pairs), found });
    for (const { name, milliseconds } of trace.steps) (steps[name] ??= []).push(milliseconds);
  }
  report({ totals, steps, load, about: isUntrained ? "untrained heads" : "shipped models" });
  await comparePeer({ dual, reranker, vectors: filled, tasks, ours: median(totals) });
  await withLateInteraction({ store, encoder: questions }, asked);
  await dual.dispose();
  await reranker.dispose();
}

/** The re-ranker that orders best here (lesson 12), in place of the cross-encoder. */
async function withLateInteraction(
  parts: Pick<RagPipelineOptions, "store" | "encoder">,
  asked: readonly { question: string }[],
): Promise<void> {
  const reranker = await LateInteraction.load(await shippedModelFolder("late-small"));
  const pipeline = new RagPipeline({ ...parts, reranker });
  const [totals, reranks]: [number[], number[]] = [[], []];
  for (const [i, { question }] of asked.entries()) {
    const began = performance.now();
    const { trace } = await pipeline.ask(question);
    if (i < WARM_UP) continue;
    totals.push(performance.now() - began);
    reranks.push(trace.steps.find(({ name }) => name === "re-rank")!.milliseconds);
  }
  const [middle, step] = [totals, reranks].map((times) => median(times).toFixed(1));
  console.log(`\n  re-ranked by late interaction ${step} ms, all ${middle} ms`);
  await reranker.dispose();
}

interface Measured {
  totals: number[];
  steps: Partial<Record<StepName, number[]>>;
  load: number;
  about: string;
}

function report({ totals, steps, load, about }: Measured): void {
  const sorted = [...totals].sort((a, b) => a - b);
  const slow = sorted[Math.floor(0.95 * (sorted.length - 1))]!;
  console.log(
    `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, load ${load.toFixed(1)} at ` +
      `the start, ${about}, ${totals.length} questions, ${VECTORS} vectors\n`,
  );
  for (const [name, times] of Object.entries(steps)) {
    console.log(`  ${name.padEnd(10)} ${median(times).toFixed(1).padStart(7)} ms`);
  }
  const middle = median(totals);
  console.log(
    `  ${"all".padEnd(10)} ${middle.toFixed(1).padStart(7)} ms   (95 %: ${slow.toFixed(1)})`,
  );
  if (middle <= LIMIT) return;
  console.log(`  MORE than ${LIMIT} ms`);
  process.exitCode = 1;
}

/** A question and what was found for it, as ids for the models. */
interface PeerTask {
  question: TokenRow;
  pairs: TokenRow[];
  found: number[];
}

interface PeerInput {
  dual: DualEncoder;
  reranker: CrossEncoder;
  vectors: Float32Array;
  tasks: PeerTask[];
  /** Milliseconds, median. */
  ours: number;
}

async function comparePeer({ dual, reranker, vectors, tasks, ours }: PeerInput): Promise<void> {
  const python = findPeerPython("onnxruntime");
  if (python === undefined) return;
  const folder = join(ROOT, ".cache", "bench", "query");
  mkdirSync(folder, { recursive: true });
  await dual.towers.question.save(join(folder, "question"));
  await reranker.save(join(folder, "reranker"));
  writeFileSync(join(folder, "vectors.f32"), new Uint8Array(vectors.buffer));
  writeFileSync(
    join(folder, "tasks.json"),
    JSON.stringify(tasks, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value,
    ),
  );
  const peer = join(ROOT, "bench/peers/query.py");
  const { stdout, status } = spawnSync(python, [peer, folder, String(VECTORS)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error("query: the peer failed");
  const { version, milliseconds, found } = JSON.parse(stdout) as PeerResult;
  const all = median(milliseconds["all"]!);
  console.log(`\n  ${version}, without tokenizing`);
  for (const [name, times] of Object.entries(milliseconds)) {
    console.log(`  ${name.padEnd(10)} ${median(times).toFixed(1).padStart(7)} ms`);
  }
  console.log(`  so ours takes ${(ours / all).toFixed(2)} times as long`);
  const isSame = found.every((ids, i) => ids.every((id) => tasks[i]!.found.includes(id)));
  if (isSame) return;
  console.log("  DIFFERENT vectors were found");
  process.exitCode = 1;
}

interface PeerResult {
  version: string;
  milliseconds: Record<string, number[]>;
  found: number[][];
}

async function shipped() {
  const dual = await DualEncoder.load(await shippedModelFolder("dual-small"));
  const reranker = await CrossEncoder.load(await shippedModelFolder("cross-small"));
  return { dual, reranker };
}

async function untrained() {
  const bert = await shippedModelFolder("bert-small");
  const rng = createRng(1);
  const dual = await DualEncoder.fromBert(bert, { rng });
  return { dual, reranker: await CrossEncoder.fromBert(bert, { rng }) };
}

/** The passages, and random neighbours until there are enough; texts are passages, in turn. */
async function fill(
  store: MemoryStore,
  encoder: { dimension: number; encode(texts: readonly string[]): Promise<Float32Array[]> },
  passages: readonly { title: string; text: string }[],
): Promise<Float32Array> {
  const rng = createRng(2);
  const all = new Float32Array(VECTORS * encoder.dimension);
  const texts = passages.map(({ title, text }) => `${title}\n${text}`);
  const real = await encoder.encode(texts);
  const random = () => Float32Array.from({ length: encoder.dimension }, () => rng.normal());
  for (let from = 0; from < VECTORS; from += 10_000) {
    const chunks = Array.from({ length: 10_000 }, (_, i) => {
      const row = from + i;
      const text = texts[row % texts.length]!;
      const vector = real[row] ?? random();
      all.set(vector, row * encoder.dimension);
      return { id: `${row}`, vector, text, metadata: { source: "town" } };
    });
    await store.add(chunks);
  }
  return all;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
