/**
 * Words per second and memory of training word2vec and fastText, against gensim at equal settings.
 *
 *   npm run bench -- word-vectors [--quick] [--only KIND]
 *
 * `--quick` leaves out the 5 million words; `--only CBOW` measures one kind. One epoch, 100 dimensions, window 5, 5 negatives; from
 * the words as strings to finished vectors, and the training alone. Fails when the vocabularies
 * differ.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { compiled } from "./house/compile";
import { corpusFile } from "./house/corpus";
import { findGensims } from "./house/find-gensim";
import { measureInTurns, median, type Side, type SideResult } from "./house/measure";
import { ROOT } from "./house/peer-python";
import type { TrainingMeasurement } from "./house/word-vectors-text";

interface Task {
  kind: "skip-gram" | "CBOW" | "fastText skip-gram" | "fastText CBOW";
  numDocuments: number;
  workers: number;
  rounds: number;
}

type Result = SideResult & TrainingMeasurement;

// gensim's BLAS would otherwise start threads of its own, or be held to old instructions.
process.env["OPENBLAS_NUM_THREADS"] = "1";
delete process.env["OPENBLAS_CORETYPE"];

const script = compiled("bench/house/word-vectors-ours.ts");
const gensims = findGensims();
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);
printHeader();
for (const task of tasks().filter(isWanted)) report(task, measure(task));

function tasks(): Task[] {
  const small = [1, 2].flatMap((workers): Task[] => [
    { kind: "skip-gram", numDocuments: 20000, workers, rounds: 3 },
    { kind: "CBOW", numDocuments: 20000, workers, rounds: 3 },
    { kind: "fastText skip-gram", numDocuments: 20000, workers, rounds: 1 },
    { kind: "fastText CBOW", numDocuments: 20000, workers, rounds: 1 },
  ]);
  if (process.argv.includes("--quick")) return small;
  const large = { numDocuments: 100000, workers: 2, rounds: 1 };
  return [
    ...small,
    { ...large, kind: "skip-gram" },
    { ...large, kind: "CBOW" },
    { ...large, kind: "fastText skip-gram" },
  ];
}

function isWanted({ kind }: Task): boolean {
  const only = process.argv.indexOf("--only");
  return only < 0 || kind === process.argv[only + 1];
}

function measure({ kind, numDocuments, workers, rounds }: Task): Result[] {
  const args = [corpusFile(numDocuments), kind, String(workers), "1"];
  const peer = join(ROOT, "bench/peers/word2vec_gensim.py");
  const sides: Side[] = [{ name: "ours", command: process.execPath, args: [script, ...args] }];
  for (const { version, python } of gensims) {
    sides.push({ name: `gensim ${version}`, command: python, args: [peer, ...args] });
  }
  const results = Array.from({ length: rounds }, () => measureInTurns(sides, 1) as Result[]);
  return sides.map((_, i) => {
    const of = results.map((round) => round[i]!);
    return {
      ...of[0]!,
      seconds: of.flatMap(({ seconds }) => seconds),
      cpuSeconds: of.flatMap(({ cpuSeconds }) => cpuSeconds),
      trainingSeconds: of.flatMap(({ trainingSeconds }) => trainingSeconds),
      peakBytes: median(of.map(({ peakBytes }) => peakBytes)),
    };
  });
}

function printHeader(): void {
  const columns = ["words", "what", "threads", "ours, words/s", "peak memory"];
  for (const { version } of gensims) {
    columns.push(`${version}, words/s`, "speed", "training alone", "processor time", "memory");
  }
  console.log(row(columns));
  console.log(row(columns.map(() => "---")));
}

/** Ratios: how much longer gensim takes, and our memory as a share of its. */
function report({ kind, workers }: Task, [ours, ...peers]: Result[]): void {
  const { numWords, vocabSize } = ours!.result;
  const speed = (side: Result) => `${Math.round(numWords! / median(side.seconds) / 1000)}k`;
  const cells = [
    ...[`${numWords! / 1e6}M`, kind, String(workers), speed(ours!)],
    `${Math.round(ours!.peakBytes / 1e6)} MB`,
  ];
  for (const peer of peers) {
    const ratio = (seconds: "seconds" | "trainingSeconds" | "cpuSeconds") =>
      `${(median(peer[seconds]) / median(ours![seconds])).toFixed(2)} x`;
    cells.push(speed(peer), `**${ratio("seconds")}**`, ratio("trainingSeconds"));
    cells.push(ratio("cpuSeconds"), `${(ours!.peakBytes / peer.peakBytes).toFixed(2)} x`);
    if (peer.result["numWords"] === numWords && peer.result["vocabSize"] === vocabSize) continue;
    console.log(`DIFFERENT texts: ${JSON.stringify(ours!.result)} ${JSON.stringify(peer.result)}`);
    process.exitCode = 1;
  }
  console.log(row(cells));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
