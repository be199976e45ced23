/** What `npm run train:matryoshka` trains: everything that decides its numbers. */
import { parseArgs } from "node:util";

/** Both have the same start, rows, order and steps. */
export const MODELS = {
  matryoshka: { isNested: true },
  control: { isNested: false },
};
export type ModelName = keyof typeof MODELS;

export interface Plan {
  seeds: number[];
  steps: number;
  batchSize: number;
  learningRate: number;
  maxSequenceLength: number;
  threads: number | undefined;
  bert: string | undefined;
  /** For the trained encoders. */
  folder: string;
  /** For the measurements. */
  out: string;
}

export const HELP = `Usage: npm run train:matryoshka -- [options]

Trains an encoder with the nested (Matryoshka) loss and one with the same loss without nesting,
cuts both to fewer and fewer numbers, and measures them on sts/test and on a search for duplicate
questions. What FOLDER has already is not trained again.

  --seeds N,N     (default 1,2,3)
  --steps N       of each training (default 150)
  --batch N       rows per step (default 32)
  --rate X        highest learning rate (default 0.001)
  --length N      most tokens of a sentence (default 32)
  --threads N     (default: one a core)
  --bert FOLDER   the pre-trained model (default: the one in datasets/models)
  --folder PATH   for the encoders (default .cache/train-matryoshka)
  --out FILE      for the numbers (default datasets/results/matryoshka.json)
  --help          this text`;

/** @returns undefined where help is asked for */
export function parsePlan(args: readonly string[]): Plan | undefined {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ seeds: text, steps: text, batch: text, rate: text, length: text, threads: text },
      ...{ bert: text, folder: text, out: text, help: { type: "boolean" } },
    },
  });
  if (values.help) return undefined;
  const whole = (name: "steps" | "batch" | "length" | "threads", fallback: number, min: number) => {
    const number = Number(values[name] ?? fallback);
    if (Number.isInteger(number) && number >= min) return number;
    throw new RangeError(
      `--${name} must be a whole number of at least ${min}, got ${values[name]}`,
    );
  };
  const seeds = (values.seeds ?? "1,2,3").split(",").map(Number);
  if (!seeds.every((seed) => Number.isInteger(seed) && seed >= 0)) {
    throw new RangeError(`--seeds must be whole numbers, got ${values.seeds}`);
  }
  const learningRate = Number(values.rate ?? 1e-3);
  if (!(learningRate > 0)) throw new RangeError(`--rate must be above 0, got ${values.rate}`);
  return {
    ...{ seeds, learningRate },
    steps: whole("steps", 150, 2),
    batchSize: whole("batch", 32, 2),
    maxSequenceLength: whole("length", 32, 8),
    threads: values.threads === undefined ? undefined : whole("threads", 1, 1),
    bert: values.bert,
    folder: values.folder ?? ".cache/train-matryoshka",
    out: values.out ?? "datasets/results/matryoshka.json",
  };
}

/** All of the numbers, half of them, and so on down to 8: 128, 64, 32, 16, 8. */
export function sizesOf(size: number): number[] {
  const sizes: number[] = [];
  for (let next = size; next >= 8 && Number.isInteger(next); next /= 2) sizes.push(next);
  return sizes;
}
