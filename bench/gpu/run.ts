/**
 * On a machine with a GPU: BERT's training step and encoding, compiled and eager on WebGPU, beside
 * PyTorch on the same card. Started by run.sh of the archive that bench/gpu-pack.ts makes.
 *
 *   ./run.sh [--tiny] [--out FILE]
 *   ./run.sh --tests               kernels and random functions, compiled, against eager ones
 *
 * Correctness comes first: 20 steps on the GPU must have the CPU's losses. Each side runs in a
 * process of its own, and one that fails is noted and leaves the others alone. `--tiny` takes the
 * smallest model only: minutes on a GPU imitated in software.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SHAPES, type BertCase, type ShapeName } from "../house/bert-case";
import {
  GPU_RESULTS_VERSION,
  type Agreement,
  type GpuProfile,
  type GpuResults,
  type GpuRow,
} from "../house/gpu-results";
import { measureInTurns, type TurnResult, type TurnSide } from "../house/turns";

const isTiny = process.argv.includes("--tiny");
const outFlag = process.argv.indexOf("--out");
const out = outFlag < 0 ? "gpu-results.json" : process.argv[outFlag + 1]!;
const results: GpuResults = {
  version: GPU_RESULTS_VERSION,
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  card: said("nvidia-smi", ["--query-gpu=name,driver_version", "--format=csv,noheader"]),
  isTiny,
  agreements: [],
  rows: [],
  profiles: [],
};

if (process.argv.includes("--tests")) process.exit(runTests());
else void main();

async function main(): Promise<void> {
  results.agreements = await checkAgreement();
  save();
  for (const shape of isTiny ? (["tiny"] as const) : (["mini", "base"] as const)) {
    for (const precision of ["float32", "mixed"] as const) {
      results.profiles.push(profile(shape, precision));
      save();
    }
    for (const task of ["mlm", "encode"] as const) {
      for (const side of sidesOf(caseOf(shape, task))) {
        results.rows.push(await measure(shape, task, side));
        save();
      }
    }
  }
}

/** The tests of the kernels on this GPU; their exit status. */
function runTests(): number {
  const files = ["trace/kernels", "random-graphs"].map((name) =>
    join(__dirname, `../../test/engine/${name}.test.js`),
  );
  const env = { ...process.env, LAB_TEST_DEVICE: "webgpu" };
  const args = ["--test", "--test-reporter=spec", ...files];
  return spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1;
}

/** Largest difference of 20 losses, GPU and CPU, without dropout. */
async function checkAgreement(): Promise<Agreement[]> {
  const task = { ...caseOf(isTiny ? "tiny" : "mini", "mlm"), dropout: 0, length: 32 };
  const losses = async (side: TurnSide) => {
    const [measured] = await measureInTurns([side], { warmUp: isTiny ? 5 : 20, rounds: 0 });
    return measured!.values;
  };
  const cpu = losses({ name: "cpu", ...ours("engine-ours", { ...task, device: "cpu" }) });
  const agreements: Agreement[] = [];
  for (const side of oursOf(task)) {
    // float16 keeps 3 digits, and losses are near 9.
    const limit = side.name.endsWith("mixed") ? 2e-2 : 1e-3;
    const common = { side: side.name, limit };
    try {
      const expected = await cpu;
      const differences = (await losses(side)).map((loss, i) => Math.abs(loss - expected[i]!));
      const largestDifference = Math.max(...differences);
      agreements.push({ ...common, steps: expected.length, largestDifference });
    } catch (error) {
      agreements.push({ ...common, steps: 0, largestDifference: null, error: String(error) });
    }
    console.log(JSON.stringify(agreements.at(-1)));
  }
  return agreements;
}

function profile(shape: ShapeName, precision: "float32" | "mixed"): GpuResults["profiles"][number] {
  const task = { ...caseOf(shape, "mlm"), device: "webgpu" as const, precision };
  const common = { shape, side: precision === "mixed" ? "compiled, mixed" : "compiled" };
  const { command, args } = ours("gpu-profile", task);
  const child = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const line = child.stdout.trim().split("\n").at(-1);
  if (child.status !== 0 || !line) return { ...common, error: child.stderr.slice(-500) };
  console.log(`${shape} ${common.side}: profiled`);
  return { ...common, profile: JSON.parse(line) as GpuProfile };
}

async function measure(shape: ShapeName, task: string, side: TurnSide): Promise<GpuRow> {
  const common = { shape, task, side: side.name };
  try {
    const options = { warmUp: isTiny ? 1 : 5, rounds: isTiny ? 1 : 5, secondsPerTurn: 1 };
    const [measured] = await measureInTurns([side], options);
    console.log(`${shape} ${task} ${side.name}: ${measured!.seconds.map(ms).join(" ")} ms`);
    return { ...common, ...rates(caseOf(shape, task as BertCase["task"]), measured!) };
  } catch (error) {
    console.log(`${shape} ${task} ${side.name}: ${String(error)}`);
    return { ...common, error: String(error) };
  }
}

function rates(task: BertCase, { seconds, values, version, prepareSeconds }: TurnResult) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  const tokens = tokensOf(task);
  return {
    version,
    prepareSeconds,
    milliseconds: median * 1000,
    range: [sorted[0]! * 1000, sorted.at(-1)! * 1000] as [number, number],
    tokensPerSecond: tokens / median,
    teraflops: (operationsOf(task) / median) * 1e-12,
    values: values.slice(0, 5),
  };
}

function sidesOf(task: BertCase): TurnSide[] {
  const python = process.env["LAB_BENCH_TORCH"] ?? "python3";
  const hasCuda =
    said(python, ["-c", "import torch; print(torch.cuda.is_available())"]).trim() === "True";
  const torch = (precision: string): TurnSide => {
    const peer = join(__dirname, "../peers/bert_torch.py");
    const args = ["-W", "ignore", peer, JSON.stringify({ ...task, device: "cuda", precision })];
    return { name: `PyTorch ${precision}`, command: python, args };
  };
  return [...oursOf(task), ...(hasCuda ? ["fp32", "tf32", "bf16"].map(torch) : [])];
}

function oursOf(task: BertCase): TurnSide[] {
  const gpu = { ...task, device: "webgpu" as const };
  return [
    { name: "compiled", ...ours("engine-ours", gpu) },
    { name: "compiled, mixed", ...ours("engine-ours", { ...gpu, precision: "mixed" }) },
    { name: "eager", ...ours("engine-eager", gpu) },
  ];
}

function ours(script: string, task: BertCase): Pick<TurnSide, "command" | "args"> {
  const file = join(__dirname, "../house", `${script}.js`);
  return { command: process.execPath, args: [file, JSON.stringify(task)] };
}

function caseOf(shape: ShapeName, task: BertCase["task"]): BertCase {
  const lengths = task === "encode" ? Array<number>(isTiny ? 8 : 256).fill(isTiny ? 8 : 128) : [];
  return {
    ...{ ...SHAPES[shape], task, dropout: task === "encode" ? 0 : 0.1 },
    ...{ batch: isTiny ? 4 : 32, length: isTiny ? 16 : 128, lengths },
    ...{ threads: 1, learningRate: 1e-4 },
  };
}

function tokensOf({ task, batch, length, lengths = [] }: BertCase): number {
  return task === "encode" ? lengths.reduce((sum, tokens) => sum + tokens, 0) : batch * length;
}

/** Multiplications and additions of the products; the way back costs twice the way there. */
function operationsOf(task: BertCase): number {
  const { width, inner, layers, vocabulary, lengths = [] } = task;
  const isEncoding = task.task === "encode";
  const length = isEncoding ? (lengths[0] ?? 0) : task.length;
  const perToken = layers * (2 * (4 * width * width + 2 * width * inner) + 4 * length * width);
  const forward = tokensOf(task) * perToken;
  if (isEncoding) return forward;
  const masked = task.batch * Math.max(1, Math.round(task.length * 0.15));
  return 3 * (forward + 2 * masked * (width * vocabulary + width * width));
}

function save(): void {
  writeFileSync(out, `${JSON.stringify(results, null, 1)}\n`);
}

function ms(seconds: number): string {
  return (seconds * 1000).toFixed(1);
}

/** What a program prints, or nothing where it isn't there. */
function said(command: string, args: string[]): string {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}
