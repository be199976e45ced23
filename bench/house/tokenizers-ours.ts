/** The timed process of bench/tokenizers.ts: who, folder of the tokenizer, file of texts, mode. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";
import type { Measurement } from "./measure";

const [who, folder, file, mode, repetitions] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file!, "utf8")) as string[];

/** Encodes all texts; returns the sum of id × (position in its text + 1) and how many ids. */
type Encode = () => { checksum: number; numIds: number };

void measure();

async function measure(): Promise<void> {
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let peakBytes = 0;
  let result: Record<string, number> = {};
  for (let i = 0; i < Number(repetitions); i++) {
    // A new tokenizer each time: nobody remembers words from the repetition before.
    const encode = who === "ours" ? await ours() : theirs();
    const cpu = process.cpuUsage();
    const start = performance.now();
    result = encode();
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
    if (i === 0) peakBytes = process.resourceUsage().maxRSS * 1024;
  }
  const version = `Node ${process.versions.node}`;
  console.log(
    JSON.stringify({ seconds, cpuSeconds, peakBytes, version, result } satisfies Measurement),
  );
}

async function ours(): Promise<Encode> {
  const tokenizer = await BertTokenizer.load(join(folder!, "tokenizer.json"));
  if (mode === "batch") {
    return () => {
      const { inputIds, shape, lengths } = tokenizer.encodeToArrays(texts);
      const counted = { checksum: 0, numIds: 0 };
      lengths.forEach((length, row) => {
        add(counted, inputIds.subarray(row * shape[1], row * shape[1] + length));
      });
      return counted;
    };
  }
  return () => {
    const counted = { checksum: 0, numIds: 0 };
    for (const text of texts) add(counted, tokenizer.encode(text).inputIds);
    return counted;
  };
}

/** The JavaScript library has no batches: one text after the other. */
function theirs(): Encode {
  const read = (name: string) => JSON.parse(readFileSync(join(folder!, name), "utf8")) as object;
  const tokenizer = new Tokenizer(read("tokenizer.json"), read("tokenizer_config.json"));
  return () => {
    const counted = { checksum: 0, numIds: 0 };
    for (const text of texts) add(counted, tokenizer.encode(text).ids);
    return counted;
  };
}

function add(counted: { checksum: number; numIds: number }, ids: ArrayLike<number>): void {
  for (let i = 0; i < ids.length; i++) counted.checksum += ids[i]! * (i + 1);
  counted.numIds += ids.length;
}
