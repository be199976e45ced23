/** A timed process of bench/encode-pairs.ts: what, model, texts, threads, repetitions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import { startLab } from "../../src/engine/lab";
import { paraphraseMining } from "../../src/search/paraphrase-mining";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { padRows } from "../../src/tokenizers/token-rows";
import type { Measurement } from "./measure";

/** As SentenceEncoder.encode has it. */
const BATCH_SIZE = 32;

/** Does the work once; gives the sum of |x| over all embeddings, or the best cosine. */
type Work = () => Promise<number>;

async function measure(
  kind: string,
  [folder, file]: readonly [string, string],
  threads: number,
  repetitions: number,
): Promise<Measurement> {
  await startLab({ quiet: true });
  const texts = JSON.parse(readFileSync(file, "utf8")) as string[];
  const encoder = await SentenceEncoder.load(folder, { threads });
  const work =
    kind === "ONNX Runtime alone"
      ? await runtimeAlone(join(folder, "onnx", "model.onnx"), encoder, texts, threads)
      : await workOf(kind, encoder, texts, threads);
  await work(); // compiles, and warms the caches
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let found = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    found = await work();
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
  }
  return {
    ...{ seconds, cpuSeconds, result: { sum: found } },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    version: `Node ${process.versions.node}`,
  };
}

async function workOf(
  kind: string,
  encoder: SentenceEncoder,
  texts: readonly string[],
  threads: number,
): Promise<Work> {
  if (kind === "encode") {
    return async () => {
      const embeddings = await encoder.encode(texts);
      const sum = sizeOf((await embeddings.data()) as Float32Array);
      embeddings.dispose();
      return sum;
    };
  }
  const embeddings = await encoder.encode(texts);
  const [numRows, size] = embeddings.shape;
  const values = (await embeddings.data()) as Float32Array;
  return async () => {
    const points = { shape: [numRows, size] as const, values };
    return (await paraphraseMining(points, { k: 1, threads }))[0]!.score;
  };
}

/** The exported model on batches made beforehand: nothing but the runtime is timed. */
async function runtimeAlone(
  file: string,
  encoder: SentenceEncoder,
  texts: readonly string[],
  threads: number,
): Promise<Work> {
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: threads });
  const rows = encoder.rowsOf(texts).sort((a, b) => b.inputIds.length - a.inputIds.length);
  const tensor = ({ shape, data }: { shape: number[]; data: Int32Array }) =>
    new ort.Tensor("int64", BigInt64Array.from(data, BigInt), shape);
  const batches = Array.from({ length: Math.ceil(rows.length / BATCH_SIZE) }, (_, i) => {
    const some = rows.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE);
    const padded = padRows(some, encoder.config.bert.padTokenId);
    return {
      input_ids: tensor(padded.inputIds),
      attention_mask: tensor(padded.attentionMask),
      token_type_ids: tensor(padded.tokenTypeIds),
    };
  });
  return async () => {
    let sum = 0;
    for (const batch of batches) {
      const { sentence_embedding: found } = await session.run(batch, ["sentence_embedding"]);
      sum += sizeOf(found!.data as Float32Array);
    }
    return sum;
  };
}

function sizeOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

const [kind, folder, file, threads, repetitions] = process.argv.slice(2);
void measure(kind!, [folder!, file!], Number(threads), Number(repetitions)).then((measured) =>
  console.log(JSON.stringify(measured)),
);
