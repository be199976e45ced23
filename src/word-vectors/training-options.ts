/**
 * What can be chosen about training, with gensim's names and defaults where it has one.
 */
import { assertInteger, assertPositive, inWords } from "../core/check";
import { createRng, type Rng } from "../core/rng";
import type { Architecture, Objective } from "./training-plan";

export interface TrainingOptions {
  /** Predict from one word nearby at a time, or from all together. Default "skip-gram". */
  architecture?: Architecture;
  /**
   * How a prediction is judged. "full-softmax" scores all words each time: for vocabularies of a
   * few hundred words. Default "negative-sampling".
   */
  objective?: Objective;
  /** Numbers per vector, D. Default 100. */
  vectorSize?: number;
  /** Words on each side at most; drawn from 1 to this for each word. Default 5. */
  window?: number;
  /** Random words per prediction, with negative sampling. Default 5. */
  negative?: number;
  /** Words rarer than this are dropped. Default 5. */
  minCount?: number;
  /** Words with more than this share of the text are thinned out; 0 keeps all. Default 0.001. */
  sample?: number;
  /** η at the first word; gensim's alpha. Default 0.025. */
  learningRate?: number;
  /** η at the last word; gensim's min_alpha. Default 0.0001. */
  minLearningRate?: number;
  /** Passes over the text. Default 5. */
  epochs?: number;
  /** Threads. One gives the same vectors every time; several do not. Default 1. */
  workers?: number;
  /** CBOW: whether the context's vectors are averaged, or summed. Default true. */
  cbowMean?: boolean;
  /** Negatives are drawn as often as count^noiseExponent says. Default 0.75. */
  noiseExponent?: number;
  /** Where all chance comes from. Default: createRng(1). */
  rng?: Rng;
}

export type CheckedTrainingOptions = Required<TrainingOptions>;

const ARCHITECTURES: readonly Architecture[] = ["skip-gram", "cbow"];
const OBJECTIVES: readonly Objective[] = [
  "negative-sampling",
  "hierarchical-softmax",
  "full-softmax",
];
const NAMES = [
  ...["architecture", "objective", "vectorSize", "window", "negative", "minCount", "sample"],
  ...["learningRate", "minLearningRate", "epochs", "workers", "cbowMean", "noiseExponent", "rng"],
];

/** @param ownNames options that the caller checks itself */
export function checkTrainingOptions(
  caller: string,
  options: TrainingOptions,
  ownNames: readonly string[] = [],
): CheckedTrainingOptions {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`${caller}: options must be an object, got ${inWords(options)}`);
  }
  const names = [...NAMES, ...ownNames];
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    throw new RangeError(`${caller}: there is no option ${name}; there are ${names.join(", ")}`);
  }
  const {
    architecture = "skip-gram",
    objective = "negative-sampling",
    vectorSize = 100,
    window = 5,
    negative = 5,
    minCount = 5,
    sample = 1e-3,
    learningRate = 0.025,
    minLearningRate = 0.0001,
    epochs = 5,
    workers = 1,
    cbowMean = true,
    noiseExponent = 0.75,
    rng = createRng(1),
  } = options;
  assertOneOf(caller, "architecture", architecture, ARCHITECTURES);
  assertOneOf(caller, "objective", objective, OBJECTIVES);
  assertInteger(caller, { vectorSize, window, minCount, epochs }, { min: 1, max: 1e9 });
  assertInteger(caller, { workers }, { min: 1, max: 256 });
  const leastNegative = objective === "negative-sampling" ? 1 : 0;
  assertInteger(caller, { negative }, { min: leastNegative, max: 10_000 });
  assertPositive(caller, { learningRate });
  assertNumber(caller, "minLearningRate", minLearningRate, 0, learningRate);
  assertNumber(caller, "sample", sample, 0, Infinity);
  assertNumber(caller, "noiseExponent", noiseExponent, -Infinity, Infinity);
  if (typeof cbowMean !== "boolean") {
    throw new TypeError(`${caller}: cbowMean must be true or false, got ${inWords(cbowMean)}`);
  }
  if (typeof rng?.fork !== "function") {
    throw new TypeError(`${caller}: rng must come from createRng, got ${inWords(rng)}`);
  }
  return {
    ...{ architecture, objective, vectorSize, window, negative, minCount, sample, learningRate },
    ...{ minLearningRate, epochs, workers, cbowMean, noiseExponent, rng },
  };
}

function assertOneOf(
  caller: string,
  name: string,
  value: string,
  allowed: readonly string[],
): void {
  if (allowed.includes(value)) return;
  throw new RangeError(
    `${caller}: ${name} must be one of ${allowed.join(", ")}, got ${inWords(value)}`,
  );
}

function assertNumber(caller: string, name: string, value: number, min: number, max: number): void {
  if (Number.isFinite(value) && value >= min && value <= max) return;
  const range = [
    ...(min > -Infinity ? [`at least ${min}`] : []),
    ...(max < Infinity ? [`at most ${max}, the learningRate`] : []),
  ];
  const wanted = ["a finite number", ...range].join(", ");
  throw new RangeError(`${caller}: ${name} must be ${wanted}, got ${inWords(value)}`);
}
