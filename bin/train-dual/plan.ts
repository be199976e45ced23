/** What `npm run train:dual` trains: everything that decides its numbers. */
import { parseArgs } from "node:util";
import type { CompileDevice } from "../../src/engine/session";

export interface Plan {
  seeds: number[];
  /** Of each encoder with in-batch negatives. */
  steps: number;
  /** And with mined ones beside them. */
  minedSteps: number;
  /** Of the re-ranker, which compares word by word; 0: no re-ranker. */
  rerankerSteps: number;
  /** Passages per step. */
  batchSize: number;
  /** Questions per passage. */
  numQuestions: number;
  /** How many of them are training questions, or carried over; the rest are cut out. */
  numAsked: number;
  /** Of the BERT, the lowest. */
  numLayers: number;
  learningRate: number;
  rerankerRate: number;
  temperature: number;
  /** Most tokens of a passage. */
  maxSequenceLength: number;
  /** How many of a search's first hits are re-ranked. */
  depth: number;
  threads: number | undefined;
  device: CompileDevice;
  /** The pre-trained BERT, or a sentence encoder; undefined: what the repository carries. */
  bert: string | undefined;
  folder: string;
}

export const HELP = `Usage: npm run train:dual -- [options]

Trains a dual encoder, a single encoder and a re-ranker with late interaction for the town, and
measures them on questions about passages that no training question was about, beside BM25, the
untuned encoder and hybrids. They learn from the training questions, from the same carried over to other
passages with other names, and from words cut out of all passages; of dev and test passages they
read the text, never the questions. Into FOLDER: retrieval.json, and the models of the first seed.
Stop it when you like (Ctrl-C, or a power cut): the same command goes on from the last checkpoint.

  --seeds N,N,N   (default 1,2,3)
  --steps N       steps of each encoder (default 1000)
  --mined-steps N      after them, with mined negatives (default 0)
  --reranker-steps N   0: no re-ranker (default 600)
  --batch N       passages per step (default 64)
  --questions N   questions per passage and step (default 3)
  --asked N       of them, real or carried over; the rest are cut out (default 1)
  --layers N      of the BERT that the encoders keep, the lowest (default 1)
  --rate X        highest learning rate (default 0.003)
  --reranker-rate X    likewise, of the re-ranker (default 0.002)
  --temperature X (default 0.04)
  --length N      most tokens of a passage (default 128)
  --depth N       how many hits are re-ranked (default 20)
  --threads N     (default: one a core)
  --device NAME   cpu, webgpu or cuda (default cpu)
  --bert FOLDER   what the encoders begin as (default: the BERT in datasets/models)
  --folder PATH   (default .cache/train-dual)
  --help          this text`;

const TEXT = { type: "string" } as const;
const OPTIONS = {
  ...{
    seeds: TEXT,
    steps: TEXT,
    "mined-steps": TEXT,
    "reranker-steps": TEXT,
    batch: TEXT,
    questions: TEXT,
  },
  ...{
    layers: TEXT,
    "reranker-rate": TEXT,
    asked: TEXT,
    rate: TEXT,
    temperature: TEXT,
    length: TEXT,
    depth: TEXT,
    threads: TEXT,
  },
  ...{ device: TEXT, bert: TEXT, folder: TEXT, help: { type: "boolean" } as const },
};

/** @returns undefined where help is asked for */
export function parsePlan(args: readonly string[]): Plan | undefined {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return undefined;
  const given = values as Record<string, string | undefined>;
  const whole = (name: string, fallback: number, min: number = 1) => {
    const number = given[name] === undefined ? fallback : Number(given[name]);
    if (Number.isInteger(number) && number >= min) return number;
    throw new RangeError(`--${name} must be a whole number of at least ${min}, got ${given[name]}`);
  };
  const above = (name: string, fallback: number) => {
    const number = Number(given[name] ?? fallback);
    if (number > 0) return number;
    throw new RangeError(`--${name} must be above 0, got ${given[name]}`);
  };
  const seeds = (values.seeds ?? "1,2,3").split(",").map(Number);
  if (!seeds.every((seed) => Number.isInteger(seed) && seed >= 0)) {
    throw new RangeError(`--seeds must be whole numbers, got ${values.seeds}`);
  }
  const numQuestions = whole("questions", 3);
  const numAsked = whole("asked", 1);
  if (numAsked > numQuestions) {
    throw new RangeError(`--asked must be at most --questions, ${numQuestions}, got ${numAsked}`);
  }
  return {
    ...{ seeds, numQuestions, numAsked },
    steps: whole("steps", 1000, 3),
    minedSteps: whole("mined-steps", 0, 0),
    rerankerSteps: whole("reranker-steps", 600, 0),
    numLayers: whole("layers", 1),
    batchSize: whole("batch", 64, 2),
    learningRate: above("rate", 3e-3),
    rerankerRate: above("reranker-rate", 2e-3),
    temperature: above("temperature", 0.04),
    maxSequenceLength: whole("length", 128, 8),
    depth: whole("depth", 20),
    threads: values.threads === undefined ? undefined : whole("threads", 1),
    device: (values.device ?? "cpu") as CompileDevice, // compile says which there are
    bert: values.bert,
    folder: values.folder ?? ".cache/train-dual",
  };
}
