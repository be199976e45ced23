/** The timed process of bench/vector-files.ts: act, format, file, words and numbers per word. */
import { createRng } from "../../src/core/rng";
import { loadWord2Vec, saveWord2Vec } from "../../src/word-vectors/word2vec-format";
import { WordVectors } from "../../src/word-vectors/word-vectors";
import type { Measurement } from "./measure";

async function main(): Promise<void> {
  const [act, format, file, numWords, size] = process.argv.slice(2) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const isWriting = act === "write";
  const made = isWriting ? invented(Number(numWords), Number(size)) : undefined;
  const cpu = process.cpuUsage();
  const start = performance.now();
  if (made) await saveWord2Vec(made, file, { binary: format === "binary" });
  const vectors = made ?? (await loadWord2Vec(file, { binary: format === "binary" }));
  const seconds = [(performance.now() - start) / 1000];
  const { user, system } = process.cpuUsage(cpu);
  const measured: Measurement = {
    seconds,
    cpuSeconds: [(user + system) / 1e6],
    peakBytes: process.resourceUsage().maxRSS * 1024,
    version: `Node ${process.versions.node}`,
    // When writing, the two sides have numbers of their own.
    result: { numWords: vectors.words.length, sum: isWriting ? 0 : sumOf(vectors.values) },
  };
  console.log(JSON.stringify(measured));
}

function invented(numWords: number, size: number): WordVectors {
  const rng = createRng(1);
  const values = new Float32Array(numWords * size);
  for (let i = 0; i < values.length; i++) values[i] = rng.uniform() - 0.5;
  const words = Array.from({ length: numWords }, (_, i) => `word-${i}`);
  return new WordVectors(words, values, { size, copy: false });
}

function sumOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

void main();
