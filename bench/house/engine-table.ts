/** The table of bench/engine.ts, in Markdown. */
import { median } from "./measure";
import type { TurnResult } from "./turns";

export interface EngineRow {
  readonly shape: string;
  readonly task: "mlm" | "siamese" | "encode";
  readonly length: number;
  readonly threads: number;
  readonly dropout: number;
  /** For encoding. */
  readonly sentences: number;
  /** Ours first. */
  readonly results: readonly TurnResult[];
}

/** One column group for each peer; the first is the one that the targets stand against. */
export function engineTable(rows: readonly EngineRow[]): string {
  const peers = rows[0]?.results.slice(1).map(({ name }) => name) ?? [];
  const header = [
    ...["BERT", "task", "threads", "ours"],
    ...peers.flatMap((name) => [name, "speed (by processor time)", "memory"]),
    ...["our memory", "compiled in"],
  ];
  const lines = rows.map((row) => rowCells(row));
  return [header, header.map(() => "---"), ...lines]
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n");
}

function rowCells(row: EngineRow): string[] {
  const [ours, ...peers] = row.results;
  return [
    ...[row.shape, taskName(row), String(row.threads), speed(row, ours!)],
    ...peers.flatMap((peer) => [
      speed(row, peer),
      `**${ratio(peer.seconds, ours!.seconds)} x** (${ratio(peer.cpuSeconds, ours!.cpuSeconds)})`,
      `${(ours!.peakBytes / peer.peakBytes).toFixed(2)} x`,
    ]),
    ...[`${Math.round(ours!.peakBytes / 1e6)} MB`, `${ours!.prepareSeconds.toFixed(2)} s`],
  ];
}

function taskName({ task, length, dropout, sentences }: EngineRow): string {
  if (task === "encode") return `encode ${sentences} sentences`;
  return `${task}, ${length} tokens${dropout === 0 ? ", no dropout" : ""}`;
}

/** "152 ms (148 – 160)" for a step, "1840 sentences/s" for encoding. */
function speed({ task, sentences }: EngineRow, { seconds }: TurnResult): string {
  if (task === "encode") return `${Math.round(sentences / median(seconds))} sentences/s`;
  const milliseconds = seconds.map((second) => second * 1000);
  const [low, high] = [Math.min(...milliseconds), Math.max(...milliseconds)];
  return `${digits(median(milliseconds))} ms (${digits(low)} – ${digits(high)})`;
}

function ratio(theirs: readonly number[], ours: readonly number[]): string {
  return (median(theirs) / median(ours)).toFixed(2);
}

function digits(milliseconds: number): string {
  return milliseconds < 100 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
}
