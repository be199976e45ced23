/**
 * The most similar pair among 10,000 sentences, from texts to pair, with the encoder we ship.
 *
 *   npm run bench -- encode-pairs [ROUNDS]
 *
 * Sentences of the corpus, drawn by lot, through SentenceEncoder.encode and paraphraseMining. The
 * other side is ONNX Runtime by itself: the same model as our exported file, on ids that were made,
 * sorted and padded beforehand and are not timed. Both have the same number of threads. Fails where
 * the embeddings differ, or where encoding has less than 0.9 of ONNX Runtime's speed by processor
 * time on one thread: tokenizing, sorting and copying may cost a tenth, not more. (Of two threads
 * the one that waits spins, which counts as processor time: that ratio is printed only.)
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { createRng } from "../src/core/rng";
import { loadCorpus } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { startLab } from "../src/engine/lab";
import { SentenceEncoder } from "../src/sentence-encoder/sentence-encoder";
import { compiled } from "./house/compile";
import { measureInTurns, median, type Side } from "./house/measure";
import { ROOT } from "./house/peer-python";

const SENTENCES = 10_000;
const REPETITIONS = 3;
const WANTED_SPEED = 0.9;

void compareAll(Number(process.argv[2] ?? 3));

async function compareAll(rounds: number): Promise<void> {
  const script = compiled("bench/house/encode-pairs-ours.ts");
  const { sentences } = await loadCorpus();
  const folder = join(ROOT, ".cache", "bench");
  const file = join(folder, "encode-pairs.json");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(createRng(7).shuffle(sentences).slice(0, SENTENCES)));
  const model = join(folder, "encode-pairs-model");
  await startLab({ quiet: true });
  const encoder = await SentenceEncoder.load(await shippedModelFolder("sentence-small"));
  await encoder.save(model); // with an ONNX file beside it, for the other side
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);
  for (const threads of [1, 2]) report([script, model, file], threads, rounds);
}

function report([script, ...input]: string[], threads: number, rounds: number): void {
  const side = (kind: string): Side => ({
    name: kind,
    command: process.execPath,
    args: [script!, kind, ...input, String(threads), String(REPETITIONS)],
  });
  const sides = ["encode", "ONNX Runtime alone", "compare"].map(side);
  const [ours, runtime, compare] = measureInTurns(sides, rounds);
  console.log(`${SENTENCES.toLocaleString("en")} sentences, ${threads} threads`);
  for (const { name, seconds, cpuSeconds, peakBytes, version } of [ours!, runtime!, compare!]) {
    const speed = name === "compare" ? "" : `, ${Math.round(SENTENCES / median(seconds))} a second`;
    const times = `${median(seconds).toFixed(2)} s, processor ${median(cpuSeconds).toFixed(2)} s`;
    console.log(`  ${name.padEnd(20)} ${times}${speed}`.padEnd(72), version);
    if (name === "encode") console.log(`    memory ${Math.round(peakBytes / 1e6)} MB`);
  }
  const total = median(ours!.seconds) + median(compare!.seconds);
  console.log(`  from texts to the pair: ${total.toFixed(2)} s`);
  const ratio = median(runtime!.cpuSeconds) / median(ours!.cpuSeconds);
  console.log(`  encoding has ${ratio.toFixed(2)} x ONNX Runtime's speed, by processor time`);
  const apart = Math.abs(ours!.result["sum"]! - runtime!.result["sum"]!);
  if (!(apart <= 1e-4 * Math.abs(runtime!.result["sum"]!))) fail(`embeddings differ, by ${apart}`);
  if (threads === 1 && ratio < WANTED_SPEED)
    fail(`less than ${WANTED_SPEED} of ONNX Runtime's speed`);
}

function fail(reason: string): void {
  console.log(`  FAILED: ${reason}`);
  process.exitCode = 1;
}
