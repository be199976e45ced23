/**
 * The loss on data that no step has seen: the only number that tells learning from memorising.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";
import type { HostArray } from "../engine/host-array";
import { RandomKey } from "../engine/random";
import type { NamedArrays } from "./checkpoint-file";
import { checkedLoss, type TrainableModel } from "./loss";
import { startStepRunner, type ExecutionOptions, type StepRunner } from "./step-runner";
import type { Batch } from "./stepper";
import { below } from "./training-step";
import { WeightedMeans } from "./weighted-means";

export interface HeldOutOptions {
  model: TrainableModel;
  /** The held-out data; all of it, each time the same. */
  batches: readonly Batch[];
  execution?: ExecutionOptions;
}

export interface HeldOutEvaluator {
  /**
   * Fits the trainer's `evaluation.evaluate`; takes any weights of the model's names and shapes.
   *
   * @returns the loss and the metrics, as means
   */
  evaluate(at: {
    weights: Readonly<Record<string, tf.Tensor | HostArray>>;
  }): Promise<Record<string, number>>;
  dispose(): Promise<void>;
}

/** The model's own loss function, with `training` false, so that nothing is dropped. */
export function heldOutEvaluator({ model, batches, execution }: HeldOutOptions): HeldOutEvaluator {
  if (batches.length === 0) throw new RangeError("heldOutEvaluator: needs batches, got none");
  const step = {
    inputs: model.inputs,
    run: (
      batch: Readonly<Record<string, tf.Tensor>>,
      weights: Readonly<Record<string, tf.Tensor>>,
    ) => {
      const random = new RandomKey(tf.tensor1d([0], "int32"));
      const { loss, weight, metrics } = checkedLoss(
        model.loss(weights, batch, { random, training: false }),
      );
      const outputs: Record<string, tf.Tensor> = { loss, weight };
      for (const [name, metric] of Object.entries(metrics)) outputs[`metric/${name}`] = metric;
      return { outputs };
    },
  };
  let runner: Promise<StepRunner> | undefined;
  return {
    async evaluate({ weights }) {
      const running = await (runner ??= startStepRunner(step, model.weights, execution));
      await running.writeState(weights);
      const means = new WeightedMeans();
      for (const batch of batches) {
        const { loss, weight, ...rest } = await running.run(batch);
        means.add(first(weight), { ...firsts(below("metric/", rest)), loss: first(loss) });
      }
      return means.means();
    },
    async dispose() {
      await (await runner)?.dispose();
      runner = undefined;
    },
  };
}

function first(array: HostArray | undefined): number {
  return array!.data[0]!;
}

function firsts(arrays: NamedArrays): Record<string, number> {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, first(array)]));
}
