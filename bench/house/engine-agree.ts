/**
 * Whether both sides of bench/engine.ts did the same: they begin with the same weights and batches,
 * so without dropout their losses must be equal up to rounding, step by step. With dropout each
 * draws its own masks: the first losses must then be close, and both must fall.
 */
import type { BertCase } from "./bert-case";
import type { TurnResult } from "./turns";

/** What differs, in words, or undefined. */
export function disagreement(
  { task, dropout }: Pick<BertCase, "task" | "dropout">,
  results: readonly TurnResult[],
): string | undefined {
  const [ours, ...peers] = results;
  for (const { name, values } of peers) {
    const places = dropout === 0 ? Math.min(values.length, ours!.values.length) : 1;
    const allowed = dropout === 0 ? 1e-3 : 0.05;
    for (let i = 0; i < places; i++) {
      const [mine, theirs] = [ours!.values[i]!, values[i]!];
      if (Math.abs(mine - theirs) <= allowed * Math.abs(theirs)) continue;
      return `${task === "encode" ? "embeddings" : "loss"} ${i}: ours ${mine}, ${name} ${theirs}`;
    }
  }
  if (task === "encode") return undefined;
  const rising = results.find(({ values }) => !(meanOfLast(values) < values[0]!));
  return rising && `the loss of ${rising.name} doesn't fall: ${rising.values.join(", ")}`;
}

/** Of the last third: one step's dropout may raise a loss that falls. */
function meanOfLast(values: readonly number[]): number {
  const last = values.slice(-Math.ceil(values.length / 3));
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}
