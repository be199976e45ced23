/**
 * The kernel of umap.ts with its memory: see umap.as for what it computes.
 */
import { UmapCurve, umapPull, umapPush } from "../umap-curve";
import { UmapGraph } from "../umap-graph";
import { instantiate } from "./instantiate";
import { UMAP_WASM } from "./umap-wasm";

export interface UmapKernelOptions {
  graph: UmapGraph;
  curve: UmapCurve;
  /** [N, 2] the start. */
  places: Float32Array;
  /** Not 0. */
  seed: number;
  nEpochs: number;
  negativeSampleRate: number;
  repulsionStrength: number;
}

export interface UmapKernel {
  epoch(now: number, rate: number): void;
  /** [N, 2] a copy. */
  places(): Float32Array;
}

type Epoch = (...numbers: number[]) => number;

/** As in umap.as: powers of two from 2^-24 to 2^24, 32 steps each. */
const STEPS = 32;
const LOWEST_POWER = -24;
const NUM_ENTRIES = 48 * STEPS + 1;

export function umapKernel(options: UmapKernelOptions): UmapKernel {
  const { graph, curve, nEpochs, negativeSampleRate, repulsionStrength } = options;
  const edges = sampledEdges(graph, nEpochs);
  const count = edges.periods.length;
  const pull = 0;
  const push = pull + NUM_ENTRIES * 8;
  const due = push + NUM_ENTRIES * 8;
  const places = due + count * 16;
  const pairs = places + options.places.length * 4;
  const periods = pairs + count * 8;
  const { memory, exports } = instantiate(UMAP_WASM, periods + count * 4);
  const floats = (address: number, length: number) =>
    new Float32Array(memory.buffer, address, length);
  floats(pull, NUM_ENTRIES * 2).set(forceTable((squared) => umapPull(curve, squared)));
  floats(push, NUM_ENTRIES * 2).set(
    forceTable((squared) => umapPush(curve, squared, repulsionStrength)),
  );
  floats(places, options.places.length).set(options.places);
  floats(periods, count).set(edges.periods);
  new Int32Array(memory.buffer, pairs, count * 2).set(edges.pairs);
  const dueView = new Float64Array(memory.buffer, due, count * 2);
  for (let e = 0; e < count; e++) {
    dueView[2 * e] = edges.periods[e]!;
    dueView[2 * e + 1] = edges.periods[e]! / negativeSampleRate;
  }
  const runEpoch = exports["epoch"] as Epoch;
  let seed = options.seed;
  return {
    epoch(now, rate) {
      seed = runEpoch(
        ...[places, options.places.length / 2, pairs, periods, due, count],
        ...[pull, push, negativeSampleRate, now, rate, seed],
      );
    },
    places: () => floats(places, options.places.length).slice(),
  };
}

/** An edge pulls every (largest weight / its weight) epochs; those due less than once are left. */
function sampledEdges({ heads, tails, weights }: UmapGraph, nEpochs: number) {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, weight);
  const kept: number[] = [];
  weights.forEach((weight, e) => {
    if (weight >= largest / nEpochs) kept.push(e);
  });
  const pairs = new Int32Array(kept.length * 2);
  const periods = new Float32Array(kept.length);
  kept.forEach((e, at) => {
    pairs[2 * at] = heads[e]!;
    pairs[2 * at + 1] = tails[e]!;
    periods[at] = largest / weights[e]!;
  });
  return { pairs, periods };
}

/** [entries, 2]: the force at each entry's squared distance, and how much the next differs. */
function forceTable(force: (squared: number) => number): Float32Array {
  const table = new Float32Array(NUM_ENTRIES * 2);
  const squaredAt = (entry: number) =>
    2 ** (LOWEST_POWER + Math.floor(entry / STEPS)) * (1 + (entry % STEPS) / STEPS);
  for (let entry = 0; entry < NUM_ENTRIES; entry++) {
    table[2 * entry] = force(squaredAt(entry));
    table[2 * entry + 1] = force(squaredAt(entry + 1)) - force(squaredAt(entry));
  }
  return table;
}
