/** What bench/gpu/run.ts writes down, and the table of bench/README.md made from it. */

export const GPU_RESULTS_VERSION = 2;

export interface GpuRow {
  shape: string;
  task: string;
  /** "compiled", "compiled, mixed", "eager" or "PyTorch bf16". */
  side: string;
  version?: string;
  prepareSeconds?: number;
  /** Median of a step, or of encoding all sentences. */
  milliseconds?: number;
  range?: [number, number];
  tokensPerSecond?: number;
  /** Of the matrix products alone. */
  teraflops?: number;
  values?: number[];
  error?: string;
}

/** Where a step's time goes, in milliseconds a step. */
export interface GpuProfile {
  /** A whole step while it is profiled, which slows it down. */
  stepMilliseconds: number;
  /** Of it, inside ONNX Runtime. */
  runMilliseconds: number;
  /** The GPU's programs, by its own clock. */
  onGpu: ProfileRow[];
  /** Handing operations to the GPU, by the processor's clock. */
  dispatched: ProfileRow[];
}

export interface ProfileRow {
  name: string;
  milliseconds: number;
  /** How many in a step. */
  count: number;
}

/** Losses of some steps on the GPU against the CPU's, the same function compiled for both. */
export interface Agreement {
  side: string;
  steps: number;
  largestDifference: number | null;
  limit: number;
  error?: string;
}

export interface GpuResults {
  version: number;
  date: string;
  node: string;
  /** Name and driver as nvidia-smi says them; "" where there is none. */
  card: string;
  isTiny: boolean;
  agreements: Agreement[];
  rows: GpuRow[];
  profiles: { shape: string; side: string; profile?: GpuProfile; error?: string }[];
}

/** What cards can do at most, in TFLOP/s: float32, TF32, bf16 (dense; the makers' data sheets). */
const PEAKS: Readonly<Record<string, readonly [number, number, number]>> = {
  H200: [67, 495, 990],
  H100: [67, 495, 990],
  A100: [19.5, 156, 312],
  L4: [30, 60, 121],
  "RTX 4090": [82.6, 82.6, 165],
};

/** @throws RangeError for a file that isn't one of these results */
export function gpuTable(results: GpuResults): string {
  if (results.version !== GPU_RESULTS_VERSION || !Array.isArray(results.rows)) {
    throw new RangeError(`gpuTable: these are no results of version ${GPU_RESULTS_VERSION}`);
  }
  const { agreements, card, date, node, isTiny } = results;
  const trial = isTiny ? ", tiny sizes (a trial)" : "";
  const header = "| BERT | task | side | milliseconds | tokens/s | of the card's peak | ready in |";
  return [
    `${card || "No NVIDIA card"}, Node ${node}, ${date}${trial}.`,
    ...agreements.map(sentence),
    "",
    header,
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...results.rows.map((row) => `| ${cells(row, card).join(" | ")} |`),
    ...results.profiles.flatMap((found) => ["", ...profileLines(found)]),
  ].join("\n");
}

function sentence({ side, steps, largestDifference, limit, error }: Agreement): string {
  if (error !== undefined) return `${side}: the comparison failed: ${inOneLine(error)}`;
  const isEqual = largestDifference !== null && largestDifference <= limit;
  const found = largestDifference?.toExponential(1) ?? "not a number";
  return (
    `${side}: the losses of ${steps} steps differ from the CPU's by at most ${found}` +
    `${isEqual ? "" : ` (MORE than ${limit})`}.`
  );
}

const PROFILE_ROWS = 8;

function profileLines({ shape, side, profile, error }: GpuResults["profiles"][number]): string[] {
  if (profile === undefined) return [`Profile of ${shape}, ${side}: ${inOneLine(error ?? "none")}`];
  const { stepMilliseconds, runMilliseconds, onGpu, dispatched } = profile;
  const total = (rows: readonly ProfileRow[]) =>
    rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0).toFixed(1);
  const row = ({ name, milliseconds, count }: ProfileRow) =>
    `${inOneLine(name)} ${milliseconds.toFixed(2)} (${Math.round(count)})`;
  const list = (rows: readonly ProfileRow[]) => rows.slice(0, PROFILE_ROWS).map(row).join(", ");
  return [
    `Where a step of ${shape}, ${side}, spends its time, in milliseconds (how many). Profiled, a ` +
      `step takes ${stepMilliseconds.toFixed(1)}, of which ONNX Runtime ${runMilliseconds.toFixed(1)}.`,
    "",
    `- On the GPU, ${total(onGpu)}: ${list(onGpu)}.`,
    `- Handing over, ${total(dispatched)}: ${list(dispatched)}.`,
  ];
}

function cells(row: GpuRow, card: string): string[] {
  const name = [row.shape, row.task, `${row.side}${row.version ? ` (${row.version})` : ""}`];
  if (row.error !== undefined || row.milliseconds === undefined) {
    return [...name, `failed: ${inOneLine(row.error ?? "no times")}`, "", "", ""];
  }
  const [low, high] = row.range ?? [row.milliseconds, row.milliseconds];
  return [
    ...name,
    `${row.milliseconds.toFixed(1)} (${low.toFixed(1)} – ${high.toFixed(1)})`,
    `${Math.round((row.tokensPerSecond ?? 0) / 1000)}k`,
    shareOfPeak(row, card),
    row.prepareSeconds ? `${row.prepareSeconds.toFixed(1)} s` : "",
  ];
}

/** Against the peak of the arithmetic that the side uses. */
function shareOfPeak({ side, teraflops = 0 }: GpuRow, card: string): string {
  const known = Object.entries(PEAKS).find(([name]) => card.includes(name));
  if (known === undefined) return "";
  const isHalf = side.endsWith("bf16") || side.endsWith("mixed");
  const peak = known[1][isHalf ? 2 : side.endsWith("tf32") ? 1 : 0];
  return `${((100 * teraflops) / peak).toFixed(1)} % of ${peak} TFLOP/s`;
}

/** Error messages come from elsewhere: no new row or cell may begin in them. */
function inOneLine(text: string): string {
  return text.replace(/[|\r\n]+/g, " ").slice(0, 120);
}
