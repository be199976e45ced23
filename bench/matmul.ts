/**
 * Eager matrix products on wasm: our kernel against TensorFlow.js's own, 1 and 2 threads.
 *
 *   npm run bench -- matmul [--quick]
 *
 * `--quick` leaves out the small sizes, which show from where on our way is the faster one. Fails
 * when the two products differ.
 */
import { compiled } from "./house/compile";
import type { MatMulCase } from "./house/matmul-ours";
import { median } from "./house/measure";
import { measureInTurns, type TurnResult, type TurnSide } from "./house/turns";

type Product = Pick<MatMulCase, "a" | "b" | "transposeA" | "transposeB">;

const AB = { transposeA: false, transposeB: false };
const ABT = { transposeA: false, transposeB: true };
const ATB = { transposeA: true, transposeB: false };

/** What BERT-mini's forward and backward pass are made of, 32 sentences of 32 or 128 tokens. */
const LARGE: readonly [string, Product][] = [
  ["A·B, 512³", { a: [512, 512], b: [512, 512], ...AB }],
  ["A·Bᵀ, 512³", { a: [512, 512], b: [512, 512], ...ABT }],
  ["Aᵀ·B, 512³", { a: [512, 512], b: [512, 512], ...ATB }],
  ["feed-forward, weight gradient", { a: [1024, 256], b: [1024, 1024], ...ATB }],
  ["feed-forward, input gradient", { a: [1024, 1024], b: [256, 1024], ...ABT }],
  ["attention scores, 32 tokens", { a: [32, 4, 32, 64], b: [32, 4, 32, 64], ...ABT }],
  ["attention scores, 128 tokens", { a: [32, 4, 128, 64], b: [32, 4, 128, 64], ...ABT }],
  ["attention values, 128 tokens", { a: [32, 4, 128, 128], b: [32, 4, 128, 64], ...AB }],
  ["its gradient, 128 tokens", { a: [32, 4, 128, 128], b: [32, 4, 128, 64], ...ATB }],
];

const SMALL: readonly [string, Product][] = [8, 16, 24, 32, 48, 64, 96].flatMap((n) => [
  [`A·Bᵀ, ${n}³`, { a: [n, n], b: [n, n], ...ABT }],
  [`Aᵀ·B, ${n}³`, { a: [n, n], b: [n, n], ...ATB }],
]);

const script = compiled("bench/house/matmul-ours.ts");

void main();

async function main(): Promise<void> {
  const cases = process.argv.includes("--quick") ? LARGE : [...LARGE, ...SMALL];
  console.log("| product | threads | ours, GFLOP/s | stock, GFLOP/s | speed (by processor time) |");
  console.log("| --- | --- | --- | --- | --- |");
  for (const [name, product] of cases) {
    for (const threads of [1, 2]) {
      const times = Math.max(1, Math.round(4e7 / operations(product)));
      const task = { ...product, threads, times };
      const results = await measureInTurns([side("ours", task), side("stock", task)], {
        warmUp: 2,
        rounds: 3,
        secondsPerTurn: 0.3,
      });
      report(name, threads, operations(product) * times, results);
    }
  }
}

function side(kernel: MatMulCase["kernel"], task: Omit<MatMulCase, "kernel">): TurnSide {
  const args = [script, JSON.stringify({ ...task, kernel })];
  return { name: kernel, command: process.execPath, args };
}

function report(name: string, threads: number, work: number, results: TurnResult[]): void {
  const [ours, stock] = results as [TurnResult, TurnResult];
  const speed = ({ seconds }: TurnResult) => (work / median(seconds) / 1e9).toFixed(1);
  const ratio = (median(stock.seconds) / median(ours.seconds)).toFixed(1);
  const byCpu = (median(stock.cpuSeconds) / median(ours.cpuSeconds)).toFixed(1);
  const cells = [name, String(threads), speed(ours), speed(stock), `**${ratio} x** (${byCpu})`];
  console.log(`| ${cells.join(" | ")} |`);
  const [mine, theirs] = [ours.values[0]!, stock.values[0]!];
  if (Math.abs(mine - theirs) <= 1e-4 * Math.abs(theirs)) return;
  console.error(`  DIFFERENT: ${mine} and ${theirs}`);
  process.exitCode = 1;
}

/** Multiplications and additions of one product. */
function operations({ a, b, transposeA, transposeB }: Product): number {
  const batch = a.slice(0, -2).reduce((product, axis) => product * axis, 1);
  const [rows, inner] = transposeA ? [a.at(-1)!, a.at(-2)!] : [a.at(-2)!, a.at(-1)!];
  return 2 * batch * rows * inner * (transposeB ? b.at(-2)! : b.at(-1)!);
}
