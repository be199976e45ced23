/** What `npm run train:sentence` trains: everything that decides its numbers. */
import { parseArgs } from "node:util";
import type { CompileDevice } from "../../src/engine/session";

/**
 * The encoders that are trained. Each loss has its own data set where the papers give it one:
 *
 *   softmax            nli: entailment, neutral or contradiction, from [u; v; |u - v|]
 *   cosine             sts: the cosine shall be the score
 *   cosent             sts: the cosines shall be in the order of the scores
 *   distilled          sts, and as many pairs of nli and triplets with the cross-encoder's scores
 *   margin-mse         triplets, and the cross-encoder's word on how much better the positive fits
 *
 * so loss and rows change together. What the loss alone does, these show, on the same triplets:
 *
 *   softmax-triplets   paraphrase or not, from [u; v; |u - v|]
 *   cosine-triplets    the cosine shall be 1 with the positive, 0 with the negative
 *   contrastive        near with the positive, at least a margin away from the negative
 *   triplet            the positive nearer than the negative, by a margin
 *   ranking            the positive among the positives of the batch
 *   ranking-hard       the same, with all negatives of the triplets among them
 *
 * and for use outside of the ladder:
 *
 *   ranking-both       as ranking-hard, on triplets and on questions of pairs
 *   two-stages         first ranking-both, then cosent
 */
export const LOSSES = [
  ...(["softmax", "cosine", "cosent", "distilled", "margin-mse"] as const),
  ...(["softmax-triplets", "cosine-triplets", "contrastive"] as const),
  ...(["triplet", "ranking", "ranking-hard"] as const),
  ...(["ranking-both", "two-stages"] as const),
] as const;
export type LossName = (typeof LOSSES)[number];

/** On sts one score, on nli three classes. */
export const CROSS_ENCODERS = ["cross-encoder", "nli-cross-encoder"] as const;
export type CrossEncoderName = (typeof CROSS_ENCODERS)[number];

export interface Plan {
  /** One model, or the whole ladder. */
  what: LossName | CrossEncoderName | "ladder";
  seeds: number[];
  /** The ladder's rungs; undefined: all of them. */
  only: string[] | undefined;
  steps: number;
  /** Of a cross-encoder, which has to learn to compare first. */
  crossSteps: number;
  batchSize: number;
  learningRate: number;
  evaluateEvery: number;
  maxSequenceLength: number;
  /** Weights whose names begin so stay as they are; "" freezes none. */
  frozen: string;
  threads: number | undefined;
  device: CompileDevice;
  /** The pre-trained BERT; undefined: the one that the repository carries. */
  bert: string | undefined;
  folder: string;
}

export const HELP = `Usage: npm run train:sentence -- [options]

Trains a sentence encoder from the pre-trained BERT on the data sets of the course, with the best
weights on sts/dev kept. Stop it when you like (Ctrl-C, or a power cut): the same command goes on
where the last checkpoint is.

  --loss NAME     ${LOSSES.slice(0, 5).join(", ")},
                  ${LOSSES.slice(5, 9).join(", ")},
                  ${LOSSES.slice(9).join(", ")},
                  ${CROSS_ENCODERS.join(" or ")} (default two-stages)
  --ladder        all of them and the baselines, once a seed, into FOLDER/ladder.json
  --only NAME,NAME  these rungs of the ladder alone; "features" is the softmax head with others
  --seeds N,N     (default 1)
  --steps N       steps of each encoder (default 600)
  --cross-steps N steps of each cross-encoder (default 1500)
  --batch N       rows per step (default 32)
  --rate X        highest learning rate (default 0.0005)
  --evaluate-every N   (default 100)
  --length N      most tokens of a sentence, or of a cross-encoder's pair (default 64)
  --freeze NAMES  weights that stay as pre-training left them: their names begin so, or none
                  (default none)
  --threads N     (default: one a core)
  --device NAME   cpu, webgpu or cuda (default cpu)
  --bert FOLDER   the pre-trained model (default: the one in datasets/models)
  --folder PATH   (default .cache/train-sentence)
  --help          this text`;

/** @returns undefined where help is asked for */
export function parsePlan(args: readonly string[]): Plan | undefined {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{
        loss: text,
        seeds: text,
        steps: text,
        "cross-steps": text,
        batch: text,
        rate: text,
        length: text,
      },
      ...{
        freeze: text,
        only: text,
        threads: text,
        device: text,
        bert: text,
        folder: text,
        "evaluate-every": text,
      },
      ...{ ladder: { type: "boolean" }, help: { type: "boolean" } },
    },
  });
  if (values.help) return undefined;
  const whole = (name: keyof typeof values, fallback: number, min = 1) => {
    const number = values[name] === undefined ? fallback : Number(values[name]);
    if (Number.isInteger(number) && number >= min) return number;
    throw new RangeError(
      `--${name} must be a whole number of at least ${min}, got ${values[name]}`,
    );
  };
  const loss = values.loss ?? "two-stages";
  const known: readonly string[] = [...LOSSES, ...CROSS_ENCODERS];
  if (!known.includes(loss)) {
    throw new RangeError(`--loss must be ${known.join(", ")}, got ${loss}`);
  }
  const seeds = (values.seeds ?? "1").split(",").map(Number);
  if (!seeds.every((seed) => Number.isInteger(seed) && seed >= 0)) {
    throw new RangeError(`--seeds must be whole numbers, got ${values.seeds}`);
  }
  const learningRate = Number(values.rate ?? 5e-4);
  if (!(learningRate > 0)) throw new RangeError(`--rate must be above 0, got ${values.rate}`);
  return {
    what: values.ladder ? "ladder" : (loss as LossName | CrossEncoderName),
    ...{ seeds, learningRate },
    steps: whole("steps", 600, 2),
    crossSteps: whole("cross-steps", 1500, 2),
    batchSize: whole("batch", 32, 2),
    evaluateEvery: whole("evaluate-every", 100),
    maxSequenceLength: whole("length", 64, 8),
    only: values.only?.split(","),
    frozen: values.freeze === "none" ? "" : (values.freeze ?? ""),
    threads: values.threads === undefined ? undefined : whole("threads", 1),
    device: (values.device ?? "cpu") as CompileDevice, // compile says which there are
    bert: values.bert,
    folder: values.folder ?? ".cache/train-sentence",
  };
}
