/** sampling.json, its infinities as numbers, and a comparison within its tolerance. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface GoldenSampling {
  temperature: {
    logits: number[];
    temperature: number;
    probs: number[];
    log_probs: number[];
    logsumexp: number;
  }[];
  temperature_limits: { logits: number[]; T_to_0: number[]; T_to_inf: number[] }[];
  filters: {
    logits_name: string;
    logits: number[];
    method: "top_k" | "top_p" | "min_p";
    value: number;
    kept: number[];
    probs: number[];
    boundary_sensitive?: boolean;
  }[];
  combined: {
    logits: number[];
    temperature: number;
    top_k: number;
    top_p: number;
    kept: number[];
    probs: number[];
  }[];
  big_vocab: {
    n: number;
    A: number;
    B: number;
    logsumexp: number;
    p_first: number;
    log_p_first: number;
    p_max: number;
    argmax: number;
    entropy_nats: number;
    perplexity: number;
  }[];
  logsumexp: { x: number[]; logsumexp: number }[];
  entropy: { probs: number[]; entropy_nats: number; entropy_bits: number; perplexity: number }[];
}

export const GOLDEN = JSON.parse(
  readFileSync(join(__dirname, "../golden/sampling.json"), "utf8"),
  (_, value: unknown) => (value === "-inf" ? -Infinity : value),
) as GoldenSampling;

/** Absolute or relative; lists number by number. */
export function close(
  actual: number | ArrayLike<number>,
  expected: number | ArrayLike<number>,
  name = "",
  tolerance = 1e-12,
): void {
  const [a, b] = [actual, expected].map((x) => (typeof x === "number" ? [x] : Array.from(x)));
  assert.equal(a!.length, b!.length, `${name}: length`);
  b!.forEach((value, i) => {
    const isClose = Math.abs(a![i]! - value) <= tolerance * Math.max(1e-3, Math.abs(value));
    assert.ok(Object.is(a![i], value) || isClose, `${name}[${i}]: ${a![i]}, not ${value}`);
  });
}

/** Indices of what a filter kept. */
export function keptIn(logits: ArrayLike<number>): number[] {
  return Array.from(logits, (logit, i) => (logit > -Infinity ? i : -1)).filter((i) => i >= 0);
}
