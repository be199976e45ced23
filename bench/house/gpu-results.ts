/** What bench/gpu/run.ts writes down, and the table of bench/README.md made from it. */

export const GPU_RESULTS_VERSION = 1;

export interface GpuRow {
  shape: string;
  task: string;
  /** "compiled", "eager" or "PyTorch bf16". */
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

export interface GpuResults {
  version: number;
  date: string;
  node: string;
  /** Name and driver as nvidia-smi says them; "" where there is none. */
  card: string;
  isTiny: boolean;
  correctness:
    | { steps: number; largestDifference: number | null; isEqual: boolean; error?: string }
    | undefined;
  rows: GpuRow[];
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
  const { correctness, card, date, node, isTiny } = results;
  const agreed = correctness?.error
    ? `The comparison with the CPU failed: ${inOneLine(correctness.error)}`
    : `Losses of ${correctness?.steps ?? 0} steps, GPU and CPU: largest difference ` +
      `${correctness?.largestDifference?.toExponential(1) ?? "unknown"}` +
      `${correctness?.isEqual ? "" : " (MORE than 1e-3)"}.`;
  const header = "| BERT | task | side | milliseconds | tokens/s | of the card's peak | ready in |";
  return [
    `${card || "No NVIDIA card"}, Node ${node}, ${date}${isTiny ? ", tiny sizes (a trial)" : ""}. ${agreed}`,
    "",
    header,
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...results.rows.map((row) => `| ${cells(row, card).join(" | ")} |`),
  ].join("\n");
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

/** Against the peak of the arithmetic that the side uses; ours is float32. */
function shareOfPeak({ side, teraflops = 0 }: GpuRow, card: string): string {
  const known = Object.entries(PEAKS).find(([name]) => card.includes(name));
  if (known === undefined) return "";
  const peak = known[1][side.endsWith("bf16") ? 2 : side.endsWith("tf32") ? 1 : 0];
  return `${((100 * teraflops) / peak).toFixed(1)} % of ${peak} TFLOP/s`;
}

/** Error messages come from elsewhere: no new row or cell may begin in them. */
function inOneLine(text: string): string {
  return text.replace(/[|\r\n]+/g, " ").slice(0, 120);
}
