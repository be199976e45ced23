/**
 * Skip-gram in batches as tensors (a GPU, or what there is) against the kernel on one thread.
 *
 *   npm run bench -- word-vectors-batch
 *
 * Pairs a second on the corpus of the course, 100 dimensions, 5 negatives. Making the pairs is
 * left out on the side of the batches.
 */
import { loadCorpus } from "../src/data/datasets";
import { compileDevices } from "../src/engine/compile-devices";
import { startLab } from "../src/engine/lab";
import { wordTokenize } from "../src/text/word-tokenize";
import { SkipGramBatchTraining } from "../src/word-vectors/skip-gram-batch";
import { Word2Vec } from "../src/word-vectors/word2vec";

const NUM_SENTENCES = 30_000;
const STEPS = 8;

async function main(): Promise<void> {
  await startLab({ backend: "cpu" });
  const { sentences } = await loadCorpus();
  const text = sentences.slice(0, NUM_SENTENCES).map((s) => wordTokenize(s.toLowerCase()));
  console.log("| how | batch | pairs/s | loss of a pair at the end |\n|---|---|---|---|");

  let last = { predictions: NaN, loss: NaN };
  const start = performance.now();
  await new Word2Vec({ epochs: 1 }).train(text, { onProgress: (progress) => (last = progress) });
  const seconds = (performance.now() - start) / 1000;
  print("kernel, one thread", "1", last.predictions / seconds, last.loss);

  for (const { device, available } of await compileDevices()) {
    if (!available) continue;
    for (const batchSize of [256, 4096, 65536]) await measureBatches(text, device, batchSize);
  }
}

async function measureBatches(
  text: string[][],
  device: "cpu" | "webgpu" | "cuda",
  batchSize: number,
): Promise<void> {
  const training = await SkipGramBatchTraining.create(new Word2Vec({ epochs: 1 }).start(text), {
    ...{ batchSize, device },
  });
  let milliseconds = 0;
  let pairs = 0;
  let loss = NaN;
  for (let i = 0; i <= STEPS; i++) {
    const step = await training.step();
    if (!step || step.pairs < batchSize) break;
    loss = step.loss;
    if (i === 0) continue; // the first is slower: memory is laid out
    milliseconds += step.milliseconds;
    pairs += step.pairs;
  }
  await training.dispose();
  print(`tensors on ${device}`, String(batchSize), (1000 * pairs) / milliseconds, loss);
}

function print(how: string, batch: string, pairsPerSecond: number, loss: number): void {
  console.log(`| ${how} | ${batch} | ${Math.round(pairsPerSecond / 1000)}k | ${loss.toFixed(2)} |`);
}

void main();
