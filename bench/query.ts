/**
 * Milliseconds from a question to its re-ranked chunks: embed, search 100,000 vectors, re-rank 20.
 *
 *   npm run bench -- query [--bert] [QUESTIONS]
 *
 * The town's passages and 100,000 random unit vectors beside them, exact search; questions are the
 * town's test questions, one at a time, as a person asks. With --bert two towers and a re-ranker of
 * the shipped BERT's shape with untrained heads take the place of the shipped models: how long it
 * takes doesn't depend on what the weights are. Fails above 100 ms (median).
 */
import { cpus, loadavg } from "node:os";
import { createRng } from "../src/core/rng";
import { CrossEncoder } from "../src/cross-encoder/cross-encoder";
import { loadDataset } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { DualEncoder } from "../src/dual-encoder/dual-encoder";
import { startLab } from "../src/engine/lab";
import { dualEncoderSides } from "../src/rag/encoder-adapters";
import { RagPipeline } from "../src/rag/pipeline";
import type { StepName } from "../src/rag/trace";
import { MemoryStore } from "../src/search/memory-store";
import { median } from "./house/measure";

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
  await fill(store, chunks, town.passages);
  const pipeline = new RagPipeline({ store, encoder: questions, reranker });

  const asked = [...town.dev.slice(0, WARM_UP), ...town.test.slice(0, count)];
  const totals: number[] = [];
  const steps: Partial<Record<StepName, number[]>> = {};
  const load = loadavg()[0]!;
  for (const [i, { question }] of asked.entries()) {
    const began = performance.now();
    const { trace } = await pipeline.ask(question);
    if (i < WARM_UP) continue;
    totals.push(performance.now() - began);
    for (const { name, milliseconds } of trace.steps) (steps[name] ??= []).push(milliseconds);
  }
  report({ totals, steps, load, about: isUntrained ? "untrained heads" : "shipped models" });
  await dual.dispose();
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
): Promise<void> {
  const rng = createRng(2);
  const texts = passages.map(({ title, text }) => `${title}\n${text}`);
  const real = await encoder.encode(texts);
  const random = () => Float32Array.from({ length: encoder.dimension }, () => rng.normal());
  for (let from = 0; from < VECTORS; from += 10_000) {
    const chunks = Array.from({ length: 10_000 }, (_, i) => {
      const row = from + i;
      const text = texts[row % texts.length]!;
      return { id: `${row}`, vector: real[row] ?? random(), text, metadata: { source: "town" } };
    });
    await store.add(chunks);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
