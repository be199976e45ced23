/**
 * The memory that all workers train in: both tables, and what the plan says, laid out for the
 * kernel (kernels/word2vec.as).
 *
 * WebAssembly has addresses of 32 bits, so 4 GB is the limit: 5 million words of 100 numbers. The
 * text stays outside; a worker copies one piece at a time into its scratch memory.
 */
import type { HuffmanPath } from "./huffman";
import { numOutputRows, type TrainingPlan } from "./training-plan";
import { webAssembly, type WasmMemory } from "./web-assembly";

const PAGE = 65536;
const MOST_PAGES = 65536;
const OBJECTIVES = ["negative-sampling", "hierarchical-softmax", "full-softmax"];

export interface WorkerMemory {
  /** What configure() takes for this worker alone. */
  readonly settings: readonly number[];
  /** Where the words it works on are to be put. */
  readonly scratchWords: number;
  /** Where the ends of their sentences are to be put. */
  readonly scratchEnds: number;
}

export interface TrainingMemory {
  readonly memory: WasmMemory;
  /** What the kernel's configure() takes before a worker's own. */
  readonly settings: readonly number[];
  readonly workers: readonly WorkerMemory[];
  /** Row `index` of the input table [D], of the memory itself. */
  inputRow(index: number): Float32Array;
}

/** @param longest how many words a worker works on at a time at most */
export function buildTrainingMemory(
  caller: string,
  plan: TrainingPlan,
  longest: number,
): TrainingMemory {
  const { text, noise, keepThresholds, inputs, vectorSize } = plan;
  const rowFloats = Math.ceil(vectorSize / 8) * 8;
  const numWords = text.vocabulary.size;
  const paths = flatten(plan.paths);
  const subwords = inputs.subwords ?? { offsets: new Uint32Array(), rows: new Uint32Array() };

  let size = PAGE; // the first has the kernel's own tables, for logarithms
  const reserve = (numbers: number) => {
    const address = size;
    size += Math.ceil(numbers / 16) * 64; // whole cache lines
    return address;
  };
  const inputTable = reserve(inputs.numRows * rowFloats);
  const outputTable = reserve(numOutputRows(plan) * rowFloats);
  const keep = reserve(numWords);
  const noiseTable = reserve(2 * numWords);
  const pathOffsets = reserve(paths.offsets.length);
  const pathRows = reserve(paths.rows.length);
  const pathLabels = reserve(paths.rows.length);
  const subwordOffsets = inputs.subwords ? reserve(subwords.offsets.length) : 0;
  const subwordRows = reserve(subwords.rows.length);
  const gains = reserve(inputs.subwords ? numWords : 0);
  const longestList = 8 + longestTargetList(plan);
  const workers = plan.seeds.map((seed) => {
    const scratch = reserve(4 * rowFloats + 4 * longestList + longest);
    const settings = [scratch, longestList, seed[0], seed[1]];
    return { settings, scratchWords: reserve(longest), scratchEnds: reserve(longest) };
  });

  const memory = allocate(caller, size);
  const u32 = (address: number, values: ArrayLike<number>) =>
    new Uint32Array(memory.buffer, address, values.length).set(values);
  const f32 = (address: number, length: number) => new Float32Array(memory.buffer, address, length);
  u32(keep, keepThresholds);
  noise.thresholds.forEach((threshold, word) => {
    u32(noiseTable + 8 * word, [threshold, noise.aliases[word]!]);
  });
  const rowAddress = (table: number) => (row: number) => table + 4 * rowFloats * row;
  u32(pathOffsets, paths.offsets);
  u32(pathRows, Array.from(paths.rows, rowAddress(outputTable)));
  f32(pathLabels, paths.labels.length).set(paths.labels);
  if (inputs.subwords) {
    u32(subwordOffsets, subwords.offsets);
    u32(subwordRows, subwords.rows.map(rowAddress(inputTable)));
    f32(gains, numWords).set(meanGains(subwords));
  }
  const inputRow = (index: number) => f32(inputTable + 4 * rowFloats * index, vectorSize);
  const draw = plan.drawInitialWeights();
  for (let row = 0; row < inputs.numRows; row++) {
    const values = inputRow(row);
    for (let i = 0; i < vectorSize; i++) values[i] = draw();
  }

  const settings = [
    ...[inputTable, outputTable, 4 * rowFloats, numWords],
    ...[Number(plan.architecture === "cbow"), OBJECTIVES.indexOf(plan.objective)],
    ...[plan.window, plan.negative, Number(plan.mean), keep, noiseTable],
    ...[pathOffsets, pathRows, pathLabels, subwordOffsets, subwordRows, gains],
    ...[plan.learningRate, plan.minLearningRate, text.words.length * plan.epochs],
  ];
  return { memory, settings, workers, inputRow };
}

function allocate(caller: string, bytes: number): WasmMemory {
  const pages = Math.ceil(bytes / PAGE);
  if (pages > MOST_PAGES) {
    throw new RangeError(
      `${caller}: the tables must fit into 4 GB, got ${(bytes / 2 ** 30).toFixed(1)} GB; ` +
        "choose a smaller vectorSize or a larger minCount",
    );
  }
  return new (webAssembly().Memory)({ initial: pages, maximum: pages, shared: true });
}

/** The longest list of rows that the kernel has to hold at a time. */
function longestTargetList({ objective, text, negative, paths, window }: TrainingPlan): number {
  const longestPath = (paths ?? []).reduce((most, { nodes }) => Math.max(most, nodes.length), 0);
  const all = objective === "full-softmax" ? text.vocabulary.size : 0;
  return Math.max(1 + negative, 2 * window, longestPath, all);
}

function flatten(paths: readonly HuffmanPath[] = []) {
  const offsets = new Uint32Array(paths.length + 1);
  paths.forEach(({ nodes }, word) => (offsets[word + 1] = offsets[word]! + nodes.length));
  const rows = new Uint32Array(offsets[paths.length]!);
  const labels = new Float32Array(rows.length);
  paths.forEach(({ nodes, bits }, word) => {
    rows.set(nodes, offsets[word]);
    labels.set(
      bits.map((bit) => 1 - bit),
      offsets[word],
    );
  });
  return { offsets, rows, labels };
}

/**
 * How far the mean of a word's n rows moves when each of them moves by 1 as often as it is listed:
 * 1 where all are different, Σ m² / n where row r is listed m times ("banana" has "ana" twice).
 */
function meanGains({ offsets, rows }: { offsets: Uint32Array; rows: Uint32Array }): Float32Array {
  return Float32Array.from({ length: offsets.length - 1 }, (_, word) => {
    const own = rows.subarray(offsets[word], offsets[word + 1]);
    const times = new Map<number, number>();
    for (const row of own) times.set(row, (times.get(row) ?? 0) + 1);
    if (times.size === own.length) return 1;
    return [...times.values()].reduce((sum, m) => sum + m * m, 0) / own.length;
  });
}
