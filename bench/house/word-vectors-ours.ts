/** The timed process of bench/word-vectors.ts: corpus file, kind, workers and repetitions. */
import { readFileSync } from "node:fs";
import { FastText } from "../../src/word-vectors/fasttext";
import { Word2Vec } from "../../src/word-vectors/word2vec";
import { sentencesOf, type TrainingMeasurement } from "./word-vectors-text";

async function main(): Promise<void> {
  const [file, kind, workers, repetitions] = process.argv.slice(2);
  const sentences = sentencesOf(readFileSync(file!, "utf8"));
  const numWords = sentences.reduce((sum, { length }) => sum + length, 0);
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  const trainingSeconds: number[] = [];
  let peakBytes = 0;
  let vocabSize = 0;
  for (let i = 0; i < Number(repetitions); i++) {
    let wordsPerSecond = NaN;
    let totalWords = NaN;
    const cpu = process.cpuUsage();
    const start = performance.now();
    const vectors = await create(kind!, Number(workers)).train(sentences, {
      onProgress: (progress) => ({ wordsPerSecond, totalWords } = progress),
    });
    seconds.push((performance.now() - start) / 1000);
    trainingSeconds.push(totalWords / wordsPerSecond);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
    if (i > 0) continue;
    peakBytes = process.resourceUsage().maxRSS * 1024;
    vocabSize = vectors.words.length;
  }
  const version = `Node ${process.versions.node}`;
  const result = { numWords, vocabSize };
  const measured = { seconds, cpuSeconds, trainingSeconds, peakBytes, version, result };
  console.log(JSON.stringify(measured satisfies TrainingMeasurement));
}

function create(kind: string, workers: number): Word2Vec | FastText {
  const architecture = kind.endsWith("CBOW") ? ("cbow" as const) : ("skip-gram" as const);
  const options = { architecture, workers, epochs: 1 };
  return kind.startsWith("fastText") ? new FastText(options) : new Word2Vec(options);
}

void main();
