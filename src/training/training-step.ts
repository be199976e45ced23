/**
 * One step of training as an ordinary function of tensors: loss, gradients, clipping, update.
 *
 *   g = Σ_k n_k·∇L_k / Σ_k n_k        over the micro-batches k, of weight n_k
 *   w, m ← optimizer(w, clip(g), m, η)
 *
 * All that changes from step to step comes in as an input (learning rate, random key) or stays
 * inside as state (weights, moments, sums of gradients), so the same function runs eagerly and
 * compiled, with the same numbers.
 *
 * A step whose gradients aren't finite moves no weight: gradients become 0 and so does the rate.
 * Testing for it costs one pass over the gradients; keeping the old state would cost three more.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";
import { RandomKey } from "../engine/random";
import type { InputSpecs, TensorMap, TracedResult } from "../engine/trace/trace-function";
import { clipGradients } from "./clip-gradients";
import { lossAndGradients, type TrainableModel } from "./loss";
import type { NamedTensors, Optimizer } from "./optimizer";

/** Names of the inputs that the trainer adds to the model's own. */
export const TRAINER_INPUTS = {
  learningRate: "trainer/learningRate",
  randomKey: "trainer/randomKey",
  isFirst: "trainer/isFirst",
  isLast: "trainer/isLast",
} as const;

const CONTROL_SPECS: InputSpecs = {
  [TRAINER_INPUTS.learningRate]: { dtype: "float32", shape: [] },
  [TRAINER_INPUTS.randomKey]: { dtype: "int32", shape: [2] },
};
const ACCUMULATION_SPECS: InputSpecs = {
  [TRAINER_INPUTS.isFirst]: { dtype: "bool", shape: [] },
  [TRAINER_INPUTS.isLast]: { dtype: "bool", shape: [] },
};

export interface StepSettings {
  optimizer: Optimizer;
  /** c of clipGradients; Infinity leaves them as they are. */
  maxGradientNorm: number;
  /** Micro-batches per step. */
  accumulate: number;
}

export interface TrainingStep {
  readonly inputs: InputSpecs;
  /** Weights, moments and sums as they are before the first step; the caller disposes of them. */
  initialState(): Record<string, tf.Tensor>;
  /** Outputs: loss, weight, norm, squares [P] in the order of `trained`, and metric/NAME. */
  run(inputs: TensorMap, state: TensorMap): TracedResult;
  /** Names of the weights that move. */
  readonly trained: readonly string[];
}

/** @returns the step for a model; nothing is computed yet */
export function trainingStep(model: TrainableModel, settings: StepSettings): TrainingStep {
  const { optimizer, accumulate } = settings;
  const names = Object.keys(model.weights);
  const trained = names.filter((name) => !(model.frozen?.(name) ?? false));
  const isSummed = accumulate > 1;
  return {
    trained,
    inputs: { ...model.inputs, ...CONTROL_SPECS, ...(isSummed && ACCUMULATION_SPECS) },
    initialState: () => {
      const moving = only(model.weights, trained);
      const state: Record<string, tf.Tensor> = {};
      for (const name of names) state[`weight/${name}`] = tf.clone(model.weights[name]!);
      for (const [name, tensor] of Object.entries(optimizer.initialState(moving))) {
        state[`optimizer/${name}`] = tensor;
      }
      if (!isSummed) return state;
      for (const name of trained) state[`sum/${name}`] = tf.zeros(model.weights[name]!.shape);
      return { ...state, sumWeight: tf.scalar(0) };
    },
    run: (inputs, state) => {
      const weights = below("weight/", state);
      const random = new RandomKey(inputs[TRAINER_INPUTS.randomKey] as tf.Tensor1D);
      const batch = only(inputs, Object.keys(model.inputs));
      const found = lossAndGradients(model, { weights, trained, batch, random });
      const sum = isSummed ? addUp(found.gradients, found.weight, inputs, state) : undefined;
      const gradients = sum?.mean ?? found.gradients;
      const moved = move(gradients, weights, trained, { inputs, state, ...settings });
      const outputs: Record<string, tf.Tensor> = {
        ...{ loss: found.loss, weight: found.weight, norm: moved.norm, squares: moved.squares },
      };
      for (const [name, metric] of Object.entries(found.metrics))
        outputs[`metric/${name}`] = metric;
      if (sum === undefined) return { outputs, state: moved.state };
      // Before the last micro-batch only the sums go on; the rest is put back.
      const isLast = inputs[TRAINER_INPUTS.isLast]!;
      const kept = Object.entries(moved.state).map(
        ([name, next]) => [name, tf.where(isLast, next, state[name]!)] as const,
      );
      return { outputs, state: { ...Object.fromEntries(kept), ...sum.state } };
    },
  };
}

/** Gradients of this micro-batch, times its weight, on top of those before it in the step. */
function addUp(
  gradients: NamedTensors,
  weight: tf.Tensor,
  inputs: TensorMap,
  state: TensorMap,
): { mean: Record<string, tf.Tensor>; state: Record<string, tf.Tensor> } {
  const isFirst = inputs[TRAINER_INPUTS.isFirst]!;
  const add = (before: tf.Tensor, more: tf.Tensor) => tf.where(isFirst, more, tf.add(before, more));
  const sumWeight = add(state["sumWeight"]!, weight);
  const sums: Record<string, tf.Tensor> = { sumWeight };
  const mean: Record<string, tf.Tensor> = {};
  for (const [name, gradient] of Object.entries(gradients)) {
    const sum = add(state[`sum/${name}`]!, tf.mul(gradient, weight));
    sums[`sum/${name}`] = sum;
    mean[name] = tf.div(sum, sumWeight);
  }
  return { mean, state: sums };
}

interface MoveContext extends StepSettings {
  inputs: TensorMap;
  state: TensorMap;
}

/** Clips, guards against numbers that aren't finite, and lets the optimizer move the weights. */
function move(
  gradients: NamedTensors,
  weights: NamedTensors,
  trained: readonly string[],
  { inputs, state, optimizer, maxGradientNorm }: MoveContext,
): { norm: tf.Tensor; squares: tf.Tensor; state: Record<string, tf.Tensor> } {
  // One number for each weight: names the culprit where something isn't finite.
  const each = trained.map((name) => tf.sum(tf.square(gradients[name]!)));
  const squares = tf.stack(each); // [P]
  const norm = tf.sqrt(each.reduce((sum, square) => tf.add(sum, square)));
  const clipped =
    maxGradientNorm === Infinity ? gradients : clipGradients(gradients, maxGradientNorm).gradients;

  const isFinite = tf.isFinite(norm);
  const guarded = Object.entries(clipped).map(
    ([name, gradient]) => [name, tf.where(isFinite, gradient, 0)] as const,
  );
  const rate = tf.where(isFinite, inputs[TRAINER_INPUTS.learningRate]!, 0) as tf.Scalar;
  const moved = optimizer.update(
    only(weights, trained),
    Object.fromEntries(guarded),
    below("optimizer/", state),
    rate,
  );
  const next: Record<string, tf.Tensor> = {};
  for (const [name, tensor] of Object.entries(moved.weights)) next[`weight/${name}`] = tensor;
  for (const [name, tensor] of Object.entries(moved.state)) next[`optimizer/${name}`] = tensor;
  return { norm, squares, state: next };
}

/** The tensors whose names begin with the prefix, without it. */
export function below<T>(prefix: string, all: Readonly<Record<string, T>>): Record<string, T> {
  const found = Object.entries(all).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

function only(tensors: TensorMap, names: readonly string[]): Record<string, tf.Tensor> {
  return Object.fromEntries(names.map((name) => [name, tensors[name]!]));
}
