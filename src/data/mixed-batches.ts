/**
 * Several data sets in one training: each batch comes from one of them, drawn by weight.
 *
 *   P(data set k) = w_k / Σ w
 *
 * Whole batches, not rows: in-batch negatives from another data set would be told apart by their
 * style. Weights in proportion to the sizes see every row equally often; sizes to the power 0.5
 * raise the small sets (Devlin 2018, multilingual BERT, smooths its languages with 0.7).
 *
 * Lesson: notebooks/10-dual-encoders.ipynb
 */
import { createHash } from "node:crypto";
import { assertInteger, assertPositive } from "../core/check";
import type { Rng } from "../core/rng";
import { identityOf, type BatchStream } from "./batch-stream";

export interface WeightedStream<Batch> {
  stream: BatchStream<Batch>;
  /** Above 0; only the ratios count. */
  weight: number;
}

/** Each data set goes through its own epochs, however often the others come. */
export function mixedBatches<Batch>(
  parts: Readonly<Record<string, WeightedStream<Batch>>>,
  { rng }: { rng: Rng },
): BatchStream<Batch> {
  const names = Object.keys(parts);
  if (names.length === 0) throw new RangeError("mixedBatches: needs a data set, got none");
  for (const name of names) {
    assertPositive("mixedBatches", { [`weight of ${name}`]: parts[name]!.weight });
  }
  const total = names.reduce((sum, name) => sum + parts[name]!.weight, 0);
  const order = rng.fork("order");

  // chosen[i] is the data set of batch i, and places[i] how many it had given before.
  const chosen: number[] = [];
  const places: number[] = [];
  const given = names.map(() => 0);
  const choose = () => {
    let left = order.uniform() * total;
    let number = 0;
    while (number < names.length - 1 && left >= parts[names[number]!]!.weight) {
      left -= parts[names[number]!]!.weight;
      number++;
    }
    chosen.push(number);
    places.push(given[number]!++);
  };
  return {
    at(index) {
      assertInteger("mixedBatches: at", { index }, { min: 0 });
      while (chosen.length <= index) choose();
      return parts[names[chosen[index]!]!]!.stream.at(places[index]!);
    },
    fingerprint() {
      const text = names.map((n) => `${n} ${parts[n]!.weight} ${parts[n]!.stream.fingerprint()}`);
      const all = ["mixedBatches", identityOf(rng), ...text].join("\n");
      return createHash("sha256").update(all).digest("hex").slice(0, 32);
    },
  };
}
