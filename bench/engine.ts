/**
 * BERT's training step and encoding, compiled, against PyTorch: speed, memory, time to compile.
 *
 *   npm run bench -- engine [--quick] [--only "base mlm"]
 *
 * `--quick` takes the two small models, short sentences and one thread; `--only` the rows that have
 * all of its words, of model, task, length and threads ("1T", "2T"). Fails when the two sides'
 * losses or embeddings are not the same. The last thing it prints is the table of bench/README.md.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { createRng } from "../src/core/rng";
import { SHAPES, type BertCase, type ShapeName } from "./house/bert-case";
import { compiled } from "./house/compile";
import { disagreement } from "./house/engine-agree";
import { engineTable, type EngineRow } from "./house/engine-table";
import { findTorches, torchEnvironment } from "./house/find-torch";
import { ROOT } from "./house/peer-python";
import { measureInTurns, type TurnOptions, type TurnSide } from "./house/turns";

interface Planned {
  shape: ShapeName;
  task: BertCase["task"];
  /** Tokens in a sequence; of "encode" the sentences' own. */
  length: number;
  threads: number;
  dropout: number;
}

const isQuick = process.argv.includes("--quick");
const torches = findTorches();
const script = compiled("bench/house/engine-ours.ts");

void main();

async function main(): Promise<void> {
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`);
  const rows: EngineRow[] = [];
  for (const planned of (isQuick ? quickCases() : allCases()).filter(isWanted)) {
    const task = caseOf(planned);
    const results = await measureInTurns(sides(task), turns(planned));
    const row: EngineRow = { ...planned, sentences: task.lengths?.length ?? 0, results };
    const wrong = disagreement(task, results);
    console.log(engineTable([row]).split("\n").at(-1));
    if (wrong !== undefined) {
      console.error(`  DIFFERENT: ${wrong}`);
      process.exitCode = 1;
    }
    rows.push(row);
  }
  console.log(`\n${engineTable(rows)}`);
}

function isWanted({ shape, task, length, threads }: Planned): boolean {
  const at = process.argv.indexOf("--only");
  const words = at < 0 ? [] : (process.argv[at + 1] ?? "").split(" ");
  const all: string[] = [shape, task, String(length), `${threads}T`];
  return words.every((word) => all.includes(word));
}

function quickCases(): Planned[] {
  return (["tiny", "mini"] as const).flatMap((shape) => [
    { shape, task: "mlm", length: 32, threads: 1, dropout: 0 },
    { shape, task: "mlm", length: 32, threads: 1, dropout: 0.1 },
    { shape, task: "siamese", length: 32, threads: 1, dropout: 0.1 },
    { shape, task: "encode", length: 0, threads: 1, dropout: 0 },
  ]);
}

function allCases(): Planned[] {
  const cases: Planned[] = [];
  // Without dropout both sides do the same to the last digit, so that their losses must be equal.
  for (const task of ["mlm", "siamese"] as const) {
    cases.push({ shape: "tiny", task, length: 32, threads: 1, dropout: 0 });
    cases.push({ shape: "mini", task, length: 32, threads: 1, dropout: 0 });
  }
  for (const threads of [1, 2]) {
    // The one that we ship, as it was pre-trained: pairs of 64 tokens.
    cases.push({ shape: "bert-small", task: "mlm", length: 64, threads, dropout: 0.1 });
    cases.push({ shape: "bert-small", task: "siamese", length: 32, threads, dropout: 0.1 });
    cases.push({ shape: "bert-small", task: "encode", length: 0, threads, dropout: 0 });
    for (const shape of ["tiny", "mini"] as const) {
      for (const length of [32, 128]) {
        for (const task of ["mlm", "siamese"] as const) {
          cases.push({ shape, task, length, threads, dropout: 0.1 });
        }
      }
      cases.push({ shape, task: "encode", length: 0, threads, dropout: 0 });
    }
    cases.push({ shape: "base", task: "mlm", length: 32, threads, dropout: 0.1 });
    cases.push({ shape: "base", task: "encode", length: 0, threads, dropout: 0 });
  }
  cases.push({ shape: "base", task: "siamese", length: 32, threads: 2, dropout: 0.1 });
  return cases;
}

function caseOf({ shape, task, length, threads, dropout }: Planned): BertCase {
  const common = { ...SHAPES[shape], task, dropout, batch: 32, length, threads };
  const lengths = task === "encode" ? sentenceLengths(shape === "base" ? 128 : 1000) : undefined;
  // Without a warm-up, larger steps first raise BERT-base's loss, PyTorch's too.
  return { ...common, lengths, learningRate: shape === "base" ? 2e-6 : 1e-4 };
}

/** About 16 tokens each, log-normal as sentences are, neighbours of equal length. */
function sentenceLengths(count: number): number[] {
  const rng = createRng(7);
  const draw = () => Math.floor(Math.exp(Math.log(15) + 0.45 * rng.normal()));
  return Array.from({ length: count }, () => Math.min(64, Math.max(4, draw()))).sort(
    (a, b) => a - b,
  );
}

function sides(task: BertCase): TurnSide[] {
  const args = [JSON.stringify(task)];
  const peer = join(ROOT, "bench/peers/bert_torch.py");
  return [
    { name: "ours", command: process.execPath, args: [script, ...args] },
    ...torches.map(({ version, python }) => ({
      name: `PyTorch ${version}`,
      command: python,
      args: ["-W", "ignore", peer, ...args],
      env: torchEnvironment(task.threads),
    })),
  ];
}

function turns({ shape }: Planned): TurnOptions {
  return shape === "base" ? { warmUp: 1, rounds: 3 } : { rounds: 5 };
}
