/**
 * Optimizers: how a weight moves, given its gradient. Pure functions, so that the same update runs
 * eagerly and inside a compiled training step.
 *
 *   SGD      w ← w - η·b             b ← μ·b + g
 *   AdaGrad  w ← w - η·g/(√s + ε)    s ← s + g²
 *   Adam     w ← w - η·m̂/(√v̂ + ε)   m ← β1·m + (1 - β1)·g,   v ← β2·v + (1 - β2)·g²
 *                                    m̂ = m/(1 - β1^t),        v̂ = v/(1 - β2^t)
 *   AdamW    as Adam, after w ← (1 - η·λ)·w
 *
 * Duchi et al. 2011 (AdaGrad); Kingma & Ba 2015, "Adam", algorithm 1; Loshchilov & Hutter 2019,
 * "Decoupled weight decay regularization", algorithm 2, with PyTorch's defaults and its λ times η.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertBetween, assertPositive } from "../core/check";
import * as tf from "../core/tf";

/** Tensors by name: weights, their gradients, an optimizer's moments. */
export type NamedTensors = Readonly<Record<string, tf.Tensor>>;

export interface Optimizer {
  /** What the optimizer remembers before the first step; the caller disposes of it. */
  initialState(weights: NamedTensors): Record<string, tf.Tensor>;
  /**
   * One step. Nothing that is given changes; weights without a gradient come back as they are.
   *
   * @param learningRate η; a tensor where it must be able to change inside a compiled step
   */
  update(
    weights: NamedTensors,
    gradients: NamedTensors,
    state: NamedTensors,
    learningRate: tf.Scalar | number,
  ): { weights: Record<string, tf.Tensor>; state: Record<string, tf.Tensor> };
}

export interface SgdOptions {
  /** μ, from 0 to 1. Default 0: no memory of earlier gradients. */
  momentum?: number;
}

export interface AdaGradOptions {
  /** ε. Default 1e-10. */
  epsilon?: number;
}

export interface AdamOptions {
  /** β1, how long the mean of gradients remembers. Default 0.9. */
  beta1?: number;
  /** β2, how long the mean of their squares remembers. Default 0.999. */
  beta2?: number;
  /** ε. Default 1e-8. */
  epsilon?: number;
}

export interface AdamWOptions extends AdamOptions {
  /**
   * λ, for all weights or by name. BERT decays matrices by 0.01, and neither biases nor layer
   * norms: (name) => (/bias|norm/i.test(name) ? 0 : 0.01). Default 0.01.
   */
  weightDecay?: number | ((name: string) => number);
}

/** Stochastic gradient descent. State: velocity/NAME, with momentum only. */
export function sgd({ momentum = 0 }: SgdOptions = {}): Optimizer {
  assertBetween("sgd", { momentum }, 0, 1);
  if (momentum === 0) {
    return optimizer([], (rate) => (weight, gradient) => ({
      weight: tf.sub(weight, tf.mul(gradient, rate)),
      memory: {},
    }));
  }
  return optimizer(["velocity"], (rate) => (weight, gradient, { velocity }) => {
    const next = tf.add(tf.mul(velocity!, momentum), gradient);
    return { weight: tf.sub(weight, tf.mul(next, rate)), memory: { velocity: next } };
  });
}

/** AdaGrad: the more a weight has moved, the less it moves. State: squares/NAME. */
export function adaGrad({ epsilon = 1e-10 }: AdaGradOptions = {}): Optimizer {
  assertPositive("adaGrad", { epsilon });
  return optimizer(["squares"], (rate) => (weight, gradient, { squares }) => {
    const next = tf.add(squares!, tf.square(gradient));
    const step = tf.div(gradient, tf.add(tf.sqrt(next), epsilon));
    return { weight: tf.sub(weight, tf.mul(step, rate)), memory: { squares: next } };
  });
}

/** Adam. State: step, the number of steps taken; first/NAME and second/NAME, the moments. */
export function adam(options: AdamOptions = {}): Optimizer {
  return adamLike("adam", { ...options, weightDecay: 0 });
}

/** Adam with decoupled weight decay. State as Adam's. */
export function adamW(options: AdamWOptions = {}): Optimizer {
  return adamLike("adamW", { ...options, weightDecay: options.weightDecay ?? 0.01 });
}

function adamLike(
  caller: string,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 }: AdamWOptions,
): Optimizer {
  assertBetween(caller, { beta1, beta2 }, 0, 1 - 1e-7);
  assertPositive(caller, { epsilon });
  const decayOf = typeof weightDecay === "function" ? weightDecay : () => weightDecay;
  const ruleOf: StepRule = (rate, step) => {
    // Scalars meet each other before they meet the weights: fewer passes over large tensors.
    const size = tf.div(rate, oneMinusPower(beta1, step));
    const spread = tf.div(1, oneMinusPower(beta2, step));
    return (weight, gradient, { first, second }, name) => {
      const decay = decayOf(name);
      assertBetween(caller, { [`weightDecay of ${name}`]: decay }, 0, Infinity);
      const mean = tf.add(tf.mul(first!, beta1), tf.mul(gradient, 1 - beta1));
      const square = tf.add(tf.mul(second!, beta2), tf.mul(tf.square(gradient), 1 - beta2));
      const move = tf.div(tf.mul(mean, size), tf.add(tf.sqrt(tf.mul(square, spread)), epsilon));
      const kept = decay === 0 ? weight : tf.mul(weight, tf.sub(1, tf.mul(rate, decay)));
      return { weight: tf.sub(kept, move), memory: { first: mean, second: square } };
    };
  };
  return optimizer(["first", "second"], ruleOf, decayOf);
}

/** 1 - β^t = -expm1(t·ln β): in float32, 1 - 0.999 alone would be off by 1e-5 of itself. */
function oneMinusPower(beta: number, step: tf.Tensor): tf.Tensor {
  return beta === 0 ? tf.scalar(1) : tf.neg(tf.expm1(tf.mul(step, Math.log(beta))));
}

type Memory = Readonly<Record<string, tf.Tensor>>;

type UpdateRule = (
  weight: tf.Tensor,
  gradient: tf.Tensor,
  memory: Memory,
  name: string,
) => { weight: tf.Tensor; memory: Record<string, tf.Tensor> };

/** Called once a step: computes what is the same for all weights. */
type StepRule = (rate: tf.Tensor, step: tf.Tensor) => UpdateRule;

/**
 * An optimizer that treats each number of the weights by itself, and remembers tensors of their
 * shape.
 *
 * @param kindOf weights of one kind move by the same rule; by name. Default: all do
 */
function optimizer(
  memories: readonly string[],
  ruleOf: StepRule,
  kindOf: (name: string) => number = () => 0,
): Optimizer {
  return {
    initialState: (weights) => {
      const state: Record<string, tf.Tensor> = { step: tf.scalar(0) };
      for (const [name, weight] of Object.entries(weights)) {
        for (const memory of memories) state[`${memory}/${name}`] = tf.zeros(weight.shape);
      }
      return state;
    },
    update: (weights, gradients, state, learningRate) =>
      tf.tidy(() => {
        checkNames(weights, gradients, state, memories);
        const rate = typeof learningRate === "number" ? tf.scalar(learningRate) : learningRate;
        const step = tf.add(state["step"]!, 1);
        const next: Record<string, tf.Tensor> = { step };
        const moved: Record<string, tf.Tensor> = {};
        for (const name of Object.keys(weights).filter((each) => !(each in gradients))) {
          moved[name] = tf.clone(weights[name]!);
          for (const m of memories) next[`${m}/${name}`] = tf.clone(state[`${m}/${name}`]!);
        }
        const rule = ruleOf(rate, step);
        for (const names of groupsOf(weights, gradients, kindOf)) {
          const shapes = names.map((name) => weights[name]!.shape);
          const joined = (tensors: NamedTensors, prefix = "") =>
            join(names.map((name) => tensors[prefix + name]!));
          const memory = memories.map((m) => [m, joined(state, `${m}/`)] as const);
          const made = rule(
            joined(weights),
            joined(gradients),
            Object.fromEntries(memory),
            names[0]!,
          );
          const put = (into: Record<string, tf.Tensor>, prefix: string, tensor: tf.Tensor) => {
            const parts = split(tensor, shapes);
            names.forEach((name, i) => (into[prefix + name] = parts[i]!));
          };
          put(moved, "", made.weight);
          for (const m of memories) put(next, `${m}/`, made.memory[m]!);
        }
        return { weights: moved, state: next };
      }),
  };
}

/** So many vectors are put side by side: with more, some GPUs can't bind them all at once. */
const LARGEST_GROUP = 7;

/**
 * Biases and layer norms, most of a model's weights by count and few by size, move side by side:
 * a dozen operations for seven of them instead of for each.
 */
function groupsOf(
  weights: NamedTensors,
  gradients: NamedTensors,
  kindOf: (name: string) => number,
): string[][] {
  const groups: string[][] = [];
  const open = new Map<number, string[]>();
  for (const name of Object.keys(weights).filter((each) => each in gradients)) {
    const isVector = weights[name]!.rank === 1;
    const group = isVector ? open.get(kindOf(name)) : undefined;
    if (group !== undefined && group.length < LARGEST_GROUP) {
      group.push(name);
      continue;
    }
    const started = [name];
    groups.push(started);
    if (isVector) open.set(kindOf(name), started);
  }
  return groups;
}

function join(tensors: tf.Tensor[]): tf.Tensor {
  return tensors.length === 1 ? tensors[0]! : tf.concat(tensors, 0);
}

function split(joined: tf.Tensor, shapes: readonly (readonly number[])[]): tf.Tensor[] {
  if (shapes.length === 1) return [joined];
  return tf.split(
    joined,
    shapes.map(([size]) => size!),
    0,
  );
}

function checkNames(
  weights: NamedTensors,
  gradients: NamedTensors,
  state: NamedTensors,
  memories: readonly string[],
): void {
  for (const [name, { shape }] of Object.entries(gradients)) {
    const weight = weights[name];
    if (weight === undefined) throw new RangeError(`update: there is no weight ${name}`);
    if (String(weight.shape) !== String(shape)) {
      throw new RangeError(
        `update: the gradient of ${name} must have shape [${weight.shape}], got [${shape}]`,
      );
    }
  }
  const names = ["step", ...Object.keys(weights).flatMap((w) => memories.map((m) => `${m}/${w}`))];
  const missing = names.find((name) => state[name] === undefined);
  if (missing !== undefined) {
    throw new RangeError(`update: the state lacks ${missing}; begin with initialState(weights)`);
  }
}
