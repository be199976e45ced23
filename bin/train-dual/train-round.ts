/** A number of steps for an encoder of one vector or of many, with the batch as negatives. */
import type { NamedParameters } from "../../src/bert/parameters";
import type { Rng } from "../../src/core/rng";
import { mixedBatches } from "../../src/data/mixed-batches";
import { dualBatches, questionsOf, type DualPair } from "../../src/dual-encoder/dual-batches";
import type { Towers } from "../../src/dual-encoder/towers";
import type { TrainableModel } from "../../src/training/loss";
import { Trainer } from "../../src/training/trainer";
import type { Plan } from "./plan";
import { ASKED_SHARE } from "./rows";

interface Shape {
  numQuestions: number;
  numNegatives: number;
}

/** DualEncoder and LateInteraction have it. */
interface Trained<Self> {
  readonly towers: Towers;
  trainable(shape: Shape): TrainableModel;
  axes(shape: Shape): Record<string, { max: number }>;
  withParameters(parameters: NamedParameters): Self;
  dispose(): Promise<void>;
}

export interface Round {
  plan: Plan;
  rng: Rng;
  label: string;
  batchSize: number;
  steps: number;
  learningRate: number;
  folder: string;
}

/**
 * The encoder given is used up.
 *
 * @param kinds of rows, which share no batch: one, or training questions and those made by machine
 */
export async function trainRound<Encoder extends Trained<Encoder>>(
  encoder: Encoder,
  kinds: readonly (readonly DualPair[])[],
  { plan, rng, label, batchSize, steps, learningRate, folder }: Round,
): Promise<{ encoder: Encoder; seconds: number; batchAccuracy?: number }> {
  const { device, threads } = plan;
  const first = kinds[0]![0]!;
  const shape = {
    numQuestions: questionsOf(first).length,
    numNegatives: first.negatives?.length ?? 0,
  };
  const streams = kinds.map((rows, kind) => {
    const stream = dualBatches(rows, encoder, { batchSize, rng: rng.fork(`order ${kind}`) });
    return [
      `kind ${kind}`,
      { stream, weight: kind === 0 ? ASKED_SHARE : 1 - ASKED_SHARE },
    ] as const;
  });
  const trainer = new Trainer({
    model: encoder.trainable(shape),
    data: mixedBatches(Object.fromEntries(streams), { rng: rng.fork("kinds") }),
    rng: rng.fork("training"),
    optimization: { learningRate, warmupSteps: Math.round(steps / 10), totalSteps: steps },
    execution: { device, axes: encoder.axes(shape), ...(threads !== undefined && { threads }) },
  });
  const accuracies: number[] = [];
  try {
    await trainer.run({
      steps,
      progress: label,
      onStep: ({ metrics }) => accuracies.push(metrics["accuracy"]!),
      checkpoint: { folder, every: 50 },
    });
    const last = accuracies.slice(-20);
    const accuracy = last.reduce((sum, value) => sum + value, 0) / last.length;
    return {
      encoder: encoder.withParameters(await trainer.weights()),
      seconds: Math.round(trainer.seconds),
      ...(last.length > 0 && { batchAccuracy: Number(accuracy.toFixed(3)) }),
    };
  } finally {
    await trainer.dispose();
    await encoder.dispose();
  }
}
