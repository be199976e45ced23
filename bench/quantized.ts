/**
 * A search of 100,000 × 192 in float32, int8 and single bits: time, storage, recall, against faiss.
 *
 *   npm run bench -- quantized [ROUNDS]
 *
 * One thread, queries one by one, ten hits each. faiss: IndexFlatIP, IndexScalarQuantizer (8 bits)
 * and IndexBinaryFlat. Recall: the share of the ten true neighbours that are among the ten found.
 * Fails when int8 or bits are no faster than float32, or find less than faiss's by more than 0.01.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { compiled } from "./house/compile";
import { measureInTurns, median, type Side, type SideResult } from "./house/measure";
import { findPeerPython, ROOT } from "./house/peer-python";
import { topicsFile } from "./house/topics";

const [ROWS, QUERIES, COLUMNS] = [100_000, 200, 192];
const KINDS = [
  { kind: "float32", bytes: 4 * COLUMNS, hasPeer: true },
  { kind: "int8", bytes: COLUMNS, hasPeer: true },
  { kind: "binary", bytes: COLUMNS / 8, hasPeer: true },
  { kind: "binary, re-scored", bytes: COLUMNS / 8, hasPeer: false },
];

const rounds = Number(process.argv[2] ?? 3);
const python = findPeerPython("faiss");
const script = compiled("bench/house/quantized-ours.ts");
const args = [topicsFile(ROWS, QUERIES, COLUMNS), String(ROWS), String(QUERIES), String(COLUMNS)];
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, one thread\n`);
const results = new Map(
  measureInTurns(KINDS.flatMap(sidesOf), rounds).map((result) => [result.name, result]),
);
console.log(
  row(["", "bytes a document", "ours, ms a query", "recall", "faiss", "ratio", "recall"]),
);
for (const { kind, bytes } of KINDS) report(kind, bytes);

function sidesOf({ kind, hasPeer }: (typeof KINDS)[number]): Side[] {
  const ours = { name: kind, command: process.execPath, args: [script, ...args, kind] };
  if (!hasPeer || python === undefined) return [ours];
  const peer = join(ROOT, "bench/peers/quantized.py");
  return [ours, { name: `faiss ${kind}`, command: python, args: [peer, ...args, kind] }];
}

function report(kind: string, bytes: number): void {
  const ours = results.get(kind)!;
  const faiss = results.get(`faiss ${kind}`);
  const seconds = ({ cpuSeconds }: SideResult) => median(cpuSeconds);
  const recall = ({ result }: SideResult) => result["recall"]!;
  const milliseconds = (result: SideResult) => (1000 * seconds(result)).toFixed(2);
  const peer = faiss && [
    milliseconds(faiss),
    `${(seconds(faiss) / seconds(ours)).toFixed(2)} x`,
    recall(faiss).toFixed(3),
  ];
  console.log(
    row([kind, String(bytes), milliseconds(ours), recall(ours).toFixed(3), ...(peer ?? [])]),
  );
  if (kind !== "float32" && !(seconds(ours) < seconds(results.get("float32")!))) {
    fail(`${kind} is no faster than float32`);
  }
  if (faiss && recall(ours) < recall(faiss) - 0.01) fail(`${kind} finds less than faiss`);
}

function fail(reason: string): void {
  console.log(`  FAILED: ${reason}`);
  process.exitCode = 1;
}

function row(cells: string[]): string {
  const widths = [20, 18, 18, 8, 8, 8, 0];
  return cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" ");
}
