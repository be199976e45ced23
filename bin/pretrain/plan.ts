/**
 * What `npm run pretrain` trains: sizes of models, and everything else that decides its numbers.
 */
import { parseArgs } from "node:util";
import type { BertConfig } from "../../src/bert/config";
import type { CompileDevice } from "../../src/engine/session";

/** Small relatives of BERT-mini (4 layers, 256 wide); all heads are 32 wide. */
const SIZES = {
  tiny: { numHiddenLayers: 2, hiddenSize: 128, numAttentionHeads: 4 },
  small: { numHiddenLayers: 4, hiddenSize: 128, numAttentionHeads: 4 },
  mini: { numHiddenLayers: 4, hiddenSize: 256, numAttentionHeads: 8 },
} as const;

export interface Plan {
  /** A causal language model, which predicts the next token, instead of a BERT. */
  causal: boolean;
  size: keyof typeof SIZES;
  steps: number;
  batchSize: number;
  sequenceLength: number;
  learningRate: number;
  warmupSteps: number;
  dropout: number;
  /**
   * Share of the words that are to be guessed while training. Held-out text has BERT's 0.15; twice
   * that gives twice as many guesses to learn from in a pass that costs the same (Wettig et al.
   * 2022, "Should You Mask 15% in Masked Language Modeling?", section 3).
   */
  maskShare: number;
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

Trains a small BERT on datasets/corpus with a vocabulary of its own, or, with --causal, a language
model that predicts the next token. Stop it when you like
(Ctrl-C, or a power cut): the same command goes on where the last checkpoint is.

  --causal              defaults are then: tiny, 3000 steps, rate 0.002
  --size NAME           tiny, small or mini: 2x128, 4x128, 4x256 (default small)
  --steps N             steps in all (default 12000)
  --batch N             pairs per step, or pieces of text (default 32)
  --length N            tokens per pair (default 64)
  --rate X              highest learning rate (default 0.001)
  --warmup N            steps until it is reached (default 5% of the steps)
  --dropout X           share of numbers dropped (default 0; see configOf)
  --mask-share X        share of words to guess while training (default 0.3; see Plan)
  --vocabulary N        entries (default 5000)
  --seed N              (default 1)
  --evaluate-every N    (default 250)
  --checkpoint-every N  (default 250)
  --threads N           (default: one a core)
  --device NAME         cpu, webgpu or cuda; see src/engine/README.md (default cpu)
  --stages N,N          write the model after these steps, too
  --folder PATH         (default .cache/pretrain or .cache/pretrain-causal)
  --help                this text`;

/** @returns undefined where help is asked for */
export function parsePlan(args: readonly string[]): Plan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ size: { type: "string" }, folder: { type: "string" }, stages: { type: "string" } },
      ...{ steps: { type: "string" }, batch: { type: "string" }, length: { type: "string" } },
      ...{
        rate: { type: "string" },
        dropout: { type: "string" },
        "mask-share": { type: "string" },
        warmup: { type: "string" },
        seed: { type: "string" },
      },
      ...{ vocabulary: { type: "string" }, threads: { type: "string" } },
      device: { type: "string" },
      ...{ "evaluate-every": { type: "string" }, "checkpoint-every": { type: "string" } },
      ...{ help: { type: "boolean" }, causal: { type: "boolean" } },
    },
  });
  if (values.help) return undefined;
  const whole = (name: keyof typeof values, fallback: number, min = 1) => {
    const given = values[name];
    const number = given === undefined ? fallback : Number(given);
    if (Number.isInteger(number) && number >= min) return number;
    throw new RangeError(`--${name} must be a whole number of at least ${min}, got ${given}`);
  };
  const causal = values.causal ?? false;
  const size = values.size ?? (causal ? "tiny" : "small");
  if (!Object.prototype.hasOwnProperty.call(SIZES, size)) {
    throw new RangeError(`--size must be ${Object.keys(SIZES).join(", ")}, got ${size}`);
  }
  const learningRate = Number(values.rate ?? (causal ? 0.002 : 0.001));
  if (!(learningRate > 0)) throw new RangeError(`--rate must be above 0, got ${values.rate}`);
  const dropout = Number(values.dropout ?? 0);
  if (!(dropout >= 0 && dropout < 1)) {
    throw new RangeError(`--dropout must be from 0 to below 1, got ${values.dropout}`);
  }
  const maskShare = Number(values["mask-share"] ?? 0.3);
  if (!(maskShare > 0 && maskShare < 1)) {
    throw new RangeError(`--mask-share must be between 0 and 1, got ${values["mask-share"]}`);
  }
  const steps = whole("steps", causal ? 3000 : 12_000);
  const stages = (values.stages ?? "").split(",").filter(Boolean).map(Number);
  const wrong = stages.find((stage) => !(Number.isInteger(stage) && stage > 0 && stage < steps));
  if (wrong !== undefined) {
    throw new RangeError(`--stages must be steps from 1 to ${steps - 1}, got ${values.stages}`);
  }
  return {
    ...{ causal, size: size as Plan["size"], steps, learningRate, dropout, maskShare },
    stages: stages.sort((a, b) => a - b),
    batchSize: whole("batch", 32),
    sequenceLength: whole("length", 64, 8),
    warmupSteps: whole("warmup", Math.round(steps / 20), 0),
    vocabSize: whole("vocabulary", 5000, 100),
    seed: whole("seed", 1, 0),
    evaluateEvery: whole("evaluate-every", 250),
    checkpointEvery: whole("checkpoint-every", 250),
    threads: values.threads === undefined ? undefined : whole("threads", 1),
    device: (values.device ?? "cpu") as CompileDevice, // compile says which there are
    folder: values.folder ?? (causal ? ".cache/pretrain-causal" : ".cache/pretrain"),
  };
}

export function configOf(plan: Plan, vocabSize: number): Partial<BertConfig> {
  const { hiddenSize, ...size } = SIZES[plan.size];
  // Positions for four times the length: passages are longer than what training reads here, and
  // fine-tuning on them teaches the places that are still random.
  const maxPositionEmbeddings = 4 * plan.sequenceLength;
  // BERT's 0.02 is meant for 768 columns. With fewer, sums over a row are smaller, attention and
  // gradients with them, and nothing is learned for a long time.
  const initializerRange = 0.02 * Math.sqrt(768 / hiddenSize);
  const intermediateSize = 4 * hiddenSize;
  // Of so small a model nothing is dropped while it pre-trains: it can't learn the text by heart,
  // and learns much faster (Geiping & Goldstein 2022, "Cramming", section 4.3).
  const { dropout } = plan;
  return {
    ...{ vocabSize, hiddenSize, ...size },
    ...{ intermediateSize, maxPositionEmbeddings, initializerRange },
    ...{ hiddenDropoutProb: dropout, attentionProbsDropoutProb: dropout },
  };
}
