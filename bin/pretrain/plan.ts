/**
 * What `npm run pretrain` trains: sizes of models, and everything else that decides its numbers.
 */
import { parseArgs } from "node:util";
import type { BertConfig } from "../../src/bert/config";
import type { CompileDevice } from "../../src/engine/session";

/** Small relatives of BERT-mini (4 layers, 256 wide); all heads are 32 wide. */
const SIZES = {
  tiny: { numHiddenLayers: 2, hiddenSize: 128, numAttentionHeads: 4 },
  small: { numHiddenLayers: 4, hiddenSize: 192, numAttentionHeads: 6 },
  mini: { numHiddenLayers: 4, hiddenSize: 256, numAttentionHeads: 8 },
} as const;

export interface Plan {
  size: keyof typeof SIZES;
  steps: number;
  batchSize: number;
  sequenceLength: number;
  learningRate: number;
  warmupSteps: number;
  vocabSize: number;
  seed: number;
  evaluateEvery: number;
  checkpointEvery: number;
  threads: number | undefined;
  device: CompileDevice;
  /** Steps after which the model is written, besides the last: early stages for lessons. */
  stages: number[];
  /** Checkpoints go into FOLDER/checkpoints, models into FOLDER/model and FOLDER/stage-STEP. */
  folder: string;
}

export const HELP = `Usage: npm run pretrain -- [options]

Trains a small BERT on datasets/corpus with a vocabulary of its own. Stop it when you like
(Ctrl-C, or a power cut): the same command goes on where the last checkpoint is.

  --size NAME           tiny, small or mini: 2x128, 4x192, 4x256 (default small)
  --steps N             steps in all (default 12000)
  --batch N             pairs per step (default 64)
  --length N            tokens per pair (default 64)
  --rate X              highest learning rate (default 0.001)
  --warmup N            steps until it is reached (default 5% of the steps)
  --vocabulary N        entries (default 5000)
  --seed N              (default 1)
  --evaluate-every N    (default 250)
  --checkpoint-every N  (default 250)
  --threads N           (default: one a core)
  --device NAME         cpu, webgpu or cuda; see src/engine/README.md (default cpu)
  --stages N,N          write the model after these steps, too
  --folder PATH         (default .cache/pretrain)
  --help                this text`;

/** @returns undefined where help is asked for */
export function parsePlan(args: readonly string[]): Plan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ size: { type: "string" }, folder: { type: "string" }, stages: { type: "string" } },
      ...{ steps: { type: "string" }, batch: { type: "string" }, length: { type: "string" } },
      ...{ rate: { type: "string" }, warmup: { type: "string" }, seed: { type: "string" } },
      ...{ vocabulary: { type: "string" }, threads: { type: "string" } },
      device: { type: "string" },
      ...{ "evaluate-every": { type: "string" }, "checkpoint-every": { type: "string" } },
      help: { type: "boolean" },
    },
  });
  if (values.help) return undefined;
  const whole = (name: keyof typeof values, fallback: number, min = 1) => {
    const given = values[name];
    const number = given === undefined ? fallback : Number(given);
    if (Number.isInteger(number) && number >= min) return number;
    throw new RangeError(`--${name} must be a whole number of at least ${min}, got ${given}`);
  };
  const size = values.size ?? "small";
  if (!Object.prototype.hasOwnProperty.call(SIZES, size)) {
    throw new RangeError(`--size must be ${Object.keys(SIZES).join(", ")}, got ${size}`);
  }
  const learningRate = Number(values.rate ?? 0.001);
  if (!(learningRate > 0)) throw new RangeError(`--rate must be above 0, got ${values.rate}`);
  const steps = whole("steps", 12_000);
  const stages = (values.stages ?? "").split(",").filter(Boolean).map(Number);
  const wrong = stages.find((stage) => !(Number.isInteger(stage) && stage > 0 && stage < steps));
  if (wrong !== undefined) {
    throw new RangeError(`--stages must be steps from 1 to ${steps - 1}, got ${values.stages}`);
  }
  return {
    ...{ size: size as Plan["size"], steps, learningRate },
    stages: stages.sort((a, b) => a - b),
    batchSize: whole("batch", 64),
    sequenceLength: whole("length", 64, 8),
    warmupSteps: whole("warmup", Math.round(steps / 20), 0),
    vocabSize: whole("vocabulary", 5000, 100),
    seed: whole("seed", 1, 0),
    evaluateEvery: whole("evaluate-every", 250),
    checkpointEvery: whole("checkpoint-every", 250),
    threads: values.threads === undefined ? undefined : whole("threads", 1),
    device: (values.device ?? "cpu") as CompileDevice, // compile says which there are
    folder: values.folder ?? ".cache/pretrain",
  };
}

export function configOf(plan: Plan, vocabSize: number): Partial<BertConfig> {
  const { hiddenSize, ...size } = SIZES[plan.size];
  // Positions for twice the length: lessons read longer texts than training saw, if not well.
  const maxPositionEmbeddings = 2 * plan.sequenceLength;
  // BERT's 0.02 is meant for 768 columns. With fewer, sums over a row are smaller, attention and
  // gradients with them, and nothing is learned for a long time.
  const initializerRange = 0.02 * Math.sqrt(768 / hiddenSize);
  const intermediateSize = 4 * hiddenSize;
  return {
    ...{ vocabSize, hiddenSize, ...size },
    ...{ intermediateSize, maxPositionEmbeddings, initializerRange },
  };
}
