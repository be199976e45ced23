/**
 * What can be trained: weights by name, and a loss that is a function of weights and a batch.
 *
 *   (weights, batch) → L,   ∇L by weight
 *
 * The trainer knows nothing else of a model, so it trains any: a regression, a BERT, two encoders
 * that share their weights.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { inWords } from "../core/check";
import * as tf from "../core/tf";
import type { RandomKey } from "../engine/random";
import type { InputSpecs } from "../engine/trace/trace-function";
import type { NamedTensors } from "./optimizer";

export interface LossContext {
  /** For dropout; the same in eager and compiled steps, and another in each step. */
  random: RandomKey;
  /** False on held-out data: nothing is to be dropped. */
  training: boolean;
}

export interface LossResult {
  loss: tf.Tensor;
  /**
   * How much this batch counts when several make one step, or one evaluation: the number of rows or
   * masked words that the loss is a mean over. Default 1.
   */
  weight?: tf.Tensor;
  /** More numbers to watch, each a scalar and a mean like the loss: parts of it, an accuracy. */
  metrics?: Readonly<Record<string, tf.Tensor>>;
}

/**
 * Made of tensor operations only, the same at each call: it is traced by compile.
 *
 * @param weights all of the model's, by name
 * @param batch   tensors by the names of `inputs`
 */
export type LossFunction = (
  weights: NamedTensors,
  batch: NamedTensors,
  context: LossContext,
) => tf.Tensor | LossResult;

export interface TrainableModel {
  /** Where training begins. They are copied; the tensors stay the caller's, as they are. */
  weights: NamedTensors;
  /** What a batch holds: a type and a shape for each name; see compile. */
  inputs: InputSpecs;
  loss: LossFunction;
  /** Which weights stay as they are. Default: none do. */
  frozen?: (name: string) => boolean;
  /** What a checkpoint must match besides names and shapes: the configuration, say. */
  description?: unknown;
}

export interface LossAndGradients {
  loss: tf.Tensor;
  weight: tf.Tensor;
  metrics: Record<string, tf.Tensor>;
  /** By name, for all trained weights. */
  gradients: Record<string, tf.Tensor>;
}

/**
 * @throws RangeError naming weights that the loss doesn't depend on: most likely a head that was
 *         forgotten, and else to be declared frozen
 */
export function lossAndGradients(
  model: Pick<TrainableModel, "loss">,
  {
    weights,
    trained,
    batch,
    random,
  }: { weights: NamedTensors; trained: readonly string[]; batch: NamedTensors; random: RandomKey },
): LossAndGradients {
  let result: Required<LossResult> | undefined;
  const forward = () => {
    result = checkedLoss(model.loss(weights, batch, { random, training: true }));
    // What is computed besides the loss would be disposed of with the forward pass.
    for (const tensor of [result.weight, ...Object.values(result.metrics)]) tf.keep(tensor);
    return result.loss as tf.Scalar;
  };
  const moving = trained.map((name) => weights[name]!);
  const { value, grads } = tf.engine().gradients(forward, moving, undefined, true);
  const unused = trained.filter((_, i) => !grads[i]);
  if (unused.length > 0) {
    throw new RangeError(
      `Trainer: the loss doesn't depend on ${someOf(unused)}; ` +
        "give model.frozen for weights that shall not move",
    );
  }
  const { weight, metrics } = result!;
  const own = (tensor: tf.Tensor) => {
    const copy = tf.clone(tensor);
    tensor.dispose();
    return copy;
  };
  return {
    loss: value,
    weight: own(weight),
    metrics: Object.fromEntries(Object.entries(metrics).map(([name, m]) => [name, own(m)])),
    gradients: Object.fromEntries(trained.map((name, i) => [name, grads[i]!])),
  };
}

/** The one form of what a loss function may return, with every number a scalar. */
export function checkedLoss(returned: tf.Tensor | LossResult): Required<LossResult> {
  const given = returned instanceof tf.Tensor ? { loss: returned } : (returned ?? {});
  const { loss, weight = tf.scalar(1), metrics = {} } = given as LossResult;
  for (const [name, tensor] of Object.entries({ loss, weight, ...metrics })) {
    if (!(tensor instanceof tf.Tensor)) {
      const got = inWords(tensor);
      throw new TypeError(`Trainer: the loss function must return tensors, got ${got} as ${name}`);
    }
    if (tensor.rank === 0) continue;
    throw new RangeError(`Trainer: ${name} must be a scalar, got shape [${tensor.shape}]`);
  }
  // Clones, so that one tensor may be returned under two names.
  const copies = Object.entries(metrics).map(([name, metric]) => [name, tf.clone(metric)] as const);
  return { loss, weight: tf.clone(weight), metrics: Object.fromEntries(copies) };
}

/** "a, b, c and 12 more" */
export function someOf(names: readonly string[], count: number = 3): string {
  const more = names.length - count;
  return names.slice(0, count).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
