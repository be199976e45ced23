/**
 * Loss scaling: in float16 small gradients would be 0, so the loss is multiplied by a large number
 * first, and the gradients are divided by it after.
 *
 *   g = ∇(s·L) / s        s ← s/2, and no step, where g isn't finite;   s ← 2s after n good steps
 *
 * So s finds the largest power of 2 at which nothing overflows by itself. For training compiled
 * with precision "mixed" (src/engine/compile.ts).
 *
 * Micikevicius et al. 2018, "Mixed precision training", section 3.2.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger, assertPositive } from "../core/check";
import * as tf from "../core/tf";
import type { NamedTensors } from "./optimizer";

export interface LossScalingOptions {
  /** s before the first step. Default 2^15. */
  initialScale?: number;
  /** n, good steps in a row after which s doubles. Default 2000. */
  growthSteps?: number;
  /** s stays at or below it. Default 2^24. */
  maxScale?: number;
}

export interface ScaledGradients {
  /** The loss itself, not scaled. */
  value: tf.Scalar;
  /** In the order of the weights, not scaled; not finite where float16 overflowed. */
  grads: tf.Tensor[];
  /** Bool: all gradients are finite, so the step may be taken. */
  isFinite: tf.Scalar;
  /** The scale and the count for the next step. */
  state: Record<string, tf.Tensor>;
}

export interface LossScaling {
  /** lossScale and goodSteps; the caller disposes of them. */
  initialState(): Record<string, tf.Tensor>;
  /** Like tf.valueAndGrads, with the loss scaled by state's lossScale on the way. */
  valueAndGrads(
    loss: (...weights: tf.Tensor[]) => tf.Scalar,
    weights: tf.Tensor[],
    state: NamedTensors,
  ): ScaledGradients;
}

/** Loss scaling that adapts itself. Pure functions, to run eagerly or inside a compiled step. */
export function lossScaling({
  initialScale = 2 ** 15,
  growthSteps = 2000,
  maxScale = 2 ** 24,
}: LossScalingOptions = {}): LossScaling {
  assertPositive("lossScaling", { initialScale, maxScale });
  assertInteger("lossScaling", { growthSteps }, { min: 1 });
  return {
    initialState: () => ({ lossScale: tf.scalar(initialScale), goodSteps: tf.scalar(0) }),
    valueAndGrads: (loss, weights, state) => {
      const { lossScale, goodSteps } = state;
      if (lossScale === undefined || goodSteps === undefined) {
        throw new RangeError(
          "valueAndGrads: the state lacks lossScale or goodSteps; begin with initialState()",
        );
      }
      const scaled = (...list: tf.Tensor[]) => tf.mul<tf.Scalar>(loss(...list), lossScale);
      const found = tf.valueAndGrads(scaled)(weights);
      const grads = found.grads.map((gradient) => tf.div(gradient, lossScale));
      // A sum of squares is finite if, and nearly only if, each number is.
      const squares = grads.map((gradient) => tf.sum(tf.square(gradient)));
      const isFinite = tf.isFinite(squares.reduce((sum, square) => tf.add(sum, square)));

      const counted = tf.add(goodSteps, 1);
      const isTime = tf.greaterEqual(counted, growthSteps);
      const grown = tf.where(isTime, tf.minimum(tf.mul(lossScale, 2), maxScale), lossScale);
      const halved = tf.maximum(tf.mul(lossScale, 0.5), 1);
      return {
        value: tf.div<tf.Scalar>(found.value, lossScale),
        grads,
        isFinite: isFinite as tf.Scalar,
        state: {
          lossScale: tf.where(isFinite, grown, halved),
          goodSteps: tf.where(tf.logicalAnd(isFinite, tf.logicalNot(isTime)), counted, 0),
        },
      };
    },
  };
}

/** The new tensors if the step may be taken, else those from before it. */
export function keepIfFinite(
  isFinite: tf.Scalar,
  next: NamedTensors,
  before: NamedTensors,
): Record<string, tf.Tensor> {
  const kept = Object.entries(next).map(([name, tensor]) => {
    const old = before[name];
    if (old === undefined) throw new RangeError(`keepIfFinite: before lacks ${name}`);
    return [name, tf.where(isFinite, tensor, old)] as const;
  });
  return Object.fromEntries(kept);
}
