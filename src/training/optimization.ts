/**
 * How a training moves downhill, with BERT's habits as defaults.
 *
 *   AdamW, λ = 0.01 for matrices, none for biases and layer norms; gradients clipped to norm 1;
 *   the learning rate rises over the warm-up, then falls in a line to 0
 *
 * Devlin et al. 2019, "BERT", appendix A.2. Which weights decay is told by their axes: a bias and
 * a layer norm's gain have one. Pulling those to 0 would take away from what the layer can say and
 * wouldn't make it simpler.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertBetween, assertInteger, assertPositive } from "../core/check";
import { adamW, type NamedTensors, type Optimizer } from "./optimizer";
import { warmupLinear } from "./schedule";

export interface OptimizationOptions {
  /** η, the highest. */
  learningRate: number;
  /** Steps until η is reached. Default 0. */
  warmupSteps?: number;
  /** Steps until the rate has fallen to 0. Default: it stays at η. */
  totalSteps?: number;
  /** Instead of the two above: the share of η after so many steps. */
  schedule?: (step: number) => number;
  /** λ of AdamW, for weights with two axes or more. Default 0.01. */
  weightDecay?: number;
  /** Instead of AdamW. */
  optimizer?: Optimizer;
  /** Gradients of a larger norm are scaled down to it. Default 1; Infinity switches it off. */
  maxGradientNorm?: number;
  /**
   * Batches whose gradients are added up before the weights move: a larger batch than fits into
   * memory. Default 1. Equal to the larger batch for losses that are means over rows. Not for
   * those with in-batch negatives: rows of different batches don't become each other's negatives.
   */
  accumulate?: number;
}

export interface Optimization {
  optimizer: Optimizer;
  maxGradientNorm: number;
  accumulate: number;
  /** The learning rate after so many steps. */
  schedule: (step: number) => number;
  /** All of it in values that JSON can hold, for a checkpoint to match. */
  description: Record<string, unknown>;
}

/** Steps at which rates are compared, since functions can't be. */
const PROBES = [0, 1, 2, 5, 10, 100, 1000, 10_000, 100_000];

/** @throws RangeError for numbers that make no sense */
export function resolveOptimization(
  weights: NamedTensors,
  options: OptimizationOptions,
): Optimization {
  const { learningRate, weightDecay = 0.01, maxGradientNorm = 1, accumulate = 1 } = options;
  assertPositive("Trainer", { learningRate });
  assertBetween("Trainer", { weightDecay }, 0, Number.MAX_VALUE);
  if (maxGradientNorm !== Infinity) assertPositive("Trainer", { maxGradientNorm });
  assertInteger("Trainer", { accumulate }, { min: 1 });
  const share = shareOf(options);
  const schedule = (step: number) => {
    const rate = learningRate * share(step);
    assertBetween("Trainer", { [`learning rate of step ${step + 1}`]: rate }, 0, Number.MAX_VALUE);
    return rate;
  };
  const decayOf = (name: string) => (weights[name]!.shape.length > 1 ? weightDecay : 0);
  const optimizer = options.optimizer ?? adamW({ weightDecay: decayOf });
  const description = {
    ...{ accumulate, rates: PROBES.map(schedule) },
    maxGradientNorm: maxGradientNorm === Infinity ? "none" : maxGradientNorm,
    optimizer: options.optimizer ? "its own" : `AdamW, decay ${weightDecay}`,
  };
  return { optimizer, maxGradientNorm, accumulate, schedule, description };
}

function shareOf({
  schedule,
  warmupSteps = 0,
  totalSteps,
}: OptimizationOptions): (step: number) => number {
  assertInteger("Trainer", { warmupSteps }, { min: 0 });
  if (schedule !== undefined) {
    if (totalSteps === undefined && warmupSteps === 0) return schedule;
    throw new RangeError("Trainer: give a schedule or warmupSteps and totalSteps, got both");
  }
  if (totalSteps === undefined) return (step) => (step < warmupSteps ? step / warmupSteps : 1);
  assertInteger("Trainer", { totalSteps }, { min: warmupSteps + 1 });
  return (step) => warmupLinear(step, { warmupSteps, totalSteps });
}
