/**
 * Takes steps: feeds the step function its batches, its learning rate and its random key, and
 * looks at what comes out.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import type { BatchStream } from "../data/batch-stream";
import { zerosFor, type Feed, type HostArray } from "../engine/host-array";
import type { NamedArrays } from "./checkpoint-file";
import type { TrainableModel } from "./loss";
import { findCulprits, nonFiniteError } from "./non-finite";
import type { Optimization } from "./optimization";
import { startStepRunner, type ExecutionOptions, type StepRunner } from "./step-runner";
import { below, TRAINER_INPUTS, trainingStep, type TrainingStep } from "./training-step";
import { WeightedMeans } from "./weighted-means";

/** Values by the names of the model's inputs. */
export type Batch = Readonly<Record<string, Feed>>;

export interface StepNumbers {
  loss: number;
  gradientNorm: number;
  metrics: Record<string, number>;
}

export interface StepperOptions {
  model: TrainableModel;
  data: BatchStream<Batch>;
  optimization: Optimization;
  rng: Rng;
  execution?: ExecutionOptions;
}

export class Stepper {
  /** Names of the weights that move. */
  readonly trained: readonly string[];
  /** What the random numbers of all steps follow from, with the number of the batch. */
  readonly seed: number;

  private readonly trainingStep: TrainingStep;
  private runner: Promise<StepRunner> | undefined;
  private isBusy = false;
  private isDisposed = false;

  constructor(private readonly options: StepperOptions) {
    this.trainingStep = trainingStep(options.model, options.optimization);
    this.trained = this.trainingStep.trained;
    this.seed = options.rng.fork("random numbers of steps").integer(4294967296) | 0;
    if (this.trained.length === 0) {
      throw new RangeError("Trainer: there must be a weight to train, got none");
    }
    const taken = Object.keys(options.model.inputs).find((name) => name.startsWith("trainer/"));
    if (taken !== undefined) {
      throw new RangeError(`Trainer: an input's name can't begin with "trainer/", got ${taken}`);
    }
  }

  /**
   * @param number steps taken before this one
   * @throws NonFiniteError; the weights are then as before
   */
  step(number: number): Promise<StepNumbers> {
    return this.exclusively("step", async (runner) => {
      const { accumulate, schedule } = this.options.optimization;
      const rate = schedule(number);
      const means = new WeightedMeans();
      let gradientNorm = 0;
      for (let part = 0; part < accumulate; part++) {
        const index = number * accumulate + part;
        const batch = this.options.data.at(index);
        const found = await runner.run({ ...batch, ...this.controls(index, part, rate) });
        const loss = found["loss"]!.data[0]!;
        const squares = found["squares"]!.data;
        const numbers = { step: number + 1, loss, trained: this.trained, squares };
        if (findCulprits(numbers).length > 0) {
          const weights = below("weight/", await runner.readState());
          throw nonFiniteError(numbers, { weights, batch });
        }
        gradientNorm = found["norm"]!.data[0]!;
        means.add(found["weight"]!.data[0]!, { ...metricsOf(found), loss });
      }
      const { loss, ...metrics } = means.means();
      return { loss: loss!, gradientNorm, metrics };
    });
  }

  /** Weights and moments, as a checkpoint holds them. */
  readState(): Promise<Record<string, HostArray>> {
    return this.exclusively("save", async (runner) => {
      const state = Object.entries(await runner.readState());
      // Sums of gradients mean nothing between two steps.
      return Object.fromEntries(state.filter(([name]) => !isSum(name)));
    });
  }

  writeState(state: NamedArrays): Promise<void> {
    return this.exclusively("resume", async (runner) => {
      const sums = Object.entries(await runner.readState())
        .filter(([name]) => isSum(name))
        .map(([name, { dtype, shape, data }]) => {
          return [name, { dtype, shape, data: zerosFor(dtype, data.length) }] as const;
        });
      await runner.writeState({ ...state, ...Object.fromEntries(sums) });
    });
  }

  readWeights(): Promise<Record<string, HostArray>> {
    return this.exclusively("weights", async (runner) =>
      below("weight/", await runner.readState()),
    );
  }

  async dispose(): Promise<void> {
    if (this.isDisposed) return;
    this.isDisposed = true;
    await (await this.runner)?.dispose();
  }

  private controls(index: number, part: number, rate: number): Batch {
    const { accumulate } = this.options.optimization;
    const feeds: Record<string, Feed> = {
      [TRAINER_INPUTS.learningRate]: rate,
      [TRAINER_INPUTS.randomKey]: { shape: [2], data: Int32Array.of(this.seed, index) },
    };
    if (accumulate === 1) return feeds;
    feeds[TRAINER_INPUTS.isFirst] = part === 0;
    feeds[TRAINER_INPUTS.isLast] = part === accumulate - 1;
    return feeds;
  }

  private async exclusively<Result>(
    what: string,
    act: (runner: StepRunner) => Promise<Result>,
  ): Promise<Result> {
    if (this.isDisposed) throw new Error(`Trainer.${what}: this trainer has been disposed`);
    if (this.isBusy) {
      throw new Error(`Trainer.${what}: something else is under way; await it before this`);
    }
    this.isBusy = true;
    try {
      this.runner ??= this.start();
      return await act(await this.runner);
    } finally {
      this.isBusy = false;
    }
  }

  private async start(): Promise<StepRunner> {
    const state = tf.tidy(() => this.trainingStep.initialState());
    try {
      return await startStepRunner(this.trainingStep, state, this.options.execution);
    } catch (error) {
      this.runner = undefined;
      // compile tells where it was; the trainer's own complaints need no such frame.
      const { cause } = error as Error;
      throw cause instanceof Error && cause.message.startsWith("Trainer:") ? cause : error;
    } finally {
      tf.dispose(state);
    }
  }
}

function isSum(name: string): boolean {
  return name === "sumWeight" || name.startsWith("sum/");
}

function metricsOf(outputs: NamedArrays): Record<string, number> {
  const entries = Object.entries(below("metric/", outputs));
  return Object.fromEntries(entries.map(([name, { data }]) => [name, data[0]!]));
}
