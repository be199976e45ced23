/**
 * Texts per second of BertTokenizer, against Hugging Face's tokenizers in JavaScript and in Rust.
 *
 *   npm run bench -- tokenizers [FOLDER]
 *
 * FOLDER holds tokenizer.json and tokenizer_config.json of a published BERT; without it a
 * vocabulary of 8,000 entries is learned from the corpus. One thread on every side, a new tokenizer
 * for every repetition. Fails when the ids are not the same.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { loadCorpus } from "../src/data/datasets";
import { BertTokenizer } from "../src/tokenizers/bert-tokenizer";
import { trainWordPiece } from "../src/tokenizers/wordpiece-trainer";
import { compiled } from "./house/compile";
import { corpusFile } from "./house/corpus";
import { measureInTurns, median } from "./house/measure";
import type { Side, SideResult } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";

const ROUNDS = 3;
const REPETITIONS = "4";
const FOLDER = join(ROOT, ".cache", "bench", "tokenizers");

void compareAll();

async function compareAll(): Promise<void> {
  const python = findPeerPython("tokenizers");
  const script = compiled("bench/house/tokenizers-ours.ts");
  mkdirSync(FOLDER, { recursive: true });
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);

  const { sentences } = await loadCorpus();
  const start = performance.now();
  const { vocabulary } = trainWordPiece(sentences, { vocabSize: 8000 });
  const took = ((performance.now() - start) / 1000).toFixed(2);
  console.log(`8,000 entries learned from ${sentences.length} sentences in ${took} s\n`);
  const folder = process.argv[2] ?? FOLDER;
  if (folder === FOLDER) await new BertTokenizer(vocabulary).save(FOLDER);

  const texts: Record<string, string[]> = {
    "corpus sentences": sentences.slice(0, 20000),
    "invented documents": readFileSync(corpusFile(20000), "utf8").split("\n").slice(0, 5000),
  };
  console.log(row(["texts", "what", "side", "texts/s", "(min – max)", "ratio to ours"]));
  for (const [name, list] of Object.entries(texts)) {
    const file = join(FOLDER, `${name.replace(" ", "-")}.json`);
    writeFileSync(file, JSON.stringify(list));
    for (const mode of ["one by one", "batch"]) {
      const word = mode === "batch" ? mode : "single";
      const ours = (who: string): Side => ({
        name: who,
        command: process.execPath,
        args: [script, who, folder, file, word, REPETITIONS],
      });
      const sides = [ours("ours"), ours("JavaScript")];
      const peer = join(ROOT, "bench/peers/tokenizers_rust.py");
      if (python !== undefined) {
        const args = [peer, folder, file, word, REPETITIONS];
        sides.push({ name: "Rust, Python", command: python, args });
      }
      report(`${list.length} ${name}`, mode, list.length, measureInTurns(sides, ROUNDS));
    }
  }
}

function report(texts: string, mode: string, count: number, results: SideResult[]): void {
  const ours = results[0]!;
  for (const { name, seconds, cpuSeconds, result } of results) {
    const speeds = seconds.map((s) => count / s);
    const range = `(${thousands(Math.min(...speeds))} – ${thousands(Math.max(...speeds))})`;
    const ratio =
      name === "ours"
        ? ""
        : `${(median(seconds) / median(ours.seconds)).toFixed(1)} x slower ` +
          `(by processor time ${(median(cpuSeconds) / median(ours.cpuSeconds)).toFixed(1)})`;
    console.log(row([texts, mode, name, thousands(median(speeds)), range, ratio]));
    if (JSON.stringify(result) === JSON.stringify(ours.result)) continue;
    console.log(`  DIFFERENT ids: ${JSON.stringify(result)}, ours ${JSON.stringify(ours.result)}`);
    process.exitCode = 1;
  }
  console.log(
    `  same ids: ${ours.result["numIds"]}, checksum equal`.repeat(process.exitCode ? 0 : 1),
  );
}

function row(cells: string[]): string {
  const widths = [25, 11, 13, 8, 18, 0];
  return cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" ");
}

function thousands(speed: number): string {
  return `${(speed / 1000).toFixed(1)}k`;
}
